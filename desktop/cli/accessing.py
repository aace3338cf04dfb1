# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour access: requests for somebody's own data, from the log to the finished copy."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

import msgspec

from desktop.access.exemptions import grounds
from desktop.access.requests import Request, log_request, requests
from desktop.access.work import Verdict
from desktop.cli.access_work import LATER, decided
from desktop.cli.complaining import add_complaining, complaining, logged
from desktop.cli.exporting import file_password
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, read_answers
from desktop.services import Candour
from desktop.session import Session


def add_access(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour access`."""
    does = parser.add_subparsers(dest="does", required=True)
    log = does.add_parser("log", parents=[common], help="log a request")
    log.add_argument("somebody", help="an id or a whole name: whose data it is")
    log.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    does.add_parser("list", parents=[common], help="the requests that you answer, and by when")
    add_complaining(does, common)
    does.add_parser("grounds", parents=[common], help="on which grounds something may be left out")
    _of_one(does.add_parser("show", parents=[common], help="what was gathered, everybody else in it, what is decided"))
    decide = _of_one(does.add_parser("decide", parents=[common], help="decide about somebody else who stands in it"))
    decide.add_argument("verdict", choices=[*Verdict, LATER])
    decide.add_argument("item", nargs="+", help="an item that show names, or a part: all of it that is undecided")
    decide.add_argument("--why", default="", help="the reason; whoever is kept needs one")
    cover = _of_one(does.add_parser("cover", parents=[common], help="cover words wherever they stand"))
    cover.add_argument("words")
    leaving = _of_one(does.add_parser("leave-out", parents=[common], help="leave something out, or put it back"))
    leaving.add_argument("key", help="a reference, or the key of an entry that show names")
    leaving.add_argument("--ground", help="one of those that grounds lists; without one it is put back")
    leaving.add_argument("--why", default="", help="the reason in this case")
    make = _of_one(does.add_parser("make", parents=[common], help="make the copy and what goes with it"))
    make.add_argument("--protect", action="store_true", help="with a password, which is asked for")
    make.add_argument("--files-looked-at", action="store_true", help="somebody has looked at each of the files")
    make.add_argument("--out", required=True, metavar="FOLDER", help="a new folder, or one in which to make it")


def _of_one(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("reference", help="the request")
    return parser


def access(arguments: Namespace, terminal: Terminal) -> Output:
    """Do one of these."""
    match arguments.does:
        case "log":
            values = read_answers(arguments.answers, terminal)
            return signed_in(arguments, terminal, lambda candour, session: _log(candour, session, arguments, values))
        case "complain" | "complaints":
            return complaining(arguments, terminal)
        case "list":
            return signed_in(arguments, terminal, lambda _, session: _list(session))
        case "grounds":
            found = grounds().grounds
            told = [f"{each.ground_id:14} {each.label} ({each.source})" for each in found]
            return Output(msgspec.to_builtins(found), [*told, f"{grounds().edition}. Check your current edition."])
        case "make":
            password = file_password(terminal) if arguments.protect else None
            return signed_in(arguments, terminal, lambda _, session: _make(session, arguments, password))
        case _:
            return signed_in(arguments, terminal, lambda _, session: decided(session, arguments))


def _make(session: Session, arguments: Namespace, password: str | None) -> Output:
    from desktop.access.making import make_copy

    case_id, looked_at = session.find(arguments.reference), arguments.files_looked_at
    made = make_copy(session, case_id, Path(arguments.out), password, files_looked_at=looked_at)
    data = {"folder": str(made.folder), "files": made.files, "pages": made.pages, "sha256": made.sha256}
    return Output(data, [f"Made {made.folder}: {made.files} files to hand over, {made.pages} pages."])


def _log(candour: Candour, session: Session, arguments: Namespace, values: Mapping[str, object]) -> Output:
    return logged(candour, log_request(session, candour.person(arguments.somebody), values))


def _list(session: Session) -> Output:
    found = requests(session)
    references = {each.case.case_id: session.row(each.case.case_id).reference for each in found}
    data = [_request(each, references[each.case.case_id]) for each in found]
    return Output(data, [_line(each, references[each.case.case_id]) for each in found])


def _request(each: Request, reference: str) -> dict[str, object]:
    clock = each.clock
    return {
        "reference": reference,
        "person": {"id": each.person.person_id, "name": each.person.name},
        "received": clock.received.isoformat(),
        "due": clock.due.isoformat(),
        "extended": clock.is_extended,
        "identity_checked": clock.is_identified,
        "waits_for": clock.waits_for.value if clock.waits_for else None,
        "answer": each.answer or None,
        "copies": each.copies,
    }


def _line(each: Request, reference: str) -> str:
    waits = f", waits: {each.clock.waits_for}" if each.clock.waits_for else ""
    state = each.answer or f"due {each.clock.due.isoformat()}{waits}"
    return f"{reference}  {each.person.name}  came {each.clock.received.isoformat()}  {state}"
