# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands on a page of help: its parts and pictures, something that was found, or the whole glossary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.helping.finding import Entry, Source
from desktop.helping.glossary import Term, glossary
from desktop.helping.pages import HelpPage, Part
from ui.help.picture import HelpPicture
from ui.help.results import source_words
from ui.help.words import Help, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.text_flow import TextStyle

_TEXT = TextStyle("bodyStaff")
_SMALL = TextStyle("small", "text.secondary")
_TOP = Qt.AlignmentFlag.AlignTop


def page_widgets(theme: ThemeSource, page: HelpPage) -> list[QWidget]:
    """A page of help."""
    pictures = (
        _pictured(theme, number, [Icon(icon) for icon in each.icons], each.words)
        for number, each in enumerate(page.picture, start=1)
    )
    return [_title(theme, page.title), *(_part(theme, part) for part in page.part), *pictures]


def entry_widgets(theme: ThemeSource, entry: Entry) -> list[QWidget]:
    """Something that was found, whole."""
    note = _source(entry.note) if entry.source is Source.TERM else entry.note
    texts = (PlainLabel(theme, text, _TEXT, wrap=True) for text in entry.texts)
    return [_title(theme, entry.title), *_small(theme, source_words(entry)), *texts, *_small(theme, note)]


def glossary_widgets(theme: ThemeSource) -> list[QWidget]:
    """Every term with its meaning and source."""
    intro = PlainLabel(theme, say(Help.GLOSSARY_INTRO), _SMALL, wrap=True)
    return [_title(theme, say(Help.GLOSSARY)), intro, *(_term(theme, each) for each in glossary())]


def _term(theme: ThemeSource, term: Term) -> QWidget:
    heading = PlainLabel(theme, term.term, "cardTitle", wrap=True)
    meaning = PlainLabel(theme, term.meaning, _TEXT, wrap=True)
    holder = QWidget()
    holder.setLayout(Column(theme, heading, meaning, *_small(theme, _source(term.source)), gap=1))
    return holder


def _source(source: str) -> str:
    return say(Help.TERM_SOURCE, source=source) if source else ""


def _small(theme: ThemeSource, words: str) -> list[QWidget]:
    return [PlainLabel(theme, words, _SMALL, wrap=True)] if words else []


def _title(theme: ThemeSource, words: str) -> PlainLabel:
    return PlainLabel(theme, words, "pageTitle", wrap=True)


def _part(theme: ThemeSource, part: Part) -> QWidget:
    steps = (say(Help.STEP, number=str(number), words=step) for number, step in enumerate(part.steps, start=1))
    heading = [PlainLabel(theme, part.title, "section", wrap=True)] if part.title else []
    lines = (PlainLabel(theme, words, _TEXT, wrap=True) for words in (*part.text, *steps))
    holder = QWidget()
    holder.setLayout(Column(theme, *heading, *lines, gap=3))
    return holder


def _pictured(theme: ThemeSource, number: int, icons: Sequence[Icon], words: str) -> QWidget:
    holder = QWidget()
    picture = Aligned(HelpPicture(theme, number, icons, words), _TOP)
    holder.setLayout(Row(theme, picture, Growing(PlainLabel(theme, words, _TEXT, wrap=True)), gap=4))
    return holder
