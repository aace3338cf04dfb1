# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour sync, inbox, show, act, check: what a reviewer does, without the window."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from desktop.attaching.held import HeldFile, case_files
from desktop.cases.acting import act as record_act
from desktop.cases.acting import act_kinds, open_case
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.inbox import read_categories
from desktop.cases.rows import INBOX, CaseRow, Shelf, names_about, reporter_name, row_of
from desktop.cases.worked_out import worked_out
from desktop.cli import attaching
from desktop.cli.limits import limits_data, second_person_data
from desktop.cli.people_words import name_of
from desktop.cli.terminal import FAILED, Output, Terminal, candour_of, read_answers, sign_in, signing_in
from desktop.faults import DeskFault, FaultWords, explain_fault
from desktop.phrases import reference
from desktop.reading_only import WONT_OPEN, details
from desktop.searching.categories import tag_of
from desktop.services import Candour
from desktop.session import Session
from desktop.soundness import check as check_session
from desktop.synced import Synced
from storage.errors import KnownError
from storage.ingest import set_aside

_HIDDEN = {"grant"}


def add_sync(_parser: ArgumentParser, _common: ArgumentParser) -> None:
    """`candour sync` has no words of its own. Without --as it only sends what waits on this machine."""


def sync(arguments: Namespace, terminal: Terminal) -> Output:
    """Exchange envelopes once."""
    candour = candour_of(arguments)
    if arguments.person is None:
        news = candour.machine.refresh()
        offered = candour.machine.spool.offer(candour.machine.exchange, candour.machine.today())
        return _synced(candour, Synced(offered=offered, new_statements=news.new, fault=news.fault), [])
    session = sign_in(candour, arguments, terminal)
    try:
        synced = session.sync(lambda done, total: show_progress(terminal, done, total))
        return _synced(candour, synced, [reason.value for _, reason, _ in set_aside(session.vault)])
    finally:
        session.close()


