# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour renew: the ties of an earlier school year, and the word that they are all still right."""

from argparse import ArgumentParser, Namespace

from desktop.cli.people_words import name_of
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.declarations.renewing import Renewal, renew_all, renewals
from desktop.declarations.yearly import to_confirm
from desktop.sent import sent_by
from desktop.services import Candour
from desktop.session import Session


def add_renew(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour renew`."""
    parser.add_argument("--all-still-right", action="store_true", help="declare all of them again as they stand")


def renew(arguments: Namespace, terminal: Terminal) -> Output:
    """List the ties to confirm with those who would read them, or declare all of them again."""

    def done(candour: Candour, session: Session) -> Output:
        asked = renewals(session, to_confirm(sent_by(session), candour.machine.today()))
        again = renew_all(session, asked) if arguments.all_still_right else ()
        new = {each.item.case_id: filed.reference for each, filed in zip(asked, again, strict=False)}
        listed = [_item(candour, each, new.get(each.item.case_id)) for each in asked]
        return Output(listed, [_line(item) for item in listed] or ["Nothing to confirm."])

    return signed_in(arguments, terminal, done)


def _item(candour: Candour, renewal: Renewal, new: str | None) -> dict[str, object]:
    readers = [name_of(candour.school, person) for person in renewal.readers]
    at = renewal.item.at.date().isoformat()
    return {"reference": renewal.item.reference, "declared": at, "readers": readers, "declared_again": new}


def _line(item: dict[str, object]) -> str:
    return f"{item['reference']}  {item['declared']}  {item['declared_again'] or ''}"
