# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A change of the directory: what it says, who it is about, and whether it could be made at all.

Every change is one statement or several that belong together, such as a new head in place of the one before. Whose
signatures it needs is the charter's (storage.directory); whom desktop asks for them is in `asking`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

import msgspec

from desktop.changing.terms import check_terms
from desktop.directory import profile_of, read_school
from desktop.faults import DeskFault
from desktop.forms.lists import check_lists, check_nothing_gone, check_places
from desktop.people import ClauseLink, ListChange, Person, PersonId, PolicyLine, Role, SchoolTerm
from desktop.policies.linking import LINKS, check_links
from storage.charter import AbsenceData, ConflictData, KeyData, PeopleData, RevokeData, RoleData, SettingsData
from storage.directory import DirectoryState
from storage.errors import KnownError

RoleChanged = RoleData
"""Somebody comes into a role or leaves it, as the windows hand it on."""

Said = RoleData | AbsenceData | ConflictData | SettingsData | PeopleData | RevokeData | KeyData

LISTS = "vocabularies"
"""The setting with what a school changed of the lists to choose from."""

PLACES = "places"
"""The setting with the places that are suggested."""

POLICIES = "policies"
"""The setting with the policies that hold."""
READINGS = "readings"
"""The setting with the guidance that people are asked to have read."""

QUESTIONS = "questions"
"""The setting with the fingerprints of the questions that are published for everybody."""

TERMS = "terms"
"""The setting with the first and last days of the terms."""

Setting = TypeVar("Setting")

_TYPES: dict[type[msgspec.Struct], str] = {
    RoleData: "role",
    AbsenceData: "absence",
    ConflictData: "conflict",
    SettingsData: "settings",
    PeopleData: "people",
    RevokeData: "revoke",
    KeyData: "key",
}


def appointed(role: Role, person: PersonId, since: date | None, until: date | None, order: int = 0) -> RoleData:
    """Somebody comes into a role, from one day to another, both included; `order` is their place among several."""
    return RoleData(role=role.value, person=person, order=order, since=_written(since), until=_written(until))


def ended(role: Role, person: PersonId) -> RoleData:
    """Somebody no longer holds a role."""
    return RoleData(role=role.value, person=person, ends=True)


def away(person: PersonId, since: date | None, until: date | None, cover: PersonId | None) -> AbsenceData:
    """Somebody is away, both days included, and who stands in for them."""
    return AbsenceData(person=person, since=_written(since), until=_written(until), cover=cover)


def back(person: PersonId) -> AbsenceData:
    """Somebody is back."""
    return AbsenceData(person=person, back=True)


def apart(reader: PersonId, about: PersonId, until: date | None, *, ends: bool) -> ConflictData:
    """A reader is kept away from what is about somebody, or with `ends` no longer."""
    return ConflictData(reader=reader, about=about, until=_written(until), ends=ends)


def apart_from_employer(reader: PersonId, employer: str, until: date | None, *, ends: bool) -> ConflictData:
    """A reader is kept away from what is about anybody of an employer, or with `ends` no longer."""
    return ConflictData(reader=reader, employer=employer, until=_written(until), ends=ends)


def withdrawn(kids: Iterable[str]) -> tuple[RevokeData, ...]:
    """Keys that are no longer trusted."""
    return tuple(RevokeData(kid=kid) for kid in kids)


def listed(person: Person) -> PeopleData:
    """Somebody is listed, or something else is listed of them."""
    return PeopleData(set=(profile_of(person),))


def listing(changes: Iterable[ListChange]) -> SettingsData:
    """The lists to choose from are changed, all of them as they become."""
    return SettingsData(set={LISTS: msgspec.to_builtins(list(changes))})


def read_lists(stated: object) -> tuple[ListChange, ...]:
    """The changed lists as a statement has them. Raises KnownError(SETTING_REFUSED)."""
    return _read(LISTS, stated, tuple[ListChange, ...])


def type_of(said: msgspec.Struct) -> str:
    """The type of the statement that says this."""
    return _TYPES[type(said)]


def is_changeable(said: msgspec.Struct) -> bool:
    """Say whether it is one of the changes that can be proposed."""
    return type(said) in _TYPES


