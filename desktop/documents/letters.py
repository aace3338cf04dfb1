# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Prints a letter or sheet from its text. A pure function of values; the file's properties name nobody."""

from datetime import datetime
from itertools import groupby

import msgspec

from desktop.clocks import date_words, london_day
from desktop.documents.case_telling import one_line, shortened
from desktop.documents.flow import Fact, Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.forms import fill
from desktop.forms.statutory import load_guidance
from desktop.letters.drafting import blank_places
from desktop.letters.templates import Template, cited, letter_words

_ON_EVERY_PAGE = 80
_LONGEST_LABEL = 60
_GAP = "_" * 28
_MARKS = {"# ": "heading", "- ": "point", "> ": "quote", ">": "quote"}


class LetterInput(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter is printed from. `made_at` is aware; blanks in `text` become room to write in.

    `warning` stands at its head: what whoever gets it must not make known.
    """

    template: Template
    school: str
    maker: str
    recipient: str
    text: str
    made_at: datetime
    warning: str = ""


def letter(source: LetterInput) -> Printed:
    """Print a letter."""
    said = letter_words().said
    running = Running(
        school=shortened(source.school, _ON_EVERY_PAGE),
        name=source.template.title,
        classification=fill(said["foot"], {"recipient": shortened(one_line(source.recipient), _ON_EVERY_PAGE)}),
        made=fill(
            said["made"],
            {"maker": shortened(source.maker, _ON_EVERY_PAGE), "day": date_words(london_day(source.made_at))},
        ),
        number=said["number"],
    )
    return print_document(source.template.title, source.made_at, running, lambda flow: _write(flow, source))


def _write(flow: Flow, source: LetterInput) -> None:
    if source.template.is_sheet:
        flow.title(source.template.title, styles().section)
    if source.warning:
        flow.remark(source.warning)
    lines = blank_places().sub(_GAP, source.text).strip().splitlines()
    label = ""
    for kind, run in groupby(lines, _kind_of):
        written = [line.removeprefix(_mark(line)) for line in run]
        if kind == "quote":
            flow.quote(label, "\n".join(written))
        elif label:
            flow.line(label, styles().label)
        label = written[-1] if kind == "label" else ""
        _write_run(flow, kind, written[: -1 if label else None])
    if label:
        flow.body(label)
    if source.template.is_sheet:
        sources = "; ".join(piece.source for piece in cited(source.template))
        flow.rule()
        flow.minor(fill(letter_words().said["serves"], {"sources": sources, "edition": load_guidance().edition}))


def _write_run(flow: Flow, kind: str, lines: list[str]) -> None:
    match kind:
        case "heading":
            for line in lines:
                flow.part(line)
        case "point":
            flow.bullets(lines)
        case "fact":
            flow.facts([Fact(label, value) for label, _, value in (line.partition(": ") for line in lines)])
        case "text" | "label":
            for line in lines:
                flow.body(line)


def _mark(line: str) -> str:
    return next((mark for mark in _MARKS if line.startswith(mark)), "")


def _kind_of(line: str) -> str:
    """What a line is: marked, a label with its value, words, or nothing."""
    if mark := _mark(line):
        return _MARKS[mark]
    if not line.strip():
        return "gap"
    if line.endswith(":"):
        return "label"
    label, colon, value = line.partition(": ")
    return "fact" if colon and value.strip() and len(label) <= _LONGEST_LABEL and "." not in label else "text"
