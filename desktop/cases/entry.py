# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One entry of a case as the rules read it: what kind, by whom, when, and the answers that it carries.

An entry that says something which this Candour does not understand is still shown, with its author and time.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

import msgspec

from desktop.cases.moments import told_day
from desktop.clocks import london_day
from desktop.filing import REDIRECT, REPORT
from desktop.importing.old_records import IMPORTED, OldRecord, read_answers
from desktop.people import PersonId
from storage.body import Attachment, Standing
from storage.entries import StoredEntry
from storage.judge import Flag, claimed_at

_ACCOUNTS = ("what_happened",)
_OLD_ACCOUNTS = ("narrative", "description", "relationship")
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2200, 1, 1)
"""Beyond these a day says nothing, and counting from it would fail: what was signed may say any."""

PersonOf = Callable[[str], PersonId | None]


class CaseEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A verified entry, read. `author` is None for a walk-up, and for a key that the directory does not know.

    `kid` names the key that signed it: what a return phrase signed bears the same one as its report.
    """

    eid: str
    kind: str
    case: str
    author: PersonId | None
    kid: str
    standing: Standing
    claims: str
    at: datetime
    is_day_only: bool
    received_at: datetime
    rule: str
    directory: int
    directory_head: str
    to: tuple[str, ...]
    parents: tuple[str, ...]
    supersedes: str | None
    reply: str | None
    form: str
    values: Mapping[str, object]
    data: Mapping[str, object]
    flags: frozenset[str]
    granted_by: str | None
    seq: int = 0
    files: tuple[Attachment, ...] = ()
    kind_version: int = 1

    @property
    def is_report(self) -> bool:
        """Say whether it opens a case; an entry that claims to be a report inside another's case does not.

        A record of an old log is one, too: what it says was reported long ago, by somebody else than its author.
        """
        return (self.kind == REPORT or self.kind in IMPORTED) and self.case == self.eid

    @property
    def opens_case(self) -> bool:
        """Say whether the case begins with it: a report, or the note that somebody was redirected."""
        return self.is_report or (self.kind == REDIRECT and self.case == self.eid)

    @property
    def is_imported(self) -> bool:
        """Say whether it is a record of an old log."""
        return self.kind in IMPORTED and self.case == self.eid

    @property
    def old(self) -> OldRecord | None:
        """What an old log said, where this is a record of one that can be read."""
        return read_answers(self.kind, self.values) if self.is_imported else None

    @property
    def account(self) -> str:
        """What a report tells at length, in its sender's own words or those of the old log; empty for none."""
        names = _OLD_ACCOUNTS if self.is_imported else _ACCOUNTS
        return next((told for name in names if (told := self.text(name))), "")

    @property
    def sender(self) -> PersonId | None:
        """The person signed in who tells what it says: its author, but for what they took from an old log."""
        return None if self.is_imported else self.author

    @property
    def believed_at(self) -> datetime:
        """When it was written, as far as that can be believed: never after it arrived."""
        return min(self.at, self.received_at)

    def text(self, name: str) -> str:
        """An answer as text; empty when it was not given."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """An answer as a day; None when it is none, or one that no school will see."""
        try:
            day = date.fromisoformat(self.text(name))
        except ValueError:
            return None
        return day if _FIRST_DAY <= day <= _LAST_DAY else None


def read_entry(stored: StoredEntry, person_of: PersonOf) -> CaseEntry:
    """Read a stored entry. `person_of` says whose vault a key id names."""
    body = stored.entry.body
    answers = body.data.get("answers")
    return CaseEntry(
        eid=stored.entry.eid,
        kind=body.kind,
        case=stored.entry.case,
        author=person_of(stored.entry.author_kid) if body.author.standing is Standing.MEMBER else None,
        kid=stored.entry.author_kid,
        standing=body.author.standing,
        claims=body.author.claims,
        at=claimed_at(body.at),
        is_day_only="T" not in body.at,
        received_at=stored.received_at,
        rule=body.rule,
        directory=body.dir[0],
        directory_head=body.dir[1],
        to=body.to,
        parents=body.parents,
        supersedes=body.supersedes,
        reply=body.reply,
        form=str(body.data.get("form", body.kind)),
        values=answers if isinstance(answers, dict) else {},
        data=body.data,
        flags=stored.flags,
        granted_by=stored.granted_by,
        seq=body.seq or 0,
        files=body.files,
        kind_version=body.kv,
    )


def in_order(entries: Iterable[CaseEntry]) -> tuple[CaseEntry, ...]:
    """Put entries in the order in which they could know of each other: after their parents, ties by name.

    Clocks have no say in it. What refers to an entry that is not here counts as if that were not there.
    """
    waiting = {entry.eid: entry for entry in entries}
    done: dict[str, CaseEntry] = {}
    while waiting:
        ready = sorted(
            (entry for entry in waiting.values() if not any(parent in waiting for parent in entry.parents)),
            key=lambda entry: (not entry.is_report, entry.eid),
        )
        # Hashes cannot form a ring; if one appeared all the same, the rest still has to be shown.
        for entry in ready or sorted(waiting.values(), key=lambda entry: entry.eid):
            done[entry.eid] = waiting.pop(entry.eid)
    return tuple(done.values())


def heads(entries: Iterable[CaseEntry]) -> tuple[str, ...]:
    """Name the entries that no other one here follows: what the next entry's author has seen."""
    everything = tuple(entries)
    followed = {parent for entry in everything for parent in entry.parents}
    return tuple(sorted(entry.eid for entry in everything if entry.eid not in followed))


def recorded_days(entries: Iterable[CaseEntry]) -> Mapping[str, date]:
    """The day on which each entry was recorded: the signed one, yet never before what its author had seen.

    Where the signed one lies in the future of its arrival, the arrival counts.
    """
    days: dict[str, date] = {}
    for entry in in_order(entries):
        is_ahead = Flag.CLOCK_AHEAD in entry.flags
        own = london_day(entry.received_at) if is_ahead else told_day(entry.at, day_only=entry.is_day_only)
        days[entry.eid] = max([own, *(days[parent] for parent in entry.parents if parent in days)])
    return days


def known_by(entries: Iterable[CaseEntry], day: date) -> tuple[CaseEntry, ...]:
    """The entries that had been recorded by the end of a day in London."""
    everything = tuple(entries)
    days = recorded_days(everything)
    return tuple(entry for entry in everything if days[entry.eid] <= day)
