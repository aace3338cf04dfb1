# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who holds which role with which keys: the fold of a signed, numbered, hash-chained list of statements.

`found` reads the first statement, `extend` applies one more; both raise rather than guess. Thresholds count distinct
persons, never keys. Nothing is read from disk and no clock is asked: a state is a value.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from storage import strictjson
from storage.charter import (
    AbsenceData,
    AbsenceFact,
    Charter,
    ConflictData,
    ConflictFact,
    Genesis,
    KeyData,
    KeyFact,
    PeopleData,
    RevokeData,
    RoleData,
    RoleFact,
    SettingsData,
)
from storage.constants import SLOTS, STATEMENT_MAX
from storage.errors import Fault, KnownError
from storage.invitation import is_proven
from storage.keys import check_sealing_key, check_signing_key, key_id
from storage.statements import SignedStatement, Statement, is_signed_by

Data = TypeVar("Data", bound=msgspec.Struct)


class KeyRecord(msgspec.Struct, frozen=True):
    """A vault's keys as admitted: since statement `since`, and revoked by statement `revoked` if at all."""

    fact: KeyFact
    since: int
    revoked: int | None = None


class Change(msgspec.Struct, frozen=True):
    """A change of a guarded role, kept to be shown for a month, or for ever when it was made by breaking glass."""

    n: int
    at: str
    role: str
    person: str
    ends: bool
    signers: tuple[str, ...]
    break_glass: bool = False


class DirectoryState(msgspec.Struct, frozen=True, kw_only=True):
    """The directory after statement `n`, whose hash is `head`."""

    school: str
    n: int
    head: str
    at: str
    name: str
    recovery: str
    charter: Charter
    slots: int
    people: Mapping[str, Mapping[str, object]]
    keys: Mapping[str, KeyRecord]
    roles: tuple[RoleFact, ...]
    absences: tuple[AbsenceFact, ...] = ()
    conflicts: tuple[ConflictFact, ...] = ()
    settings: Mapping[str, object] = {}
    changes: tuple[Change, ...] = ()

    def active_keys(self, person: str) -> tuple[KeyFact, ...]:
        """The keys to which something for this person is sealed now, in a fixed order."""
        return tuple(self.keys[kid].fact for kid in self.active_kids(person))

    def active_kids(self, person: str) -> tuple[str, ...]:
        """The ids of these keys, in their order."""
        held = (kid for kid, record in self.keys.items() if record.fact.person == person and record.revoked is None)
        return tuple(sorted(held))

    def roles_held(self, person: str) -> frozenset[str]:
        """The roles that this person holds by statement, whatever their days."""
        return frozenset(fact.role for fact in self.roles if fact.person == person)

    def holds_any(self, person: str, roles: Iterable[str]) -> bool:
        """Say whether the person holds one of these roles."""
        return not self.roles_held(person).isdisjoint(roles)


def found(signed: SignedStatement) -> DirectoryState:
    """Read a founding statement. Raises KnownError(DIRECTORY_REFUSED) unless everyone whose key it names signed it."""
    statement = signed.statement()
    genesis = _data(statement, Genesis)
    _require((statement.v, statement.school, statement.n, statement.prev) == (1, None, 1, None))
    _require(statement.type == "genesis" and genesis.slots in SLOTS)
    _require({*genesis.charter.officers, *genesis.charter.registrars} <= {*genesis.charter.guarded})
    for key in genesis.keys:
        _check_key(key.sign, key.seal)
        _require(is_signed_by(signed, bytes.fromhex(key.sign)))
    _check_key(genesis.recovery)
    keys = {_kid(key): KeyRecord(key, 1) for key in genesis.keys}
    state = DirectoryState(
        school=signed.name,
        n=1,
        head=signed.name,
        at=statement.at,
        name=genesis.name,
        recovery=genesis.recovery,
        charter=genesis.charter,
        slots=genesis.slots,
        people={person.id: person.profile for person in genesis.people},
        keys=keys,
        roles=genesis.roles,
        settings=genesis.settings,
    )
    everyone = {key.person for key in genesis.keys} | {fact.person for fact in genesis.roles}
    _require(everyone <= state.people.keys() and len(keys) == len(genesis.keys))
    _require(len(_officers(state, {key.person for key in genesis.keys})) >= genesis.charter.quorum)
    return state


def extend(state: DirectoryState, signed: SignedStatement) -> DirectoryState:
    """Apply the next statement. Raises KnownError(DIRECTORY_REFUSED) when it does not follow or lacks signatures."""
    data = statement_data(signed.statement())
    is_allowed = _TYPES[signed.statement().type][1]
    _require(is_allowed(state, data, signers_of(state, signed), signed))
    return preview(state, signed)


def preview(state: DirectoryState, signed: SignedStatement) -> DirectoryState:
    """What the directory would be if the signatures sufficed, which is not asked: to be shown, never to be believed.

    Raises KnownError(DIRECTORY_REFUSED) when the statement does not follow.
    """
    statement = signed.statement()
    data = statement_data(statement)
    _require((statement.school, statement.n, statement.prev) == (state.school, state.n + 1, state.head))
    changed = _TYPES[statement.type][2](state, data, statement, signers_of(state, signed))
    return msgspec.structs.replace(changed, n=statement.n, head=signed.name, at=statement.at)


