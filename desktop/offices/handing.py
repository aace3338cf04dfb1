# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which entries that stand in no case are handed on now, and to whom: so many at a time, and no more before they came.

A school of two hundred with years of training hands thousands of entries to a new head: some at each look, while its
other work goes on, and nothing piles up in the shared folder for somebody who never fetches it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from desktop.cases.entry import read_entry
from desktop.cases.handing import Owed, Own
from desktop.offices.audience import people_for
from desktop.offices.owing import OFFICE, Present, debt_of, kept_of
from desktop.people import PersonId
from desktop.retention.disposal import read_proposed
from desktop.retention.kinds import DISPOSAL
from storage.entries import Entries
from storage.outbox import Outbox
from storage.views import Views

AT_ONCE = 100
"""How many entries are handed on at one look."""

ON_THE_WAY = 300
"""How many entries may be on their way to somebody who leaves receipts."""


class Handing:
    """The handing on of one vault. It remembers who reads what for as long as directory and day are the same."""

    def __init__(self, entries: Entries, views: Views, outbox: Outbox) -> None:
        """Take what the vault holds, its rows, and what it has sent."""
        self._entries = entries
        self._views = views
        self._outbox = outbox
        self._readers: dict[str, tuple[PersonId, ...]] = {}
        self._readers_of: tuple[str, date] | None = None

    def owed(self, own: Own, by: Present) -> tuple[Owed, ...]:
        """What this vault hands on at this look."""
        return tuple(islice(self._owed(own, by), AT_ONCE))

    def _owed(self, own: Own, by: Present) -> Iterator[Owed]:
        sent, given, going = _Sent(self._outbox), Counter[PersonId](), None
        for tag in self._views.distinct_tags(OFFICE):
            kept = kept_of(tag)
            debt = debt_of(kept, self._reading(kept.audience, by), own, by)
            if debt is None:
                continue
            going = self._going(by) if going is None else going
            entries = [eid for eid in self._views.tagged(tag) if eid not in going]
            if debt.unless:
                entries = [eid for eid in entries if eid in sent.unsigned(debt.unless)]
            for person in debt.to:
                waiting = len(sent.unsigned(by.kids_of(person))) + given[person] if by.signs(person) else 0
                for eid in entries[: max(ON_THE_WAY - waiting, 0)]:
                    given[person] += 1
                    yield Owed(eid=eid, to=person, since=eid)

    def _going(self, by: Present) -> frozenset[str]:
        """What somebody in an office has proposed to destroy: whoever came later is not told when it goes."""
        marks = (mark for mark in self._entries.marks((DISPOSAL,)) if mark.eid == mark.case)
        read = (read_entry(self._entries.held(mark.eid), by.person_of) for mark in marks)
        told = (read_proposed(each) for each in read if each.author and by.school.has_office(each.author))
        return frozenset(eid for said in told if said is not None for eid in said.entries)

    def _reading(self, audience: str, by: Present) -> tuple[PersonId, ...]:
        """Who reads what is for an audience, has a vault and has not left."""
        school, today = by.school, by.today
        if self._readers_of != (school.version_hash, today):
            self._readers_of, self._readers = (school.version_hash, today), {}
        if audience not in self._readers:
            people = people_for(audience, school, today)
            there = (each for each in people if by.kids_of(each) and not school.has_left(each, today))
            self._readers[audience] = tuple(there)
        return self._readers[audience]


@dataclass(frozen=True, slots=True)
class _Sent:
    """Which of our entries went to some vaults, none of which has signed for them: asked once at a look."""

    outbox: Outbox
    _unsigned: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def unsigned(self, kids: frozenset[str]) -> frozenset[str]:
        if kids not in self._unsigned:
            self._unsigned[kids] = self.outbox.unsigned(kids)
        return self._unsigned[kids]