def add_inbox(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour inbox`."""
    parser.add_argument("--shelf", choices=[shelf.value for shelf in INBOX], help="only these")
    parser.add_argument("--category", metavar="WORDS", help="only what has this category, as the forms put it")


def inbox(arguments: Namespace, terminal: Terminal) -> Output:
    """List the cases that this person may see, after looking for new ones."""

    def listed(_candour: Candour, session: Session) -> Output:
        shelves = [Shelf(arguments.shelf)] if arguments.shelf else list(INBOX)
        on_shelf = _of_category(session, arguments.category, terminal) if arguments.category else session.shelf
        rows = [session.row(case) for shelf in shelves for case in on_shelf(shelf)]
        return Output([_row(row) for row in rows], [_row_line(row) for row in rows])

    return signed_in(arguments, terminal, listed)


def _of_category(session: Session, typed: str, terminal: Terminal) -> Callable[[Shelf], Sequence[str]]:
    """What names the cases of a shelf that bear a category, however its capitals are typed; told where none does."""
    named = {each.casefold(): each for each in read_categories(session)}
    category = named.get(" ".join(typed.split()).casefold(), "")
    if not category:
        terminal.tell(f"No record has that category. In use: {'; '.join(named.values()) or '-'}")
    borne = session.views.tagged_on_shelves(tag_of(category))
    return lambda shelf: borne.get(shelf.value, ())


def add_show(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour show`."""
    parser.add_argument("reference")


def show(arguments: Namespace, terminal: Terminal) -> Output:
    """Open one case: all its entries that this person may see. Opening leaves an access entry."""

    def shown(candour: Candour, session: Session) -> Output:
        case = open_case(session, session.find(arguments.reference))
        data = _case(candour, session, case)
        entries = [entry for entry in case.entries if entry.kind not in _HIDDEN]
        files = [_file_line(held) for held in case_files(case, session.blobs)]
        return Output(data, [*(_entry_line(candour, entry) for entry in entries), *files])

    return signed_in(arguments, terminal, shown)


def add_act(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour act`."""
    parser.add_argument("reference")
    parser.add_argument(
        "kind", help="note, triage, decision, action, share, outcome, …: candour forms KIND lists fields"
    )
    parser.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    attaching.add_words(parser)


def act(arguments: Namespace, terminal: Terminal) -> Output:
    """Record a reviewer's entry."""
    values = read_answers(arguments.answers, terminal)

    def recorded(candour: Candour, session: Session) -> Output:
        if arguments.kind not in act_kinds(session):
            raise KnownError(DeskFault.NO_SUCH_FORM)
        files = attaching.files(candour, arguments, arguments.kind)
        stored = record_act(session, session.find(arguments.reference), arguments.kind, values, files)
        at = stored.received_at.isoformat(timespec="seconds")
        data = {"reference": reference(stored.entry.case), "entry": stored.entry.eid, "kind": arguments.kind, "at": at}
        return Output(data, [f"Recorded: {arguments.kind}, {at}"])

    return signed_in(arguments, terminal, recorded)


def add_check(_parser: ArgumentParser, _common: ArgumentParser) -> None:
    """`candour check` has no words of its own."""


def check(arguments: Namespace, terminal: Terminal) -> Output:
    """Verify everything that this person's vault holds."""
    candour = candour_of(arguments)
    try:
        session = sign_in(candour, arguments, terminal)
    except KnownError as error:
        if error.code not in WONT_OPEN:
            raise
        told = details(candour, signing_in(candour, arguments), error)
        lines = [explain_fault(error).sentence, told]
        return Output({"sound": False, "fault": error.code.value, "details": told}, lines, code=FAILED)
    try:
        found = check_session(session)
    finally:
        session.close()
    data = {
        "sound": found.is_sound,
        "entries": found.entries,
        "cases": found.cases,
        "troubles": [trouble.value for trouble in found.troubles],
        "set_aside": found.set_aside,
    }
    line = f"{found.entries} entries in {found.cases} cases: " + (
        "all sound" if found.is_sound else ", ".join(trouble.value for trouble in found.troubles)
    )
    return Output(data, [line], code=0 if found.is_sound else FAILED)


def signed_in(arguments: Namespace, terminal: Terminal, do: Callable[[Candour, Session], Output]) -> Output:
    """Sign in, look for news once as the window does, and do one thing."""
    candour = candour_of(arguments)
    session = sign_in(candour, arguments, terminal)
    try:
        synced = session.sync()
        if synced.fault:
            terminal.tell(f"{_why(synced.fault).happened} This is what is on this computer.")
        for alarm in synced.alarms:
            terminal.tell(f"Warning: {alarm.value}")
        return do(candour, session)
    finally:
        session.close()


def _synced(candour: Candour, synced: Synced, reasons: list[str]) -> Output:
    taken = synced.ingested
    data = {
        "reachable": synced.is_reachable,
        "fault": synced.fault,
        "sent": len(synced.offered.delivered),
        "waiting": len(synced.offered.waiting),
        "received": len(taken.new),
        "flagged": len(taken.flagged),
        "quarantined": taken.set_aside,
        "quarantine": reasons,
        "pending": taken.pending,
        "receipts": len(synced.received),
        "directory": {"version": candour.school.version, "new": synced.new_statements},
        "alarms": [alarm.value for alarm in synced.alarms],
    }
    words = ("sent", "received", "quarantined", "waiting", "pending", "receipts")
    lines = [", ".join(f"{data[word]} {word}" for word in words)]
    return Output(data, [_why(synced.fault).sentence, *lines] if synced.fault else lines)


def _why(fault: StrEnum) -> FaultWords:
    """What is said of a folder that could not be looked at."""
    return explain_fault(KnownError(fault))


def _row(row: CaseRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "form": row.form,
        "about": list(row.about),
        "filed_at": _moment(row.filed_at, day_only=row.filed_day_only),
        "state": row.phase.value,
        "decide_by": row.decide_by.isoformat() if row.decide_by else None,
        "summary": row.summary,
        "shelf": row.shelf.value,
        "group": row.group.value,
        "outcome": row.outcome or None,
        "verdict": row.verdict.value if row.verdict else None,
        "late": row.is_late,
        "missing": [each.value for each in row.missing],
        "unread": row.is_unread,
        "flagged": row.is_flagged,
    }


def _row_line(row: CaseRow) -> str:
    about = ", ".join(row.about) or "-"
    return f"{row.reference}  {row.phase.value:12} {row.form:12} {about}: {row.summary}"


def _case(candour: Candour, session: Session, case: Case) -> dict[str, object]:
    school = candour.school
    row = row_of(case, session.me, school, session.clocks)
    return {
        **_row(row),
        "about": [
            {"id": subject.person_id, "name": name}
            for subject, name in zip(case.subjects, names_about(case, school), strict=True)
        ],
        "reporter": {"id": case.reporter, "name": reporter_name(case, school), "standing": row.standing},
        "readers": [
            {
                "id": reader.person_id,
                "name": name_of(school, reader.person_id),
                "role": reader.role,
                "opened_at": reader.opened_at.isoformat() if reader.opened_at else None,
            }
            for reader in case.readers
        ],
        "decision_maker": case.decider,
        "clocks": limits_data(case, session),
        "second_person": second_person_data(case),
        "worked_out": [f"{line.label}: {line.value}" for line in worked_out(session, case)],
        "actions": [
            {"id": action.eid, "what": action.what, "owner": action.owner, "due": action.due, "state": action.state}
            for action in case.actions
        ],
        "files": [_file(held) for held in case_files(case, session.blobs)],
        "entries": [_entry(candour, case, entry) for entry in case.entries if entry.kind not in _HIDDEN],
    }


def _entry(candour: Candour, case: Case, entry: CaseEntry) -> dict[str, object]:
    return {
        "id": entry.eid,
        "kind": entry.kind,
        "form": entry.form,
        "author": {"id": entry.author, "name": _author(candour, entry), "standing": entry.standing.value},
        "at": _moment(entry.at, day_only=entry.is_day_only),
        "received_at": entry.received_at.isoformat(timespec="seconds"),
        "rule": entry.rule,
        "directory": entry.directory,
        "answers": dict(entry.values),
        "supersedes": entry.supersedes,
        "flags": sorted(entry.flags),
        "counts": entry.eid not in case.uncounted,
    }


def _file(held: HeldFile) -> dict[str, object]:
    return {
        "number": held.number,
        "entry": held.eid,
        "name": held.name,
        "type": held.kind.media,
        "size": held.size,
        "state": held.state.value,
    }


def _file_line(held: HeldFile) -> str:
    return f"File {held.number}: {held.name}, {held.kind.word}, {held.size} bytes, {held.state.value}"


def _entry_line(candour: Candour, entry: CaseEntry) -> str:
    words = next((entry.text(name) for name in ("what_happened", "text", "rationale", "what") if entry.text(name)), "")
    return f"{_moment(entry.at, day_only=entry.is_day_only)}  {entry.kind:18} {_author(candour, entry)}  {words}"


def _author(candour: Candour, entry: CaseEntry) -> str:
    if entry.author is not None:
        return name_of(candour.school, entry.author)
    return f"says they are {entry.claims}" if entry.claims else "no name given"


def _moment(at: datetime, *, day_only: bool) -> str:
    return at.date().isoformat() if day_only else at.isoformat(timespec="seconds")


def show_progress(terminal: Terminal, done: int, total: int) -> None:
    """Say how far something long has come; what is soon done says nothing."""
    if total > 500:
        terminal.tell(f"{done} of {total}")
