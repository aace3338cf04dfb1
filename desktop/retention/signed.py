# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Was what is gone destroyed by two people? As far as the two signatures that are left can show it."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.machine import Machine
from desktop.retention.kinds import DISPOSAL, GOES_ALONG, SIGNATURE
from storage.destroying import Stub
from storage.entries import StoredEntry


def unsigned_stubs(stubs: Iterable[Stub], stored: Sequence[StoredEntry], machine: Machine) -> tuple[Stub, ...]:
    """The stubs of what nobody may have destroyed: there is no proposal that names it and that two people signed.

    Who read the record can no longer be seen once it is gone: every vault looked before it destroyed anything.
    """
    named = _named(stored, machine)
    return tuple(
        stub
        for stub in stubs
        if stub.destroyed_by not in named or not (stub.kind in GOES_ALONG or stub.eid in named[stub.destroyed_by])
    )


def _named(stored: Sequence[StoredEntry], machine: Machine) -> Mapping[str, frozenset[str]]:
    """What each proposal names that somebody else has signed, too."""
    signers: dict[str, set[str]] = {}
    for one in _of_kind(stored, SIGNATURE):
        signers.setdefault(str(one.entry.body.data.get("of")), set()).add(_person(one, machine))
    named: dict[str, frozenset[str]] = {}
    for one in _of_kind(stored, DISPOSAL):
        person, eid, entries = _person(one, machine), one.entry.eid, one.entry.body.data.get("entries")
        if person and signers.get(eid, set()) - {person, ""}:
            named[eid] = frozenset(entries if isinstance(entries, list) else ())
    return named


def _of_kind(stored: Iterable[StoredEntry], kind: str) -> Iterable[StoredEntry]:
    return (one for one in stored if one.entry.body.kind == kind)


def _person(one: StoredEntry, machine: Machine) -> str:
    return machine.person_of(one.entry.author_kid) or ""
