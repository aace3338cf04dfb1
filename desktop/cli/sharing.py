# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour share: record what of a case was shared outside the school, or the decision that it is not."""

from argparse import ArgumentParser, Namespace

from desktop.cases.acting import ActRefusedError, act, desk
from desktop.cases.rules import refusal
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, read_answers
from desktop.services import Candour
from desktop.session import Session
from desktop.sharing.weighing import DISCLOSURE, NOT_SHARED


def add_share(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour share`."""
    parser.add_argument("reference")
    parser.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    parser.add_argument("--withhold", action="store_true", help="record the decision not to share")
    parser.add_argument("--dry-run", action="store_true", help="say whether it may be shared; record nothing")


def share(arguments: Namespace, terminal: Terminal) -> Output:
    """Record a disclosure or a decision not to share, or say whether it would be recorded."""
    values = read_answers(arguments.answers, terminal)
    kind = NOT_SHARED if arguments.withhold else DISCLOSURE

    def recorded(_candour: Candour, session: Session) -> Output:
        case_id = session.find(arguments.reference)
        if arguments.dry_run:
            _try(session, case_id, kind, values)
            return Output({"kind": kind, "entry": None}, ["Nothing speaks against recording this."])
        entry = act(session, case_id, kind, values).entry.eid
        return Output({"kind": kind, "entry": entry}, [f"Recorded: {kind}"])

    return signed_in(arguments, terminal, recorded)


def _try(session: Session, case_id: str, kind: str, values: dict[str, object]) -> None:
    case, answers = session.case(case_id), session.answers(kind, values)
    if why := refusal(case, kind, answers.values, desk(session, case)):
        raise ActRefusedError(why)
