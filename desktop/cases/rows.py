# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The row by which a case is found: what the inbox shows of it before it is opened, for one reader.

A row holds no passing of time: clocks are worked out when it is shown. It can be made again from the entries.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum

import msgspec

from desktop.cases.case import Case, Missing, Phase
from desktop.cases.clocks import Clocks, decision_clock, is_awaited
from desktop.cases.counted import Counted, counted_of
from desktop.cases.decided import Decided, decided_of
from desktop.cases.entry import CaseEntry
from desktop.cases.items import Item, ended_actions, follows, open_items
from desktop.cases.meaning import shipped_meaning
from desktop.cases.reporter import is_further_words
from desktop.cases.second import second_people
from desktop.cases.tracks import Verdict
from desktop.clocks import london_day
from desktop.declarations.gifts import FORM as GIFT
from desktop.declarations.gifts import is_late
from desktop.patterns.register import ConcernRecord
from desktop.people import PersonId, School
from desktop.phrases import reference
from desktop.registers.declared import Declared
from desktop.registers.keeping import declared_of
from desktop.registers.line import LINE, REGISTER_EXPORT
from desktop.retention.awaiting import awaiting
from desktop.retention.disposal import stands_alone
from desktop.retention.kinds import KEEPING
from desktop.sharing.standing import shared_of
from storage.grants import GRANT
from storage.invitation import JOINING
from storage.proposals import ANSWER, PROPOSAL

SUMMARY_LENGTH = 90
_SENTENCE_END = re.compile(r"(?<!\b[^\W\d_])(?<!\bM[rsx])(?<!\bMrs)(?<!\bDr)[.!?]+[\"”’)]*(?= |$)")
"""Not in a price or a time, nor after an initial or a title: “I saw Tom with K.B. by the gate.”"""
ROWS_VERSION = 28
"""Raised when a row says something else, or says it otherwise: rows of another version are made again."""

DESK = "desk"
"""The kind of the entries that say what somebody did at their desk (desktop.board.checking)."""

SENT, FOLLOWS = "sent", "follows"
"""Tags of rows, with a day or a reference."""

SEARCH = "search"
"""The kind of the entry that says that somebody searched (desktop.auditing.noting). It opens no case."""

LOOK = "look"
"""The kind of the entry that says that somebody looked at a person's page. It opens no case either."""

GOVERNORS_REPORT = "governors_report"
"""The kind of the entry that says that a report to governors was issued (desktop.governors). It opens no case."""

POLICY_CONFIRMED = "policy_confirmed"
"""The kind of the entry that says that somebody has read a policy (desktop.policies.confirming)."""

TRAINING, TRAINING_ANSWER = "training", "training_answer"
"""The kinds of the entries that say that somebody was trained, and what became of that (desktop.training.records)."""

DUTY_DONE = "duty_done"
"""The kind of the entry that says that a duty of the calendar was done (desktop.duties)."""

_OF_STAFF = frozenset({POLICY_CONFIRMED, TRAINING, TRAINING_ANSWER, DUTY_DONE})
_AT_A_DESK = frozenset({DESK, SEARCH, LOOK, GOVERNORS_REPORT, REGISTER_EXPORT})
_NO_CASE = frozenset({PROPOSAL, ANSWER, JOINING, LINE, *_AT_A_DESK, *_OF_STAFF, *KEEPING})
"""The kinds of entries that belong to no case; an entry of any other kind beside them brings it back into sight."""


class Shelf(StrEnum):
    """Where a case stands in one reader's inbox. `MINE` is what they sent and do not read as a reviewer.

    `ELSEWHERE` is what is no case at all: a change of the directory that waits for signatures, a register line.
    """

    NEEDS_YOU = "needs_you"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    MINE = "mine"
    ELSEWHERE = "elsewhere"


NOT_READ = frozenset({Shelf.MINE, Shelf.ELSEWHERE})
"""The shelves of what is not before this reader as a reviewer."""

INBOX = tuple(shelf for shelf in Shelf if shelf is not Shelf.ELSEWHERE)
"""The shelves that an inbox has."""


