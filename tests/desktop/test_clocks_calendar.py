# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped bank holidays and the days that a school works."""

from datetime import UTC, date, timedelta

import pytest

from desktop.clocks import Closed, SystemClock, load_calendar

CALENDAR = load_calendar([date(2026, 5, 22)])


def easter(year: int) -> date:
    """Work out Easter Sunday (the anonymous Gregorian method), to check the data against."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    part = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + part - 7 * ((a + 11 * h + 22 * part) // 451) + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", range(2023, 2029))
def test_good_friday_and_easter_monday_are_right(year: int) -> None:
    assert {easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)} <= set(CALENDAR.bank_holidays)


@pytest.mark.parametrize("year", range(2023, 2029))
def test_every_covered_year_has_its_eight_holidays_and_the_coronation(year: int) -> None:
    assert sum(day.year == year for day in CALENDAR.bank_holidays) == (9 if year == 2023 else 8)


def test_no_bank_holiday_stands_on_a_weekend() -> None:
    assert all(day.weekday() < 5 for day in CALENDAR.bank_holidays)


def test_the_calendar_knows_only_the_years_it_covers() -> None:
    assert {day.year for day in CALENDAR.bank_holidays} == set(range(2023, 2029))
    assert CALENDAR.knows(date(2028, 12, 31))
    assert not CALENDAR.knows(date(2029, 1, 1))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 3, 14), Closed.WEEKEND),
        (date(2026, 5, 25), Closed.BANK_HOLIDAY),
        (date(2026, 5, 22), Closed.SCHOOL_CLOSED),
    ],
)
def test_a_closed_day_says_why(day: date, why: Closed) -> None:
    closed = CALENDAR.closed(day)
    assert closed
    assert closed.why is why


def test_a_bank_holiday_says_its_name() -> None:
    closed = CALENDAR.closed(date(2026, 12, 28))
    assert closed
    assert closed.name == "Boxing Day (substitute day)"


def test_an_ordinary_tuesday_is_a_working_day() -> None:
    assert CALENDAR.is_working(date(2026, 3, 10))


def test_closed_days_are_listed_both_ends_included() -> None:
    listed = CALENDAR.closed_days(date(2026, 5, 22), date(2026, 5, 25))
    assert [closed.day.day for closed in listed] == [22, 23, 24, 25]


TERMS = [(date(2026, 11, 2), date(2026, 12, 18)), (date(2026, 9, 2), date(2026, 10, 23))]


class TestTerms:
    CALENDAR = load_calendar([date(2026, 9, 4)], TERMS)

    @pytest.mark.parametrize("day", [date(2026, 10, 26), date(2026, 10, 30)])
    def test_a_weekday_between_two_terms_is_a_holiday(self, day: date) -> None:
        closed = self.CALENDAR.closed(day)
        assert closed
        assert closed.why is Closed.HOLIDAY

    @pytest.mark.parametrize("day", [date(2026, 10, 23), date(2026, 11, 2), date(2026, 9, 2)])
    def test_the_first_and_last_days_of_term_are_working_days(self, day: date) -> None:
        assert self.CALENDAR.is_working(day)

    def test_a_closure_day_in_term_is_still_closed(self) -> None:
        assert not self.CALENDAR.is_working(date(2026, 9, 4))

    def test_days_outside_all_that_was_given_are_not_taken_for_holidays(self) -> None:
        assert self.CALENDAR.is_working(date(2026, 8, 26))
        assert self.CALENDAR.is_working(date(2027, 1, 6))

    def test_what_is_known_ends_with_the_last_term(self) -> None:
        assert self.CALENDAR.known_until == date(2026, 12, 18)
        assert self.CALENDAR.knows(date(2026, 12, 18))
        assert not self.CALENDAR.knows(date(2026, 12, 21))

    def test_terms_beyond_the_bank_holidays_make_nothing_known(self) -> None:
        assert load_calendar(terms=[(date(2029, 1, 8), date(2029, 3, 29))]).known_until == date(2028, 12, 31)


def test_without_terms_what_is_known_ends_with_the_bank_holidays() -> None:
    assert CALENDAR.known_until == date(2028, 12, 31)


def test_the_systems_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
