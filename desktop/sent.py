# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody has sent while signed in, and what came of it: their own list, which nobody else sees (ux.md S8).

A report that they sent without their name is not in it: their vault keeps no trace of that.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.rows import Shelf
from desktop.cases.tracks import Verdict
from desktop.forms import summary
from desktop.people import PersonId
from desktop.phrases import reference
from desktop.session import Session

UNHEARD_AFTER = timedelta(hours=24)
"""How long a report may be without a receipt before its sender is told to go to somebody (security.md 3.5)."""

_TOLD = "feedback"
_ASKED = "question"
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
    """

    author: PersonId | None
    at: datetime
    words: str
    is_question: bool


class SentItem(msgspec.Struct, frozen=True, kw_only=True):
    """One report of theirs, with the answers as they were sent and everything that came back, oldest first.

    `verdict`: what was decided about something that they asked for, as far as it is yes or no.
    """

    case_id: str
    reference: str
    form: str
    at: datetime
    state: SentState
    received: Mapping[PersonId, datetime]
    replies: tuple[Reply, ...]
    values: Mapping[str, object]
    verdict: Verdict | None = None


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
    replies = tuple(_reply(session, case, entry) for entry in case.entries if entry.kind in _answering(case))
    return SentItem(
        case_id=case.case_id,
        reference=reference(case.case_id),
        form=report.form,
        at=report.at,
        state=_state(case, has_receipts=bool(received)),
        received=received,
        replies=replies,
        values=report.values,
        verdict=case.track.verdict(case.decision.text("outcome")) if case.decision else None,
    )


def _answering(case: Case) -> frozenset[str]:
    """The acts that answer whoever sent it."""
    return frozenset({*_WORDS_OF, case.track.decision} if case.track.tells_the_sender else _WORDS_OF)


def _state(case: Case, *, has_receipts: bool) -> SentState:
    kinds = [entry.kind for entry in case.entries if entry.kind in _answering(case)]
    if kinds and kinds[-1] == _ASKED:
        return SentState.ASKED
    if case.track.decision in kinds:
        return SentState.DECIDED
    if kinds:
        return SentState.DEALT_WITH
    return SentState.RECEIVED if has_receipts else SentState.SENT


def _reply(session: Session, case: Case, entry: CaseEntry) -> Reply:
    if entry.kind == case.track.decision:
        rows = summary(session.meaning.forms[entry.kind], entry.values, session.machine.school)
        words = "\n".join(f"{row.label}: {row.value}" for row in rows if row.is_given)
    else:
        words = entry.text(_WORDS_OF[entry.kind])
    return Reply(author=entry.author, at=entry.at, words=words, is_question=entry.kind == _ASKED)
