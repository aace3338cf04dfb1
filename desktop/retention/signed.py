# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Was what is gone destroyed by two people? As far as the two signatures that are left can show it."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.machine import Machine
from desktop.registers.line import LINE
from desktop.retention.kinds import DISPOSAL, DONE, GOES_ALONG, SIGNATURE
from storage.destroying import Stub
from storage.entries import StoredEntry


def unsigned_stubs(stubs: Iterable[Stub], stored: Sequence[StoredEntry], machine: Machine) -> tuple[Stub, ...]:
    """The stubs of what nobody may have destroyed: there is no proposal that names it and that two people signed.

    Of a register line it is enough that two people say that they have carried the proposal out: it is not itself sent
    to whoever sees no more than the line. Who read the record can no longer be seen once it is gone: every vault looked
    before it destroyed anything.
    """
    named, carried_out = _named(stored, machine), _by_two(stored, machine)

    def is_signed(stub: Stub) -> bool:
        by = stub.destroyed_by
        along = by in named and (stub.kind in GOES_ALONG or stub.eid in named[by])
        return along or (stub.kind == LINE and by in carried_out)

    return tuple(stub for stub in stubs if not is_signed(stub))


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


def _by_two(stored: Sequence[StoredEntry], machine: Machine) -> frozenset[str]:
    """The proposals of which two people say that they have carried them out."""
    people: dict[str, set[str]] = {}
    for one in _of_kind(stored, DONE):
        people.setdefault(str(one.entry.body.data.get("of")), set()).add(_person(one, machine))
    return frozenset(of for of, by in people.items() if len(by - {""}) > 1)


def _of_kind(stored: Iterable[StoredEntry], kind: str) -> Iterable[StoredEntry]:
    return (one for one in stored if one.entry.body.kind == kind)


def _person(one: StoredEntry, machine: Machine) -> str:
    return machine.person_of(one.entry.author_kid) or ""
