# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The paper key: the sheet that is printed once, when a school is set up."""

from datetime import datetime
from functools import cache

import msgspec

import resources
from desktop.clocks import london_day
from desktop.clocks.words import short_date_words
from desktop.documents.case_telling import shortened
from desktop.documents.flow import Flow
from desktop.documents.look import Printed, Running, Write, print_document
from desktop.documents.styles import styles
from desktop.forms import fill

_ON_EVERY_PAGE = 80
_TOP = 60


class _Sheet(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    kind: str
    title: str
    about: str
    words: str
    foot: str


class _PaperKey(_Sheet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: str
    keep: str
    keep_more: str
    lost: str
    lost_more: str
    made: str


class _Sheets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    number: str
    paper_key: _PaperKey


def paper_key_sheet(school: str, words: str, paper_key: str, at: datetime) -> Printed:
    """Print the paper key. The sheet is a secret: whoever asks for it sees to where it goes. `at` is aware."""
    said = _sheets().paper_key

    def write(flow: Flow) -> None:
        _begin(flow, said)
        flow.part(said.key)
        flow.line(paper_key, styles().cover_reference)
        flow.part(said.keep)
        flow.body(said.keep_more)
        flow.part(said.lost)
        flow.body(said.lost_more)
        flow.part(said.words)
        flow.line(words, styles().cover_reference)
        flow.rule()
        flow.minor(fill(said.made, {"day": short_date_words(london_day(at))}))

    return _print(said, school, at, write)


def _begin(flow: Flow, said: _Sheet) -> None:
    flow.space(_TOP)
    flow.line(said.kind, styles().cover_kind)
    flow.title(said.title, styles().cover_title)
    flow.rule()
    flow.body(said.about)


def _print(said: _Sheet, school: str, at: datetime, write: Write) -> Printed:
    running = Running(
        school=shortened(school, _ON_EVERY_PAGE),
        name=said.name,
        classification=said.foot,
        made="",
        number=_sheets().number,
    )
    return print_document(said.name, at, running, write)


@cache
def _sheets() -> _Sheets:
    return msgspec.toml.decode(resources.text("documents/setup_sheets.toml"), type=_Sheets)
