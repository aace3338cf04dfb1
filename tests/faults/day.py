# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A day at the command line in one process, with a word in everything that anybody types; or a crash in it.

    python -m tests.faults.day PLAN       PLAN is a file; the last line that is written is what a reader was shown

Passphrases are typed, answers come from files that people keep themselves, in a folder of their own.
"""

import io
import os
import sys
from pathlib import Path

import msgspec

from desktop import services
from desktop.__main__ import main
from tests.faults.broken import break_build, change


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Where the day takes place, the word, who is there (id, passphrase), and the build to break."""

    home: str
    chosen: str
    word: str
    reporter: tuple[str, str]
    reader: tuple[str, str]
    about: str
    broken: str = ""
    umask: int = 0o022
    crashes: bool = False


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


def run(plan: Plan, *words: str, as_whom: tuple[str, str] | None = None) -> Ran:
    """Run one command as its own process would."""
    person, typed = as_whom or ("", "")
    kept = sys.stdin, sys.stdout, sys.stderr
    streams = io.StringIO(f"{typed}\n"), io.StringIO(), io.StringIO()
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        who = ["--as", person] if person else []
        code = main([*words, "--home", plan.home, "--format", "json", *who])
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    return Ran(code=code, out=streams[1].getvalue(), err=streams[2].getvalue())


def answers(plan: Plan, **values: object) -> str:
    """Keep answers in a file of one's own."""
    file = Path(plan.chosen) / "answers.json"
    file.write_bytes(msgspec.json.encode(values))
    return str(file)


def concern(plan: Plan) -> str:
    """The answers of a concern, with the word wherever words go."""
    words = dict.fromkeys(("what_happened", "exact_words", "opinion", "others_present", "what_i_want"), _said(plan))
    return answers(plan, **words, about=plan.about, where=_said(plan), risk_now="no")


def _said(plan: Plan) -> str:
    return f"He said {plan.word} in the hall."


def work(plan: Plan) -> Ran:
    """File, read, act and export; be refused; type the word as a passphrase. Returns what the reader was shown."""
    filed = _done(run(plan, "file", "concern", "--answers", concern(plan), as_whom=plan.reporter))
    reference = msgspec.json.decode(filed.out)["reference"]
    _done(run(plan, "file", "concern", "--answers", concern(plan), "--name", f"{plan.word}, caretaker"))
    note = answers(plan, text=_said(plan))
    _done(run(plan, "act", reference, "note", "--answers", note, as_whom=plan.reader))
    said = ("--purpose", _said(plan), "--recipient", plan.word)
    _done(run(plan, "export", "case", reference, "--out", plan.chosen, *said, as_whom=plan.reader))
    _refused(run(plan, "file", "concern", "--answers", answers(plan, about=plan.word, what_happened=[plan.word])))
    _refused(run(plan, "act", reference, plan.word, "--answers", note, as_whom=plan.reader))
    _refused(run(plan, "show", plan.word, as_whom=(plan.reader[0], plan.word)))
    return _done(run(plan, "show", reference, as_whom=plan.reader))


def _done(ran: Ran) -> Ran:
    if ran.code != 0:
        raise RuntimeError(ran.err)
    return ran


def _refused(ran: Ran) -> None:
    if ran.code == 0:
        raise RuntimeError(ran.out)


def crash(plan: Plan) -> None:
    """Die as a bug in a library dies, in the middle of filing, where the system would like to keep the memory."""
    import resource

    change(services, "send_with_slip", lambda *_: os.abort())
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    run(plan, "file", "concern", "--answers", concern(plan), "--anonymous")


def spend(plan: Plan) -> None:
    """Spend the day, or crash in it."""
    os.umask(plan.umask)
    finish = break_build(plan.broken)
    if plan.crashes:
        crash(plan)
    shown = work(plan)
    finish()
    sys.stdout.write(shown.out)


if __name__ == "__main__":
    spend(msgspec.json.decode(Path(sys.argv[1]).read_bytes(), type=Plan))
