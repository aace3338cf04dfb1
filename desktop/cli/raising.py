# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour raise: a question before acting becomes a concern as well, in one step."""

from argparse import ArgumentParser, Namespace

from desktop.advising.raising import raising
from desktop.cli.filing import filed_output
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.services import Candour
from desktop.session import Session


def add_raise(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour raise`."""
    parser.add_argument("reference", help="the question")
    parser.add_argument("--about", metavar="PERSON", help="the person concerned; nobody yet, if not given")
    parser.add_argument("--risk-now", choices=["yes", "no", "not_sure"], default="not_sure", help="is a child at risk?")


def raise_question(arguments: Namespace, terminal: Terminal) -> Output:
    """File a concern that begins with what was asked and answered, and names the question."""

    def filed(candour: Candour, session: Session) -> Output:
        begun = raising(session.case(session.find(arguments.reference)))
        about = candour.person(arguments.about) if arguments.about else None
        values = {**begun.typed, "about": about, "risk_now": arguments.risk_now}
        return filed_output(candour, session.file(begun.form, values), values)

    return signed_in(arguments, terminal, filed)
