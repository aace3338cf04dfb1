# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clauses that something rests on, as they read on its day, and what became of them since (F19).

Every entry names the directory that its author went by, and that names the fingerprints of the policies of that day.
So an old entry keeps its wording without a field of its own. Slow: it reads the texts from the disk, or the exchange.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.machine import Machine
from desktop.people import School
from desktop.policies.citing import Because, Citation, InCode, Meant, in_force, meant
from desktop.policies.library import Kept, library
from desktop.policies.taking_in import model_clauses


class AsOf(StrEnum):
    """Of which day the wording is. The last two show that of today instead, and say so."""

    TODAY = "today"
    THAT_DAY = "that_day"
    NO_POLICY_THEN = "no_policy_then"
    UNKNOWN = "unknown"


class Since(StrEnum):
    """What became of a clause since."""

    SAME = "same"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    GONE = "gone"


class Worded(msgspec.Struct, frozen=True, kw_only=True):
    """A clause, what rests on it, and how it reads now where that is otherwise."""

    shown: InCode
    what: tuple[str, ...]
    since: Since = Since.SAME
    now: InCode | None = None

    @property
    def is_reworded(self) -> bool:
        """Whether other words hold now, which are `now`."""
        return self.since is Since.REWORDED


class Without(msgspec.Struct, frozen=True, kw_only=True):
    """Citations that lead to no clause of that day, for one reason; `now`: what they lead to today."""

    because: Because
    what: tuple[str, ...]
    words: tuple[str, ...] = ()
    now: tuple[InCode, ...] = ()


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to read: clauses in the order in which they were cited, then what rests on none."""

    as_of: AsOf
    clauses: tuple[Worded, ...] = ()
    without: tuple[Without, ...] = ()


def wording(machine: Machine, citations: Iterable[Citation], entry: CaseEntry | None = None) -> Wording:
    """What these citations mean, as it read when `entry` was written; today, without one."""
    cited = tuple(dict.fromkeys(citations))
    today = _Policies(machine, machine.school)
    as_of, then = _of_day(machine, entry)
    if then is None:
        return _told(as_of, [today.meant(each) for each in cited], {}, today)
    found = [then.meant(each) for each in cited]
    now = {each.citation: today.meant(each.citation).clauses for each in found if not each.clauses}
    return _told(as_of, found, now, today)


def clauses_then(machine: Machine, citations: Iterable[Citation], entry: CaseEntry) -> tuple[InCode, ...]:
    """The clauses that held for an entry when it was written, as far as this computer can tell; no others."""
    found = wording(machine, citations, entry)
    return tuple(each.shown for each in found.clauses) if found.as_of is AsOf.THAT_DAY else ()


def _of_day(machine: Machine, entry: CaseEntry | None) -> tuple[AsOf, "_Policies | None"]:
    if entry is None:
        return AsOf.TODAY, None
    state, school = machine.state_at(entry.directory), machine.school_at(entry.directory)
    if state is None or school is None or not state.head.startswith(entry.directory_head):
        return AsOf.UNKNOWN, None
    then = _Policies(machine, school)
    return (AsOf.THAT_DAY, then) if then.kept else (AsOf.NO_POLICY_THEN, None)


class _Policies:
    """The policies of one state of the directory."""

    def __init__(self, machine: Machine, school: School) -> None:
        self.kept: tuple[Kept, ...] = library(school, machine.documents)
        if missing := [each.fingerprint for each in self.kept if each.version is None]:
            # A policy that no longer holds is not brought along by itself.
            machine.take_documents(missing)
            self.kept = library(school, machine.documents)
        self._links = school.settings.clause_links

    def meant(self, citation: Citation) -> Meant:
        return meant(citation, self.kept, self._links, model_clauses())

    def clauses(self) -> Mapping[tuple[str, str], InCode]:
        return in_force(self.kept)


def _told(as_of: AsOf, found: Sequence[Meant], now: Mapping[Citation, tuple[InCode, ...]], today: _Policies) -> Wording:
    named: dict[InCode, list[str]] = {}
    for each in found:
        for clause in each.clauses:
            named.setdefault(clause, []).append(each.citation.what)
    present = today.clauses()
    held = {kept.line.policy_id: kept.version is not None for kept in today.kept}
    clauses = [_worded(shown, what, present, held) for shown, what in named.items()]
    return Wording(as_of=as_of, clauses=tuple(clauses), without=tuple(_without(found, now)))


def _worded(
    shown: InCode, what: Iterable[str], present: Mapping[tuple[str, str], InCode], held: Mapping[str, bool]
) -> Worded:
    named = tuple(dict.fromkeys(filter(None, what)))
    now = present.get((shown.policy_id, shown.clause.clause_id))
    if now is None:
        # Where today's text has not come, nobody can say that the clause is gone.
        gone = held.get(shown.policy_id, True)
        return Worded(shown=shown, what=named, since=Since.GONE if gone else Since.SAME)
    if now.clause.text != shown.clause.text:
        return Worded(shown=shown, what=named, since=Since.REWORDED, now=now)
    if now.clause.label != shown.clause.label:
        return Worded(shown=shown, what=named, since=Since.RENUMBERED, now=now)
    return Worded(shown=shown, what=named)


def _without(found: Iterable[Meant], now: Mapping[Citation, tuple[InCode, ...]]) -> Iterable[Without]:
    for because in Because:
        these = [each.citation for each in found if each.because is because]
        if these:
            yield Without(
                because=because,
                what=tuple(dict.fromkeys(each.what for each in these if each.what)),
                words=tuple(dict.fromkeys(each.words for each in these if each.words)),
                now=tuple(dict.fromkeys(clause for each in these for clause in now.get(each, ()))),
            )
