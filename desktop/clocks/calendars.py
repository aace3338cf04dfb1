# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which days a school works: not weekends, not England's bank holidays, not its own closure days, not its holidays.

The bank holidays are a dated data pack (resources/calendars). A school gives its terms for so long as it knows them:
days between two of them are holidays, days before the first and after the last are not known to be. `known_until` says
where what is known ends.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

import resources

_SATURDAY = 5
_DAY = timedelta(days=1)

Term = tuple[date, date]
"""The first and the last day of a term, both included."""


class Closed(StrEnum):
    """Why a school is closed on a day."""

    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"
    SCHOOL_CLOSED = "school_closed"
    HOLIDAY = "holiday"


class ClosedDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day on which the school is closed. `name` is the bank holiday's, where it is one."""

    day: date
    why: Closed
    name: str = ""


class WorkingCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """The days that count. `covers_from` and `covers_until` (both included) bound the bank holidays that are known.

    `terms` are the first and last day of each, both included, earliest first; none where the school has given none.
    """

    edition: str
    source: str
    checked_on: date
    covers_from: date
    covers_until: date
    bank_holidays: Mapping[date, str]
    closures: frozenset[date] = frozenset()
    terms: tuple[Term, ...] = ()

    def closed(self, day: date) -> ClosedDay | None:
        """Say why the school is closed on this day; None on a working day."""
        if day in self.bank_holidays:
            return ClosedDay(day=day, why=Closed.BANK_HOLIDAY, name=self.bank_holidays[day])
        if day.weekday() >= _SATURDAY:
            return ClosedDay(day=day, why=Closed.WEEKEND)
        if day in self.closures:
            return ClosedDay(day=day, why=Closed.SCHOOL_CLOSED)
        return ClosedDay(day=day, why=Closed.HOLIDAY) if self._is_between_terms(day) else None

    def is_working(self, day: date) -> bool:
        """Say whether this is a working day."""
        return self.closed(day) is None

    def closed_days(self, first: date, last: date) -> tuple[ClosedDay, ...]:
        """List the closed days from one day to another, both included."""
        days = (first + _DAY * number for number in range((last - first).days + 1))
        return tuple(closed for closed in map(self.closed, days) if closed)

    def working_day_after(self, day: date, count: int) -> date:
        """Find the working day that is `count` working days after this day, which itself never counts."""
        while count > 0:
            day += _DAY
            count -= self.is_working(day)
        return day

    def knows(self, day: date) -> bool:
        """Say whether the bank holidays of that time are known, and the holidays where the school has given terms."""
        return self.covers_from <= day <= self.known_until

    @property
    def known_until(self) -> date:
        """The last day of which it is known whether the school works: of the bank holidays, or of the last term."""
        return min([self.covers_until, *(last for _, last in self.terms[-1:])])

    def _is_between_terms(self, day: date) -> bool:
        if not self.terms or not self.terms[0][0] <= day <= self.terms[-1][1]:
            return False
        return not any(first <= day <= last for first, last in self.terms)


class _BankHoliday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: date
    name: str


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    edition: str
    source: str
    checked_on: date
    covers_from: date
    covers_until: date
    bank_holidays: tuple[_BankHoliday, ...]


def load_calendar(closures: Iterable[date] = (), terms: Iterable[Term] = ()) -> WorkingCalendar:
    """Read the shipped bank holidays of England and add the school's own closure days and terms."""
    pack = msgspec.convert(tomllib.loads(resources.text("calendars/england.toml")), _Pack)
    return WorkingCalendar(
        edition=pack.edition,
        source=pack.source,
        checked_on=pack.checked_on,
        covers_from=pack.covers_from,
        covers_until=pack.covers_until,
        bank_holidays={holiday.day: holiday.name for holiday in pack.bank_holidays},
        closures=frozenset(closures),
        terms=tuple(sorted(terms)),
    )
