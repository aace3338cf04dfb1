# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour access, as somebody types it."""

from pathlib import Path

from tests.desktop.access.test_requests import KNOWN
from tests.desktop.cli.running import machine_of
from tests.desktop.desks import concern
from tests.school import SmallSchool

ASKED = {"received_on": "2026-03-02", "came_by": "email", "what_happened": "Everything that you keep about me."}


def test_a_request_is_logged_and_stands_in_the_list_of_who_answers_it(small_school: SmallSchool) -> None:
    machine, school = machine_of(small_school), small_school
    asked = machine.answers(ASKED)
    logged = machine.json("access", "log", school.teacher.name, "--answers", asked, member=school.dsl)
    (listed,) = machine.json("access", "list", member=school.head).data
    assert (listed["reference"], listed["person"]["name"]) == (logged.data["reference"], school.teacher.name)
    assert (listed["due"], listed["identity_checked"]) == ("2026-04-02", False)
    assert machine.json("access", "list", member=school.dsl).data == []


def test_a_complaint_is_logged_for_somebody_listed_or_for_whom_the_answers_name(small_school: SmallSchool) -> None:
    machine, school = machine_of(small_school), small_school
    parent = ASKED | {"about_description": "Kelly Andrews", "connection": "parent", "identity_check": "not_yet"}
    machine.json("access", "complain", "--answers", machine.answers(parent), member=school.head)
    asked = machine.answers(ASKED)
    machine.json("access", "complain", school.teacher.name, "--answers", asked, member=school.head)
    rows = machine.json("access", "complaints", member=school.head).data
    assert {row["about"]: row["identified"] for row in rows} == {"Kelly Andrews": False, school.teacher.name: True}


def test_a_copy_is_decided_about_and_made(small_school: SmallSchool, tmp_path: Path) -> None:
    machine, school = machine_of(small_school), small_school
    machine.file("concern", {**concern(), "about": school.teacher.person_id}, member=school.ta)
    asked = machine.answers(ASKED)
    request = machine.json("access", "log", school.teacher.name, "--answers", asked, member=school.head)
    reference = request.data["reference"]
    machine.act(reference, "access_step", KNOWN, school.head)
    first = machine.json("access", "show", reference, member=school.head).data
    assert [each["part"] for each in first["items"] if each["decision"] is None].count("reporter") == 1
    machine.json("access", "decide", reference, "cover", "reporter", member=school.head)
    machine.json("access", "cover", reference, "the hall", member=school.head)
    (entry,) = [record["entries"][-1] for record in first["records"] if record["reference"]]
    words = ("--ground", "legal", "--why", "Our solicitor wrote it.")
    left = machine.json("access", "leave-out", reference, entry["key"], *words, member=school.head).data
    assert left["undecided"] == 0
    made = machine.json("access", "make", reference, "--out", str(tmp_path), member=school.head).data
    assert (Path(made["folder"]) / "to-hand-over" / "letter.pdf").is_file()


def test_the_grounds_for_leaving_out_name_their_source(small_school: SmallSchool) -> None:
    found = machine_of(small_school).json("access", "grounds", member=small_school.head).data
    assert {"crime", "legal", "reference"} <= {each["ground_id"] for each in found}
    assert all(each["source"] for each in found)
