# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card for when a child tells somebody something, on one page to be pinned up or kept in a drawer. Pure."""

from datetime import datetime

from desktop.child_card import ChildCard
from desktop.clocks import date_words, london_day
from desktop.documents.flow import Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.forms import fill


def card_sheet(card: ChildCard, school: str, at: datetime) -> Printed:
    """Print the card as it holds at a moment (aware), under a school's name ("" for none)."""
    running = Running(
        school=school,
        name=card.title,
        classification=card.sheet.kind,
        made=fill(card.sheet.made, {"day": date_words(london_day(at)), "note": card.note}),
        number=card.sheet.number,
    )

    def write(flow: Flow) -> None:
        flow.title(card.title, styles().section)
        flow.body(card.blurb)
        for part in card.parts:
            flow.part(part.title)
            flow.bullets(part.points)

    return print_document(card.title, at, running, write)
