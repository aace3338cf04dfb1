# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which duties there are, and on which days a school's terms make them due (resources/casework/duties.toml)."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Literal

import msgspec

import resources
from desktop.people import PersonId, Role, School, SchoolTerm


class Season(StrEnum):
    """A whole term: what a school set as two halves is one."""

    AUTUMN = "autumn"
    SPRING = "spring"
    SUMMER = "summer"


class Evidence(StrEnum):
    """What of the records shows how a duty stands (desktop.duties.evidence)."""

    GUIDANCE = "guidance"
    POLICIES = "policies"
    RETURNS = "returns"
    TRAINING = "training"
    CONTACTS = "contacts"
    REPORT = "report"
    YEAR_REPORT = "year_report"


class Where(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where evidence stands in the window: a place of the navigation, and what there."""

    place: str
    page: str


class Duty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One duty: `days` after the start, or before the end, of a term; `roles` see to it, the first that is held.

    `evidence` is what of the records shows how it stands; None where they show nothing.
    """

    duty_id: str
    title: str
    terms: frozenset[Season]
    at: Literal["start", "end"]
    days: int
    roles: tuple[Role, ...]
    source: str
    must_check: bool
    evidence: Evidence | None = None


class DutyRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole table. So many days before one is due it stands on the board; `overseers` see all of them."""

    remind_days: int
    overseers: frozenset[Role]
    evidence: Mapping[Evidence, Where]
    duties: tuple[Duty, ...]


class WholeTerm(msgspec.Struct, frozen=True):
    """A term of a school year, which is named by the calendar year in which it begins."""

    year: int
    season: Season
    first: date
    last: date

    @property
    def period(self) -> str:
        """Its name in an entry: "2026-autumn"."""
        return f"{self.year}-{self.season}"


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """A duty as it falls due in one term."""

    duty: Duty
    term: WholeTerm
    due: date

    @property
    def key(self) -> tuple[str, str]:
        """What an entry names it by: the duty and the term."""
        return self.duty.duty_id, self.term.period


@cache
def duty_rules() -> DutyRules:
    """The table that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("casework/duties.toml")), DutyRules)


def duty_of(duty_id: str) -> Duty | None:
    """The duty of this name; None where this Candour knows none."""
    return next((each for each in duty_rules().duties if each.duty_id == duty_id), None)


def whole_terms(terms: Iterable[SchoolTerm]) -> tuple[WholeTerm, ...]:
    """The terms that a school has set, halves put together, the earliest first.

    Which term one belongs to is told by the month of its first day: the summer term begins after Easter.
    """
    found: dict[tuple[int, Season], WholeTerm] = {}
    for each in sorted(terms, key=lambda term: term.first):
        year, season = _season(each.first)
        before = found.get((year, season))
        first, last = (before.first, max(before.last, each.last)) if before else (each.first, each.last)
        found[year, season] = WholeTerm(year, season, first, last)
    return tuple(found.values())


def occurrences(terms: Iterable[SchoolTerm]) -> tuple[Occurrence, ...]:
    """Every duty in every term that the school has set, in the order of their days."""
    whole = whole_terms(terms)
    every = (each for duty in duty_rules().duties for each in _of(duty, whole))
    return tuple(sorted(every, key=lambda each: (each.due, each.duty.duty_id)))


def owner_of(duty: Duty, school: School, today: date) -> PersonId | None:
    """Who sees to a duty: whoever holds the first of its offices that anybody holds."""
    return next(iter(school.holding(duty.roles, today)), None)


def sees(duty: Duty, school: School, person: PersonId, today: date) -> bool:
    """Say whether somebody is shown a duty, and may say that it was done: by one of its offices, or as an overseer."""
    return bool(school.roles_of(person, today) & {*duty.roles, *duty_rules().overseers})


def shown_to(duty: Duty, school: School, today: date) -> tuple[PersonId, ...]:
    """Everybody who is shown a duty: its own offices first, each person once."""
    return school.holding((*duty.roles, *sorted(duty_rules().overseers)), today)


def _of(duty: Duty, terms: Iterable[WholeTerm]) -> Iterator[Occurrence]:
    for term in terms:
        if term.season in duty.terms:
            days = timedelta(days=duty.days)
            yield Occurrence(duty=duty, term=term, due=term.first + days if duty.at == "start" else term.last - days)


def _season(first: date) -> tuple[int, Season]:
    if first.month >= _AUGUST:
        return first.year, Season.AUTUMN
    return first.year - 1, Season.SPRING if first.month < _APRIL else Season.SUMMER


_APRIL, _AUGUST = 4, 8
