# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody has sent while signed in, and what came of it: their own list, which nobody else sees (ux.md S8).

A report that they sent without their name is not in it: their vault keeps no trace of that.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from desktop.adding import ANSWERS, answers_in, first_readers, last_known_readers, told_in, vouched_for
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.reporter import is_further_words
from desktop.cases.rows import Shelf
from desktop.cases.tracks import Verdict
from desktop.declarations.permissions import last_day
from desktop.forms import summary
from desktop.people import PersonId
from desktop.phrases import reference
from desktop.session import Session
from storage.judge import Flag

UNHEARD_AFTER = timedelta(hours=24)
"""How long a report may be without a receipt before its sender is told to go to somebody (security.md 3.5)."""

_TOLD, _ASKED = ANSWERS
_WORDS_OF = {_TOLD: "words", _ASKED: "text"}


class SentState(StrEnum):
    """How far it has come, as far as its sender may know."""

    SENT = "sent"
    RECEIVED = "received"
    ASKED = "asked"
    DEALT_WITH = "dealt_with"
    DECIDED = "decided"


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader wrote back, and when (aware UTC). A question may still want an answer.

    A decision on what they declared themselves is read to them answer by answer.
    `is_vouched`: by somebody who first read the report, or whom one of those has answered with (desktop.adding).
    `is_withdrawn`: the key that signed it is not trusted any more, so it may be somebody else's.
    """

    author: PersonId | None
    at: datetime
    words: str
    is_question: bool
    is_vouched: bool = True
    is_withdrawn: bool = False


class Further(msgspec.Struct, frozen=True, kw_only=True):
    """What its sender said afterwards: more, a correction, or that they take it back (aware UTC)."""

    kind: str
    at: datetime
    words: str


class SentItem(msgspec.Struct, frozen=True, kw_only=True):
    """One report of theirs, with the answers as they were sent, what came back and what they added, oldest first.

    `readers` would get what they add. `verdict`: what was decided about something that they asked for, as far as it is
    yes or no; `until` is the last day of a permission.
    """

    case_id: str
    reference: str
    form: str
    at: datetime
    state: SentState
    received: Mapping[PersonId, datetime]
    replies: tuple[Reply, ...]
    further: tuple[Further, ...]
    readers: tuple[PersonId, ...]
    values: Mapping[str, object]
    verdict: Verdict | None = None
    until: date | None = None


def sent_by(session: Session) -> tuple[SentItem, ...]:
    """List what the person signed in has sent, newest first. Reads the vault. Raises KnownError(DISK_*, VAULT_*)."""
    cases = (session.case(case_id) for case_id in session.shelf(Shelf.MINE))
    return tuple(_item(session, case, report) for case in cases if (report := case.report) is not None)


def unheard(items: Sequence[SentItem], now: datetime) -> tuple[SentItem, ...]:
    """Those of them that nobody has received although a day has passed."""
    return tuple(item for item in items if item.state is SentState.SENT and now - item.at >= UNHEARD_AFTER)


def _item(session: Session, case: Case, report: CaseEntry) -> SentItem:
    receipts = session.receipts(report.eid)
    received = {person: one.received_at for person, one in receipts if person is not None and one.received_at}
    answers = answers_in(case)
    vouched = vouched_for(session.machine, first_readers(case), answers)
    replies = tuple(
        reply_of(entry, is_vouched=entry in vouched, words=_decision_words(session, case, entry)) for entry in answers
    )
    state = state_of(replies, has_receipts=bool(received), is_answered=_is_answered(case))
    return SentItem(
        case_id=case.case_id,
        reference=reference(case.case_id),
        form=report.form,
        at=report.at,
        state=SentState.DECIDED if state is SentState.DEALT_WITH and case.decision in answers else state,
        received=received,
        replies=replies,
        further=tuple(
            Further(kind=entry.kind, at=entry.at, words=entry.text("text"))
            for entry in case.entries
            if is_further_words(entry, report)
        ),
        readers=last_known_readers(session.machine, first_readers(case), told_in(case), case.subjects),
        values=report.values,
        verdict=case.track.verdict(case.decision.text("outcome")) if case.decision else None,
        until=last_day(case.decision.values) if case.decision else None,
    )


def state_of(replies: Sequence[Reply], *, has_receipts: bool = False, is_answered: bool = False) -> SentState:
    """Say how far something has come: a question that still waits, what they were told, or else receipts."""
    if replies and replies[-1].is_question and not is_answered:
        return SentState.ASKED
    if any(not reply.is_question for reply in replies):
        return SentState.DEALT_WITH
    return SentState.RECEIVED if has_receipts else SentState.SENT


def _is_answered(case: Case) -> bool:
    """Say whether its sender said something after the last question."""
    said = [entry for entry in case.entries if entry.kind == _ASKED or is_further_words(entry, case.report)]
    return bool(said) and said[-1].kind != _ASKED


def _decision_words(session: Session, case: Case, entry: CaseEntry) -> str:
    """A decision on what they declared, answer by answer; nothing for any other entry."""
    if entry.kind != case.track.decision:
        return ""
    rows = summary(session.meaning.forms[entry.kind], entry.values, session.machine.school)
    return "\n".join(f"{row.label}: {row.value}" for row in rows if row.is_given)


def reply_of(entry: CaseEntry, *, is_vouched: bool, words: str = "") -> Reply:
    """Read what a reader wrote back: its own words, or these."""
    return Reply(
        author=entry.author,
        at=entry.at,
        words=words or entry.text(_WORDS_OF[entry.kind]),
        is_question=entry.kind == _ASKED,
        is_vouched=is_vouched,
        is_withdrawn=Flag.REVOKED_KEY in entry.flags,
    )
