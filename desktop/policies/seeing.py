# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose confirmations and training somebody is sent (rule R33): only of them can they say who has still to. Pure."""

from datetime import date

from desktop.people import Person, PersonId, School
from desktop.routing import RouteRequest, readers_in_full

ROUTED_AS = "acknowledgement"
"""The kind of rule R33: an acknowledgement, training or induction."""


def readers_about(school: School, person: PersonId | None, today: date) -> tuple[PersonId, ...]:
    """Who reads what this person has read or was trained in; None: somebody who is not signed in."""
    concerned = () if person is None else (person,)
    return readers_in_full(RouteRequest(kind=ROUTED_AS, concerned=concerned, reporter=person), school, today)


def people_seen(school: School, reader: PersonId, today: date) -> tuple[Person, ...]:
    """Those of whom this reader is sent it, themselves among them."""
    return tuple(
        person
        for person in school.people.values()
        if person.person_id == reader or reader in readers_about(school, person.person_id, today)
    )
