# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour training: who was trained in what, what is due, and recording and agreeing to it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import timedelta

from desktop.cli.dates import day
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.offices.coming import still_coming
from desktop.people import School
from desktop.services import Candour
from desktop.session import Session
from desktop.training.acting import answer_training, read_training, record_training
from desktop.training.courses import course_rules
from desktop.training.records import Answer, Refresh
from desktop.training.register import Rate, State, TrainingRow
from desktop.training.telling import held_words, rate_words, state_words

_ANSWERS = {"agree": Answer.AGREED, "turn-down": Answer.TURNED_DOWN, "withdraw": Answer.WITHDRAWN}


def add_training(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour training`."""
    does = parser.add_subparsers(dest="does", required=True)
    listed = does.add_parser("list", parents=[common], help="who was trained in what, and how many are up to date")
    _add_chosen(listed)
    due = does.add_parser("due", parents=[common], help="what is overdue, missing, or due soon")
    _add_chosen(due)
    due.add_argument("--days", type=int, metavar="N", help="due within so many days; else as early as Candour reminds")
    record = does.add_parser("record", parents=[common], help="put on record that somebody was trained")
    record.add_argument("somebody", help="an id or a whole name; your own waits to be agreed to")
    record.add_argument("--course", required=True, help="a value of the list training_courses")
    record.add_argument("--on", type=day, required=True, metavar="DAY", help="the day on which it was finished")
    record.add_argument("--refresh", choices=[each.value for each in Refresh], default=Refresh.USUAL.value)
    for name, told in _FURTHER.items():
        record.add_argument(f"--{name}", default="", help=told)
    for word, told in (
        ("agree", "somebody’s own record is right"),
        ("turn-down", "it is not"),
        ("withdraw", "take out what was recorded wrongly"),
    ):
        answer = does.add_parser(word, parents=[common], help=told)
        answer.add_argument("record", help="its id, or the beginning of that")
        if word != "agree":
            answer.add_argument("--why", required=True)


_FURTHER = {
    "title": "what it is called, for the course “other”",
    "provider": "who gave it",
    "level": "at which level",
    "evidence": "what shows it, such as a certificate’s number",
}


def _add_chosen(parser: ArgumentParser) -> None:
    parser.add_argument("--person", dest="somebody", default="", help="only theirs: an id or a whole name")
    parser.add_argument("--course", default="", help="only this course")


def training(arguments: Namespace, terminal: Terminal) -> Output:
    """List, record, or answer a record."""
    does: Mapping[str, Callable[[Candour, Session, Namespace], Output]] = {
        "list": _listed,
        "due": _due,
        "record": _recorded,
    }
    candour = candour_of(arguments)
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        return does.get(arguments.does, _answered)(candour, session, arguments)


def _listed(candour: Candour, session: Session, arguments: Namespace) -> Output:
    book, coming = read_training(session), still_coming(session)
    rows = _chosen(book.rows, candour, arguments)
    data = {
        "rates": [_rate(rate) for rate in book.rates],
        "rows": [_told(row, candour.school) for row in rows],
        "elsewhere": book.elsewhere,
        "coming": coming,
    }
    return Output(data, [*map(rate_words, book.rates), coming, *_lines(rows, candour.school)])


def _due(candour: Candour, session: Session, arguments: Namespace) -> Output:
    book, today = read_training(session), session.machine.today()
    days = course_rules().remind_days if arguments.days is None else arguments.days
    last = today + timedelta(days=days)
    rows = [
        row
        for row in _chosen(book.needed, candour, arguments)
        if row.claim or row.state is State.MISSING or (row.due is not None and row.due <= last)
    ]
    return Output([_told(row, candour.school) for row in rows], _lines(rows, candour.school) or ["Nothing is due."])


def _chosen(rows: Iterable[TrainingRow], candour: Candour, arguments: Namespace) -> list[TrainingRow]:
    person = candour.person(arguments.somebody) if arguments.somebody else None
    course = arguments.course or None
    return [row for row in rows if person in {None, row.person_id} and course in {None, row.course_id}]


def _rate(rate: Rate) -> dict[str, object]:
    taken = rate.taken
    percent = taken.percent if rate.is_kept else None
    return {
        "course": rate.course_id,
        "title": rate.title,
        "up_to_date": taken.confirmed,
        "of": taken.of,
        "percent": percent,
        "overdue": rate.overdue,
    }


def _told(row: TrainingRow, school: School) -> dict[str, object]:
    said = row.record.said if row.record else None
    return {
        "person": row.person_id,
        "name": school.people[row.person_id].name,
        "course": row.course_id,
        "title": row.title,
        "state": row.state.value,
        "asked": row.is_asked,
        "on": row.record.on.isoformat() if row.record else None,
        "due": row.due.isoformat() if row.due else None,
        "provider": said.provider if said else "",
        "level": said.level if said else "",
        "evidence": said.evidence if said else "",
        "record": row.record.eid if row.record else None,
        "claim": row.claim.eid if row.claim else None,
    }


def _lines(rows: Iterable[TrainingRow], school: School) -> list[str]:
    return [
        "  ".join(
            filter(None, (school.people[row.person_id].name, row.title, state_words(row), held_words(row), _ids(row)))
        )
        for row in rows
    ]


def _ids(row: TrainingRow) -> str:
    return " ".join(each.eid[:12] for each in (row.record, row.claim) if each)


def _recorded(candour: Candour, session: Session, arguments: Namespace) -> Output:
    person = candour.person(arguments.somebody)
    values: dict[str, object] = {
        "person": person,
        "course": arguments.course,
        "on": arguments.on.isoformat(),
        "refresh": arguments.refresh,
    }
    values |= {name: said for name in _FURTHER if (said := getattr(arguments, name))}
    kept = record_training(session, values)
    waits = person == session.me
    told = "Recorded. Somebody who keeps training has to agree to it." if waits else "Recorded."
    return Output({"record": kept.entry.eid, "waits": waits}, [told])


def _answered(_candour: Candour, session: Session, arguments: Namespace) -> Output:
    answer = _ANSWERS[arguments.does]
    answer_training(session, arguments.record, answer, "" if answer is Answer.AGREED else arguments.why)
    return Output({"answer": answer.value}, ["Recorded."])
