# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form that could not be kept on this computer, on paper, so that its words are not lost (ux.md S6). Pure."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

import msgspec

import resources
from desktop.clocks import date_words, london_day, time_words
from desktop.documents.flow import Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.forms import SummaryRow, fill


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    kind: str
    give: str
    made: str
    number: str


def by_hand_sheet(form: str, rows: Sequence[SummaryRow], readers: str, school: str, at: datetime) -> Printed:
    """Print the answers of a form for those who would have read it. `readers` are their names as words."""
    words = _words()
    running = Running(
        school=school,
        name=words.title,
        classification=fill(words.kind, {"readers": readers}),
        made=fill(words.made, {"day": date_words(london_day(at)), "time": time_words(at)}),
        number=words.number,
    )

    def write(flow: Flow) -> None:
        flow.title(words.title, styles().section)
        flow.body(fill(words.give, {"readers": readers}))
        flow.part(form)
        for row in rows:
            flow.quote(row.label, row.value)

    return print_document(words.title, at, running, write)


@cache
def _words() -> _Words:
    return msgspec.toml.decode(resources.text("casework/by_hand.toml"), type=_Words)