class Group(StrEnum):
    """The heading under which a case stands on its shelf (ux.md R1)."""

    RISK_NOW = "risk_now"
    TO_DECIDE = "to_decide"
    TO_DO = "to_do"
    REPLIES = "replies"
    NOTED = "noted"
    OTHER = "other"


class BoardRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the board and the week need of a case. Moments are aware UTC.

    `items` is what is open in it, for its readers, and `ended` the actions that were done or dropped; `decided` tells
    of the first decision where a time is set for it.
    """

    case_id: str
    reference: str
    form: str
    about: tuple[str, ...]
    items: tuple[Item, ...] = ()
    ended: tuple[Item, ...] = ()
    decided: Decided | None = None


class CaseRow(BoardRow, frozen=True, kw_only=True):
    """One case in a list. `filed_day_only` when an anonymous report says only the day.

    `is_late`: something was accepted before anybody had said yes to it. `declared` is what a register keeps of it;
    `follows` is the reference of the declaration in whose place this one is. `shared` is what went out of it, or did
    not; `counted` is what governors are told of in numbers. `is_imported`: an old log said so, and it was filed when
    that says.
    """

    summary: str
    reporter: str
    standing: str
    filed_at: datetime
    filed_day_only: bool
    received_at: datetime
    decide_by: datetime | None
    phase: Phase
    shelf: Shelf
    group: Group
    outcome: str
    verdict: Verdict | None
    is_late: bool
    missing: tuple[Missing, ...]
    is_unread: bool
    is_flagged: bool
    is_imported: bool = False
    declared: Declared | None = None
    follows: str = ""
    counted: Counted | None = None
    shared: tuple[Declared, ...] = ()

    @property
    def rank(self) -> str:
        """Where it stands on its shelf: by group, then what is due first, then what came last."""
        group = list(Group).index(self.group)
        due = self.decide_by or self.filed_at
        newest_first = self.shelf in {Shelf.CLOSED, Shelf.MINE}
        stamp = 10**11 - int(due.timestamp()) if newest_first else int(due.timestamp())
        return f"{group}{stamp:012d}"


def row_of(case: Case, me: PersonId, school: School, clocks: Clocks) -> CaseRow:
    """Make the row of a case for one person."""
    is_reader = case.reads(me) and me not in case.aside
    first = case.report or case.entries[0]
    shelf, group = _place(case, me)
    due = decision_clock(case, clocks)
    outcome = case.decision.text("outcome") if case.decision else ""
    old = first.old
    return CaseRow(
        case_id=case.case_id,
        reference=reference(case.case_id),
        form=first.form,
        about=tuple(names_about(case, school)),
        summary=summary_line(first),
        reporter=reporter_name(case, school),
        standing=first.standing.value,
        filed_at=old.recorded_at if old else first.at,
        filed_day_only=old.is_day_only if old else first.is_day_only,
        received_at=first.received_at,
        decide_by=due.due if due and is_awaited(case) else None,
        phase=case.phase,
        shelf=shelf,
        group=group,
        outcome=outcome,
        verdict=case.track.verdict(outcome),
        is_late=first.form == GIFT and case.phase is not Phase.NOTED and is_late(first.values),
        missing=case.missing,
        is_unread=case.reads(me) and not _has_opened(case, me) and not _is_settled(first),
        is_flagged=any(entry.flags for entry in case.entries),
        is_imported=first.is_imported,
        declared=declared_of(case, me),
        items=open_items(case, clocks, shipped_meaning()) if is_reader else (),
        ended=ended_actions(case) if is_reader else (),
        decided=decided_of(case, clocks) if is_reader else None,
        follows=follows(case),
        counted=counted_of(case) if is_reader else None,
        shared=shared_of(case) if is_reader else (),
    )


def board_tags(row: CaseRow) -> Iterator[str]:
    """The tags by which the board and the digest find a row (desktop.board)."""
    if row.shelf not in NOT_READ:
        yield sent_tag(london_day(row.filed_at))
    if row.follows:
        yield f"{FOLLOWS} {row.follows}"


def sent_tag(day: date) -> str:
    """The tag of what was sent on a day."""
    return f"{SENT} {day}"


def summary_line(entry: CaseEntry) -> str:
    """The first sentence of what was written, shortened for a list."""
    words = " ".join(entry.account.split())
    end = _SENTENCE_END.search(words, 21)
    sentence = words[: end.end()] if end else words
    return sentence if len(sentence) <= SUMMARY_LENGTH else sentence[: SUMMARY_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def names_about(case: Case, school: School) -> Iterable[str]:
    """The persons concerned by name, or in the reporter's words."""
    for subject in case.subjects:
        person = school.people.get(subject.person_id) if subject.person_id else None
        yield person.name if person else subject.description


