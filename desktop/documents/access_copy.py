# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The copy of somebody's own data: printed from what is left once everything withheld has been taken out of the text.

Nothing of what was covered or left out is handed to it, so that no layer, property, bookmark or font of the file can
hold it (security.md 3.15). It names neither who made it nor who handled a record beyond what the text still says.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.access.gathered import Passage, Record, Why
from desktop.access.listed import KEY as LISTED
from desktop.access.words import say
from desktop.clocks import date_words, london_day, short_date_words
from desktop.documents.case_telling import shortened
from desktop.documents.flow import Fact, Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles

_SECTIONS = ("reading", "listed", "records")
_ON_EVERY_PAGE = 80


@dataclass(frozen=True, slots=True)
class CopySource:
    """What a copy is made from: the school's and the person's names, two days, and records of which all is covered.

    `files` are the names of the files that come with each record, by its key.
    """

    school: str
    person: str
    asked_on: date
    made_at: datetime
    records: tuple[Record, ...]
    files: dict[str, tuple[str, ...]]


def access_copy(source: CopySource) -> Printed:
    """Print the copy."""
    running = Running(
        school=shortened(source.school, _ON_EVERY_PAGE),
        name=say("copy", "name"),
        classification=say("copy", "classification"),
        made=say("copy", "made", day=short_date_words(london_day(source.made_at))),
        number=say("copy", "number"),
    )
    return print_document(say("copy", "name"), source.made_at, running, lambda flow: _write(flow, source))


def _write(flow: Flow, source: CopySource) -> None:
    look = styles()
    flow.space(120)
    flow.line(say("copy", "kind"), look.cover_kind)
    flow.title(say("copy", "title"), look.cover_title)
    flow.rule()
    flow.heading(say("copy", "contains"))
    flow.contents((say("copy", name), flow.pages[name]) for name in _SECTIONS if name in flow.pages)
    flow.space(14)
    made = date_words(london_day(source.made_at))
    flow.facts(
        (
            Fact(say("copy", "handed_to"), source.person),
            Fact(say("copy", "asked_on"), date_words(source.asked_on)),
            Fact(say("copy", "made_on"), made),
        )
    )
    flow.leave_cover()
    flow.section(say("copy", "reading"), "reading")
    for word in ("about", "covered", "others"):
        flow.body(say("copy", word))
    _write_listed(flow, source)
    _write_records(flow, source)


def _write_listed(flow: Flow, source: CopySource) -> None:
    listed = [record for record in source.records if record.why is Why.DIRECTORY]
    if listed:
        flow.section(say("copy", "listed"), "listed")
    for passage in (each for record in listed for each in record.passages):
        if passage.key == LISTED:
            flow.facts(Fact(piece.label, piece.text) for piece in passage.pieces)
        else:
            flow.heading(passage.heading.text)
            flow.bullets(piece.text for piece in passage.pieces)


def _write_records(flow: Flow, source: CopySource) -> None:
    records = [record for record in source.records if record.why is not Why.DIRECTORY]
    flow.section(say("copy", "records"), "records")
    if not records:
        flow.body(say("copy", "none"))
    for number, record in enumerate(records, start=1):
        flow.entry(say("copy", "record", number=number, title=record.title), f"record-{number}")
        if record.day is not None:
            flow.minor(say("copy", "record_day", day=date_words(record.day)))
        if names := source.files.get(record.key, ()):
            flow.minor(say("copy", "files", names=", ".join(names)))
        for passage in record.passages:
            _write_passage(flow, passage)


def _write_passage(flow: Flow, passage: Passage) -> None:
    day = say("copy", "entry_day", day=date_words(passage.recorded))
    flow.aside(f"{passage.heading.text}. {day}.")
    flow.facts(Fact(piece.label, piece.text, is_quoted=piece.is_quoted) for piece in passage.pieces)
