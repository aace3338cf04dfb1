# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who reads a case and who no longer does, as its entries say it. Pure.

The first entry names its readers; readers add others, stand aside, and carry a case on without somebody whom the
directory has since kept away from the person concerned. Nobody is believed about more than they may say.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

import msgspec

from desktop.cases.conflicts import Subject, is_kept_away
from desktop.cases.entry import CaseEntry
from desktop.cases.moments import told_day
from desktop.people import PersonId, School

SHARED = "share"
"""The act by which a reader adds another one, and as what that one reads, whatever office they hold or lose."""

HANDED_OVER = "handover"
"""The act by which a case goes to somebody new in an office, and as what they read: for as long as they hold one."""

ADDING = (HANDED_OVER, SHARED)
"""The acts that add a reader; who was added by both reads by the office."""

RECUSAL = "recusal"
"""The act by which a reader stands aside."""

CONTINUATION = "continuation"
"""What opens the case in which another one goes on without a reader who is kept away (docs/format.md, 'Narrowing')."""

SchoolAt = Callable[[int], School | None]
"""The directory as it stood after a statement, or None where this machine does not have that statement."""


class CaseReader(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may read the case, as what, and when they first opened it (aware UTC) as far as this vault knows."""

    person_id: PersonId
    role: str
    opened_at: datetime | None


class Readership(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads, who stood aside or was left behind (with the entry that says so), and where the latest entries stand.

    `has_say` names everybody whose entries count; of those who stood aside, only what does not follow on that.
    """

    readers: tuple[CaseReader, ...]
    aside: Mapping[PersonId, CaseEntry]
    left: Mapping[PersonId, CaseEntry]
    has_say: frozenset[PersonId]
    identified: Mapping[PersonId, CaseEntry]
    ground: str


def read_readership(
    case_id: str,
    entries: tuple[CaseEntry, ...],
    subjects: tuple[Subject, ...],
    school_at: SchoolAt,
    identified: Mapping[PersonId, CaseEntry] = MappingProxyType({}),
) -> Readership:
    """Work out who reads a case from its entries in order; never a person concerned.

    `identified` are those who turned out to be one later, with the entry that says so: they had a say until then.
    """
    barred = {subject.person_id for subject in subjects} - identified.keys()
    roles = _named(entries, school_at, barred)
    _add(roles, entries, barred)
    aside = {entry.author: entry for entry in reversed(entries) if entry.kind == RECUSAL and entry.author in roles}
    left = {**identified, **_left_behind(entries, subjects, roles, school_at)}
    grounds = [entry.eid for entry in entries if entry.kind == CONTINUATION and entry in left.values()]
    opened = _opened(entries)
    return Readership(
        readers=tuple(
            CaseReader(person_id=person, role=role, opened_at=opened.get(person))
            for person, role in roles.items()
            if person not in aside and person not in left
        ),
        aside=aside,
        left=left,
        has_say=frozenset(roles),
        identified=identified,
        ground=grounds[-1] if grounds else case_id,
    )


def counted(entries: tuple[CaseEntry, ...], readership: Readership) -> tuple[CaseEntry, ...]:
    """The entries of those who have a say, or had one until they stood aside, or were found to be concerned."""
    parents = {entry.eid: entry.parents for entry in entries}
    after = {person: _followers(recusal.eid, entries, parents) for person, recusal in readership.aside.items()}
    before = {person: _ancestors(by.eid, parents) for person, by in readership.identified.items()}

    def counts(entry: CaseEntry) -> bool:
        author = entry.author or PersonId("")
        late = entry.eid in after.get(author, ()) or entry.eid not in before.get(author, {entry.eid})
        return entry.opens_case or (author in readership.has_say and not late)

    return tuple(entry for entry in entries if counts(entry))


def added_by(act: CaseEntry) -> tuple[PersonId, ...]:
    """Name whom a share or a handover adds."""
    people = act.values.get("with")
    items = people if isinstance(people, list) else []
    return tuple(PersonId(str(item["person"])) for item in items if isinstance(item, dict) and "person" in item)


def is_believed(person: PersonId, first: CaseEntry, school_at: SchoolAt) -> bool:
    """Say whether somebody had an office then; on which days is not asked, as the entry's clock may be wrong."""
    then = school_at(first.directory)
    return then is None or then.has_office(person)


def _named(entries: tuple[CaseEntry, ...], school_at: SchoolAt, barred: set[PersonId | None]) -> dict[PersonId, str]:
    """The readers that the first entry names."""
    roles: dict[PersonId, str] = {}
    for first in (entry for entry in entries if entry.opens_case):
        for person, role in _pairs(first.data.get("readers")):
            if person not in barred and is_believed(PersonId(person), first, school_at):
                roles.setdefault(PersonId(person), role)
    return roles


def _add(roles: dict[PersonId, str], entries: tuple[CaseEntry, ...], barred: set[PersonId | None]) -> None:
    """Add those whom a reader has added since."""
    for act in (entry for entry in entries if entry.kind in ADDING and entry.author in roles):
        for person in added_by(act):
            if person not in barred and (person not in roles or (roles[person], act.kind) == ADDING[::-1]):
                roles[person] = act.kind


def _left_behind(
    entries: tuple[CaseEntry, ...], subjects: tuple[Subject, ...], roles: Mapping[PersonId, str], school_at: SchoolAt
) -> dict[PersonId, CaseEntry]:
    """Who was left behind, with the entry by which the case went on: only those whom the directory keeps away."""
    left: dict[PersonId, CaseEntry] = {}
    for entry in entries:
        if entry.kind != CONTINUATION or entry.author not in roles or entry.author in left:
            continue
        named = {person for person, _ in _pairs(entry.data.get("readers"))}
        for person in roles.keys() - named - left.keys():
            if _is_kept_away(person, entry, subjects, school_at):
                left[person] = entry
    return left


def _is_kept_away(person: PersonId, entry: CaseEntry, subjects: tuple[Subject, ...], school_at: SchoolAt) -> bool:
    then = school_at(entry.directory)
    return then is not None and is_kept_away(subjects, person, then, told_day(entry.at, day_only=entry.is_day_only))


def _opened(entries: tuple[CaseEntry, ...]) -> dict[PersonId, datetime]:
    """When each author first added something, which nobody does who has not opened the case."""
    opened: dict[PersonId, datetime] = {}
    for entry in entries:
        if entry.author is not None and not entry.opens_case:
            opened[entry.author] = min(entry.at, opened.get(entry.author, entry.at))
    return opened


def _followers(eid: str, entries: Iterable[CaseEntry], parents: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Everything that follows on an entry; entries are in order, so one pass finds it."""
    found = {eid}
    for entry in entries:
        if not found.isdisjoint(parents[entry.eid]):
            found.add(entry.eid)
    return found - {eid}


def _ancestors(eid: str, parents: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Everything that an entry follows on."""
    found: set[str] = set()
    waiting = [eid]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def _pairs(value: object) -> list[tuple[str, str]]:
    items = value if isinstance(value, list) else []
    return [(str(item[0]), str(item[1])) for item in items if isinstance(item, list) and len(item) == 2]
