# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets for walls and pockets: the poster, one page for each site, and the glossary (CYP-067, CYP-068).

Pure functions of values. Who reads stands there as the routing rules have it on the day of printing.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache

import msgspec

import resources
from desktop.clocks import date_words, london_day
from desktop.contacting import at_site, general_contact
from desktop.documents.case_telling import shortened
from desktop.documents.flow import Fact, Flow
from desktop.documents.look import Printed, Running, Write, print_document
from desktop.documents.styles import styles
from desktop.forms import fill
from desktop.helping.glossary import glossary
from desktop.people import Contact, Role, School
from desktop.phrases import fingerprint
from desktop.reader_names import as_called
from desktop.telling import in_a_row, sentence_case
from desktop.whom_to_tell import readers_about

_ON_EVERY_PAGE = 80
_BELOW_TITLE = 6
_BELOW_TERM = 1
_MOST_CONTACTS = 6
_NAME = 60
_CONCERN, _OWN = "concern.safeguarding", "self_report.practice"
_ABOUT = {"worker": None, "dsl": Role.DSL, "head": Role.HEAD}
_FOR_EVERYBODY = "nspcc_whistleblowing"


class _Sheet(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    kind: str
    title: str
    about: str
    foot: str


class _Poster(_Sheet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind_at: str
    danger: str
    how: str
    how_steps: tuple[str, ...]
    readers: str
    readers_more: str
    nobody: str
    contacts: str
    words: str
    words_more: str
    made: str
    reads: dict[str, str]


class _Glossary(_Sheet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    source: str


class _Sheets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    number: str
    poster: _Poster
    glossary: _Glossary


def poster(school: School, site: str, at: datetime) -> Printed:
    """Print the poster of a site, "" for all, on one page: as many contacts stand on it as it has room for.

    `at` is aware.
    """
    own, general = at_site(school.settings.contacts, site), general_contact(_FOR_EVERYBODY)
    for count in range(min(len(own), _MOST_CONTACTS), 0, -1):
        printed = _poster(school, site, (*own[:count], general), at)
        if printed.pages == 1:
            return printed
    return _poster(school, site, (general,), at)


def glossary_sheet(school: str, at: datetime) -> Printed:
    """Print every word of the glossary with its meaning and source. `at` is aware."""
    said = _sheets().glossary

    def write(flow: Flow) -> None:
        flow.line(said.kind, styles().cover_kind)
        flow.title(said.title, styles().section)
        flow.minor(said.about)
        for each in glossary():
            with flow.together():
                flow.part(each.term, styles().label)
                flow.line(each.meaning, styles().value)
                if each.source:
                    flow.minor(fill(said.source, {"source": each.source}))
                flow.space(_BELOW_TERM)

    return _print(said, school, at, write)


def _poster(school: School, site: str, contacts: Sequence[Contact], at: datetime) -> Printed:
    said, day = _sheets().poster, london_day(at)

    def write(flow: Flow) -> None:
        flow.line(fill(said.kind_at, {"site": site}) if site else said.kind, styles().cover_kind)
        flow.title(said.title, styles().cover_title)
        flow.space(_BELOW_TITLE)
        flow.body(said.about)
        flow.remark(said.danger)
        flow.part(said.how)
        flow.bullets(said.how_steps)
        flow.part(said.readers)
        flow.facts(_readers(school, day))
        flow.minor(said.readers_more)
        flow.part(said.contacts)
        flow.facts(Fact(each.purpose, ", ".join(filter(None, (each.name, each.phone)))) for each in contacts)
        flow.part(said.words)
        flow.minor(said.words_more)
        flow.line(fingerprint(school.school_id), styles().cover_reference)

    return _print(said, school.name, at, write, fill(said.made, {"day": date_words(day)}))


def _readers(school: School, day: date) -> Iterator[Fact]:
    """Who would read what about whom, as the forms call them."""
    said, people = _sheets().poster, as_called(school, day).people
    reached = {
        about: readers_about(_CONCERN, school.holders(role, day) if role else (), None, school, day)
        for about, role in _ABOUT.items()
    }
    reached["me"] = readers_about(_OWN, (), None, school, day)
    for about, readers in reached.items():
        names = tuple(dict.fromkeys(shortened(people[each].name, _NAME) for each in readers if each in people))
        yield Fact(said.reads[about], sentence_case(in_a_row(names, "and")) if names else said.nobody)


def _print(said: _Sheet, school: str, at: datetime, write: Write, made: str = "") -> Printed:
    running = Running(
        school=shortened(school, _ON_EVERY_PAGE),
        name=said.name,
        classification=said.foot,
        made=made,
        number=_sheets().number,
    )
    return print_document(said.name, at, running, write)


@cache
def _sheets() -> _Sheets:
    return msgspec.toml.decode(resources.text("documents/wall_sheets.toml"), type=_Sheets)
