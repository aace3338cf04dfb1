# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The yardstick measures what it says: the same school each time, and a perfect and a silent engine judged as such."""

import pytest

from tests.patterns_yardstick.inventing import Invented, invent
from tests.patterns_yardstick.judging import Finding, Tally, stated_against_true


@pytest.fixture(scope="module")
def school() -> Invented:
    return invent("primary", 1)


def _told(school: Invented) -> list[Finding]:
    """What an engine would say that knew everything."""
    return [Finding((p.kind,), p.records, p.until, (0.1,), p.site) for p in school.planted]


def test_the_same_seed_invents_the_same_school(school: Invented) -> None:
    assert invent("primary", 1) == school


def test_the_school_with_nothing_planted_has_the_same_people(school: Invented) -> None:
    quiet = invent("primary", 1, planted=False)
    assert quiet.register.staff == school.register.staff
    assert not quiet.planted
    assert not quiet.decoys


def test_it_is_known_who_is_meant_in_every_record(school: Invented) -> None:
    register = school.register
    for records in (register.concerns, register.gifts, register.ties):
        assert {record.reference for record in records} <= school.subjects.keys()


def test_an_engine_that_knows_everything_finds_and_names_everything(school: Invented) -> None:
    tally = Tally()
    tally.judge(school, _told(school))
    assert tally.found == tally.named == tally.planted
    assert not tally.false


def test_an_engine_that_says_nothing_finds_nothing(school: Invented) -> None:
    tally = Tally()
    tally.judge(school, [])
    assert not tally.found


def test_a_prompt_about_something_else_is_counted_against_the_engine(school: Invented) -> None:
    planted = {reference for each in school.planted for reference in each.records}
    others = [record.reference for record in school.register.concerns if record.reference not in planted]
    tally = Tally()
    tally.judge(
        school, [Finding(("repeat_person",), frozenset(others[:3]), school.register.concerns[-1].reported_at.date())]
    )
    assert tally.false == {"repeat_person": 1}


def test_a_wrong_name_for_what_was_found_is_no_right_one(school: Invented) -> None:
    tally = Tally()
    tally.judge(school, [Finding(("another_kind",), each.records, each.until) for each in school.planted])
    assert sum(tally.found.values())
    assert not sum(tally.named.values())


def test_the_stated_chance_is_held_against_what_truly_happened(school: Invented) -> None:
    quiet = invent("primary", 1, planted=False)
    told = [Finding(("escalation",), frozenset(), quiet.register.concerns[0].reported_at.date(), (0.2,))] * 3
    assert list(stated_against_true([(quiet, told)])) == [("escalation", 3, 0.2, 3 / 9)]


def test_nine_names_in_ten_and_more_are_recognised_and_none_wrongly(school: Invented) -> None:
    tally = Tally()
    tally.judge(school, [])
    assert tally.names["right"] > 0.9 * sum(tally.names.values())
    assert not tally.names["wrong"]
