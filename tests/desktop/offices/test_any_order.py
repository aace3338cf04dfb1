# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real vaults, in whatever order people write, come into offices, leave them, and look at the shared folder."""

from random import Random

import pytest

from desktop.cases.rows import POLICY_CONFIRMED
from desktop.offices.audience import people_for
from desktop.people import PersonId, Role
from desktop.policies.confirming import Confirmed, confirm
from desktop.training.acting import record_training
from tests.desktop.cases.test_acting import roles_end
from tests.desktop.desks import Desks
from tests.desktop.registers.offices import appoint
from tests.desktop.training.test_acting import said
from tests.sampling import some
from tests.school import Member

STEPS = 14
SEEDS = [(str(seed), seed) for seed in range(30)]
OFFICES = (Role.DSL, Role.BUSINESS_MANAGER, Role.HEAD)


class Told:
    """A school at work, with whoever was ever to read what is about somebody."""

    def __init__(self, desks: Desks, by: Random) -> None:
        self.desks, self.by = desks, by
        self.people = tuple(member for member in desks.school.members if member.passphrase)
        self.ever: dict[PersonId, set[PersonId]] = {each.person_id: set() for each in self.people}
        self.about: dict[str, tuple[PersonId, PersonId]] = {}
        """Whom each entry is about, and who wrote it."""
        self._note()

    def readers(self, person: PersonId) -> frozenset[PersonId]:
        """Who reads what is about somebody today, themselves among them."""
        machine = self.desks.candour.machine
        return frozenset(people_for(f"staff:{person}", machine.school, machine.today()))

    def _note(self) -> None:
        for person in self.ever:
            self.ever[person] |= self.readers(person)

    def step(self) -> None:
        """Something happens."""
        member = self.by.choice(self.people)
        what = self.by.choice([self.confirm, self.train, self.appoint, self.end, self.look, self.look])
        what(member)
        self._note()

    def confirm(self, member: Member) -> None:
        session = self.desks.of(member)
        confirm(session, Confirmed(policy="code", version="ab" * 32))
        mine = (mark.eid for mark in session.entries.marks([POLICY_CONFIRMED]) if mark.author == session.vault.kid)
        self.about |= dict.fromkeys(mine, (member.person_id, member.person_id))

    def train(self, member: Member) -> None:
        kept = record_training(self.desks.of(self.desks.school.head), said(member))
        self.about[kept.entry.eid] = (member.person_id, self.desks.school.head.person_id)

    def appoint(self, member: Member) -> None:
        appoint(self.desks, self.by.choice(OFFICES), member)

    def end(self, member: Member) -> None:
        roles = self.desks.candour.school.roles_of(member.person_id, self.desks.candour.machine.today())
        for role in sorted(roles.intersection(OFFICES)):
            if member not in {self.desks.school.head, self.desks.school.chair}:
                roles_end(self.desks, role.value, member)

    def look(self, member: Member) -> None:
        self.desks.sync(member)


@pytest.mark.parametrize("seed", some(SEEDS, 30))
def test_each_reader_of_today_holds_it_and_nobody_who_never_was_one(desks: Desks, seed: int) -> None:
    told = Told(desks, Random(seed))  # noqa: S311 - it decides about a test
    for _ in range(STEPS):
        told.step()
    for _ in range(4):
        desks.sync()
    for eid, (person, author) in told.about.items():
        holders = {each.person_id for each in told.people if desks.of(each).entries.get(eid) is not None}
        assert told.readers(person) & set(told.ever) <= holders
        assert holders <= {*told.ever[person], author}
