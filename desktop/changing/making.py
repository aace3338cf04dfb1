# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Making a change: at once where one person may, otherwise as a proposal that others sign.

Nothing is ever applied to a directory that its signers have not seen: whatever is signed names the statement that it
follows, and one that has been overtaken is made again.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from desktop.changing.asking import may_propose, may_sign, new_holders
from desktop.changing.change import Said, check, type_of
from desktop.changing.proposals import Proposal, Stage, find_proposal, foreseen, read_proposals, suffices
from desktop.directory import next_statement
from desktop.faults import DeskFault
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.session import Session
from storage.charter import RoleData
from storage.errors import KnownError
from storage.keys import SigningSecret
from storage.proposals import ANSWER, PROPOSAL, Chain, proposal_data, refusal_data
from storage.statements import countersign
from storage.typed_codes import from_base32, plain_letters
from storage.vault import open_vault

_RULE = "R41"

Passphrases = Mapping[PersonId, str]
"""Of people who sign at this computer too, each with the passphrase of their own vault here."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a change: it holds now, or `proposal` names what waits for the signatures of `asked`."""

    proposal: str | None = None
    asked: frozenset[PersonId] = frozenset()

    @property
    def is_published(self) -> bool:
        """Say whether it holds now."""
        return self.proposal is None


def make_change(session: Session, said: Sequence[Said], here: Passphrases | None = None) -> Made:
    """Change the directory, or propose it. `here`: those who sign at this computer, with their passphrases.

    Raises KnownError(NOT_YOURS_TO_SIGN, NO_SUCH_PERSON, READER_WITHOUT_KEYS, NOTHING_TO_END, DAYS_REVERSED,
    CONFLICT_UNREADABLE, KEY_NOT_TRUSTED, WRONG_PASSPHRASE, CONTENT_TOO_LARGE, DISK_*, VAULT_*); nothing is changed.
    """
    machine = session.machine
    machine.refresh()
    state = machine.state
    chain = _written(machine, said, (session.vault.keys.signing,))
    if suffices(state, chain):
        machine.publish(chain)
        return Made()
    allowed, holders = may_sign(state, machine.school, said, machine.today()), new_holders(state, said)
    others = here or {}
    if not may_propose(said, session.me, allowed) or not others.keys() <= allowed | holders:
        raise KnownError(DeskFault.NOT_YOURS_TO_SIGN)
    keys = _signing(machine, others)
    chain = tuple(countersign(signed, keys) for signed in chain)
    if suffices(state, chain):
        machine.publish(chain)
        return Made()
    asked = (allowed | holders) - {session.me}
    return Made(_write(session, PROPOSAL, proposal_data(chain), asked), asked - others.keys())


def break_glass(machine: Machine, paper_key: str, said: RoleData) -> None:
    """Set or end an officer's role with the paper key alone: shown for ever in red on every computer.

    Raises KnownError(PAPER_KEY_REFUSED, NO_SUCH_PERSON, READER_WITHOUT_KEYS, NOTHING_TO_END, DAYS_REVERSED, DISK_*).
    """
    machine.refresh()
    check(machine.state, said)
    signed = next_statement(machine.state, "breakglass", said, (_paper(paper_key),), machine.now())
    if not suffices(machine.state, (signed,)):
        raise KnownError(DeskFault.PAPER_KEY_REFUSED)
    machine.publish((signed,))


