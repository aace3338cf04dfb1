# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour chronology, as somebody types it."""

from tests.desktop.cli.running import Machine, machine_of
from tests.desktop.desks import concern
from tests.school import SmallSchool


def with_concern(school: SmallSchool) -> Machine:
    """A school in which the assistant has reported something about the teacher."""
    machine = machine_of(school)
    machine.file("concern", {"about": school.teacher.person_id, **concern()}, member=school.ta)
    return machine


def test_people_with_anything_on_record_are_listed(small_school: SmallSchool) -> None:
    ran = with_concern(small_school).json("chronology", "people", member=small_school.dsl)
    assert [(each["name"], each["counts"]) for each in ran.data] == [(small_school.teacher.name, {"concern": 1})]


def test_a_chronology_is_shown_by_name_and_as_of_a_day(small_school: SmallSchool) -> None:
    machine, school = with_concern(small_school), small_school
    shown = machine.json("chronology", "show", school.teacher.name, member=school.dsl)
    assert [record["state"] for record in shown.data["records"]] == ["to_decide"]
    before = machine.json("chronology", "show", school.teacher.name, "--on", "2020-01-01", member=school.dsl)
    assert before.data["records"] == []


def test_another_spelling_is_proposed_and_linked(small_school: SmallSchool) -> None:
    machine, school = machine_of(small_school), small_school
    words = "Tom Ashbey from PE"
    said = {**concern(), "about": None, "about_description": words, "could_be_someone_in_charge": "no"}
    machine.file("concern", said, member=school.ta)
    (proposed,) = machine.json("chronology", "proposed", member=school.head).data
    assert (proposed["described"], proposed["person"]["name"]) == (words, school.teacher.name)
    answers = {"described": words, "person": proposed["person"]["id"], "reason": "He is the only one."}
    machine.act(proposed["reference"], "identification", answers, school.head)
    (record,) = machine.json("chronology", "show", school.teacher.name, member=school.head).data["records"]
    assert record["described"] == words


def test_a_note_is_written_and_read(small_school: SmallSchool) -> None:
    machine, school = machine_of(small_school), small_school
    answers = machine.answers({"what_happened": "We agreed on a plan."})
    noted = machine.json("chronology", "note", school.teacher.name, "--answers", answers, member=school.dsl)
    assert set(noted.data["readers"]) == {school.dsl.name, school.head.name}
    shown = machine.json("chronology", "show", school.teacher.name, member=school.head)
    assert [record["kind"] for record in shown.data["records"]] == ["note"]
