# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers by name on every form, or, where the school has chosen that, by what they are (ux.md A1, "Who sees what").

Only how they are called: who reads, and whom one can find in a room, stays as it is.
"""

from datetime import date

import msgspec

from desktop.changing.telling import role_words
from desktop.people import Person, Role, School


def as_called(school: School, on: date) -> School:
    """The school for whoever is told who reads: itself, or with readers called by their first role, or their job."""
    if school.settings.readers_named:
        return school
    people = {
        person: _by_role(school, listed, on) if school.has_office(person) else listed
        for person, listed in school.people.items()
    }
    return msgspec.structs.replace(school, people=people)


def _by_role(school: School, person: Person, on: date) -> Person:
    role = next((role for role in Role if person.person_id in school.holders(role, on)), None)
    title = role_words(role.value) if role else person.job
    article = "a" if role and len(school.holders(role, on)) > 1 else "the"
    called = f"{article} {title}" if title else role_words("senior_leader")
    return msgspec.structs.replace(person, name=called, known_as=called)
