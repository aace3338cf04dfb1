# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour import: the fate of each row, and what is there afterwards."""

from pathlib import Path

import pytest

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

LOG = """Log no,Reported,Staff member,What happened
1,3/9/2024,Tom Ashby,He was late for duty.
2,4/9/2024,Mr T Ashby,He was late again.
3,soon,Tom Ashby,No date.
"""


@pytest.fixture
def log(tmp_path: Path) -> str:
    path = tmp_path / "old.csv"
    path.write_text(LOG, encoding="utf-8")
    return str(path)


BY_HAND = ("--kind", "concerns", "--column", "reference=Log no")


def test_a_dry_run_says_the_fate_of_each_row_and_changes_nothing(
    machine: Machine, small_school: SmallSchool, log: str
) -> None:
    ran = machine.json("import", log, *BY_HAND, "--dry-run", member=small_school.dsl)
    assert [row["fate"] for row in ran.data["rows"]] == ["new", "unclear", "refused"]
    assert ran.data["rows"][1]["perhaps"] == [small_school.teacher.person_id]
    assert machine.json("inbox", member=small_school.dsl).data == []


def test_what_is_new_stands_in_the_inbox_and_is_known_the_next_time(
    machine: Machine, small_school: SmallSchool, log: str
) -> None:
    who = ("--who", f"Mr T Ashby={small_school.teacher.name}")
    assert machine.json("import", log, *BY_HAND, *who, member=small_school.dsl).data["new"] == 2
    rows = machine.json("inbox", member=small_school.dsl).data
    assert [row["summary"] for row in rows] == ["He was late again.", "He was late for duty."]
    again = machine.json("import", log, *BY_HAND, "--likely", member=small_school.dsl)
    assert (again.code, again.data["new"], again.data["here"]) == (0, 0, 2)


def test_people_of_a_staff_list_beside_it_can_be_named(
    machine: Machine, small_school: SmallSchool, log: str, tmp_path: Path
) -> None:
    staff, more = tmp_path / "staff.csv", tmp_path / "concerns.csv"
    staff.write_text("staff_id,first_name,last_name,role,end_date\nS1,Ada,Byron,Cook,31/08/2025\n", encoding="utf-8")
    more.write_text("reference,reported_at,subject\nC1,3/9/2024,Ada Byron\n", encoding="utf-8")
    for words in (("--dry-run",), ()):
        ran = machine.json("import", str(staff), str(more), *words, member=small_school.dsl)
        assert (ran.data["staff"]["added"], ran.data["new"]) == (1, 1)


def test_what_is_no_pair_is_said(machine: Machine, small_school: SmallSchool, log: str) -> None:
    ran = machine.json("import", log, "--column", "reference", member=small_school.dsl)
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_two_staff_lists_at_once_are_refused(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    names = [str(tmp_path / f"{each}.csv") for each in "ab"]
    for name in names:
        Path(name).write_text("staff_id,first_name,last_name\nS1,Ada,Byron\n", encoding="utf-8")
    ran = machine.json("import", *names, member=small_school.dsl)
    assert (ran.code, "one staff list at a time" in ran.err) == (1, True)
