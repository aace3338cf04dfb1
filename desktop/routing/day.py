# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who holds what in a school on one day: appointments, absences and formal cover taken together.

Whoever formally covers for an absent role-holder holds that role on that day; people who have left hold nothing
(requirements.md §10 rule 12). Nothing here knows what a record is about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.people import PersonId, Role, School, WorkerType
from desktop.routing.values import Capacity, Column

_SEVERAL_ROLES: Mapping[Capacity, tuple[Role, ...]] = {
    Capacity.BOARD: (Role.CHAIR, Role.VICE_CHAIR, Role.GOVERNOR),
    Capacity.SENIOR_LEADER: (Role.HEAD, Role.DEPUTY_HEAD),
}


@dataclass(frozen=True)
class Day:
    """One school on one day."""

    school: School
    today: date

    def works_here(self, person: PersonId) -> bool:
        """Say whether they are listed and have not left."""
        listed = self.school.people.get(person)
        return listed is not None and not listed.has_left(self.today)

    def is_away(self, person: PersonId) -> bool:
        """Say whether they are absent, covered or not."""
        return self.school.absence(person, self.today) is not None

    def cover_path(self, person: PersonId) -> tuple[PersonId, ...]:
        """The person, who covers for them, who covers for that one, and so on; nobody if they have left."""
        path = [person] if self.works_here(person) else []
        while path and (cover := self._cover(path[-1])) and cover not in path and self.works_here(cover):
            path.append(cover)
        return tuple(path)

    def in_place_of(self, people: Iterable[PersonId]) -> tuple[PersonId, ...]:
        """Each of these people, or whoever covers for them. Somebody whom nobody covers stays, and is still away."""
        return tuple(dict.fromkeys(last for person in people for last in self.cover_path(person)[-1:]))

    @cached_property
    def appointed(self) -> Mapping[Role, tuple[PersonId, ...]]:
        """Everyone who is appointed to each role today, first deputy first, away or not."""
        return {role: self.school.holders(role, self.today) for role in Role}

    @cached_property
    def holders(self) -> Mapping[Role, frozenset[PersonId]]:
        """Everyone who holds each role today, by appointment or as cover, away or not."""
        every = self.appointed.items()
        return {role: frozenset(p for each in people for p in self.cover_path(each)) for role, people in every}

    @cached_property
    def _held(self) -> Mapping[PersonId, frozenset[Role]]:
        every = frozenset().union(*self.holders.values())
        return {each: frozenset(role for role, people in self.holders.items() if each in people) for each in every}

    def roles(self, person: PersonId) -> frozenset[Role]:
        """The roles that they hold today, by appointment or as cover."""
        return self._held.get(person, frozenset())

    def column(self, person: PersonId, offices: Mapping[Column, frozenset[Role]]) -> Column:
        """The column that a person concerned falls into: their highest office decides (rule 1)."""
        held = self.roles(person)
        if self.works_here(person) and self.school.people[person].worker_type is WorkerType.GOVERNOR:
            held |= {Role.GOVERNOR}
        return next((column for column in Column if held & offices.get(column, frozenset())), Column.WORKER)

    def named(self, capacity: Capacity, person: PersonId | None) -> tuple[PersonId, ...]:
        """Everyone with this capacity, away or not, first deputy first; managers are those of the person given."""
        match capacity:
            case Capacity.LINE_MANAGER | Capacity.THEIR_LINE_MANAGER:
                return self._managers(person)[:1]
            case Capacity.MANAGERS_MANAGER | Capacity.THEIR_MANAGERS_MANAGER:
                return self._managers(person)[1:]
            case Capacity.ANOTHER_MANAGER:
                return tuple(sorted({p.manager for p in self.school.people.values() if p.manager}))
            case Capacity.EVERYONE:
                return tuple(sorted(self.school.people))
            case _:
                roles = _SEVERAL_ROLES.get(capacity) or (Role(capacity.value),)
                return tuple(dict.fromkeys(person for role in roles for person in self.appointed[role]))

    def _cover(self, person: PersonId) -> PersonId | None:
        absence = self.school.absence(person, self.today)
        return absence.cover if absence else None

    def _managers(self, person: PersonId | None) -> tuple[PersonId, ...]:
        """Their manager and that manager's manager, as far as there are any."""
        first = self._manager(person)
        return tuple(manager for manager in (first, self._manager(first)) if manager)

    def _manager(self, person: PersonId | None) -> PersonId | None:
        listed = self.school.people.get(person) if person else None
        return listed.manager if listed else None