def statement_data(statement: Statement) -> msgspec.Struct:
    """Read what a statement after the first says. Raises KnownError(DIRECTORY_REFUSED) where that is unknown."""
    _require(statement.v == 1 and statement.type in _TYPES)
    data: msgspec.Struct = _data(statement, _TYPES[statement.type][0])
    return data


def is_too_new(state: DirectoryState, signed: SignedStatement) -> bool:
    """Say whether a statement that follows, by somebody who is trusted, says what only a newer Candour can read."""
    try:
        value = strictjson.decode(signed.body, at_most=STATEMENT_MAX)
    except KnownError:
        return False
    follows = (state.school, state.n + 1, state.head)
    if not isinstance(value, dict) or (value.get("school"), value.get("n"), value.get("prev")) != follows:
        return False
    try:
        statement_data(signed.statement())
    except KnownError:
        return bool(signers_of(state, signed))
    return False


# Whose signatures a statement needs, type by type (security.md 3.2).


def _quorum(state: DirectoryState, signers: frozenset[str]) -> bool:
    return len(_officers(state, signers)) >= state.charter.quorum


def _people_allowed(state: DirectoryState, data: PeopleData, signers: frozenset[str], _signed: SignedStatement) -> bool:
    """What is listed of somebody can say that they have left: of an officer, that is for a quorum.

    Or the head alone could see to it that reports about the head go where those about former staff go.
    """
    if _quorum(state, signers):
        return True
    office = (*state.charter.officers, *state.charter.oversight)
    of_officers = any(state.holds_any(fact.id, office) for fact in data.set)
    by_registrar = any(state.holds_any(signer, state.charter.registrars) for signer in signers)
    return bool(data.set) and by_registrar and not of_officers


def _key_allowed(state: DirectoryState, data: KeyData, signers: frozenset[str], signed: SignedStatement) -> bool:
    """The new key proves that it is held; then who may vouch depends on what its person can read."""
    _check_key(data.sign, data.seal)
    known = data.person in state.people and _kid(data) not in state.keys
    if not (known and (is_signed_by(signed, bytes.fromhex(data.sign)) or is_proven(state.school, data))):
        return False
    others = signers - {data.person}
    if state.holds_any(data.person, state.charter.guarded):
        by_both = data.person in signers and bool(_officers(state, others))
        return by_both or len(_officers(state, others)) >= state.charter.quorum
    # A second vault is admitted by the first, so that nobody else can quietly read a person's replies.
    by_registrar = any(state.holds_any(signer, state.charter.registrars) for signer in others)
    return data.person in signers or (not state.active_keys(data.person) and by_registrar)


def _revoke_allowed(state: DirectoryState, data: RevokeData, signers: frozenset[str], _signed: SignedStatement) -> bool:
    record = state.keys.get(data.kid)
    if record is None or record.revoked is not None:
        return False
    person = record.fact.person
    by_one = person in signers or _answers_for(state, signers, person, state.charter.officers)
    return by_one or _quorum(state, signers)


def _role_allowed(state: DirectoryState, data: RoleData, signers: frozenset[str], _signed: SignedStatement) -> bool:
    """Two officers, and the new holder's own vault when they have one: nobody is made a reader unawares."""
    if data.person not in state.people:
        return False
    holder_signs = data.ends or data.person in signers or not state.active_keys(data.person)
    return holder_signs and _quorum(state, signers)


def _absence_allowed(state: DirectoryState, data: AbsenceData, signers: frozenset[str], _s: SignedStatement) -> bool:
    if data.person not in state.people or (data.cover is not None and data.cover not in state.people):
        return False
    if _quorum(state, signers):
        return True
    if data.cover is not None and not _is_deputy(state, data.person, data.cover):
        return False
    return data.person in signers or _answers_for(state, signers, data.person, state.charter.registrars)


def _conflict_allowed(state: DirectoryState, data: ConflictData, signers: frozenset[str], _s: SignedStatement) -> bool:
    """Alone, somebody may only keep themselves away, and from nobody who reads: a tie keeps both from one another."""
    if data.reader not in state.people:
        return False
    keeps_a_reader = data.about is not None and state.holds_any(data.about, state.charter.guarded)
    alone = data.reader in signers and not data.ends and not keeps_a_reader
    return alone or _quorum(state, signers)


def _settings_allowed(state: DirectoryState, _data: object, signers: frozenset[str], _signed: SignedStatement) -> bool:
    return _quorum(state, signers)


def _glass_allowed(state: DirectoryState, data: RoleData, _signers: frozenset[str], signed: SignedStatement) -> bool:
    is_officer = data.role in state.charter.officers
    return is_officer and data.person in state.people and is_signed_by(signed, bytes.fromhex(state.recovery))


# What a statement does once it is allowed.

