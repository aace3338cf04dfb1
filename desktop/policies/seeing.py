# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose confirmations and training somebody is sent (rule R33): only of them can they say who has still to. Pure."""

from collections.abc import Collection
from datetime import date

from desktop.people import Person, PersonId, School
from desktop.routing import RouteRequest, readers_in_full, readers_of_each

ROUTED_AS = "acknowledgement"
"""The kind of rule R33: an acknowledgement, training or induction."""


def readers_about(school: School, person: PersonId | None, today: date) -> tuple[PersonId, ...]:
    """Who reads what this person has read or was trained in; None: somebody who is not signed in."""
    return readers_in_full(_asked(person), school, today)


def people_seen(
    school: School, reader: PersonId, today: date, among: Collection[Person] | None = None
) -> tuple[Person, ...]:
    """Those of whom this reader is sent it, themselves among them. `among`: only of these; None: of everybody."""
    people = school.people.values() if among is None else among
    readers = readers_of_each((_asked(person.person_id) for person in people), school, today)
    each = zip(people, readers, strict=True)
    return tuple(person for person, sent in each if person.person_id == reader or reader in sent)


def _asked(person: PersonId | None) -> RouteRequest:
    concerned = () if person is None else (person,)
    return RouteRequest(kind=ROUTED_AS, concerned=concerned, reporter=person)
