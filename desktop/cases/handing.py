# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who gets what is written in a case from now on, and what a reader who was added still lacks of it.

Handing on is a debt that the entries show: it is worked out from them and paid at every look at the shared folder, so
that a share that was interrupted is finished, and what somebody wrote before they heard of a new reader gets there too.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import msgspec

from desktop.cases.case import Case
from desktop.cases.conflicts import is_kept_away
from desktop.cases.entry import CaseEntry
from desktop.cases.readership import ADDING, SHARED, added_by
from desktop.machine import Machine
from desktop.people import PersonId, School
from storage.compose import Content
from storage.entries import Entries
from storage.grants import GRANT, grant_data, handed_on
from storage.invitation import JOINING

OWES = "owes"
"""The tag of a case in which this vault has something to hand on."""

KidsOf = Callable[[PersonId], frozenset[str]]
"""The key ids of somebody's vaults; nothing for whoever has none."""


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that a reader lacks, and the act by which they were added; for our own other vault, the entry itself."""

    eid: str
    to: PersonId
    since: str


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """Who hands on: the person, the key id of the vault that does, and those of all their vaults."""

    me: PersonId
    kid: str
    kids: frozenset[str]

    def has_written(self, entry: CaseEntry) -> bool:
        """Say whether this vault wrote it, or one of ours that is no longer trusted and will not pay its debts."""
        return entry.author == self.me and (entry.kid == self.kid or entry.kid not in self.kids)


def receivers(case: Case, school: School, today: date, kids_of: KidsOf) -> tuple[PersonId, ...]:
    """The readers to whom an entry goes: those of today who have keys, our own other vaults included.

    Whoever has left, or read by an office that they no longer hold, or is kept away from the person concerned by now,
    keeps what they had and gets nothing new (security.md T10; requirements.md §9, "Keep access after cover ends").
    """
    return tuple(
        reader.person_id
        for reader in case.readers
        if kids_of(reader.person_id)
        and not school.has_left(reader.person_id, today)
        and (reader.role == SHARED or school.has_office(reader.person_id))
        and not is_kept_away(case.subjects, reader.person_id, school, today)
    )


def owed(case: Case, own: Own, school: School, today: date, kids_of: KidsOf) -> tuple[Owed, ...]:
    """What this vault has to hand on in a case: to readers who were added, and to our own other vaults."""
    return (*_owed_to_readers(case, own, school, today, kids_of), *_owed_to_own(case, own))


def _owed_to_readers(case: Case, own: Own, school: School, today: date, kids_of: KidsOf) -> tuple[Owed, ...]:
    """See docs/format.md, 'Grants'."""
    if not any(case.of_kind(kind) for kind in ADDING):
        return ()
    receiving = receivers(case, school, today, kids_of)
    added = _added(case, frozenset(receiving))
    done = _done(case, own.me)
    return tuple(
        Owed(eid=entry.eid, to=person, since=act.eid)
        for person, act in added.items()
        for entry in case.entries
        if entry.kind != GRANT
        and (_gives(own, act, receiving, person) or (own.me in receiving and own.has_written(entry)))
        and _lacks(person, entry, kids_of(person), done)
    )


def _owed_to_own(case: Case, own: Own) -> tuple[Owed, ...]:
    """What our other vaults lack of what this one holds, whoever reads the case now: we hold it here already.

    A request to be let in is for the vault that made the code.
    """
    others = own.kids - {own.kid}
    if not others:
        return ()
    done = _done(case, own.me)
    return tuple(
        Owed(eid=entry.eid, to=own.me, since=entry.eid)
        for entry in case.entries
        if entry.kind not in {GRANT, JOINING}
        and any((entry.eid, kid) not in done for kid in others - {*entry.to, entry.kid})
    )


def grant_of(entries: Entries, machine: Machine, one: Owed) -> Content:
    """The grant that hands an entry on; where we hold it by a grant ourselves, that grant is handed on."""
    stored = entries.held(one.eid)
    source = stored if stored.granted_by is None else entries.held(stored.granted_by)
    content = machine.content(GRANT, grant_data(source.entry), SHARED, stored.entry.case)
    return replace(content, parents=(one.since,))


def _added(case: Case, receiving: frozenset[PersonId]) -> Mapping[PersonId, CaseEntry]:
    """Who was added since the beginning and still reads, with the first act that says so."""
    added: dict[PersonId, CaseEntry] = {}
    for act in (entry for kind in ADDING for entry in case.of_kind(kind)):
        for person in added_by(act):
            if person in receiving and person != act.author:
                added.setdefault(person, act)
    return added


def _giver(act: CaseEntry, receiving: Sequence[PersonId], new: PersonId) -> PersonId | None:
    """Who hands on what others wrote: whoever added them, if they still get it or nobody else does; else the first."""
    others = [one for one in receiving if one != new]
    return act.author if act.author in receiving or not others else others[0]


def _gives(own: Own, act: CaseEntry, receiving: Sequence[PersonId], new: PersonId) -> bool:
    """Say whether this vault hands on what others wrote: of the giver's vaults, the one that wrote the act."""
    return own.me == _giver(act, receiving, new) and (act.author != own.me or own.has_written(act))


def _done(case: Case, me: PersonId) -> set[tuple[str, str]]:
    """Which entries we have handed to which vaults, as far as it is known here."""
    return {(eid, kid) for grant in case.entries if grant.author == me for eid in _given(grant) for kid in grant.to}


def _given(entry: CaseEntry) -> tuple[str, ...]:
    given = handed_on(entry.data) if entry.kind == GRANT else None
    return () if given is None else (given,)


def _lacks(person: PersonId, entry: CaseEntry, kids: frozenset[str], done: set[tuple[str, str]]) -> bool:
    """Say whether none of somebody's vaults was sent an entry, nor handed it by us."""
    return entry.author != person and kids.isdisjoint(entry.to) and not any((entry.eid, kid) in done for kid in kids)
