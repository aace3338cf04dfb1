# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export governors, as somebody types it."""

from pathlib import Path

from tests.desktop.cli.running import machine_of
from tests.desktop.desks import concern
from tests.school import SmallSchool

COMMAND = ("export", "governors")


def test_a_dry_run_shows_what_would_be_printed_and_issues_nothing(small_school: SmallSchool) -> None:
    machine, school = machine_of(small_school), small_school
    machine.file("concern", {"about": school.teacher.person_id, **concern()}, member=school.ta)
    shown = machine.json(*COMMAND, "--dry-run", member=school.head).data
    assert (shown["figures"]["shared"], shown["names"]) == ("fewer than 5", [])
    assert machine.json(*COMMAND, "--issued", member=school.head).data == []


def test_a_report_is_issued_and_listed(small_school: SmallSchool, tmp_path: Path) -> None:
    machine, school = machine_of(small_school), small_school
    made = machine.json(*COMMAND, "--out", str(tmp_path), "--recipient", "The board", member=school.head).data
    (listed,) = machine.json(*COMMAND, "--issued", member=school.head).data
    assert (Path(made["file"]).is_file(), listed["sha256"], listed["recipient"]) == (True, made["sha256"], "The board")


def test_texts_are_read_from_files(small_school: SmallSchool, tmp_path: Path) -> None:
    machine, school = machine_of(small_school), small_school
    text = tmp_path / "text.txt"
    text.write_text(f"We thank {school.teacher.name}.", encoding="utf-8")
    shown = machine.json(*COMMAND, "--actions", str(text), member=school.head).data
    assert school.teacher.name in shown["names"][0]
