# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The invented schools' year: term dates that move a little, as in life."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@cache
def holidays(first_year: int, last_year: int) -> tuple[tuple[date, date], ...]:
    """First and last days of every holiday in the school years that begin in these years."""
    spans: list[tuple[date, date]] = []
    for year in range(first_year, last_year + 1):
        shift = timedelta(days=year % 4)
        spans += [
            (date(year, 7, 21), date(year, 9, 2)),
            (date(year, 10, 23) + shift, date(year, 10, 31) + shift),
            (date(year, 12, 20), date(year + 1, 1, 3)),
            (date(year + 1, 2, 12) + shift, date(year + 1, 2, 20) + shift),
            (date(year + 1, 3, 28) + shift, date(year + 1, 4, 11) + shift),
            (date(year + 1, 5, 24) + shift, date(year + 1, 6, 1) + shift),
        ]
    return tuple(spans)


def is_school_day(day: date) -> bool:
    """Say whether there is school on this day."""
    return day.weekday() < _SATURDAY and not any(
        first <= day <= last for first, last in holidays(day.year - 1, day.year)
    )


def school_days(first: date, last: date) -> Iterator[date]:
    """All days with school from the first to the last."""
    day = first
    while day <= last:
        if is_school_day(day):
            yield day
        day += timedelta(days=1)


def next_school_day(day: date) -> date:
    """This day, or the first after it on which there is school."""
    while not is_school_day(day):
        day += timedelta(days=1)
    return day
