# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour return, sent and add."""

import pytest

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

LEAST = {"about": "07" * 16, "what_happened": "He shouted at a child.", "risk_now": "no"}


def asked(machine: Machine, school: SmallSchool, reference: str) -> None:
    """The safeguarding lead asks a question."""
    answers = machine.answers({"text": "Which day was it?"})
    assert machine.json("act", reference, "question", "--answers", answers, member=school.dsl).code == 0


def test_a_phrase_shows_what_was_answered(machine: Machine, small_school: SmallSchool) -> None:
    filed = machine.file("concern", LEAST, "--anonymous").data
    asked(machine, small_school, filed["reference"])
    ran = machine.json("return", stdin=f"{filed['return_phrase'].upper()}\n")
    assert (ran.code, ran.data["reference"], ran.data["state"]) == (0, filed["reference"], "asked")
    assert [(each["author"], each["words"]) for each in ran.data["replies"]] == [
        (small_school.dsl.name, "Which day was it?")
    ]


def test_what_a_phrase_adds_reaches_the_readers(machine: Machine, small_school: SmallSchool) -> None:
    filed = machine.file("concern", LEAST, "--anonymous").data
    answers = machine.answers({"text": "It was the Tuesday."})
    ran = machine.json("return", "--add", answers, stdin=f"{filed['return_phrase']}\n")
    assert (ran.code, ran.data["added"]) == (0, "sent")
    shown = machine.json("show", filed["reference"], member=small_school.dsl).data
    assert [entry["kind"] for entry in shown["entries"] if entry["counts"]].count("addition") == 1


def test_wrong_words_are_one_clear_sentence(machine: Machine) -> None:
    ran = machine.json("return", stdin="antelope taco cartwheel spinach wreath\n")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Those words don’t match anything here.")


def test_what_a_member_has_sent_is_listed_with_what_came_back(machine: Machine, small_school: SmallSchool) -> None:
    filed = machine.file("concern", LEAST, member=small_school.ta).data
    asked(machine, small_school, filed["reference"])
    (item,) = machine.json("sent", member=small_school.ta).data
    assert (item["reference"], item["state"], item["replies"][0]["kind"]) == (filed["reference"], "asked", "question")


@pytest.mark.parametrize("kind", ["addition", "correction", "taking_back"])
def test_what_a_member_adds_reaches_the_readers(machine: Machine, small_school: SmallSchool, kind: str) -> None:
    filed = machine.file("concern", LEAST, member=small_school.ta).data
    answers = machine.answers({"text": "It was the Tuesday."})
    ran = machine.json("add", filed["reference"], "--kind", kind, "--answers", answers, member=small_school.ta)
    assert (ran.code, ran.data["kind"]) == (0, kind)
    shown = machine.json("show", filed["reference"], member=small_school.dsl).data
    assert [entry["kind"] for entry in shown["entries"] if entry["counts"]].count(kind) == 1


def test_nobody_adds_to_what_somebody_else_sent(machine: Machine, small_school: SmallSchool) -> None:
    filed = machine.file("concern", LEAST, member=small_school.ta).data
    answers = machine.answers({"text": "It was the Tuesday."})
    ran = machine.json("add", filed["reference"], "--answers", answers, member=small_school.dsl)
    assert (ran.code, ran.out) == (1, "")
