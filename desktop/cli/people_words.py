# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""People and routes as the command line says them."""

from collections.abc import Iterable

from desktop.people import PersonId, School
from desktop.routing import Reader, Route
from desktop.routing.explain import sentences, words


def name_of(school: School, person: PersonId | None) -> str:
    """A listed person's name, or a dash."""
    listed = school.people.get(person) if person else None
    return listed.name if listed else "-"


def readers_as_data(school: School, readers: Iterable[Reader]) -> list[dict[str, str]]:
    """Readers as JSON: id, name, role in words, and how much of it they read."""
    roles = words()["role"]
    return [
        {
            "id": reader.person_id,
            "name": name_of(school, reader.person_id),
            "role": roles[reader.role],
            "part": reader.part.value,
        }
        for reader in readers
    ]


def route_as_data(school: School, route: Route) -> dict[str, object]:
    """A route as JSON: who reads, who does not and why, by which rule, and the steps that led there."""
    return {
        "readers": readers_as_data(school, route.readers),
        "excluded": [
            {"id": each.person_id, "name": name_of(school, each.person_id), "reason": each.reason.value}
            for each in route.excluded
        ],
        "rule": route.rule,
        "column": route.column.value,
        "fallbacks": [
            {
                "instead_of": step.instead_of.value if step.instead_of else None,
                "tried": step.tried.value,
                "reached": step.person_id,
            }
            for step in route.fallback
        ],
        "decision_maker": route.decision_maker,
        "outside": route.outside,
        "contacts": list(route.contacts),
        "cautions": [caution.value for caution in route.cautions],
        "explanation": list(sentences(route, school)),
    }
