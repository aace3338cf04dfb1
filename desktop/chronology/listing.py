# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people (ux.md R4): who has anything on record for this reader, counted in words, never as a score."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from desktop.chronology.kinds import Kind, counted
from desktop.chronology.page import a_year_before
from desktop.chronology.tags import PERSON, Mark, marks
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
    tags = (tag for tag, _ in session.views.tags(PERSON))
    return people_of(machine.school.people.values(), marks(tags), machine.today())


def people_of(people: Iterable[Person], found: Iterable[Mark], today: date) -> People:
    """Count what there is about each person. Pure."""
    by_person: dict[PersonId, list[Mark]] = defaultdict(list)
    for mark in found:
        by_person[mark.person_id].append(mark)
    return People(listed=tuple(_listed(person, by_person.get(person.person_id, []), today) for person in people))


def _listed(person: Person, found: list[Mark], today: date) -> Listed:
    since = a_year_before(today)
    return Listed(
        person=person,
        counts=counted(mark.kind for mark in found if mark.day > since),
        total=len(found),
        newest=max((mark.day for mark in found), default=None),
        has_left=person.has_left(today),
    )
