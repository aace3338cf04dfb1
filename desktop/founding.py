# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Founding a school, joining one from another computer, and keeping its staff list.

A school is founded with the vaults of everyone who signs its first statement; the paper key that can break glass is
made here, returned once and kept nowhere.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from desktop.directory import Plan, charter, founding, next_statement, profile_of
from desktop.faults import DeskFault
from desktop.importing.staff import StaffListReport, read_staff_list
from desktop.machine import Machine
from desktop.people import PersonId, Role
from desktop.phrases import fingerprint
from desktop.services import Candour
from desktop.session import Session
from storage.charter import KeyData, PeopleData
from storage.directory import extend, found
from storage.directory_store import fetch
from storage.enrolment import read_code, to_base32, write_code
from storage.errors import KnownError
from storage.exchange import lay_out
from storage.home import Place
from storage.keys import SigningSecret
from storage.slots import Cost
from storage.vault import Vault, check_passphrase, create_vault

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

    Raises KnownError(SCHOOL_THERE_ALREADY, TOO_FEW_OFFICERS, PASSPHRASE_SHORT, VAULT_*, EXCHANGE_*, DISK_*).
    """
    machine = candour.machine
    if machine.home.has_school():
        raise KnownError(DeskFault.SCHOOL_THERE_ALREADY)
    _check_officers(plan, passphrases)
    for passphrase in passphrases.values():
        check_passphrase(passphrase)
    machine.home.check_place_for_vaults()
    lay_out(exchange)
    vaults = [
        create_vault(machine.home.vault(person), person=person, passphrase=passphrase.encode(), cost=cost)
        for person, passphrase in passphrases.items()
    ]
    try:
        return _found(machine, plan, vaults, exchange)
    finally:
        for vault in vaults:
            vault.close()


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


def import_people(session: Session, data: bytes, *, dry_run: bool) -> StaffListReport:
    """Read a staff list and, unless it is a dry run, list whom it adds or changes. Refused rows change nothing.

    Raises KnownError(NOT_YOURS_TO_CHANGE, IMPORT_*, DISK_*).
    """
    machine = session.machine
    if not machine.state.holds_any(session.me, machine.state.charter.registrars):
        raise KnownError(DeskFault.NOT_YOURS_TO_CHANGE)
    people = tuple(machine.school.people.values())
    report = read_staff_list(data, people, new_person_id)
    changed = tuple(profile_of(person) for person in report.people)
    if changed and not dry_run:
        publish(machine, "people", PeopleData(set=changed), (session.vault.keys.signing,))
    return report


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
    machine.refresh()
    signed = next_statement(machine.state, kind, data, signers, machine.now())
    machine.accept(signed, extend(machine.state, signed))


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
        paper_key=_in_groups(to_base32(paper.seed, 52)),
    )


def _check_officers(plan: Plan, passphrases: Mapping[PersonId, str]) -> None:
    held = {role: {each.person_id for each in plan.appointments if each.role is role} for role in Role}
    officers = {person for role, people in held.items() if role.value in charter().officers for person in people}
    signing = officers & passphrases.keys()
    if not all(held[role] for role in _NEEDED) or len(signing) < charter().quorum:
        raise KnownError(DeskFault.TOO_FEW_OFFICERS)


def _in_groups(letters: str) -> str:
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))
