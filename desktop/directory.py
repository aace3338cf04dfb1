# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The school as the rules see it, read from the signed directory; and the statements that change it.

Storage counts signatures and roles without knowing what they mean; here they become people, roles and settings. A
profile that a newer Candour wrote is read as far as it is understood, so that an old PC can still file.
"""

import contextlib
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import msgspec

import resources
from desktop.people import Absence, Appointment, ConflictPair, Person, PersonId, Role, School, Settings
from storage.charter import AbsenceFact, Charter, ConflictFact, Genesis, KeyFact, PersonFact, RoleFact
from storage.constants import SLOTS
from storage.directory import DirectoryState
from storage.keys import PublicKeys, SigningSecret
from storage.statements import SignedStatement, Statement, sign_statement


@cache
def charter() -> Charter:
    """The charter that Candour founds schools with."""
    return msgspec.convert(tomllib.loads(resources.text("school/charter.toml")), Charter)


def read_school(state: DirectoryState) -> School:
    """Read a directory state as a school."""
    return School(
        school_id=state.school,
        name=state.name,
        version=state.n,
        version_hash=state.head,
        people={PersonId(pid): _person(pid, profile) for pid, profile in state.people.items()},
        appointments=tuple(found for fact in state.roles if (found := _appointment(fact))),
        absences=tuple(_absence(fact) for fact in state.absences),
        conflicts=tuple(_conflict(fact) for fact in state.conflicts),
        settings=_settings(state.settings),
    )


def profile_of(person: Person) -> PersonFact:
    """Write a person as the directory lists them."""
    profile: dict[str, object] = msgspec.to_builtins(person)
    profile.pop("person_id")
    return PersonFact(
        id=person.person_id, profile={name: value for name, value in profile.items() if value or value == 0}
    )


def role_fact(appointment: Appointment) -> RoleFact:
    """Write an appointment as the directory holds it."""
    return msgspec.convert(msgspec.to_builtins(_renamed(appointment)), RoleFact)


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a school is founded with."""

    name: str
    people: tuple[Person, ...]
    appointments: tuple[Appointment, ...]
    settings: Settings = Settings()


def founding(
    plan: Plan,
    keys: Mapping[PersonId, PublicKeys],
    recovery: SigningSecret,
    signers: Sequence[SigningSecret],
    at: datetime,
) -> SignedStatement:
    """Write the founding statement of a school, signed by every vault that it names. `recovery` is the paper key."""
    genesis = Genesis(
        name=plan.name,
        recovery=recovery.public.hex(),
        charter=charter(),
        slots=SLOTS[0],
        people=tuple(profile_of(person) for person in plan.people),
        keys=tuple(KeyFact(person=pid, sign=public.sign, seal=public.seal) for pid, public in keys.items()),
        roles=tuple(role_fact(appointment) for appointment in plan.appointments),
        settings=msgspec.to_builtins(plan.settings),
    )
    statement = Statement(v=1, n=1, type="genesis", at=_moment(at), data=msgspec.to_builtins(genesis))
    return sign_statement(statement, tuple(signers))


def next_statement(
    state: DirectoryState, kind: str, data: msgspec.Struct, signers: Sequence[SigningSecret], at: datetime
) -> SignedStatement:
    """Write the statement that follows a state. Whether its signatures suffice is decided where it is applied."""
    content: dict[str, object] = msgspec.to_builtins(data)
    statement = Statement(
        v=1, n=state.n + 1, type=kind, at=_moment(at), data=content, school=state.school, prev=state.head
    )
    return sign_statement(statement, tuple(signers))


def _person(pid: str, profile: Mapping[str, object]) -> Person:
    return Person(**{"name": pid, **_understood(profile, Person), "person_id": PersonId(pid)})


def _appointment(fact: RoleFact) -> Appointment | None:
    """Read an appointment; a role that this Candour does not know leads to nobody here."""
    if fact.role not in set(Role):
        return None
    return Appointment(
        role=Role(fact.role),
        person_id=PersonId(fact.person),
        order=fact.order,
        since=_day(fact.since),
        until=_day(fact.until),
    )


def _absence(fact: AbsenceFact) -> Absence:
    cover = None if fact.cover is None else PersonId(fact.cover)
    return Absence(person_id=PersonId(fact.person), since=_day(fact.since), until=_day(fact.until), cover=cover)


def _conflict(fact: ConflictFact) -> ConflictPair:
    about = None if fact.about is None else PersonId(fact.about)
    return ConflictPair(reader=PersonId(fact.reader), about=about, about_employer=fact.employer, until=_day(fact.until))


def _settings(stated: Mapping[str, object]) -> Settings:
    return Settings(**_understood(stated, Settings))


def _understood(stated: Mapping[str, object], shape: type[msgspec.Struct]) -> dict[str, Any]:
    """Read each field by itself, so that one that is not understood leaves the others as they are.

    Somebody of a kind that is new still has the employer, the other names and the last day that keep them out.
    """
    known: dict[str, Any] = {}
    for field in msgspec.structs.fields(shape):
        with contextlib.suppress(KeyError, msgspec.ValidationError):
            known[field.name] = msgspec.convert(stated[field.name], field.type)
    return known


def _renamed(appointment: Appointment) -> dict[str, object]:
    fields = msgspec.structs.asdict(appointment)
    fields["person"] = fields.pop("person_id")
    return {name: value for name, value in fields.items() if value is not None}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
