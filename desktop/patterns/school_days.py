# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many school days lie between two days: what exposure and silence are counted in."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

DAYS_A_YEAR = 190
"""School days in a year (School Teachers' Pay and Conditions: 190 days on which pupils are taught)."""
TERMS_A_YEAR = 3
_SATURDAY = 5


class Break(Struct, frozen=True):
    """An ordinary holiday: month and day of its first and of its last day. It may run over the new year."""

    first: tuple[int, int]
    last: tuple[int, int]


class SchoolDays:
    """The school days of a stretch of time, counted once so that every later question is one subtraction."""

    def __init__(self, first: int, last: int, holidays: Sequence[tuple[date, date]], ordinary: Sequence[Break]) -> None:
        """Count from the ordinal `first` to `last`; `ordinary` holidays stand in where a year has none told."""
        self.first, self.last = first, last
        closed = {day for start, end in holidays for day in range(start.toordinal(), end.toordinal() + 1)}
        told = {date.fromordinal(day).year for day in closed}
        self._before = [0]
        for ordinal in range(first, last + 1):
            day = date.fromordinal(ordinal)
            is_off = ordinal in closed if day.year in told else _is_off(day, ordinary)
            self._before.append(self._before[-1] + (day.weekday() < _SATURDAY and not is_off))

    def before(self, day: int) -> int:
        """How many school days lie before this day, from the first day that was counted."""
        at = day - self.first
        return self._before[at] if 0 <= at < len(self._before) else self._before[0 if at < 0 else -1]

    def between(self, since: int, until: int) -> int:
        """How many school days there are from `since` to `until`, both included."""
        return self.before(until + 1) - self.before(since)

    @property
    def openings(self) -> Iterator[bool]:
        """For each day from the first one on: whether it is a school day."""
        return (after > before for before, after in pairwise(self._before))

    def is_open(self, day: int) -> bool:
        """Say whether this is a school day."""
        return self.between(day, day) == 1

    def ago(self, day: int, count: int) -> int:
        """The first of the last `count` school days up to this day; the first day counted where there are fewer."""
        wanted = self.before(day + 1) - count
        low, high = self.first, day
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.before(middle) <= wanted else (low, middle - 1)
        return low


def _is_off(day: date, ordinary: Sequence[Break]) -> bool:
    at = (day.month, day.day)
    return any(
        each.first <= at <= each.last if each.first <= each.last else at >= each.first or at <= each.last
        for each in ordinary
    )
