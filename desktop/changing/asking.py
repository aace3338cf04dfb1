# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a change needs beside the one who proposes it (requirements.md §10 R41; security.md 3.2).

The charter counts any two officers. Candour asks fewer: those whom the routing rules name for a change about this
person, and only where these are not enough, others whom it is not about, and last of all whoever the charter allows.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from desktop.changing.change import concerned
from desktop.changing.reading import question
from desktop.people import PersonId, School
from desktop.routing import readers_in_full
from storage.charter import KeyData, RoleData
from storage.directory import DirectoryState

_KIND = "directory.change"


def may_sign(state: DirectoryState, school: School, said: Sequence[msgspec.Struct], on: date) -> frozenset[PersonId]:
    """The officers who may sign these changes together, at least as many as the charter's quorum where it has them."""
    about = frozenset(person for one in said for person in concerned(state, one))
    officers = _officers(state)
    named = officers & set(_by_rule(school, about, on))
    for allowed in (named, officers - about):
        if len(allowed) >= state.charter.quorum:
            return allowed
    return officers


def new_holders(state: DirectoryState, said: Iterable[msgspec.Struct]) -> frozenset[PersonId]:
    """Those who come into a role with a vault of their own, or add one: each signs, so that nobody does unawares."""
    new = (one.person for one in said if isinstance(one, KeyData) or (isinstance(one, RoleData) and not one.ends))
    return frozenset(PersonId(person) for person in new if state.active_keys(person))


def may_propose(said: Sequence[msgspec.Struct], proposer: PersonId, allowed: frozenset[PersonId]) -> bool:
    """Say whether somebody may ask for these changes: who may sign them; for a further key, its person and nobody else.

    Or two others could have somebody's reports opened with a key that this person does not know of.
    """
    if not any(isinstance(one, KeyData) for one in said):
        return proposer in allowed
    return all(isinstance(one, KeyData) and one.person == proposer for one in said)


def _officers(state: DirectoryState) -> frozenset[PersonId]:
    held = (fact.person for fact in state.roles if fact.role in state.charter.officers)
    return frozenset(PersonId(person) for person in held if state.active_keys(person))


def _by_rule(school: School, about: frozenset[PersonId], on: date) -> tuple[PersonId, ...]:
    asked, request = question(school, _KIND, about)
    return readers_in_full(request, asked, on)
