# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ground on which everything is measured: a school of four in a folder that is thrown away."""

import time
from dataclasses import dataclass
from pathlib import Path

from desktop.directory import Plan
from desktop.founding import found_school, new_person_id
from desktop.people import Appointment, Person, PersonId, Role
from desktop.services import Candour, open_candour
from desktop.session import Session
from storage.slots import FLOOR

_PASSPHRASE = "measure twice, cut once"
_PEOPLE = (("Head", Role.HEAD), ("Lead", Role.DSL), ("Chair", Role.CHAIR), ("Teacher", None))


@dataclass(frozen=True, slots=True)
class Ground:
    """The school and who is in it, in the order head, lead, chair, teacher, others. The first three have vaults."""

    home: Path
    candour: Candour
    people: tuple[PersonId, ...]
    passphrase: str = _PASSPHRASE

    def sign_in(self, number: int) -> Session:
        """Open the vault of one of them."""
        return self.candour.sign_in(self.people[number], self.passphrase)


def founded(folder: Path, others: int = 0) -> Ground:
    """Found the school, with so many others on its staff list."""
    candour = open_candour(folder / "home")
    people = tuple(new_person_id() for _ in _PEOPLE)
    staff = [Person(person_id=pid, name=name) for pid, (name, _) in zip(people, _PEOPLE, strict=True)]
    staff += [Person(person_id=new_person_id(), name=f"Colleague {number}") for number in range(others)]
    plan = Plan(
        name="Bench",
        people=tuple(staff),
        appointments=tuple(
            Appointment(role=role, person_id=pid) for pid, (_, role) in zip(people, _PEOPLE, strict=True) if role
        ),
    )
    phrases = {pid: _PASSPHRASE for pid, (_, role) in zip(people, _PEOPLE, strict=True) if role}
    found_school(candour, plan, phrases, folder / "exchange", FLOOR)
    return Ground(folder / "home", candour, tuple(person.person_id for person in staff))


def answers(teacher: PersonId) -> dict[str, object]:
    """What is filed: an ordinary concern of ordinary length."""
    words = (
        "They let a child stay in at break to help with a display, with the door closed, and it has happened before. "
    )
    return {"about": teacher, "what_happened": words * 8, "risk_now": "no", "child_affected": "yes"}


def now() -> float:
    """A clock that only runs forwards, in seconds."""
    return time.perf_counter()
