# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes that wait for signatures: who proposes what, who has signed, and what would come of it (security.md 3.2).

Everything is worked out from the entries of a vault and the directory; nothing is remembered beside them.
"""

from datetime import date
from enum import StrEnum

import msgspec

from desktop.changing.asking import may_propose, may_sign, new_holders
from desktop.changing.change import is_changeable
from desktop.changing.effects import Effect, effects
from desktop.directory import read_school
from desktop.faults import DeskFault
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.session import Session
from storage.directory import DirectoryState, extend, preview, signers_of, statement_data
from storage.entries import StoredEntry
from storage.errors import KnownError
from storage.proposals import ANSWER, PROPOSAL, Chain, agreed, proposed, refused
from storage.statements import SignedStatement


class Stage(StrEnum):
    """How far a proposal has come."""

    WAITING = "waiting"
    PUBLISHED = "published"
    OUTDATED = "outdated"
    TURNED_DOWN = "turned_down"


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal as this vault knows it. `effects` is worked out while it waits only.

    `may` are the officers who may sign it, `must` those who come into a role by it or add a vault;
    `signed` are distinct persons.
    """

    eid: str
    proposer: PersonId
    at: str
    said: tuple[msgspec.Struct, ...]
    stage: Stage
    may: frozenset[PersonId]
    must: frozenset[PersonId]
    signed: frozenset[PersonId]
    refused_by: PersonId | None = None
    reason: str = ""
    applies_on: date
    effects: tuple[Effect, ...] = ()
    chain: Chain = ()

    def waits_for(self, person: PersonId) -> bool:
        """Say whether this person's signature is asked for and has not come."""
        return self.stage is Stage.WAITING and person in self.may | self.must and person not in self.signed


def read_proposals(session: Session) -> tuple[Proposal, ...]:
    """Every proposal in the vault, the newest first. One that is out of form or nobody's is passed over."""
    answers: dict[str, list[StoredEntry]] = {}
    for stored in session.entries.of_kind(ANSWER):
        answers.setdefault(stored.entry.case, []).append(stored)
    found = []
    for stored in session.entries.of_kind(PROPOSAL):
        proposal = _read(session.machine, stored, answers.get(stored.entry.eid, []))
        if proposal is not None:
            found.append(proposal)
    return tuple(sorted(found, key=lambda each: (each.at, each.eid), reverse=True))


def find_proposal(session: Session, eid: str) -> Proposal:
    """Find one by its id or the beginning of it. Raises KnownError(NO_SUCH_PROPOSAL)."""
    found = [each for each in read_proposals(session) if len(eid) >= _SHORTEST and each.eid.startswith(eid)]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_PROPOSAL)
    return found[0]


_SHORTEST = 8


def suffices(state: DirectoryState, chain: Chain) -> bool:
    """Say whether the directory would take these statements with the signatures that they bear."""
    try:
        for signed in chain:
            state = extend(state, signed)
    except KnownError:
        return False
    return True


def foreseen(state: DirectoryState, chain: Chain) -> DirectoryState:
    """The directory as it would be, whoever has signed. Raises KnownError(DIRECTORY_REFUSED)."""
    for signed in chain:
        state = preview(state, signed)
    return state


def _read(machine: Machine, stored: StoredEntry, answers: list[StoredEntry]) -> Proposal | None:
    proposer = machine.person_of(stored.entry.author_kid)
    try:
        chain = proposed(stored.entry)
        said = tuple(statement_data(signed.statement()) for signed in chain)
    except KnownError:
        return None
    first = chain[0].statement()
    before = machine.state_at(first.n - 1)
    if proposer is None or before is None or before.head != first.prev or not all(map(is_changeable, said)):
        return None
    applies_on = max([machine.today(), *_days(said)])
    may = may_sign(before, read_school(before), said, machine.today())
    must = new_holders(before, said)
    proposal = Proposal(
        eid=stored.entry.eid,
        proposer=proposer,
        at=stored.entry.body.at,
        said=said,
        stage=Stage.WAITING,
        may=may,
        must=must,
        signed=frozenset(),
        applies_on=applies_on,
        chain=chain,
    )
    if not may_propose(said, proposer, may):
        return None
    for answer in answers:
        proposal = _answered(machine, proposal, answer)
    # The charter would count any officer; nobody's signature counts here who was not to be asked.
    proposal = msgspec.structs.replace(proposal, chain=_only_of(before, proposal.chain, may | must))
    signed = frozenset.intersection(*(signers_of(before, one) for one in proposal.chain))
    proposal = msgspec.structs.replace(proposal, signed=frozenset(map(PersonId, signed)))
    return _staged(machine, proposal, before)


def _only_of(before: DirectoryState, chain: Chain, people: frozenset[PersonId]) -> Chain:
    kids = {kid for kid, record in before.keys.items() if record.fact.person in people}
    return tuple(
        SignedStatement(one.body, {kid: each for kid, each in one.signatures.items() if kid in kids}) for one in chain
    )


def _answered(machine: Machine, proposal: Proposal, answer: StoredEntry) -> Proposal:
    """Count an answer of somebody who was asked; or of the proposer, who takes it back."""
    kid = answer.entry.author_kid
    record, person = machine.state.keys.get(kid), machine.person_of(kid)
    if record is None or person is None or record.revoked is not None:
        return proposal
    if person not in proposal.may | proposal.must | {proposal.proposer}:
        return proposal
    reason = refused(answer.entry)
    if reason is not None:
        return msgspec.structs.replace(proposal, refused_by=person, reason=reason)
    try:
        return msgspec.structs.replace(proposal, chain=agreed(answer.entry, proposal.chain))
    except KnownError:
        return proposal


def _staged(machine: Machine, proposal: Proposal, before: DirectoryState) -> Proposal:
    taken = machine.state_at(before.n + 1)
    if taken is not None and taken.head == proposal.chain[0].name:
        return msgspec.structs.replace(proposal, stage=Stage.PUBLISHED)
    if proposal.refused_by is None and taken is not None:
        return msgspec.structs.replace(proposal, stage=Stage.OUTDATED)
    if proposal.refused_by is not None:
        return msgspec.structs.replace(proposal, stage=Stage.TURNED_DOWN)
    try:
        after = foreseen(before, proposal.chain)
    except KnownError:
        return msgspec.structs.replace(proposal, stage=Stage.OUTDATED)
    found = effects(read_school(before), read_school(after), proposal.applies_on)
    return msgspec.structs.replace(proposal, effects=found)


def _days(said: tuple[msgspec.Struct, ...]) -> list[date]:
    """From when each says that it holds."""
    since = (getattr(one, "since", None) for one in said)
    return [date.fromisoformat(day) for day in since if day]
