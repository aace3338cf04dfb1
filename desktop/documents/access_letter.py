# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The letter that goes with a copy of somebody's own data (UK GDPR Articles 12 and 15). It names nobody but them."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.access.exemptions import Ground
from desktop.access.words import say
from desktop.clocks import date_words, london_day
from desktop.documents.case_telling import shortened
from desktop.documents.flow import Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles

_ON_EVERY_PAGE = 80


@dataclass(frozen=True, slots=True)
class LetterSource:
    """What the letter says: to whom, of which day the request was, how long the copy is, what was withheld and is told.

    `has_records` says whether there was anything beyond the staff list.
    """

    school: str
    person: str
    asked_on: date
    made_at: datetime
    pages: int
    has_records: bool
    has_covers: bool
    grounds: tuple[Ground, ...]


def access_letter(source: LetterSource) -> Printed:
    """Print the letter."""
    running = Running(
        school=shortened(source.school, _ON_EVERY_PAGE),
        name=say("letter", "name"),
        classification=say("copy", "classification"),
        made=say("letter", "made", day=date_words(london_day(source.made_at))),
        number=say("copy", "number"),
    )
    return print_document(say("letter", "name"), source.made_at, running, lambda flow: _write(flow, source))


def _write(flow: Flow, source: LetterSource) -> None:
    look = styles()
    flow.space(60)
    flow.title(say("letter", "subject", day=date_words(source.asked_on)), look.section)
    flow.body(say("letter", "dear", name=source.person))
    flow.body(say("letter", "given", pages=source.pages))
    if not source.has_records:
        flow.body(say("letter", "nothing"))
    if source.has_covers:
        flow.body(say("letter", "covered"))
    if source.grounds:
        flow.body(say("letter", "left_out"))
        flow.bullets(f"{ground.label} ({ground.source})" for ground in source.grounds)
    for word in ("always", "others"):
        flow.body(say("letter", word))
    flow.part(say("letter", "about_title"))
    for word in ("purposes", "recipients", "source", "kept", "decides"):
        flow.body(say("letter", word))
    flow.part(say("letter", "rights_title"))
    for word in ("rights", "complain"):
        flow.body(say("letter", word))
    flow.body(say("letter", "sign"))
    flow.body(source.school)
    flow.minor(say("letter", "source_line"))