def approve(session: Session, eid: str, here: Passphrases | None = None) -> Made:
    """Sign somebody's proposal; with the last signature that it needs, it holds. `here` as in `make_change`.

    Whoever has signed already may have others sign at this computer. Raises KnownError(NO_SUCH_PROPOSAL, PROPOSAL_OVER,
    NOT_YOURS_TO_SIGN, WRONG_PASSPHRASE, DISK_*, VAULT_*).
    """
    machine = session.machine
    machine.refresh()
    proposal = find_proposal(session, eid)
    _require_waiting(proposal)
    others = {person: typed for person, typed in (here or {}).items() if proposal.waits_for(person)}
    own = (session.vault.keys.signing,) if proposal.waits_for(session.me) else ()
    has_signed = session.me in proposal.signed
    if not own and not (has_signed and others):
        raise KnownError(DeskFault.NOT_YOURS_TO_SIGN)
    keys = (*own, *_signing(machine, others))
    chain = tuple(countersign(signed, keys) for signed in proposal.chain)
    _write(session, ANSWER, proposal_data(chain), _readers(proposal), case=proposal.eid)
    if suffices(machine.state, chain):
        machine.publish(chain)
        return Made()
    return Made(proposal.eid, (proposal.may | proposal.must) - proposal.signed - {session.me, *others})


def turn_down(session: Session, eid: str, reason: str) -> None:
    """Say no to a proposal, or take one's own back.

    Raises KnownError(NO_SUCH_PROPOSAL, PROPOSAL_OVER, NOT_YOURS_TO_SIGN, DISK_*, VAULT_*).
    """
    session.machine.refresh()
    proposal = find_proposal(session, eid)
    _require_waiting(proposal)
    if session.me != proposal.proposer and session.me not in proposal.may | proposal.must:
        raise KnownError(DeskFault.NOT_YOURS_TO_SIGN)
    _write(session, ANSWER, refusal_data(reason), _readers(proposal), case=proposal.eid)


def propose_again(session: Session, eid: str) -> Made:
    """Make a proposal anew that the directory has overtaken: everybody signs what they see now. Raises as above."""
    proposal = find_proposal(session, eid)
    if proposal.stage is not Stage.OUTDATED:
        raise KnownError(DeskFault.PROPOSAL_OVER)
    said = [one for one in proposal.said if isinstance(one, Said)]
    return make_change(session, said)


def settle(session: Session) -> tuple[Proposal, ...]:
    """Publish what has all its signatures by now, and read every proposal. Raises KnownError(DISK_*, VAULT_*)."""
    machine = session.machine
    proposals, before = read_proposals(session), machine.state
    for proposal in () if session.is_read_only else proposals:
        if proposal.stage is Stage.WAITING and suffices(machine.state, proposal.chain):
            machine.publish(proposal.chain)
    return proposals if machine.state is before else read_proposals(session)


def _written(machine: Machine, said: Sequence[Said], signers: Sequence[SigningSecret]) -> Chain:
    """Write statements one after the other from the directory as it stands; each is checked beside those before."""
    state, made = machine.state, []
    for one in said:
        check(state, one)
        signed = next_statement(state, type_of(one), one, signers, machine.now())
        state = foreseen(state, (signed,))
        made.append(signed)
    return tuple(made)


def _write(
    session: Session, kind: str, data: Mapping[str, object], people: frozenset[PersonId], case: str | None = None
) -> str:
    return session.write(session.machine.content(kind, data, _RULE, case), sorted(people)).entry.eid


def _readers(proposal: Proposal) -> frozenset[PersonId]:
    return proposal.may | proposal.must | {proposal.proposer}


def _signing(machine: Machine, here: Passphrases) -> tuple[SigningSecret, ...]:
    """The signing keys of vaults on this computer. Slow: it stretches each passphrase. Raises as `open_vault`."""
    keys = []
    for person, passphrase in here.items():
        with closing(open_vault(machine.home.vault(person), passphrase.encode())) as vault:
            keys.append(vault.keys.signing)
    return tuple(keys)


def _paper(typed: str) -> SigningSecret:
    try:
        return SigningSecret(from_base32(plain_letters(typed), 32))
    except (KnownError, ValueError):
        raise KnownError(DeskFault.PAPER_KEY_REFUSED) from None


def _require_waiting(proposal: Proposal) -> None:
    if proposal.stage is not Stage.WAITING:
        raise KnownError(DeskFault.PROPOSAL_OVER)
