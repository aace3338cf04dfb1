# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour calendar: the duties of the year, by when, and saying that one was done."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from contextlib import closing

from desktop.board.words import owner_words
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.clocks import short_date_words
from desktop.duties.acting import read_calendar, say_done
from desktop.duties.calendar import DutyLine, DutyState, in_school_year
from desktop.duties.evidence import Shown, read_evidence
from desktop.duties.telling import duty_words, state_words
from desktop.offices.coming import still_coming
from desktop.people import School
from desktop.session import Session


def add_calendar(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour calendar`."""
    does = parser.add_subparsers(dest="does", required=True)
    listed = does.add_parser("list", parents=[common], help="the duties of this school year, and what is overdue")
    listed.add_argument("--all", dest="every", action="store_true", help="of every year of which terms are set")
    for word, told in (("done", "a duty was done"), ("undo", "it was not done after all")):
        said = does.add_parser(word, parents=[common], help=told)
        said.add_argument("duty", help="its name, as in the list")
        said.add_argument("term", help="such as 2026-autumn")
        said.add_argument("--note", default="", help="what shows it")


def calendar(arguments: Namespace, terminal: Terminal) -> Output:
    """List the duties, or say what became of one."""
    candour = candour_of(arguments)
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        if arguments.does != "list":
            say_done(session, arguments.duty, arguments.term, arguments.note, is_done=arguments.does == "done")
            return Output({"duty": arguments.duty, "term": arguments.term, "state": arguments.does}, ["Recorded."])
        return _listed(session, every=arguments.every)


def _listed(session: Session, *, every: bool) -> Output:
    lines, today = read_calendar(session), session.machine.today()
    shown = lines if every else in_school_year(lines, today)
    school = session.machine.school
    nothing = [] if school.settings.terms else ["No terms are set: only the reviews of policies are known."]
    evidence = read_evidence(session, shown)
    told = [*nothing, *filter(None, [still_coming(session)])]
    for line in shown:
        told += [_said(line, school), *(f"    {each}" for each in _shows(line, evidence))]
    return Output([{**_told(line, school), "shows": _shows(line, evidence)} for line in shown], told)


def _shows(line: DutyLine, evidence: Mapping[str, Shown]) -> tuple[str, ...]:
    found = evidence.get(line.line_id)
    return found.sentences if found else ()


def _told(line: DutyLine, school: School) -> dict[str, object]:
    each, done = line.occurrence, line.done
    return {
        "duty": each.duty.duty_id if each else None,
        "term": each.term.period if each else None,
        "title": duty_words(line),
        "due": line.due.isoformat(),
        "state": line.state.value,
        "owner": {"id": line.owner, "name": owner_words(line.owner, school)} if line.owner else None,
        "done_by": done.author if done else None,
        "done_at": done.at.isoformat(timespec="seconds") if done else None,
        "note": done.note if done else "",
        "source": each.duty.source if each else "",
    }


def _said(line: DutyLine, school: School) -> str:
    key = " ".join(line.occurrence.key) if line.occurrence else ""
    late = "!" if line.state is DutyState.OVERDUE else " "
    parts = (short_date_words(line.due), duty_words(line), state_words(line, school), key)
    return f"{late} " + "  ".join(filter(None, parts))
