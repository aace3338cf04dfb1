# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By when somebody has to have their own data (UK GDPR Articles 12(3) and 12A; practice.md R52)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.access.clock import AccessClock, Step, Taken, read_clock
from desktop.clocks import load_calendar

CALENDAR = load_calendar()
CAME = date(2026, 3, 3)


def clock(*steps: tuple[Step, date], came: date = CAME) -> AccessClock:
    return read_clock(came, [Taken(step=step, on=on) for step, on in steps], CALENDAR)


def test_it_is_due_on_the_same_day_of_the_next_month_or_on_the_working_day_after_it() -> None:
    assert clock(came=date(2026, 3, 12)).due == date(2026, 4, 13)  # the 12th is a Sunday


@pytest.mark.parametrize(
    ("came", "due"),
    [
        (date(2026, 1, 30), date(2026, 3, 2)),  # the last of February is a Saturday
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2025, 11, 25), date(2025, 12, 29)),  # Christmas and a weekend
        (date(2026, 12, 10), date(2027, 1, 11)),
    ],
)
def test_where_there_is_no_such_day_it_is_the_last_of_the_month_and_a_holiday_moves_it_on(
    came: date, due: date
) -> None:
    assert clock(came=came).due == due


def test_it_runs_from_when_it_was_clear_who_asks_where_that_had_to_be_asked() -> None:
    asked = (Step.IDENTITY_ASKED, date(2026, 3, 4))
    assert clock(asked, (Step.IDENTITY_CHECKED, date(2026, 3, 9))).begins == date(2026, 3, 9)


def test_knowing_them_anyway_gives_no_more_time() -> None:
    assert clock((Step.IDENTITY_CHECKED, date(2026, 3, 9))).begins == CAME


def test_it_stands_still_until_they_show_who_they_are_and_no_day_is_added_before_they_have() -> None:
    waiting = clock((Step.IDENTITY_ASKED, date(2026, 3, 4)))
    assert (waiting.waits_for, waiting.due) == (Step.IDENTITY_CHECKED, clock().due)


def test_waiting_for_what_they_mean_does_not_count() -> None:
    paused = clock((Step.CLARIFICATION_ASKED, date(2026, 3, 5)), (Step.CLARIFICATION_GIVEN, date(2026, 3, 10)))
    assert (paused.paused_days, paused.due) == (6, date(2026, 4, 9))


def test_two_questions_at_once_stop_the_clock_once() -> None:
    asked = [(Step.CLARIFICATION_ASKED, CAME + timedelta(days=day)) for day in (2, 3)]
    assert clock(*asked, (Step.CLARIFICATION_GIVEN, CAME + timedelta(days=5))).paused_days == 4


def test_two_months_more_are_added_where_that_was_told_within_the_first() -> None:
    assert clock((Step.EXTENDED, date(2026, 4, 7))).due == date(2026, 6, 3)


def test_told_after_the_first_month_they_are_not() -> None:
    late = clock((Step.EXTENDED, date(2026, 4, 8)))
    assert (late.is_extended, late.due) == (False, date(2026, 4, 7))


def test_time_of_waiting_belongs_to_the_first_month_too() -> None:
    pause = ((Step.CLARIFICATION_ASKED, date(2026, 3, 5)), (Step.CLARIFICATION_GIVEN, date(2026, 3, 10)))
    assert clock(*pause, (Step.EXTENDED, date(2026, 4, 9))).is_extended


days = st.dates(date(2026, 1, 1), date(2027, 6, 1))
steps = st.lists(st.builds(Taken, step=st.sampled_from(Step), on=days), max_size=8)


@given(came=days, taken=steps)
def test_nothing_that_is_recorded_makes_it_due_earlier_than_a_month_or_on_a_day_off(
    came: date, taken: list[Taken]
) -> None:
    found = read_clock(came, taken, CALENDAR)
    assert came + timedelta(days=28) <= found.first_due <= found.due
    assert CALENDAR.is_working(found.due)
    assert found.received <= found.begins
