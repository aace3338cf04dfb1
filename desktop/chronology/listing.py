# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people (ux.md R4): who has anything on record for this reader, counted in words, never as a score."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from desktop.chronology.kinds import Kind, counted
from desktop.chronology.page import a_year_before
from desktop.chronology.tags import OnRecord, on_record
from desktop.finding import PeopleIndex
from desktop.people import Person, PersonId
from desktop.session import Session


class Sort(StrEnum):
    """The order of the list."""

    NAME = "name"
    RECENT = "recent"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the list: what there is from the last twelve months, how much in all, and the newest day."""

    person: Person
    counts: Mapping[Kind, int]
    total: int
    newest: date | None
    has_left: bool


class People(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody whom the school lists, with what this reader may see about each."""

    listed: tuple[Listed, ...]

    def shown(self, typed: str = "", sort: Sort = Sort.NAME, *, everyone: bool = False) -> tuple[Listed, ...]:
        """Who is shown: those with anything on record, or everybody, whom a few typed letters find."""
        pool = [each for each in self.listed if everyone or each.total]
        if typed.strip():
            found = {person.person_id for person in PeopleIndex(each.person for each in pool).find(typed)}
            pool = [each for each in pool if each.person.person_id in found]
        by_name = sorted(pool, key=lambda each: (each.person.name.casefold(), each.person.person_id))
        if sort is Sort.NAME:
            return tuple(by_name)
        return tuple(sorted(by_name, key=lambda each: each.newest or date.min, reverse=True))


def read_people(session: Session) -> People:
    """Read the list. Looks at an index only: no case is opened."""
    machine = session.machine
    people, today = machine.school.people, machine.today()
    found = {person: on_record(session.views, person, a_year_before(today)) for person in people}
    return people_of(people.values(), found, today)


def people_of(people: Iterable[Person], found: Mapping[PersonId, OnRecord], today: date) -> People:
    """Say what there is about each person, of which the recent is what happened within a year. Pure."""
    return People(listed=tuple(_listed(person, found.get(person.person_id, OnRecord()), today) for person in people))


def _listed(person: Person, found: OnRecord, today: date) -> Listed:
    return Listed(
        person=person,
        counts=counted(found.recent),
        total=found.total,
        newest=found.newest,
        has_left=person.has_left(today),
    )
