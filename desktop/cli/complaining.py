# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour access complain and complaints: complaints about how somebody's data is handled."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from desktop.access.clock import shipped_clock
from desktop.access.complaints import complaints, log_complaint
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, read_answers
from desktop.filing import Filed
from desktop.phrases import reference
from desktop.services import Candour
from desktop.session import Session

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_complaining(does: "_SubParsersAction[ArgumentParser]", common: ArgumentParser) -> None:
    """The words of the two commands."""
    complain = does.add_parser("complain", parents=[common], help="log a complaint about how data is handled")
    complain.add_argument("somebody", nargs="?", help="an id or a whole name; none for somebody whom the answers name")
    complain.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    does.add_parser("complaints", parents=[common], help="the complaints that you answer, and by when")


def complaining(arguments: Namespace, terminal: Terminal) -> Output:
    """Log one, or list them."""
    values = read_answers(arguments.answers, terminal) if arguments.does == "complain" else {}

    def done(candour: Candour, session: Session) -> Output:
        if arguments.does == "complaints":
            return _listed(session)
        person = candour.person(arguments.somebody) if arguments.somebody else None
        return logged(candour, log_complaint(session, person, values))

    return signed_in(arguments, terminal, done)


def logged(candour: Candour, filed: Filed) -> Output:
    """Say that a request or a complaint was logged, and who answers it."""
    readers = [candour.school.people[reader.person_id].name for reader in filed.route.readers]
    data = {"reference": filed.reference, "readers": readers, "delivery": filed.delivery.value}
    return Output(data, [f"Logged: {filed.reference}, for {', '.join(readers)}"])


def _listed(session: Session) -> Output:
    data, told = [], []
    for each in complaints(session):
        said, clock = reference(each.case.case_id), each.clock
        acknowledged = clock.acknowledged.isoformat() if clock.acknowledged else None
        row: dict[str, str | bool | None] = {
            "reference": said,
            "about": each.name,
            "received": clock.received.isoformat(),
        }
        row |= {"acknowledge_by": clock.due.isoformat(), "acknowledged": acknowledged, "answer": each.answer}
        data.append(row | {"identified": each.is_identified})
        stands = each.answer or (f"acknowledged {acknowledged}" if acknowledged else f"acknowledge by {clock.due}")
        unclear = "" if each.is_identified else ". It is not on record how it is clear who they are"
        told.append(f"{said}  {each.name}: {stands}{unclear}")
    return Output(data, [*told, shipped_clock().complaint.source])
