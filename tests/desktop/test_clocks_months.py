# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Counting in months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.clocks.months import months_after

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 2, 28), 36, date(2028, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 21), 12, date(2027, 11, 21)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_a_day_comes_again_on_the_last_day_of_a_month_that_is_too_short(day: date, months: int, due: date) -> None:
    assert months_after(day, months) == due


@given(DAYS, st.integers(0, 120))
def test_it_is_so_many_months_on_and_never_a_later_day_of_the_month(day: date, months: int) -> None:
    due = months_after(day, months)
    assert (due.year - day.year) * 12 + due.month - day.month == months
    assert due.day <= day.day


@given(DAYS, DAYS, st.integers(0, 120))
def test_what_was_done_later_is_never_due_before(first: date, second: date, months: int) -> None:
    earlier, later = sorted((first, second))
    assert months_after(earlier, months) <= months_after(later, months)
