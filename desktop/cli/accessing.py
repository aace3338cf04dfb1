# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour access: requests for somebody's own data, from the log to the finished copy."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from desktop.access.requests import Request, log_request, requests
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


def access(arguments: Namespace, terminal: Terminal) -> Output:
    """Do one of these."""
    match arguments.does:
        case "log":
            values = read_answers(arguments.answers, terminal)
            return signed_in(arguments, terminal, lambda candour, session: _log(candour, session, arguments, values))
        case _:
            return signed_in(arguments, terminal, lambda _, session: _list(session))


def _log(candour: Candour, session: Session, arguments: Namespace, values: Mapping[str, object]) -> Output:
    filed = log_request(session, candour.person(arguments.somebody), values)
    readers = [candour.school.people[reader.person_id].name for reader in filed.route.readers]
    data = {"reference": filed.reference, "readers": readers, "delivery": filed.delivery.value}
    return Output(data, [f"Logged: {filed.reference}, for {', '.join(readers)}"])


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