def reporter_name(case: Case, school: School) -> str:
    """Who reported it: a listed person, a name that was given and not checked, or nobody."""
    if case.report is not None and case.report.is_imported:
        return case.report.text("reporter")
    if case.reporter is not None:
        person = school.people.get(case.reporter)
        return person.name if person else ""
    return case.report.claims if case.report else ""


def _place(case: Case, me: PersonId) -> tuple[Shelf, Group]:
    kinds = {entry.kind for entry in case.entries} - {GRANT}
    if kinds and (kinds <= _NO_CASE or stands_alone(case)):
        return Shelf.ELSEWHERE, Group.OTHER
    if me in case.aside:
        return Shelf.CLOSED, Group.OTHER
    if not case.reads(me):
        # What others sent us is never out of sight, also where its report has not come or does not name us.
        return (Shelf.MINE if case.reporter == me else Shelf.IN_PROGRESS), Group.OTHER
    place = _place_by_phase(case, me)
    return (Shelf.NEEDS_YOU, Group.REPLIES) if place[0] is not Shelf.NEEDS_YOU and _is_news(case, me) else place


def _place_by_phase(case: Case, me: PersonId) -> tuple[Shelf, Group]:
    if me in second_people(case):
        return Shelf.NEEDS_YOU, Group.TO_DECIDE
    if (waiting := awaiting(case)) is not None and me in waiting.people:
        return Shelf.NEEDS_YOU, Group.TO_DO
    if case.phase is Phase.NOTED:
        is_known = _has_opened(case, me) or case.reporter == me
        return Shelf.CLOSED if is_known else Shelf.NEEDS_YOU, Group.NOTED
    if case.phase is Phase.CLOSED:
        return Shelf.CLOSED, Group.OTHER
    if _waits_for(case, me):
        undecided = case.phase is Phase.TO_DECIDE
        group = Group.RISK_NOW if case.is_urgent and undecided else Group.TO_DECIDE if undecided else Group.TO_DO
        return Shelf.NEEDS_YOU, group
    return Shelf.IN_PROGRESS, Group.OTHER


def _waits_for(case: Case, me: PersonId) -> bool:
    """Say whether the next step is this reader's: a triage by whoever does not decide, the decision, or the rest."""
    decides = me in case.deciders
    if Missing.DECISION in case.missing:
        unprepared = bool(case.track.prepared_by) and case.triage is None
        return decides or not case.deciders or unprepared
    if not case.track.prepared_by:
        return decides
    return case.lead == me or (decides and Missing.FINAL_DECISION in case.missing)


def _has_opened(case: Case, me: PersonId) -> bool:
    return any(reader.person_id == me and reader.opened_at is not None for reader in case.readers)


def _is_settled(entry: CaseEntry) -> bool:
    """Say whether nobody need open it before they decide on another record: a gift or a tie of an old register."""
    return entry.is_imported and not isinstance(entry.old.record if entry.old else None, ConcernRecord)


def _is_news(case: Case, me: PersonId) -> bool:
    """Say whether the reporter has said something since this reader last opened the case, or did something in it."""
    mine = max((entry.received_at for entry in case.entries if entry.author == me), default=None)
    said = (entry for entry in case.entries if is_further_words(entry, case.report))
    return any(mine is None or entry.received_at > mine for entry in said if entry.author != me)


def as_bytes(row: CaseRow) -> bytes:
    """Write a row for the vault."""
    return msgspec.json.encode(row)


def from_bytes(data: bytes) -> CaseRow:
    """Read a row from the vault."""
    return msgspec.json.decode(data, type=CaseRow)
