# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words among and beside the fields: notes, the cards of the aside, and the fixed texts before the first field."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.forms import Note, Panel, fill
from desktop.forms import Tone as NoteTone
from ui.forms.child_fold import ChildFold
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.points import points
from ui.widgets.text_flow import Span, TextStyle

_TONES: Mapping[NoteTone, Tone] = {
    NoteTone.NEUTRAL: Tone.NEUTRAL,
    NoteTone.INFO: Tone.INFO,
    NoteTone.WARN: Tone.WARN,
    NoteTone.DANGER: Tone.DANGER,
    NoteTone.OK: Tone.OK,
}
_TOP = Qt.AlignmentFlag.AlignTop
_SMALL = TextStyle("small", "text.secondary")


def note_among_fields(theme: ThemeSource, note: Note, now: Callable[[], Mapping[str, str]]) -> QWidget:
    """A note under the fields: a line on a card, or a banner where its tone calls for one. `now` gives its words."""
    words = now()
    text = " ".join(fill(part, words) for part in note.words)
    line = _line_of_words(theme, _TONES[note.tone], _icon(note.icon), fill(note.title, words), text)
    if not note.card:
        return line
    holder = QWidget()
    holder.setLayout(Column(theme, line, ChildFold(theme, now), gap=2))
    return holder


class FixedText(QWidget):
    """A fixed text before the first field; only danger is coloured, so that it stands out."""

    def __init__(self, theme: ThemeSource, panel: Panel, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._panel = panel
        self._shown = ""
        self._line: QWidget | None = None
        self.setLayout(Column(theme))
        self.show_text(text)

    @property
    def is_urgent(self) -> bool:
        """Whether it warns of danger."""
        return self._panel.tone is NoteTone.DANGER

    def show_text(self, text: str) -> None:
        """Show the words of now: whom to find depends on who is there, and on whom the form is about."""
        if text == self._shown:
            return
        if self._line is not None:
            drop(self._line)
        self._shown = text
        tone = Tone.DANGER if self.is_urgent else Tone.NEUTRAL
        self._line = _line_of_words(self._theme, tone, _icon(self._panel.icon), self._panel.title, text)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._line)


def aside_note(theme: ThemeSource, note: Note, words: Mapping[str, str]) -> QWidget:
    """A note beside the page: a card with a heading, or without one a plain line with its icon."""
    paragraphs = [fill(part, words) for part in note.words]
    if not note.title:
        return _plain_line(theme, note, " ".join(paragraphs))
    card = Card(theme, fill(note.title, words), icon=_icon(note.icon))
    if note.points:
        card.add(*points(theme, paragraphs, Icon.CHECK))
    else:
        card.add(*(PlainLabel(theme, paragraph, _SMALL, wrap=True) for paragraph in paragraphs))
    return card


def _line_of_words(theme: ThemeSource, tone: Tone, icon: Icon | None, title: str, text: str) -> QWidget:
    if tone is not Tone.NEUTRAL:
        return Banner(theme, tone, text, lead=title, icon=icon)
    lead = [Span(f"{title} ", strong=True, colour="text.primary")] if title else []
    label = PlainLabel(theme, [*lead, Span(text)], _SMALL, wrap=True)
    row = Row(theme, gap=3)
    if icon is not None:
        row.add(Aligned(IconLabel(theme, icon, "text.secondary", beside="small"), _TOP))
    row.add(Growing(label))
    return Card(theme, "", row, margins=(4, 3, 4, 3))


def _plain_line(theme: ThemeSource, note: Note, text: str) -> QWidget:
    tone = _TONES[note.tone]
    style = TextStyle("small", tone.text)
    line = QWidget()
    row = Row(theme, gap=2, margins=(2, 0, 2, 0))
    icon = _icon(note.icon)
    if icon is not None:
        row.add(Aligned(IconLabel(theme, icon, tone.strong, beside="small"), _TOP))
    row.add(Growing(PlainLabel(theme, text, style, wrap=True)))
    line.setLayout(row)
    return line


def _icon(name: str) -> Icon | None:
    return Icon(name) if name else None
