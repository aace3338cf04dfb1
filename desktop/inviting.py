# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Inviting somebody to sign in on their own computer: a code, a request sealed to the registrars, one approval.

Whoever keeps the staff list makes the code and gives it by hand. On their own computer the person types it and chooses
a passphrase; their keys are made there and never leave it (security.md 3.2, 'Enrolling a member'). Whoever can sign in
already invites themselves, for another computer: then the request is sealed to their own vaults, and they approve it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.changing.making import Made, make_change
from desktop.faults import DeskFault
from desktop.filing import Delivery, send
from desktop.founding import publish
from desktop.machine import Machine
from desktop.passphrases import check_choice, known_names
from desktop.people import PersonId
from desktop.services import Candour
from desktop.session import Session
from storage.compose import compose_walk_up
from storage.constants import INVITATION_DAYS
from storage.entries import StoredEntry
from storage.errors import Fault, KnownError
from storage.invitation import (
    JOINING,
    Invitation,
    Invitations,
    Joining,
    joining,
    key_data,
    matches,
    new_secret,
    read_invitation,
    read_joining,
    write_invitation,
)
from storage.keys import SigningSecret, key_id
from storage.slots import Cost
from storage.vault import Vault, create_vault, open_vault

_RULE = "joining"


class Answer(StrEnum):
    """What the inviter's vault says about a request."""

    MATCHES = "matches"
    WRONG = "wrong"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that nobody has used yet, and the code to give to that person."""

    person: PersonId
    code: str
    until: date


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody has asked to be let in. `eid` names the entry in which they did."""

    eid: str
    person: PersonId
    answer: Answer
    needs_second: bool


def invite(session: Session, person: PersonId) -> Invited:
    """Make an invitation for somebody who cannot sign in yet, or for oneself, in place of the one before.

    Raises KnownError(NOT_YOURS_TO_CHANGE, NO_SUCH_PERSON, SIGN_IN_THERE_ALREADY).
    """
    machine = session.machine
    _check_may_invite(session, person)
    if machine.school.has_left(person, machine.today()) or person not in machine.school.people:
        raise KnownError(DeskFault.NO_SUCH_PERSON)
    if person != session.me and machine.state.active_keys(person):
        raise KnownError(DeskFault.SIGN_IN_THERE_ALREADY)
    made = Invitation(person, new_secret(), machine.today() + timedelta(days=INVITATION_DAYS))
    Invitations(session.vault.database).put(made)
    return _invited(made)


def invited(session: Session) -> tuple[Invited, ...]:
    """The invitations of this vault that still hold and were not used."""
    today = session.machine.today()
    made = Invitations(session.vault.database).all()
    return tuple(_invited(each) for each in made if each.until >= today)


def take_back(session: Session, person: PersonId) -> None:
    """Take an invitation back: its code is good for nothing from now on."""
    Invitations(session.vault.database).drop(person)


def ask_to_join(candour: Candour, person: PersonId, code: str, passphrase: str, cost: Cost) -> Delivery:
    """Make a vault for somebody on this computer, and ask to have it admitted. Slow: it stretches a passphrase.

    Whoever has a vault elsewhere is asked themselves: nobody else vouches for a further one. Otherwise registrars are.

    Raises KnownError(CODE_REFUSED, PASSPHRASE_*, SIGN_IN_THERE_ALREADY, NO_READER_KEYS, WRONG_PASSPHRASE, DISK_*);
    whoever asks again types the same passphrase again.
    """
    machine = candour.machine
    secret = read_invitation(code)
    machine.refresh()
    check_choice(passphrase, known_names(machine.school, person))
    audience = machine.audience((person,) if machine.state.active_keys(person) else _registrars(machine))
    vault = _vault(machine, person, passphrase, cost)
    try:
        vault.belong_to(machine.state.school)
        if vault.kid in machine.state.keys:
            raise KnownError(DeskFault.SIGN_IN_THERE_ALREADY)
        asked = joining(secret, machine.state.school, person, vault.keys)
    finally:
        vault.close()
    data: dict[str, object] = {field: getattr(asked, field) for field in Joining.__struct_fields__}
    content = machine.content(JOINING, data, _RULE)
    return send(machine, compose_walk_up(content, audience, machine.state.school, machine.school.people[person].name))


