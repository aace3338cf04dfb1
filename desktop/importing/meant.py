# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a name in an old log means. A name as it is listed is that person; any other is only proposed, never taken."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from desktop.importing.log_columns import LogKind
from desktop.importing.log_rows import Cells
from desktop.importing.names import exact_key, without_title
from desktop.importing.old_records import name_cell
from desktop.importing.staff_columns import staff_words
from desktop.patterns.from_cases import staff_member
from desktop.patterns.names import Names
from desktop.people import Person, PersonId

_ROLE_CELLS = {"subject": "subject_role", "declarant": "declarant_role", "recipient": "recipient_role"}


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """Who is meant by a name: one listed person, or whom it may mean, likeliest first; neither for nobody listed."""

    person: PersonId | None = None
    perhaps: tuple[PersonId, ...] = ()


class Meanings:
    """The staff list, made ready to be asked about the names of an old log. `by_hand` is what somebody said of them."""

    def __init__(
        self, people: Mapping[PersonId, Person], by_hand: Mapping[str, PersonId], *, takes_likely: bool
    ) -> None:
        """Take the people listed; with `takes_likely`, a name that can only mean one of them is taken to mean them."""
        self._titles = staff_words().titles
        self._by_hand = {exact_key(name): person for name, person in by_hand.items()}
        self._takes_likely = takes_likely
        self._listed: dict[str, list[PersonId]] = {}
        for person in people.values():
            for name in {exact_key(each) for each in (person.name, *person.aliases)}:
                self._listed.setdefault(name, []).append(person.person_id)
        aliases: dict[str, tuple[str, ...]] = {
            each.person_id: (*each.aliases, *_called(each)) for each in people.values()
        }
        self._names = Names(map(staff_member, people.values()), aliases)

    def of(self, kind: LogKind, cells: Cells, on: date) -> Meant:
        """Say whom a row names as the adult whom it is about. `on` is the day on which it was recorded."""
        column = name_cell(kind, cells)
        role, site = cells.get(_ROLE_CELLS.get(column, ""), ""), cells.get("site", "")
        return self.of_name(cells.get(column, ""), role=role, site=site, on=on)

    def of_name(self, written: str, *, on: date, role: str = "", site: str = "") -> Meant:
        """Say whom a name means, with the job and the site that stand beside it."""
        if person := self._by_hand.get(exact_key(written)):
            return Meant(person=person)
        listed = self._listed.get(exact_key(self._in_order(written)), [])
        if len(listed) == 1:
            return Meant(person=listed[0])
        found = self._names.of(written, role=role, department="", site=site, on=on)
        if found.person and self._takes_likely:
            return Meant(person=PersonId(found.person))
        return Meant(perhaps=tuple(map(PersonId, (found.person,) if found.person else found.candidates)))

    def _in_order(self, written: str) -> str:
        """The name with its surname last and without a title."""
        surname, comma, forename = written.partition(",")
        return without_title(f"{forename} {surname}".strip() if comma else written, self._titles)


def _called(person: Person) -> tuple[str, ...]:
    """The name that they go by, with their surname."""
    return (f"{person.known_as} {person.name.rpartition(' ')[2]}",) if person.known_as else ()


def names_of(people: Mapping[PersonId, Person], ids: Iterable[PersonId]) -> str:
    """The names of these people in a row, for a sentence."""
    return ", ".join(people[each].name for each in ids if each in people)