def concerned(state: DirectoryState, said: msgspec.Struct) -> frozenset[PersonId]:
    """Whom a change is about: nobody of them is asked to approve it while others can (requirements.md §10 R41).

    About a pair of people who are not for each other it is both: either could want the other out of the way.
    """
    match said:
        case RoleData(person=person) | AbsenceData(person=person) | KeyData(person=person):
            return frozenset({PersonId(person)})
        case ConflictData(reader=reader, about=about):
            return frozenset(PersonId(each) for each in (reader, about) if each)
        case RevokeData(kid=kid) if kid in state.keys:
            return frozenset({PersonId(state.keys[kid].fact.person)})
        case PeopleData(set=people):
            return frozenset(PersonId(each.id) for each in people)
        case _:
            return frozenset()


def check(state: DirectoryState, said: msgspec.Struct) -> None:
    """Refuse what could not stand in the directory, whoever signs it, and a reader who could read nothing.

    Raises KnownError(NO_SUCH_PERSON, READER_WITHOUT_KEYS, NOTHING_TO_END, DAYS_REVERSED, CONFLICT_UNREADABLE,
    KEY_NOT_TRUSTED, SETTING_REFUSED, TERMS_REFUSED, NO_SUCH_LIST, TERM_KEPT, WORD_REFUSED, WORD_STAYS, LIST_FULL,
    NO_SUCH_POLICY).
    """
    _check_people(state, said)
    match said:
        case RoleData():
            _check_role(state, said)
        case AbsenceData() if not said.back:
            _check_days(said.since, said.until)
        case AbsenceData(back=True) if all(each.person != said.person for each in state.absences):
            raise KnownError(DeskFault.NOTHING_TO_END)
        case ConflictData() if bool(said.about) == bool(said.employer) or said.about == said.reader:
            raise KnownError(DeskFault.CONFLICT_UNREADABLE)
        case RevokeData(kid=kid) if kid not in state.keys or state.keys[kid].revoked is not None:
            raise KnownError(DeskFault.KEY_NOT_TRUSTED)
        case SettingsData(set=values):
            _check_words(state, values)
        case _:
            pass


def _check_words(state: DirectoryState, values: Mapping[str, object]) -> None:
    if LISTS in values:
        wanted = read_lists(values[LISTS])
        check_lists(wanted)
        check_nothing_gone(read_school(state).settings.vocabularies, wanted)
    if PLACES in values:
        check_places(_read(PLACES, values[PLACES], tuple[str, ...]))
    if LINKS in values:
        _check_clauses(state, values)
    if TERMS in values:
        check_terms(_read(TERMS, values[TERMS], tuple[SchoolTerm, ...]))


def _check_clauses(state: DirectoryState, values: Mapping[str, object]) -> None:
    """Links may come together with the word or the policy that they are about."""
    settings = read_school(state).settings
    lists = read_lists(values[LISTS]) if LISTS in values else settings.vocabularies
    policies = _read(POLICIES, values[POLICIES], tuple[PolicyLine, ...]) if POLICIES in values else settings.policies
    wanted = _read(LINKS, values[LINKS], tuple[ClauseLink, ...])
    check_links(wanted, settings.clause_links, lists, policies)


def _check_people(state: DirectoryState, said: msgspec.Struct) -> None:
    named = set() if isinstance(said, PeopleData) else {*concerned(state, said)}
    if isinstance(said, AbsenceData) and said.cover:
        named.add(PersonId(said.cover))
    if not named <= state.people.keys():
        raise KnownError(DeskFault.NO_SUCH_PERSON)


def _check_role(state: DirectoryState, said: RoleData) -> None:
    held = any((fact.role, fact.person) == (said.role, said.person) for fact in state.roles)
    if said.ends and not held:
        raise KnownError(DeskFault.NOTHING_TO_END)
    if not said.ends:
        _check_days(said.since, said.until)
        # Proof of possession: whoever is made a reader signs with the vault that they will read with.
        if said.role in state.charter.guarded and not state.active_keys(said.person):
            raise KnownError(DeskFault.READER_WITHOUT_KEYS)


def _read(name: str, stated: object, shape: type[Setting]) -> Setting:
    try:
        return msgspec.convert(stated, shape)
    except msgspec.ValidationError:
        raise KnownError(DeskFault.SETTING_REFUSED, name=name) from None


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _check_days(since: str | None, until: str | None) -> None:
    if since and until and date.fromisoformat(until) < date.fromisoformat(since):
        raise KnownError(DeskFault.DAYS_REVERSED)
