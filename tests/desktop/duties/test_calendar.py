# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar of duties: terms drive the days, and what is overdue stands out until it is done or due again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.clocks import end_of_day
from desktop.duties.calendar import DoneBy, DutyLine, DutyState, duty_lines, in_school_year
from desktop.duties.items import duty_items
from desktop.duties.rules import Season, duty_rules, occurrences, owner_of, whole_terms
from desktop.duties.telling import duty_words, state_words, term_words
from desktop.people import PolicyLine, SchoolTerm
from tests.desktop.duties.years import HEAD, LEAD, TEACHER, TERMS, TODAY, school_with

DONE = DoneBy(author=HEAD, at=datetime(2026, 9, 30, 12, tzinfo=UTC), note="Minutes of 30 September")


def line(duty: str, term: str, today: date = TODAY, done: DoneBy | None = None) -> DutyLine:
    """A duty in a term, as the head sees it, and as it was done."""
    found = {(duty, term): done} if done else {}
    return next(each for each in duty_lines(school_with(), found, HEAD, today) if each.line_id == f"{duty} {term}")


def test_halves_of_a_term_are_one_and_easter_begins_the_summer() -> None:
    assert [(each.period, each.first, each.last) for each in whole_terms(TERMS)] == [
        ("2025-autumn", date(2025, 9, 1), date(2025, 12, 19)),
        ("2025-spring", date(2026, 1, 5), date(2026, 4, 1)),
        ("2025-summer", date(2026, 4, 17), date(2026, 7, 21)),
        ("2026-autumn", date(2026, 9, 2), date(2026, 12, 18)),
    ]


@pytest.mark.parametrize(
    ("duty", "due"),
    [
        ("guidance 2026-autumn", date(2026, 9, 30)),
        ("governors_report 2026-autumn", date(2026, 12, 4)),
        ("governors_report 2025-spring", date(2026, 3, 18)),
        ("governors_year 2025-summer", date(2026, 7, 7)),
    ],
)
def test_terms_drive_the_days(duty: str, due: date) -> None:
    assert {" ".join(each.key): each.due for each in occurrences(TERMS)}[duty] == due


def test_no_terms_no_duties() -> None:
    assert duty_lines(school_with(terms=()), {}, HEAD, TODAY) == ()


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 9, 1), DutyState.LATER),
        (date(2026, 9, 2), DutyState.SOON),
        (date(2026, 9, 30), DutyState.SOON),
        (date(2026, 10, 1), DutyState.OVERDUE),
    ],
)
def test_a_duty_is_due_through_its_day(today: date, state: DutyState) -> None:
    assert line("guidance", "2026-autumn", today).state is state


def test_what_was_done_says_by_whom_and_when() -> None:
    found = line("guidance", "2026-autumn", done=DONE)
    assert (found.state, found.done) == (DutyState.DONE, DONE)
    assert state_words(found, school_with()) == "Done, said Head on 30 Sep 2026"


def test_what_was_left_out_is_overdue_no_more_once_it_has_fallen_due_again() -> None:
    assert line("guidance", "2025-autumn").state is DutyState.LEFT_OUT
    assert line("guidance", "2026-autumn").state is DutyState.OVERDUE
    assert line("governors_year", "2025-summer").state is DutyState.OVERDUE


def test_others_are_shown_the_duties_of_their_own_offices() -> None:
    def shown(reader: object) -> set[str]:
        return {
            each.occurrence.duty.duty_id
            for each in duty_lines(school_with(), {}, HEAD if reader == "head" else LEAD, TODAY)
            if each.occurrence
        }

    assert shown("head") == {duty.duty_id for duty in duty_rules().duties}
    assert "guidance" in shown("lead")
    assert "governors_report" not in shown("lead")
    assert duty_lines(school_with(), {}, TEACHER, TODAY) == ()


def test_the_first_office_that_somebody_holds_sees_to_it() -> None:
    duties = {duty.duty_id: duty for duty in duty_rules().duties}
    assert owner_of(duties["guidance"], school_with(), TODAY) == LEAD
    assert owner_of(duties["drill"], school_with(), TODAY) == HEAD


@pytest.mark.parametrize(
    ("review", "due", "state"),
    [
        ("2026-10", date(2026, 10, 31), DutyState.OVERDUE),
        ("2026-11", date(2026, 11, 30), DutyState.SOON),
        ("2026-11-20", date(2026, 11, 20), DutyState.OVERDUE),
        ("2027-02", date(2027, 2, 28), DutyState.LATER),
    ],
)
def test_a_review_of_a_policy_is_due_on_its_day_or_the_last_of_its_month(
    review: str, due: date, state: DutyState
) -> None:
    school = school_with(PolicyLine(policy_id="code", title="Code", versions=("a",), review_due=review), terms=())
    [found] = duty_lines(school, {}, HEAD, TODAY)
    assert (found.due, found.state, duty_words(found)) == (due, state, "Review the policy “Code”")
    assert duty_lines(school, {}, LEAD, TODAY) == ()


def test_what_presses_stands_on_the_board_and_nothing_else() -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    lines = duty_lines(school_with(), {}, HEAD, TODAY)
    items = {each.item.eid: each.item for each in duty_items(lines, now)}
    assert items["guidance 2026-autumn"].due == end_of_day(date(2026, 9, 30))
    assert set(items) == {each.line_id for each in lines if each.state in {DutyState.OVERDUE, DutyState.SOON}}


def test_a_school_year_has_its_own_duties_and_whatever_presses() -> None:
    shown = in_school_year(duty_lines(school_with(), {}, HEAD, TODAY), TODAY)
    assert {each.line_id.rpartition(" ")[2] for each in shown} >= {"2026-autumn", "2025-summer"}
    assert "guidance 2025-autumn" not in {each.line_id for each in shown}


def test_terms_are_told_with_their_school_year() -> None:
    assert [term_words(season, 2099) for season in Season][1] == "spring term 2099/00"


def test_every_duty_names_its_source_and_an_office() -> None:
    assert all(duty.source and duty.roles and duty.title for duty in duty_rules().duties)


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 120)), max_size=8))
def test_each_duty_is_overdue_at_most_once_whatever_the_terms(told: list[tuple[date, int]]) -> None:
    terms = tuple(SchoolTerm(first=first, last=first + timedelta(days=days)) for first, days in told)
    lines = duty_lines(school_with(terms=terms), {}, HEAD, TODAY)
    late = [each.occurrence.duty.duty_id for each in lines if each.occurrence and each.state is DutyState.OVERDUE]
    assert len(late) == len(set(late))
