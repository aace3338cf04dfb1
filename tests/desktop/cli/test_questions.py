# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour questions."""

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

TEXT = ("--question", "May I give a child a lift?", "--answer", "Only with leave, and never alone.")


def test_a_question_is_proposed_signed_and_listed_for_anybody(machine: Machine, small_school: SmallSchool) -> None:
    proposed = machine.json("questions", "publish", *TEXT, member=small_school.head).data
    assert machine.json("questions", "list").data == []
    said = machine.json("school", "proposals", member=small_school.chair).data
    assert any("May I give a child a lift?" in line for line in said[0]["says"])
    assert machine.json("school", "approve", proposed["proposal"], member=small_school.chair).data["published"]
    (listed,) = machine.json("questions", "list").data
    assert (listed["question"], listed["answer"]) == (TEXT[1], TEXT[3])


def test_what_names_somebody_is_refused_with_the_words_that_do(machine: Machine, small_school: SmallSchool) -> None:
    typed = ("--question", f"May I do what {small_school.ta.name} did?", "--answer", "No.")
    ran = machine.json("questions", "publish", *typed, member=small_school.head)
    assert ran.code != 0
    assert [each["words"] for each in ran.data["names"]] == [small_school.ta.name]
