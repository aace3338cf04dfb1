# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading an audit out of somebody's vault: what they may read, they may know who else read (F18; ux.md R13)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from desktop.auditing.deeds import Asked, AuditLine, Deed, audit_words
from desktop.auditing.trawling import Trawl, trawls
from desktop.cases.entry import read_entry
from desktop.cases.readership import added_by
from desktop.cases.rows import DESK
from desktop.clocks import london_day
from desktop.people import PersonId
from desktop.session import Session
from storage.entries import EntryMark
from storage.judge import claimed_at

_ABOUT = "about "


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What was done, the latest first; and whoever of the others opened records about many people in a short time."""

    lines: tuple[AuditLine, ...]
    trawls: tuple[Trawl, ...]


def read_audit(session: Session, asked: Asked | None = None) -> Audit:
    """Read everything that this person may know was done, and of it what they ask for."""
    words = audit_words()
    kinds = [kind for each in words.deeds.values() for kind in each.kinds]
    marks = session.entries.marks(kinds)
    lines = [*_single(session, marks), *_imports(session, marks), *_desk(session)]
    told = trawls(lines, _subjects(session), words.trawl, session.machine.today() - timedelta(days=words.trawl.days))
    ordered = sorted(lines, key=lambda line: (line.at, line.case_id), reverse=True)
    return Audit(
        lines=chosen_lines(ordered, asked or Asked()),
        trawls=tuple(each for each in told if each.who != session.me),
    )


def lately(audit: Audit, now: datetime) -> tuple[Trawl, ...]:
    """Whoever opened records about many people within the last day: the others are told without asking."""
    return tuple(each for each in audit.trawls if now - each.since < timedelta(days=1))


def chosen_lines(lines: Iterable[AuditLine], asked: Asked) -> tuple[AuditLine, ...]:
    """Those lines that somebody asks for, in their order."""
    return tuple(line for line in lines if _is_asked(line, asked))


def _single(session: Session, marks: Sequence[EntryMark]) -> Iterable[AuditLine]:
    words = audit_words()
    for mark in marks:
        deed = words.deed_of(mark.kind)
        if deed is None or deed is Deed.IMPORTED:
            continue
        yield AuditLine(
            at=claimed_at(mark.at),
            who=session.machine.person_of(mark.author),
            deed=deed,
            case_id="" if mark.eid == mark.case else session.root(mark.case),
            people=_added(session, mark.eid) if deed is Deed.SHARED else (),
        )


def _imports(session: Session, marks: Sequence[EntryMark]) -> Iterable[AuditLine]:
    """All that somebody imported on one day is one deed: a log has thousands of rows."""
    days: dict[tuple[str, str], list[EntryMark]] = {}
    for mark in marks:
        if audit_words().deed_of(mark.kind) is Deed.IMPORTED:
            days.setdefault((mark.author, mark.at[:10]), []).append(mark)
    for (author, _day), together in days.items():
        at = claimed_at(max(mark.at for mark in together))
        who = session.machine.person_of(author)
        yield AuditLine(at=at, who=who, deed=Deed.IMPORTED, count=len(together))


def _desk(session: Session) -> Iterable[AuditLine]:
    for stored in session.entries.of_kind(DESK):
        entry = read_entry(stored, session.machine.person_of)
        deed = audit_words().deed_of(entry.form)
        if deed is not None:
            yield AuditLine(at=entry.at, who=entry.author, deed=deed)


def _added(session: Session, eid: str) -> tuple[PersonId, ...]:
    return added_by(read_entry(session.entries.held(eid), session.machine.person_of))


def _subjects(session: Session) -> dict[str, frozenset[PersonId]]:
    """The listed persons whom each case is about."""
    found: dict[str, frozenset[PersonId]] = {}
    for tag, case_id in session.views.tags(_ABOUT):
        found[case_id] = found.get(case_id, frozenset()) | {PersonId(tag.removeprefix(_ABOUT))}
    return found


def _is_asked(line: AuditLine, asked: Asked) -> bool:
    day = london_day(line.at)
    return (
        asked.who in {None, line.who}
        and asked.deed in {None, line.deed}
        and asked.case_id in {"", line.case_id}
        and (asked.since is None or day >= asked.since)
        and (asked.until is None or day <= asked.until)
    )
