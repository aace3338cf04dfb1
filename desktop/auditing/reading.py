# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading an audit out of somebody's vault: what they may read, they may know who else read (F18; ux.md R13)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

import msgspec

from desktop.auditing.deeds import Asked, AuditLine, Deed, audit_words
from desktop.auditing.trawling import Trawl, trawls
from desktop.cases.entry import read_entry
from desktop.cases.readership import CONTINUATION, added_by
from desktop.cases.rows import DESK
from desktop.clocks import london_day
from desktop.people import PersonId
from desktop.session import Session
from storage.entries import EntryMark
from storage.judge import claimed_at

_ABOUT = "about "


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What was done, the latest first; and whoever of the others did much of it in a short time."""

    lines: tuple[AuditLine, ...]
    trawls: tuple[Trawl, ...]


def read_audit(session: Session, asked: Asked | None = None) -> Audit:
    """Read what this person may know was done, as far as they ask for it: of the days before that nothing is read."""
    wanted = asked or Asked()
    since = _day_before(wanted.since)
    marks = session.entries.marks([kind for each in audit_words().deeds.values() for kind in each.kinds], since)
    lines = [*_single(session, marks), *_imports(session, marks), *_desk(session, since)]
    ordered = sorted(lines, key=lambda line: (line.at, line.case_id), reverse=True)
    return Audit(lines=chosen_lines(ordered, wanted), trawls=recent_trawls(session))


def recent_trawls(session: Session) -> tuple[Trawl, ...]:
    """Whoever of the others opened, looked or searched much in a short time, within the days that the rule says."""
    words = audit_words()
    since = session.machine.today() - timedelta(days=words.trawl.days)
    kinds = [kind for deed in words.trawl.counts for kind in words.deeds[deed].kinds]
    done = tuple(_single(session, session.entries.marks(kinds, _day_before(since))))
    told = trawls(done, _subjects(session, {line.case_id for line in done if line.case_id}), words.trawl, since)
    return tuple(each for each in told if each.who != session.me)


def lately(trawls_told: Iterable[Trawl], now: datetime) -> tuple[Trawl, ...]:
    """Those within the last day: the others are told without asking."""
    return tuple(each for each in trawls_told if now - each.since < timedelta(days=1))


def chosen_lines(lines: Iterable[AuditLine], asked: Asked) -> tuple[AuditLine, ...]:
    """Those lines that somebody asks for, in their order."""
    return tuple(line for line in lines if _is_asked(line, asked))


def _single(session: Session, marks: Sequence[EntryMark]) -> Iterable[AuditLine]:
    root, deeds = _roots(session), {kind: deed for deed, words in audit_words().deeds.items() for kind in words.kinds}
    for mark in marks:
        deed = deeds.get(mark.kind)
        if deed is None or deed is Deed.IMPORTED:
            continue
        yield AuditLine(
            at=claimed_at(mark.at),
            who=session.machine.person_of(mark.author),
            deed=deed,
            case_id="" if mark.eid == mark.case else root(mark.case),
            people=_added(session, mark.eid) if deed is Deed.SHARED else (),
        )


def _imports(session: Session, marks: Sequence[EntryMark]) -> Iterable[AuditLine]:
    """All that somebody imported on one day is one deed: a log has thousands of rows."""
    days: dict[tuple[str, str], list[EntryMark]] = {}
    kinds = audit_words().deeds[Deed.IMPORTED].kinds
    for mark in marks:
        if mark.kind in kinds:
            days.setdefault((mark.author, mark.at[:10]), []).append(mark)
    for (author, _day), together in days.items():
        at = claimed_at(max(mark.at for mark in together))
        who = session.machine.person_of(author)
        yield AuditLine(at=at, who=who, deed=Deed.IMPORTED, count=len(together))


def _roots(session: Session) -> Callable[[str], str]:
    """Finds the case that a case carries on, as `Session.root` does, among all of them at once."""
    carried = {mark.eid: mark.case for mark in session.entries.marks([CONTINUATION])}

    def root(case_id: str) -> str:
        return root(carried[case_id]) if case_id in carried else case_id

    return root


def _desk(session: Session, since: str) -> Iterable[AuditLine]:
    for stored in session.entries.of_kind(DESK, since):
        entry = read_entry(stored, session.machine.person_of)
        deed = audit_words().deed_of(entry.form)
        if deed is not None:
            yield AuditLine(at=entry.at, who=entry.author, deed=deed)


def _added(session: Session, eid: str) -> tuple[PersonId, ...]:
    return added_by(read_entry(session.entries.held(eid), session.machine.person_of))


def _subjects(session: Session, cases: Iterable[str]) -> dict[str, frozenset[PersonId]]:
    """The listed persons whom each of these cases is about."""
    tags = {case_id: session.views.tags_of(case_id, _ABOUT) for case_id in cases}
    return {case_id: frozenset(PersonId(tag.removeprefix(_ABOUT)) for tag in found) for case_id, found in tags.items()}


def _day_before(day: date | None) -> str:
    """From where on to read so that nothing of a London day is left out."""
    return (day - timedelta(days=1)).isoformat() if day else ""


def _is_asked(line: AuditLine, asked: Asked) -> bool:
    return (
        asked.who in {None, line.who}
        and asked.deed in {None, line.deed}
        and asked.case_id in {"", line.case_id}
        and (asked.since is None or london_day(line.at) >= asked.since)
        and (asked.until is None or london_day(line.at) <= asked.until)
    )
