# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The days that a report is about: which may be chosen, which it is compared with, and the terms in them. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from desktop.cases.counted import TermRule, counting
from desktop.clocks.terms import terms
from desktop.declarations.gifts import SEPTEMBER, year_of
from desktop.faults import DeskFault
from desktop.people import Settings
from storage.errors import KnownError

_DAY = timedelta(days=1)


class Period(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From one day to another, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def has(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last

    @property
    def a_year_before(self) -> "Period":
        """The same days a year earlier: what its figures are compared with."""
        return Period(first=_year_back(self.first), last=_year_back(self.last))


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A term as a report names it: its name or none, the year in which it begins, and which of its days count."""

    name: str
    period: Period


def offered(today: date, staff: int) -> tuple[tuple[str, Period], ...]:
    """The periods to choose from, each by its name, the usual one first. A small school chooses between years."""
    year = Period(first=date(year_of(today), SEPTEMBER, 1), last=today)
    before = Period(first=_year_back(year.first), last=year.first - _DAY)
    twelve = Period(first=_year_back(today) + _DAY, last=today)
    whole = (("last_year", before), ("twelve_months", twelve))
    if staff < counting().small_staff:
        return whole[::-1]
    so_far = (("this_year", year),) if year.days >= counting().shortest_days else ()
    return (*so_far, *whole)


def check_period(period: Period, today: date, staff: int) -> None:
    """Refuse a period that a report must not be about.

    Raises KnownError(PERIOD_NOT_OVER, PERIOD_TOO_SHORT, YEARLY_ONLY).
    """
    if period.last > today:
        raise KnownError(DeskFault.PERIOD_NOT_OVER)
    if period.days < counting().shortest_days:
        raise KnownError(DeskFault.PERIOD_TOO_SHORT)
    if staff < counting().small_staff and period.days < counting().year_days:
        raise KnownError(DeskFault.YEARLY_ONLY)


def terms_in(period: Period, settings: Settings) -> tuple[Term, ...]:
    """The terms that begin or go on in a period, each with the days before it since the last one; cut at its ends.

    Half-terms are told as the terms that they make: no date in a report is finer.
    """
    found: list[Term] = []
    for term in _terms(period, settings):
        if term.period.first > period.last or term.period.last < period.first:
            continue
        if found and found[-1].name == term.name:
            found[-1] = _until(found[-1], term.period.last)
        else:
            since = found[-1].period.last + _DAY if found else period.first
            found.append(Term(name=term.name, period=Period(first=since, last=term.period.last)))
    # The parts of a period add up to it.
    return (*found[:-1], _until(found[-1], period.last)) if found else ()


def next_term(today: date, settings: Settings) -> date:
    """The day on which the next term begins: as the school has it, else by the usual dates."""
    usual = (date.fromisoformat(f"{today.year + on}-{rule.since}") for on in (0, 1) for rule in counting().terms)
    own = [first for first, _ in terms(settings) if first > today]
    return min(own or (day for day in usual if day > today))


def _terms(period: Period, settings: Settings) -> Iterator[Term]:
    told = terms(settings)
    if told and told[0][0] <= period.last and told[-1][1] >= period.first:
        yield from (Term(name=_name(first), period=Period(first=first, last=last)) for first, last in told)
        return
    for year in range(period.first.year - 1, period.last.year + 2):
        for rule in sorted(counting().terms, key=_since):
            first, last = (date.fromisoformat(f"{year}-{day}") for day in (rule.since, rule.until))
            yield Term(name=rule.name, period=Period(first=first, last=last))


def _until(term: Term, last: date) -> Term:
    return Term(name=term.name, period=Period(first=term.period.first, last=last))


def _since(rule: TermRule) -> str:
    return rule.since


def _name(first: date) -> str:
    """The name of the usual term in which a term begins; its middle lies at least a month on."""
    month_on = first + timedelta(days=31)
    day = f"{month_on:%m-%d}"
    return next(rule.name for rule in counting().terms if rule.since <= day <= rule.until)


def _year_back(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
