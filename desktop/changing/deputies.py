# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order several holders of one role are asked: the first reads, the next stands in (requirements.md §9)."""

from collections.abc import Sequence

from desktop.changing.change import appointed
from desktop.people import Appointment, PersonId, Role, School
from storage.charter import RoleData

ORDERED = (Role.DEPUTY_DSL, Role.DEPUTY_HEAD, Role.VICE_CHAIR)
"""The roles whose holders come one after the other."""


def last_place(school: School, role: Role, person: PersonId) -> int:
    """The place of somebody who comes into a role: their own where they hold it, otherwise behind everybody.

    In a role that one person holds at a time nobody has a place: 0.
    """
    if role not in ORDERED:
        return 0
    held = [each for each in school.appointments if each.role is role]
    own = [each.order for each in held if each.person_id == person]
    return own[0] if own else max((each.order + 1 for each in held), default=0)


def reordered(school: School, role: Role, people: Sequence[PersonId]) -> tuple[RoleData, ...]:
    """Give the holders of a role this order: a change for each whose place becomes another one."""
    held = {each.person_id: each for each in school.appointments if each.role is role}
    return tuple(_at(held[person], place) for place, person in enumerate(people) if held[person].order != place)


def _at(held: Appointment, place: int) -> RoleData:
    return appointed(held.role, held.person_id, held.since, held.until, place)
