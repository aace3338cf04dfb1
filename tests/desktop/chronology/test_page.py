# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's page: what one reader may see about them, by when it happened, today and on any earlier day (F15)."""

from datetime import date, timedelta

import pytest

from desktop.cases.case import Phase
from desktop.chronology.kinds import Kind
from desktop.chronology.page import PersonPage, a_year_before, read_page
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.school import Member

TODAY = date(2026, 3, 12)
A_DAY = timedelta(days=1)


def page(desks: Desks, by: Member, about: Member | None = None, on: date | None = None) -> PersonPage:
    """Somebody's page as one reader sees it, after a look at the exchange."""
    session = desks.of(by)
    session.sync()
    return read_page(session, (about or desks.school.teacher).person_id, on)


def happened(on: date) -> dict[str, object]:
    """The answer that something happened on a day."""
    return {"when": {"certainty": "day", "date": on.isoformat()}}


def test_records_stand_by_when_they_happened(desks: Desks) -> None:
    school = desks.school
    earlier = desks.concern(school.ta, school.teacher)
    told_later = desks.concern(school.ta, school.teacher, **happened(date(2026, 1, 20)))
    items = page(desks, school.dsl).items
    assert [item.case_id for item in items] == [earlier, told_later]
    assert (items[1].happened, items[1].recorded) == (date(2026, 1, 20), TODAY)


def test_a_record_that_gives_no_day_stands_where_it_was_recorded(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    item = page(desks, desks.school.dsl).items[0]
    assert (item.happened, item.is_told) == (TODAY, False)


def test_concerns_stand_beside_what_somebody_declared(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.teacher)
    desks.of(school.teacher).file("gift", {"direction": "offered", "what_happened": "A hamper.", "worth": 4500})
    assert page(desks, school.head).counts == {Kind.CONCERN: 1, Kind.DECLARATION: 1}


def test_a_tie_stands_on_both_peoples_pages(desks: Desks) -> None:
    school = desks.school
    other = [{"person": school.ta.person_id}]
    tie: dict[str, object] = {"tie": "friend", "state": "current", "other_party": other}
    desks.of(school.teacher).file("relationship", tie)
    assert page(desks, school.head).items[0].declared_by == ""
    assert page(desks, school.head, school.ta).items[0].declared_by == school.teacher.name


def test_what_a_reader_may_not_see_is_not_on_the_page(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.head)
    assert page(desks, school.dsl, school.head).items == ()
    assert len(page(desks, school.chair, school.head).items) == 1


def test_it_says_who_can_see_how_much_of_it(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.teacher)
    sights = {sight.name: (sight.count, sight.is_me) for sight in page(desks, school.dsl).seen_by}
    assert sights == {school.dsl.name: (1, True), school.head.name: (1, False)}


def test_open_actions_of_all_records_stand_together(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    action = {"what": "Ask the LADO", "owner": school.dsl.person_id, "due": "2026-03-20"}
    desks.act(school.dsl, case, "action", action)
    (found,) = page(desks, school.dsl).actions
    assert (found.case_id, found.action.what, found.owner) == (case, "Ask the LADO", school.dsl.name)


@pytest.mark.parametrize(("on", "counted"), [(date(2025, 3, 12), 0), (date(2025, 3, 13), 1)])
def test_twelve_months_are_counted(desks: Desks, on: date, counted: int) -> None:
    desks.concern(desks.school.ta, desks.school.teacher, **happened(on))
    found = page(desks, desks.school.dsl)
    assert (len(found.items), len(found.recent)) == (1, counted)


def test_a_year_before_a_leap_day_is_a_day_that_there_was() -> None:
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)


# Looking back


@pytest.fixture
def decided(desks: Desks) -> str:
    """A case reported on the 12th about the 2nd of March, and decided on the 14th."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher, **happened(date(2026, 3, 2)))
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.hands.forward(days=2)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    return case


def test_nothing_is_known_before_it_was_recorded(desks: Desks, decided: str) -> None:
    assert page(desks, desks.school.dsl, on=TODAY - A_DAY).items == ()
    assert [item.case_id for item in page(desks, desks.school.dsl, on=TODAY).items] == [decided]


@pytest.mark.usefixtures("decided")
def test_a_decision_is_not_known_before_it_was_taken(desks: Desks) -> None:
    dsl = desks.school.dsl
    before, after = page(desks, dsl, on=TODAY + A_DAY).items[0], page(desks, dsl, on=TODAY + 2 * A_DAY).items[0]
    assert (before.row.phase, before.decided, before.row.outcome) == (Phase.TO_DECIDE, None, "")
    assert (after.decided, after.row.outcome) == (TODAY + 2 * A_DAY, "T3")


@pytest.mark.usefixtures("decided")
def test_twelve_months_are_counted_back_from_the_day_that_is_shown(desks: Desks) -> None:
    desks.hands.forward(days=370)
    assert page(desks, desks.school.dsl).counts == {}
    assert page(desks, desks.school.dsl, on=TODAY).counts == {Kind.CONCERN: 1}


@pytest.mark.usefixtures("decided")
def test_a_day_in_the_future_is_today(desks: Desks) -> None:
    today = TODAY + 2 * A_DAY
    assert page(desks, desks.school.dsl, on=date(2030, 1, 1)) == page(desks, desks.school.dsl, on=today)
