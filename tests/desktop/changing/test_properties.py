# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one person alone can never do to who reads what, whatever they sign and in whatever order (security.md T4)."""

import hashlib
from datetime import UTC, datetime
from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.changing.reading import reading_about, readings
from desktop.directory import Plan, charter, founding, next_statement, read_school
from desktop.people import Appointment, Person, PersonId, Role
from storage.charter import (
    AbsenceData,
    ConflictData,
    KeyData,
    PeopleData,
    PersonFact,
    RevokeData,
    RoleData,
    SettingsData,
)
from storage.directory import DirectoryState, extend, found
from storage.errors import KnownError
from storage.keys import SigningSecret, VaultKeys, new_vault_keys

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = AT.date()
ROLES = {
    "head": (Role.HEAD,),
    "dsl": (Role.DSL, Role.DEPUTY_HEAD),
    "deputy": (Role.DEPUTY_DSL,),
    "chair": (Role.CHAIR,),
    "vice": (Role.VICE_CHAIR,),
    "governor": (Role.GOVERNOR,),
    "ta": (),
}
IDS = {name: PersonId(f"{number:02d}" * 16) for number, name in enumerate(ROLES, 1)}
OFFICERS = ("head", "dsl", "chair", "vice")
SECOND = "second"


@cache
def keys(name: str) -> VaultKeys:
    return new_vault_keys(hashlib.sha256(name.encode()).digest())


@cache
def school() -> DirectoryState:
    plan = Plan(
        name="A school",
        people=tuple(Person(person_id=person, name=name) for name, person in IDS.items()),
        appointments=tuple(
            Appointment(role=role, person_id=IDS[name]) for name, held in ROLES.items() for role in held
        ),
    )
    public = {person: keys(name).public for name, person in IDS.items()}
    signing = [keys(name).signing for name in ROLES]
    return found(founding(plan, public, SigningSecret(b"\x07" * 32), signing, AT))


people = st.sampled_from(sorted(IDS.values()))
days = st.sampled_from([None, "2026-01-01", "2026-03-02", "2027-01-01"])
roles = st.sampled_from([role.value for role in Role])


def profile(person: PersonId, end: str | None, manager: PersonId) -> PersonFact:
    values: dict[str, object] = {"name": "Renamed", "manager": manager, "employer": "Bluebird"}
    return PersonFact(id=person, profile={**values, **({"end": end} if end else {})})


def second_key(person: PersonId) -> KeyData:
    public = keys(SECOND + person).public
    return KeyData(person=person, sign=public.sign, seal=public.seal)


changes = st.one_of(
    st.builds(RoleData, role=roles, person=people, order=st.integers(0, 3), since=days, ends=st.booleans()),
    st.builds(AbsenceData, person=people, since=days, cover=st.none() | people, back=st.booleans()),
    st.builds(ConflictData, reader=people, about=people, ends=st.booleans()),
    st.builds(lambda value: SettingsData(set={"deputies_read_staff_matters": value}), st.booleans()),
    st.builds(lambda *said: PeopleData(set=(profile(*said),)), people, days, people),
    st.builds(second_key, people),
    st.builds(lambda person: RevokeData(kid=key_of(person)), people),
)
TYPES = {
    RoleData: "role",
    AbsenceData: "absence",
    ConflictData: "conflict",
    SettingsData: "settings",
    PeopleData: "people",
    KeyData: "key",
    RevokeData: "revoke",
}


def key_of(person: PersonId) -> str:
    return next(kid for kid, record in school().keys.items() if record.fact.person == person)


def alone(name: str, said: list[msgspec.Struct]) -> DirectoryState:
    """The directory after everything of this that goes through with the signatures of one person and any new key."""
    state = school()
    for one in said:
        signers = [keys(name).signing, keys(SECOND + IDS[name]).signing]
        if isinstance(one, KeyData):
            signers.append(keys(SECOND + one.person).signing)
        try:
            state = extend(state, next_statement(state, TYPES[type(one)], one, signers, AT))
        except KnownError:
            continue
    return state


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(OFFICERS), st.lists(changes, max_size=8))
def test_no_officer_alone_changes_roles_settings_or_others_conflicts(name: str, said: list[msgspec.Struct]) -> None:
    after = alone(name, said)
    assert after.roles == school().roles
    assert after.settings == school().settings
    assert {pair.reader for pair in after.conflicts} <= {IDS[name]}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["head", "dsl"]), st.lists(changes, max_size=8))
def test_head_or_lead_alone_never_touch_who_reads_about_the_head(name: str, said: list[msgspec.Struct]) -> None:
    before, after = read_school(school()), read_school(alone(name, said))
    head = IDS["head"]
    assert reading_about(after, head, TODAY) == reading_about(before, head, TODAY)


@settings(max_examples=60, deadline=None)
@given(st.lists(changes, max_size=8))
def test_the_head_alone_never_replaces_the_chair_or_their_keys(said: list[msgspec.Struct]) -> None:
    after, chair = alone("head", said), IDS["chair"]
    assert after.active_keys(chair) == school().active_keys(chair)
    assert read_school(after).holders(Role.CHAIR, TODAY) == (chair,)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(OFFICERS), st.lists(changes, max_size=6))
def test_nobody_alone_makes_a_reader_of_somebody_without_an_office(name: str, said: list[msgspec.Struct]) -> None:
    after = read_school(alone(name, said))
    offices = {person for person in IDS.values() if school().holds_any(person, charter().guarded)}
    assert {reader for each in readings(after, TODAY) for reader in each.readers} <= offices


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(OFFICERS), changes)
def test_two_vaults_of_one_person_count_once(name: str, said: msgspec.Struct) -> None:
    state = school()
    second = second_key(IDS[name])
    admitted = extend(
        state,
        next_statement(
            state, "key", second, [keys(each).signing for each in OFFICERS] + [keys(SECOND + IDS[name]).signing], AT
        ),
    )
    both = [keys(name).signing, keys(SECOND + IDS[name]).signing]
    try:
        after = extend(admitted, next_statement(admitted, TYPES[type(said)], said, both, AT))
    except KnownError:
        return
    assert after.roles == school().roles
    assert after.settings == school().settings
