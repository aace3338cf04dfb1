# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why somebody was flagged, as of any day: worked out from what stood then, and never about its reader."""

from datetime import date, timedelta

import pytest

from desktop.chronology.flags import Flag, read_flags
from desktop.chronology.page import read_page
from tests.desktop.desks import Desks
from tests.school import Member

FIRST = date(2026, 3, 12)
REPORTS = 6


def _day(day: date) -> dict[str, str]:
    return {"certainty": "day", "date": day.isoformat()}


@pytest.fixture
def flagged(desks: Desks) -> date:
    """Six reports about the teacher in two weeks, from two people; the day of the last one."""
    school = desks.school
    for number in range(REPORTS):
        by = school.ta if number % 2 else school.deputy
        before = desks.candour.machine.today() - timedelta(days=1)
        told = {"what_happened": f"Alone with one pupil, number {number}.", "when": _day(before)}
        desks.concern(by, school.teacher, **told)
        desks.hands.forward(days=2)
    return desks.candour.machine.today()


def flags(desks: Desks, by: Member, about: Member, on: date) -> tuple[Flag, ...]:
    session = desks.of(by)
    session.sync()
    return read_flags(session, about.person_id, on)


def test_somebody_who_is_named_again_and_again_is_flagged(desks: Desks, flagged: date) -> None:
    found = flags(desks, desks.school.dsl, desks.school.teacher, flagged)
    assert found
    assert all(flag.sentence and flag.rule for flag in found)


def test_its_days_are_those_on_which_it_happened_as_the_marks_of_the_page(desks: Desks, flagged: date) -> None:
    (first, *_others) = flags(desks, desks.school.dsl, desks.school.teacher, flagged)
    page = read_page(desks.of(desks.school.dsl), desks.school.teacher.person_id)
    assert {*first.days} <= {item.happened for item in page.items}
    assert FIRST - timedelta(days=1) in first.days


def test_on_an_earlier_day_only_what_stood_then_counts(desks: Desks, flagged: date) -> None:
    assert flags(desks, desks.school.dsl, desks.school.teacher, FIRST) == ()
    for days in range(0, 12, 2):
        on = FIRST + timedelta(days=days)
        assert all(day <= on for flag in flags(desks, desks.school.dsl, desks.school.teacher, on) for day in flag.days)


def test_somebody_with_nothing_is_not_flagged(desks: Desks, flagged: date) -> None:
    assert flags(desks, desks.school.dsl, desks.school.supply, flagged) == ()


def test_nobody_reads_why_they_were_flagged_themselves(desks: Desks, flagged: date) -> None:
    assert flags(desks, desks.school.dsl, desks.school.dsl, flagged) == ()
