# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour actions, digest: everything that is open, and the week on a page."""

from argparse import ArgumentParser, Namespace
from datetime import date, timedelta
from pathlib import Path

from desktop.board.board import Line, When, read_board
from desktop.board.checking import checked_days, leave_note, missed_days
from desktop.board.digest import Digest, read_digest
from desktop.board.notes import DeskNote
from desktop.board.words import about_words, long_words, owner_words, state_words, what_words, when_words
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.people import School
from desktop.services import Candour
from desktop.session import Session


def add_actions(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour actions`."""
    parser.add_argument("--group", choices=[when.value for when in When], help="only this group of the board")
    parser.add_argument("--mine", action="store_true", help="only what this person sees to")
    parser.add_argument("--check", action="store_true", help="put on record that this was today's check")
    parser.add_argument("--print", dest="printed", metavar="FILE", help="save today's list as a PDF, initials only")


def actions(arguments: Namespace, terminal: Terminal) -> Output:
    """List every open item once; put the daily check on record; save today's list to be printed."""

    def listed(candour: Candour, session: Session) -> Output:
        if arguments.printed:
            return _printed_list(session, Path(arguments.printed))
        board = read_board(session)
        if arguments.check:
            leave_note(session, DeskNote.CHECKED)
        group = When(arguments.group) if arguments.group else None
        lines = [line for line in board.lines if group in {None, line.when}]
        lines = [line for line in lines if not arguments.mine or line.item.owner == session.me]
        checked = checked_days(session)
        missed = missed_days(checked, session.machine.today(), session.clocks.calendar)
        data = {
            "at": board.at.isoformat(timespec="seconds"),
            "counts": {when.value: count for when, count in board.counts().items()},
            "checked_today": session.machine.today() in checked,
            "missed_checks": [day.isoformat() for day in missed],
            "items": [_line(line, session, candour.school) for line in lines],
        }
        words = [f"No daily check on {day.isoformat()}." for day in missed]
        for when in When:
            here = [line for line in lines if line.when is when]
            words += [when_words(when), *(_said(line, session, candour.school) for line in here)] if here else []
        return Output(data, words or ["Nothing is open."])

    return signed_in(arguments, terminal, listed)


def add_digest(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour digest`."""
    parser.add_argument("--week", metavar="DATE", type=date.fromisoformat, help="a day of the week; this week if none")
    parser.add_argument("--out", metavar="FILE", help="save it as a PDF, initials only")


def digest(arguments: Namespace, terminal: Terminal) -> Output:
    """Tell of a week: what came, what was decided and how late, what is open."""

    def told(_candour: Candour, session: Session) -> Output:
        from desktop.documents.board_sheets import digest_facts

        day = arguments.week or session.machine.today()
        if arguments.out:
            return _printed_digest(session, day, Path(arguments.out))
        week = read_digest(session, day)
        facts = [f"{label}: {value}" for label, value in digest_facts(week)]
        return Output(_digest(week), [*facts, *(f"Held up: {reason}" for reason in week.decisions.reasons)])

    return signed_in(arguments, terminal, told)


def _printed_list(session: Session, path: Path) -> Output:
    from desktop.board.printing import save_list

    return _saved(path, save_list(session, path))


def _printed_digest(session: Session, day: date, path: Path) -> Output:
    from desktop.board.printing import save_digest

    return _saved(path, save_digest(session, day, path))


def _saved(path: Path, pages: int) -> Output:
    return Output({"file": str(path), "pages": pages}, [f"Saved {path}, {pages} pages."])


def _line(line: Line, session: Session, school: School) -> dict[str, object]:
    item = line.item
    return {
        "reference": line.reference,
        "form": line.form,
        "about": list(line.about),
        "item": item.item_id,
        "kind": item.kind.value,
        "what": what_words(line),
        "owner": {"id": item.owner, "name": owner_words(item.owner, school)} if item.owner else None,
        "monitor": {"id": item.monitor, "name": owner_words(item.monitor, school)} if item.monitor else None,
        "since": item.since.isoformat(timespec="seconds"),
        "due": item.due.isoformat(timespec="seconds") if item.due else None,
        "group": line.when.value,
        "colour": line.colour.value,
        "why": line.why.value,
        "state": state_words(line, session.machine.now()),
        "moved": item.moves,
        "moved_because": item.reason or None,
        "missing": [each.value for each in item.missing],
        "ended_at": item.ended_at.isoformat(timespec="seconds") if item.ended_at else None,
    }


def _said(line: Line, session: Session, school: School) -> str:
    about = about_words(line) or "-"
    state, owner = state_words(line, session.machine.now()), owner_words(line.item.owner, school)
    return f"  {line.reference}  {line.colour.value:5}  {what_words(line)}  ({about}; {owner})  {state}"


def _digest(week: Digest) -> dict[str, object]:
    taken = week.decisions
    return {
        "monday": week.monday.isoformat(),
        "at": week.at.isoformat(timespec="seconds"),
        "came": week.came,
        "decisions": {
            "taken": taken.decided,
            "late": taken.late,
            "median_hours": _hours(taken.typical),
            "longest_hours": _hours(taken.longest),
            "worst_late_hours": _hours(taken.worst),
            "worst_late": long_words(taken.worst) if taken.worst else None,
            "reasons": list(taken.reasons),
            "without_reason": taken.without_reason,
            "overdue_now": taken.open_late,
        },
        "open": {kind.value: count for kind, count in week.open.items()},
        "overdue": [line.line_id for line in week.overdue],
        "due_next_week": [line.line_id for line in week.ahead],
        "actions": {
            "ended": week.done,
            "without_evidence": week.done_without_evidence,
            "moved_often": week.moved_often,
        },
        "daily_checks": {"made": week.checks, "of": week.check_days},
    }


def _hours(span: timedelta | None) -> float | None:
    return None if span is None else round(span / timedelta(hours=1), 1)
