# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who works here, as a list for whoever keeps it."""

from datetime import date

import msgspec

from desktop.changing.telling import role_words
from desktop.people import Person, School
from storage.directory import DirectoryState


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One person, the roles they hold today in words, and whether anything can be sealed to them yet."""

    person: Person
    roles: tuple[str, ...]
    has_sign_in: bool
    has_left: bool


def staff_list(state: DirectoryState, school: School, today: date) -> tuple[Listed, ...]:
    """Everyone in the order of their names, those who have left at the end. `school` is the same directory read."""
    listed = (
        Listed(
            person=person,
            roles=tuple(role_words(role) for role in sorted(school.roles_of(person.person_id, today))),
            has_sign_in=bool(state.active_keys(person.person_id)),
            has_left=person.has_left(today),
        )
        for person in school.people.values()
    )
    return tuple(sorted(listed, key=lambda each: (each.has_left, each.person.name.casefold(), each.person.person_id)))
