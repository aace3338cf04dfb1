# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands run in this process, with streams of their own."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from desktop.cli.main import run
from desktop.cli.terminal import Terminal
from tests.school import Member, SmallSchool


class Screen(io.StringIO):
    """A stream with somebody at it."""

    @override
    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it said, as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Machine:
    """One machine's command line."""

    home: Path

    def run(self, *words: str, stdin: str = "") -> Ran:
        """Run these words as they stand."""
        out, err = io.StringIO(), io.StringIO()
        code = run(words, Terminal(io.StringIO(stdin), out, err))
        return Ran(code, out.getvalue(), err.getvalue())

    def json(self, *words: str, member: Member | None = None, stdin: str = "") -> Ran:
        """Run a command of this home that answers in JSON; somebody's passphrase comes over standard input."""
        who = ("--as", member.person_id) if member else ()
        typed = f"{member.passphrase}\n" if member and not stdin else stdin
        return self.run(*words, "--home", str(self.home), "--format", "json", *who, stdin=typed)

    def answers(self, values: Mapping[str, object]) -> str:
        """Write answers to a file. Returns its path."""
        path = self.home.with_name("answers.json")
        path.write_text(json.dumps(values), encoding="utf-8")
        return str(path)

    def file(self, form: str, values: Mapping[str, object], *words: str, member: Member | None = None) -> Ran:
        """File a form."""
        return self.json("file", form, "--answers", self.answers(values), *words, member=member)

    def act(self, reference: str, kind: str, values: Mapping[str, object], member: Member) -> Ran:
        """Record an act."""
        return self.json("act", reference, kind, "--answers", self.answers(values), member=member)


def machine_of(school: SmallSchool) -> Machine:
    """The command line of the small school's machine."""
    return Machine(school.home)