Effect = Callable[[DirectoryState, Data, Statement, frozenset[str]], DirectoryState]
_replace = msgspec.structs.replace


def _set_people(state: DirectoryState, data: PeopleData, _s: Statement, _by: frozenset[str]) -> DirectoryState:
    return _replace(state, people={**state.people, **{person.id: person.profile for person in data.set}})


def _admit_key(state: DirectoryState, data: KeyData, statement: Statement, _by: frozenset[str]) -> DirectoryState:
    fact = KeyFact(person=data.person, sign=data.sign, seal=data.seal)
    return _replace(state, keys={**state.keys, _kid(fact): KeyRecord(fact, statement.n)})


def _revoke_key(state: DirectoryState, data: RevokeData, statement: Statement, _by: frozenset[str]) -> DirectoryState:
    gone = _replace(state.keys[data.kid], revoked=statement.n)
    return _replace(state, keys={**state.keys, data.kid: gone})


def _set_role(state: DirectoryState, data: RoleData, statement: Statement, by: frozenset[str]) -> DirectoryState:
    kept = tuple(fact for fact in state.roles if (fact.role, fact.person) != (data.role, data.person))
    new = RoleFact(role=data.role, person=data.person, order=data.order, since=data.since, until=data.until)
    broken = statement.type == "breakglass"
    change = Change(statement.n, statement.at, data.role, data.person, data.ends, tuple(sorted(by)), broken)
    changes = (*state.changes, change) if data.role in state.charter.guarded else state.changes
    return _replace(state, roles=kept if data.ends else (*kept, new), changes=changes)


def _set_absence(state: DirectoryState, data: AbsenceData, _s: Statement, _by: frozenset[str]) -> DirectoryState:
    kept = tuple(fact for fact in state.absences if fact.person != data.person)
    new = AbsenceFact(person=data.person, since=data.since, until=data.until, cover=data.cover)
    return _replace(state, absences=kept if data.back else (*kept, new))


def _set_conflict(state: DirectoryState, data: ConflictData, _s: Statement, _by: frozenset[str]) -> DirectoryState:
    named = (data.reader, data.about, data.employer)
    kept = tuple(fact for fact in state.conflicts if (fact.reader, fact.about, fact.employer) != named)
    new = ConflictFact(reader=data.reader, about=data.about, employer=data.employer, until=data.until)
    return _replace(state, conflicts=kept if data.ends else (*kept, new))


def _set_settings(state: DirectoryState, data: SettingsData, _s: Statement, _by: frozenset[str]) -> DirectoryState:
    return _replace(state, settings={**state.settings, **data.set})


_TYPES: Mapping[str, tuple[type, Callable[..., bool], Callable[..., DirectoryState]]] = {
    "people": (PeopleData, _people_allowed, _set_people),
    "key": (KeyData, _key_allowed, _admit_key),
    "revoke": (RevokeData, _revoke_allowed, _revoke_key),
    "role": (RoleData, _role_allowed, _set_role),
    "absence": (AbsenceData, _absence_allowed, _set_absence),
    "conflict": (ConflictData, _conflict_allowed, _set_conflict),
    "settings": (SettingsData, _settings_allowed, _set_settings),
    "breakglass": (RoleData, _glass_allowed, _set_role),
}


def signers_of(state: DirectoryState, signed: SignedStatement) -> frozenset[str]:
    """The distinct persons whose trusted keys signed."""
    records = (state.keys[kid] for kid in signed.signatures if kid in state.keys)
    trusted = (record.fact for record in records if record.revoked is None)
    return frozenset(fact.person for fact in trusted if is_signed_by(signed, bytes.fromhex(fact.sign)))


def _officers(state: DirectoryState, persons: Iterable[str]) -> frozenset[str]:
    return frozenset(person for person in persons if state.holds_any(person, state.charter.officers))


def _answers_for(state: DirectoryState, signers: Iterable[str], person: str, roles: Iterable[str]) -> bool:
    """Say whether one signer holds these roles; for who oversees, whether one of them does.

    Or the head alone could see to it that nobody is left who can open a report about the head.
    """
    wanted = state.charter.oversight if state.holds_any(person, state.charter.oversight) else roles
    return any(state.holds_any(signer, wanted) for signer in signers)


def _is_deputy(state: DirectoryState, person: str, cover: str) -> bool:
    wanted = state.roles_held(person) & state.charter.deputies.keys()
    return bool(wanted) and all(state.holds_any(cover, state.charter.deputies[role]) for role in wanted)


def _kid(key: KeyFact) -> str:
    return key_id(bytes.fromhex(key.sign))


def _check_key(sign: str, seal: str | None = None) -> None:
    try:
        check_signing_key(bytes.fromhex(sign))
        if seal is not None:
            check_sealing_key(seal)
    except KnownError:
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="key") from None


def _data(statement: Statement, shape: type[Data]) -> Data:
    try:
        return msgspec.convert(statement.data, shape)
    except msgspec.ValidationError:
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="data") from None


def _require(holds: bool) -> None:  # noqa: FBT001 - an assertion of the format
    if not holds:
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="rule")
