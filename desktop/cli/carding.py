# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour card: what to do when a child tells you something; without a sign-in, a school or a network."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.child_card import card_for
from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.contacting import readable_school
from desktop.new_file import new_file


def add_card(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour card`."""
    parser.add_argument("--out", metavar="FILE", help="save it as a PDF of one page")


def card(arguments: Namespace, _terminal: Terminal) -> Output:
    """Say it, or save it."""
    candour = candour_of(arguments)
    school, machine = readable_school(candour), candour.machine
    found = card_for(school, machine.today())
    data: dict[str, object] = {
        "title": found.title,
        "parts": [{"title": part.title, "points": list(part.points)} for part in found.parts],
        "source": found.source,
        "checked_on": found.checked_on.isoformat(),
    }
    lines = [found.title, *(line for part in found.parts for line in ("", part.title, *part.points))]
    if not arguments.out:
        return Output(data, lines)
    from desktop.documents.child_card import card_sheet

    printed = card_sheet(found, school.name if school else "", machine.now())
    with new_file(path := Path(arguments.out), printed.content):
        pass
    return Output({"file": str(path), "pages": printed.pages}, [f"Saved: {path}"])
