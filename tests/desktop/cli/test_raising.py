# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour raise."""

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool


def test_a_question_is_raised_in_one_step_and_shows_where_it_went(machine: Machine, small_school: SmallSchool) -> None:
    asked = {"what_happened": "May I use my own phone?", "chosen_reader": small_school.head.person_id}
    question = machine.file("advice", asked, member=small_school.ta).data["reference"]
    about = ("--about", small_school.teacher.person_id, "--risk-now", "no")
    concern = machine.json("raise", question, *about, member=small_school.head).data
    assert {each["name"] for each in concern["readers"]} >= {small_school.dsl.name}
    shown = machine.json("show", question, member=small_school.head).data
    assert any(concern["reference"] in line for line in shown["worked_out"])
