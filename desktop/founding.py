# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Founding a school, joining one from another computer, and keeping its staff list.

A school is founded with the vaults of everyone who signs its first statement; the paper key that can break glass is
made here, returned once and kept nowhere.
"""

import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from desktop.changing.terms import check_terms
from desktop.directory import Plan, charter, founding, next_statement, profile_of
from desktop.faults import DeskFault
from desktop.forms.lists import check_lists, check_places
from desktop.importing.column_choice import ColumnChoice
from desktop.importing.staff import StaffListReport, read_staff_list
from desktop.machine import Machine
from desktop.passphrases import check_choice, known_names
from desktop.people import PersonId, Role
from desktop.phrases import fingerprint
from desktop.services import Candour
from desktop.session import Session
from storage.charter import KeyData, PeopleData, PersonFact
from storage.constants import STATEMENT_MAX
from storage.directory import extend, found
from storage.directory_store import fetch
from storage.enrolment import read_code, write_code
from storage.errors import Fault, KnownError
from storage.exchange import lay_out
from storage.home import Place
from storage.keys import SigningSecret
from storage.slots import Cost
from storage.typed_codes import in_groups, to_base32
from storage.vault import Vault, create_vault, open_vault

_BATCH_BYTES = STATEMENT_MAX // 2
_NEEDED = (Role.HEAD, Role.DSL, Role.CHAIR)


@dataclass(frozen=True, slots=True)
class Founded:
    """A new school. `paper_key` is shown once, to be printed twice and locked away; nobody can ask for it again."""

    school_id: str
    fingerprint: str
    enrolment_code: str
    paper_key: str = field(repr=False)


def found_school(
    candour: Candour, plan: Plan, passphrases: Mapping[PersonId, str], exchange: Path, cost: Cost
) -> Founded:
    """Found a school on this machine, with a vault for everyone who has a passphrase here.

    Raises KnownError(SCHOOL_THERE_ALREADY, TOO_FEW_OFFICERS, TERMS_REFUSED, NO_SUCH_LIST, TERM_KEPT, WORD_REFUSED,
    LIST_FULL, PASSPHRASE_*, VAULT_*, EXCHANGE_*, DISK_*).
    """
    machine = candour.machine
    if machine.home.has_school():
        raise KnownError(DeskFault.SCHOOL_THERE_ALREADY)
    _check_officers(plan, passphrases)
    check_lists(plan.settings.vocabularies)
    check_places(plan.settings.places)
    check_terms(plan.settings.terms)
    names = {person.person_id: person.name for person in plan.people}
    for person, passphrase in passphrases.items():
        check_choice(passphrase, (plan.name, names.get(person, "")))
    machine.home.check_place_for_vaults()
    lay_out(exchange)
    vaults: list[Vault] = []
    try:
        for person, passphrase in passphrases.items():
            folder = machine.home.vault(person)
            vaults.append(create_vault(folder, person=person, passphrase=passphrase.encode(), cost=cost))
        return _found(machine, plan, vaults, exchange)
    finally:
        for vault in vaults:
            vault.close()
        if not machine.home.has_school():
            # Half a founding must not stand in the way of the next one.
            for folder in (*(vault.folder for vault in vaults), machine.home.directory):
                shutil.rmtree(folder, ignore_errors=True)


def join_school(candour: Candour, exchange: Path, code: str) -> str:
    """Pin this machine to the school of an enrolment code. Returns the school's fingerprint words to compare.

    Raises KnownError(CODE_REFUSED, DIRECTORY_REFUSED, SCHOOL_THERE_ALREADY, EXCHANGE_*, DISK_*).
    """
    machine = candour.machine
    if machine.home.has_school():
        raise KnownError(DeskFault.SCHOOL_THERE_ALREADY)
    pin = read_code(code)
    chain = fetch(machine.exchange_at(exchange), pin.school, (pin.n, pin.head))
    for signed in chain:
        machine.directory.add(signed)
    school = chain[0].name
    machine.home.settle(Place(school=school, n=pin.n, head=pin.head, exchange=str(exchange)))
    return fingerprint(school)


def enrolment_code(machine: Machine) -> str:
    """The code for another PC: this school, no older than its directory is now."""
    state = machine.state
    return write_code(state.school, state.n, state.head)


def import_people(
    session: Session, data: bytes, choice: ColumnChoice | None = None, *, dry_run: bool
) -> StaffListReport:
    """Read a staff list and, unless it is a dry run, list whom it adds or changes. Refused rows change nothing.

    `choice` says which column is which, where the file's headings are not to be gone by.

    Raises KnownError(NOT_YOURS_TO_CHANGE, IMPORT_*, DISK_*), and KnownError(OVERSIGHT_NOT_YOURS) without changing
    anything when a row changes what is listed of somebody who oversees the school.
    """
    machine = session.machine
    if not machine.state.holds_any(session.me, machine.state.charter.registrars):
        raise KnownError(DeskFault.NOT_YOURS_TO_CHANGE)
    people = tuple(machine.school.people.values())
    report = read_staff_list(data, people, new_person_id, choice)
    if not dry_run:
        lots = tuple(PeopleData(set=batch) for batch in _batches(profile_of(person) for person in report.people))
        try:
            publish_together(machine, [("people", lot) for lot in lots], (session.vault.keys.signing,))
        except KnownError as error:
            refused = error.code is Fault.DIRECTORY_REFUSED
            raise KnownError(DeskFault.OVERSIGHT_NOT_YOURS) if refused else error from None
    return report


def make_sign_in(session: Session, person: PersonId, passphrase: str, cost: Cost) -> None:
    """Make the first sign-in of somebody without an office, on this computer; whoever is signed in vouches for them.

    Raises KnownError(NOT_YOURS_TO_CHANGE, SIGN_IN_NOT_YOURS, PASSPHRASE_*, VAULT_EXISTS, DISK_*); nothing is made.
    """
    machine = session.machine
    if not machine.state.holds_any(session.me, machine.state.charter.registrars):
        raise KnownError(DeskFault.NOT_YOURS_TO_CHANGE)
    check_choice(passphrase, known_names(machine.school, person))
    folder = machine.home.vault(person)
    if folder.exists() and not machine.state.active_keys(person):  # begun before, and killed before it was listed
        vault = open_vault(folder, passphrase.encode())
    else:
        vault = create_vault(folder, person=person, passphrase=passphrase.encode(), cost=cost)
    try:
        admit(machine, vault, (session.vault.keys.signing,))
    except KnownError as error:
        shutil.rmtree(folder)
        refused = error.code is Fault.DIRECTORY_REFUSED
        raise KnownError(DeskFault.SIGN_IN_NOT_YOURS) if refused else error from None
    finally:
        vault.close()


def admit(machine: Machine, vault: Vault, signers: Sequence[SigningSecret]) -> None:
    """List a vault's keys in the directory, so that things can be sealed to its person. The vault signs for itself.

    Raises KnownError(DIRECTORY_REFUSED) when the signers may not admit this person's vault.
    """
    vault.belong_to(machine.state.school)
    public = vault.keys.public
    data = KeyData(person=vault.person, sign=public.sign, seal=public.seal)
    publish(machine, "key", data, (*signers, vault.keys.signing))


def publish(machine: Machine, kind: str, data: msgspec.Struct, signers: Sequence[SigningSecret]) -> None:
    """Sign the next directory statement, keep it and publish it. A carrier out of reach gets it at the next look.

    Raises KnownError(DIRECTORY_REFUSED) when the signatures do not suffice.
    """
    publish_together(machine, ((kind, data),), signers)


def publish_together(
    machine: Machine, statements: Sequence[tuple[str, msgspec.Struct]], signers: Sequence[SigningSecret]
) -> None:
    """Publish these statements, each of a kind and with its data, or, where one of them is refused, none.

    Raises KnownError(DIRECTORY_REFUSED, DISK_*).
    """
    machine.refresh()
    state, chain = machine.state, []
    for kind, data in statements:
        chain.append(next_statement(state, kind, data, signers, machine.now()))
        state = extend(state, chain[-1])
    machine.publish(chain)


def new_person_id() -> PersonId:
    """Make the id of a person who is listed for the first time."""
    return PersonId(secrets.token_hex(16))


def _found(machine: Machine, plan: Plan, vaults: Sequence[Vault], exchange: Path) -> Founded:
    paper = SigningSecret(secrets.token_bytes(32))
    keys = {PersonId(vault.person): vault.keys.public for vault in vaults}
    signed = founding(plan, keys, paper, tuple(vault.keys.signing for vault in vaults), machine.now())
    state = found(signed)
    for vault in vaults:
        vault.belong_to(state.school)
    machine.directory.add(signed)
    machine.home.settle(Place(school=state.school, n=state.n, head=state.head, exchange=str(exchange)))
    machine.refresh()
    return Founded(
        school_id=state.school,
        fingerprint=fingerprint(state.school),
        enrolment_code=write_code(state.school, state.n, state.head),
        paper_key=in_groups(to_base32(paper.seed, 52), 4),
    )


def _batches(people: Iterable[PersonFact]) -> Iterator[tuple[PersonFact, ...]]:
    """Put people together so that each lot fits into one statement."""
    batch: list[PersonFact] = []
    size = 0
    for person in people:
        length = len(msgspec.json.encode(person))
        if batch and size + length > _BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(person)
        size += length
    if batch:
        yield tuple(batch)


def _check_officers(plan: Plan, passphrases: Mapping[PersonId, str]) -> None:
    held = {role: {each.person_id for each in plan.appointments if each.role is role} for role in Role}
    officers = {person for role, people in held.items() if role.value in charter().officers for person in people}
    signing = officers & passphrases.keys()
    if not all(held[role] for role in _NEEDED) or len(signing) < charter().quorum:
        raise KnownError(DeskFault.TOO_FEW_OFFICERS)