def requests(session: Session) -> tuple[Request, ...]:
    """Who has asked, of those whom this vault has invited; the newest request of each vault, none that is settled."""
    made = {each.person: each for each in Invitations(session.vault.database).all()}
    known = session.machine.state.keys
    found: dict[str, Request] = {}
    for stored in sorted(session.entries.of_kind(JOINING), key=lambda each: each.received_at):
        asked = read_joining(stored.entry.body.data)
        if asked is not None and asked.person in made and key_id(bytes.fromhex(asked.sign)) not in known:
            found[asked.sign] = _request(session, stored, asked, made[asked.person])
    return tuple(found.values())


def approve(session: Session, eid: str, second: Vault | None = None) -> PersonId:
    """Admit the vault of a request; `second` is an open vault of another officer, for somebody who reads reports.

    Raises KnownError(NOBODY_ASKED, INVITATION_WRONG, INVITATION_OVER, SECOND_OFFICER_NEEDED, NOT_YOURS_TO_CHANGE).
    """
    asked = _approvable(session, eid)
    signers = [session.vault.keys.signing, *([second.keys.signing] if second else [])]
    _publish(session, asked, signers)
    Invitations(session.vault.database).drop(asked.person)
    return PersonId(asked.person)


def approve_and_ask(session: Session, eid: str) -> Made:
    """Approve one's own further vault; where another officer has to sign too, ask them on their computers.

    Raises what `approve` raises but SECOND_OFFICER_NEEDED, and NOT_YOURS_TO_SIGN for somebody else's vault.
    """
    asked = _approvable(session, eid)
    made = make_change(session, (key_data(asked),))
    Invitations(session.vault.database).drop(asked.person)
    return made


def _approvable(session: Session, eid: str) -> Joining:
    """What was asked for in a request with the right code."""
    request = next((each for each in requests(session) if each.eid == eid), None)
    stored = session.entries.get(eid)
    asked = read_joining(stored.entry.body.data) if stored else None
    if request is None or asked is None:
        raise KnownError(DeskFault.NOBODY_ASKED)
    _check_may_invite(session, request.person)
    if request.answer is not Answer.MATCHES:
        wrong = request.answer is Answer.WRONG
        raise KnownError(DeskFault.INVITATION_WRONG if wrong else DeskFault.INVITATION_OVER)
    return asked


def approve_with(session: Session, eid: str, officer: PersonId, passphrase: str) -> PersonId:
    """Admit the vault of a request together with another officer, whose vault is on this computer too. Slow.

    Raises what `approve` raises, and KnownError(WRONG_PASSPHRASE, VAULT_*).
    """
    vault = open_vault(session.machine.home.vault(officer), passphrase.encode())
    try:
        return approve(session, eid, vault)
    finally:
        vault.close()


def _publish(session: Session, asked: Joining, signers: list[SigningSecret]) -> None:
    machine = session.machine
    try:
        publish(machine, "key", key_data(asked), signers)
    except KnownError as error:
        if error.code is not Fault.DIRECTORY_REFUSED:
            raise
        raise KnownError(DeskFault.SECOND_OFFICER_NEEDED) from None


def _request(session: Session, stored: StoredEntry, asked: Joining, invitation: Invitation) -> Request:
    machine, person = session.machine, PersonId(asked.person)
    answer = Answer.MATCHES if matches(invitation.secret, machine.state.school, asked) else Answer.WRONG
    is_settled = person != session.me and machine.state.active_keys(person)
    if answer is Answer.MATCHES and (invitation.until < machine.today() or is_settled):
        answer = Answer.OVER
    guarded = machine.state.holds_any(person, machine.state.charter.guarded)
    return Request(stored.entry.eid, person, answer, guarded)


def _vault(machine: Machine, person: PersonId, passphrase: str, cost: Cost) -> Vault:
    """The person's vault here: the one with which they asked before, or a new one."""
    folder = machine.home.vault(person)
    if folder.exists():
        return open_vault(folder, passphrase.encode())
    machine.home.check_place_for_vaults()
    return create_vault(folder, person=person, passphrase=passphrase.encode(), cost=cost)


def _registrars(machine: Machine) -> tuple[PersonId, ...]:
    roles = machine.state.charter.registrars
    held = (fact.person for fact in machine.state.roles if fact.role in roles)
    return tuple(dict.fromkeys(PersonId(person) for person in held))


def _check_may_invite(session: Session, person: PersonId) -> None:
    """Whoever keeps the staff list invites others; anybody invites themselves to another computer of theirs."""
    state = session.machine.state
    if person != session.me and not state.holds_any(session.me, state.charter.registrars):
        raise KnownError(DeskFault.NOT_YOURS_TO_CHANGE)


def _invited(made: Invitation) -> Invited:
    return Invited(PersonId(made.person), write_invitation(made.secret), made.until)
