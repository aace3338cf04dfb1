# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who would read a report about whom: the routing rules asked about everybody who matters to them (ux.md picture 10).

The same question before and after a change says what the change does, in the rules' own answer and not in ours.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.people import Person, PersonId, Role, School
from desktop.routing import RouteRequest, readers_in_full, route

_KIND = "concern.safeguarding"
_SOMEBODY = PersonId("f" * 32)
"""Stands for everybody without an office; nobody is listed under it, because ids are drawn at random."""

OFFICES = (Role.DSL, Role.HEAD, Role.GOVERNOR, Role.CHAIR)
"""About whom the rules say something else than about other people, beside those who hold them."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A concern about this person: who can open it, and who decides. `about` is None for anybody without an office.

    Without readers it must go to somebody outside.
    """

    about: PersonId | None
    readers: tuple[PersonId, ...]
    decides: PersonId | None


def question(school: School, kind: str, about: Iterable[PersonId]) -> tuple[School, RouteRequest]:
    """What to ask the rules about these people, and of which school; about nobody means anybody without an office."""
    with_somebody = {**school.people, _SOMEBODY: Person(person_id=_SOMEBODY, name="")}
    asked = msgspec.structs.replace(school, people=with_somebody)
    return asked, RouteRequest(kind=kind, concerned=tuple(sorted(about)) or (_SOMEBODY,))


def reading_about(school: School, about: PersonId | None, on: date) -> Reading:
    """Ask the rules about one person, on one day."""
    asked, request = question(school, _KIND, () if about is None else (about,))
    found = route(request, asked, on)
    return Reading(about=about, readers=readers_in_full(request, asked, on), decides=found.decision_maker)


def readings(school: School, on: date) -> tuple[Reading, ...]:
    """What holds for anybody without an office, then for each holder of one, in the order of picture 10."""
    return tuple(reading_about(school, about, on) for about in (None, *school.holding(OFFICES, on)))
