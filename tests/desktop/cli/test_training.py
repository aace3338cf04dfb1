# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour training."""

from datetime import timedelta
from pathlib import Path

from desktop.clocks import SystemClock, london_day
from desktop.clocks.months import months_after
from tests.desktop.cli.running import Machine, Ran
from tests.school import Member, SmallSchool


def record(machine: Machine, by: Member, who: Member, on: str = "2024-02-29") -> Ran:
    """Somebody records training."""
    words = ("--course", "exploitation", "--on", on, "--provider", "Northmere Council")
    return machine.json("training", "record", who.name, *words, member=by)


def test_what_is_recorded_is_listed_with_its_rate(machine: Machine, small_school: SmallSchool) -> None:
    school = small_school
    kept = record(machine, school.head, school.ta).data
    assert not kept["waits"]
    listed = machine.json("training", "list", "--course", "exploitation", member=school.head).data
    [row] = [each for each in listed["rows"] if each["person"] == school.ta.person_id]
    assert (row["state"], row["on"], row["due"]) == ("current", "2024-02-29", "2027-02-28")
    rates = {each["course"]: each for each in listed["rates"]}
    assert rates["exploitation"]["up_to_date"] == 1
    assert rates["prevent"]["percent"] is None
    machine.json("training", "withdraw", kept["record"][:12], "--why", "A mistake.", member=school.head)
    again = machine.json("training", "list", "--person", school.ta.name, member=school.head).data
    assert {each["state"] for each in again["rows"]} == {"missing"}


def test_somebodys_own_is_agreed_to_by_another(machine: Machine, small_school: SmallSchool) -> None:
    school = small_school
    kept = record(machine, school.ta, school.ta).data
    assert kept["waits"]
    assert machine.json("training", "agree", kept["record"], member=school.ta).code == 1
    assert machine.json("training", "agree", kept["record"], member=school.head).data == {"answer": "agreed"}


def test_what_is_due_within_some_days_is_listed(machine: Machine, small_school: SmallSchool) -> None:
    school = small_school
    due = london_day(SystemClock().now()) + timedelta(days=20)
    record(machine, school.head, school.ta, months_after(due, -36).isoformat())
    words = ("training", "due", "--course", "exploitation", "--person", school.ta.name)
    assert [each["state"] for each in machine.json(*words, member=school.head).data] == ["soon"]
    assert machine.json(*words, "--days", "3", member=school.head).data == []


def test_a_table_is_imported_once_and_a_dry_run_changes_nothing(
    machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    file = tmp_path / "training.csv"
    rows = (
        f"{small_school.ta.name},Prevent,02/03/2026",
        f"{small_school.ta.name},Fire safety,02/03/2026",
        "Who,X,1/3/26",
    )
    file.write_text("\n".join(("Name,Course,Date completed", *rows)), encoding="utf-8")
    words = ("import", str(file), "--course", "Fire safety=online_safety")
    tried = machine.json(*words, "--dry-run", member=small_school.head).data
    assert (tried["new"], tried["unclear"], tried["rows"][1]["said"]["course"]) == (2, 1, "online_safety")
    assert machine.json(*words, member=small_school.head).data["new"] == 2
    assert machine.json(*words, member=small_school.head).data["here"] == 2
    listed = machine.json("training", "list", "--person", small_school.ta.name, member=small_school.head).data
    assert {each["on"] for each in listed["rows"] if each["on"]} == {"2026-03-02"}
    both = machine.json("import", str(file), str(tmp_path / "gifts.csv"), member=small_school.head)
    assert both.code == 1
