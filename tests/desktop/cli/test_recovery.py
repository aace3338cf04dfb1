# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour passphrase, kit, recover."""

import io
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from typing_extensions import override

from desktop.cli import recovery as commands
from desktop.cli import school as school_commands
from desktop.cli.main import run
from desktop.cli.terminal import Terminal
from desktop.recovery import CHECKED_GROUPS
from storage.slots import FLOOR
from tests.desktop.cli.running import Machine, Ran
from tests.school import Member, SmallSchool

NEW = "window carpet onion tunnel"


@pytest.fixture(autouse=True)
def _at_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "calibrate", lambda _clock: FLOOR)


class Hand(io.StringIO):
    """Somebody who types what is on a sheet that is printed while they are asked."""

    def __init__(self, *lines: Callable[[], str]) -> None:
        super().__init__()
        self.lines = iter(lines)

    @override
    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # as io has it, whatever its stubs say
        return next(self.lines)() + "\n"


def sheet(path: Path) -> list[str]:
    """The eight groups of a printed sheet."""
    text = PdfReader(path).pages[0].extract_text()
    return re.findall(r"\b[0-9A-Z]{5}\b", text.split("Your recovery code")[1])[:8]


def make_kit(machine: Machine, member: Member, path: Path) -> Ran:
    groups = [partial(lambda number: sheet(path)[number - 1], number) for number in CHECKED_GROUPS]
    out, err = io.StringIO(), io.StringIO()
    words = ("kit", "--out", str(path), "--home", str(machine.home), "--format", "json", "--as", member.person_id)
    code = run(words, Terminal(Hand(lambda: member.passphrase, *groups), out, err))
    return Ran(code, out.getvalue(), err.getvalue())


def test_a_passphrase_is_changed(machine: Machine, small_school: SmallSchool) -> None:
    dsl = small_school.dsl
    changed = machine.json("passphrase", member=dsl, stdin=f"{dsl.passphrase}\n{NEW}\n")
    assert (changed.code, changed.data) == (0, {"changed": dsl.person_id})
    assert machine.json("inbox", member=dsl, stdin=f"{NEW}\n").code == 0
    assert machine.json("inbox", member=dsl).code == 1


def test_a_kit_is_made_checked_and_recovers(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    dsl, path = small_school.dsl, tmp_path / "kit.pdf"
    assert machine.json("kit", member=dsl).data == {"made_on": None, "checked_on": None}
    made = make_kit(machine, dsl, path)
    assert made.code == 0
    assert made.data["made_on"] is not None
    groups = sheet(path)
    two = "".join(f"{groups[number - 1]}\n" for number in CHECKED_GROUPS)
    assert machine.json("kit", "--check", member=dsl, stdin=f"{dsl.passphrase}\n{two}").code == 0
    came = machine.json("recover", member=dsl, stdin=f"{' '.join(groups)}\n{NEW}\n")
    assert (came.code, came.data) == (0, {"recovered": dsl.person_id})
    assert machine.json("inbox", member=dsl, stdin=f"{NEW}\n").code == 0


def test_a_sheet_that_is_not_typed_back_is_good_for_nothing(
    machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    dsl = small_school.dsl
    words = ("kit", "--out", str(tmp_path / "kit.pdf"))
    ran = machine.json(*words, member=dsl, stdin=f"{dsl.passphrase}\nAAAAA\nBBBBB\n")
    assert ran.code == 1
    assert "Group 2 of the recovery code" in ran.err
    assert "shred it" in ran.err
    assert machine.json("kit", member=dsl).data["made_on"] is None


def test_the_print_and_a_folder_of_backups_give_the_records_back(
    machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    """The drill: from nothing but what is on paper and the backups, with the shared folder out of reach."""
    dsl, path, stick = small_school.dsl, tmp_path / "kit.pdf", tmp_path / "stick"
    stick.mkdir()
    answers = {"about": small_school.teacher.person_id, "what_happened": "He shouted.", "risk_now": "no"}
    assert machine.file("concern", answers, member=small_school.ta).code == 0
    before = machine.json("inbox", member=dsl).data
    make_kit(machine, dsl, path)
    made = machine.json("backup", "--to", str(stick), member=dsl)
    assert (made.code, Path(made.data["file"]).parent) == (0, stick)
    assert made.data["entries"] > 0
    print_out = "-".join(sheet(path))
    shutil.rmtree(machine.home)
    new = Machine(tmp_path / "new")
    checked = new.json("restore", str(stick), "--check", stdin=f"{print_out}\n")
    assert (checked.code, checked.data["entries"]) == (0, made.data["entries"])
    came = new.json("recover", str(stick), stdin=f"{print_out}\n{NEW}\n")
    assert (came.code, came.data) == (0, {"recovered": dsl.person_id})
    assert before
    assert new.json("inbox", member=dsl, stdin=f"{NEW}\n").data == before


def test_restoring_keeps_the_passphrase_of_that_day(
    machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    dsl, path = small_school.dsl, tmp_path / "kit.pdf"
    make_kit(machine, dsl, path)
    made = machine.json("backup", member=dsl)
    new = Machine(tmp_path / "new")
    restored = new.json("restore", made.data["file"], stdin=f"{' '.join(sheet(path))}\n")
    assert restored.code == 0
    assert (restored.data["person"], restored.data["reachable"]) == (dsl.person_id, True)
    assert new.json("inbox", member=dsl).code == 0


def test_without_a_kit_no_backup_is_made(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("backup", member=small_school.dsl)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is no recovery kit for this sign-in yet.")


def test_two_officers_let_a_third_back_in(
    machine: Machine, small_school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(school_commands, "calibrate", lambda _clock: FLOOR)
    head, chair, dsl = small_school.head, small_school.chair, small_school.dsl
    words = ("people", "admit", dsl.person_id, "--again", "--with", chair.name)
    made = machine.json(*words, member=head, stdin=f"{head.passphrase}\n{chair.passphrase}\n{NEW}\n")
    assert (made.code, made.data) == (0, {"id": dsl.person_id, "name": dsl.name})
    assert machine.json("inbox", member=dsl, stdin=f"{NEW}\n").code == 0
