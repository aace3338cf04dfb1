# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who can open what is being written: by name, before it is sent, and changed at once when the answer changes.

Three forms of the same truth: a card beside the page, a line on a card, and a strip above the buttons of a small
window. A change is shown for a moment and said to a screen reader.
"""

from enum import Enum

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card, Line, Surface
from ui.widgets.dropping import drop
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.linked_text import LinkedText
from ui.widgets.text_flow import Span, TextStyle
from ui.widgets.words import Said, names_in_a_row, say

_TOP = Qt.AlignmentFlag.AlignTop


class Reader(msgspec.Struct, frozen=True):
    """Somebody whose key can open it."""

    name: str
    role: str


class Readers(msgspec.Struct, frozen=True, kw_only=True):
    """Who can open it; for the card also who sees one line of it only, who never can, what else to know, a link."""

    readers: tuple[Reader, ...]
    lines: tuple[Reader, ...] = ()
    never: str = ""
    note: str = ""
    link: str = ""

    @property
    def names(self) -> str:
        """The readers' names in a row."""
        return names_in_a_row([reader.name for reader in self.readers])


class WhoForm(Enum):
    """How much of it is shown."""

    CARD = "card"
    LINE = "line"
    STRIP = "strip"


class WhoCanOpen(QWidget):
    """Shows `Readers` in one of the three forms."""

    details_asked = Signal()
    """The link was followed."""

    def __init__(self, theme: ThemeSource, readers: Readers, form: WhoForm = WhoForm.CARD) -> None:
        super().__init__()
        self._theme = theme
        self._form = form
        self._readers = readers
        self._outer = Column(theme)
        self.setLayout(self._outer)
        self._highlight = QTimer(self)
        self._highlight.setSingleShot(True)
        self._highlight.timeout.connect(self._calm)
        self._panel = self._built()
        self._outer.add(self._panel)

    @property
    def readers(self) -> Readers:
        """Who is shown."""
        return self._readers

    def show_readers(self, readers: Readers) -> None:
        """Show others; where the names differ, say so and show the change for a moment."""
        changed = readers.names != self._readers.names
        self._readers = readers
        self._replace(self._built())
        if changed:
            only = len(readers.readers) == 1
            announce(self, say(Said.NOW_GOES_TO_ONE if only else Said.NOW_GOES_TO, names=readers.names))
            self._set_ground("highlight")
            self._highlight.start(self._theme.now.motion.fade)

    def _replace(self, panel: Surface) -> None:
        old, self._panel = self._panel, panel
        self._outer.replaceWidget(old, panel)
        drop(old)

    @Slot()
    def _calm(self) -> None:
        self._set_ground("strip" if self._form is WhoForm.STRIP else "card")

    def _set_ground(self, ground: str) -> None:
        self._panel.setProperty("surface", ground)
        self._panel.style().unpolish(self._panel)
        self._panel.style().polish(self._panel)

    def _built(self) -> Surface:
        match self._form:
            case WhoForm.CARD:
                return self._card()
            case WhoForm.LINE:
                return self._line()
            case WhoForm.STRIP:
                return self._strip()

    def _card(self) -> Card:
        card = Card(self._theme, say(Said.WHO_CAN_OPEN), icon=Icon.LOCK, gap=3)
        card.add(*(self._reader(reader, Icon.CIRCLE_CHECK) for reader in self._readers.readers))
        card.add(*(self._reader(reader, Icon.MINUS) for reader in self._readers.lines))
        if self._readers.never or self._readers.note:
            card.add(Line(self._theme))
        if self._readers.never:
            style = TextStyle("small", "text.secondary")
            icon = IconLabel(self._theme, Icon.USER_ROUND_X, style.colour, beside=style.role)
            words = PlainLabel(self._theme, self._readers.never, style, wrap=True)
            card.add(Row(self._theme, Aligned(icon, _TOP), Growing(words), gap=2))
        if self._readers.note or self._readers.link:
            card.add(self._linked(self._readers.note, self._readers.link, "small", "text.secondary"))
        return card

    def _reader(self, reader: Reader, icon: Icon) -> QWidget:
        row = QWidget()
        words = Column(
            self._theme,
            PlainLabel(self._theme, reader.name, TextStyle("button"), elide=True),
            PlainLabel(self._theme, reader.role, TextStyle("caption", "text.secondary"), wrap=True),
        )
        layout = Row(self._theme, Avatar(self._theme, reader.name), gap=2)
        layout.addLayout(words, 1)
        opens = icon is Icon.CIRCLE_CHECK
        layout.add(IconLabel(self._theme, icon, "status.ok.strong" if opens else "text.secondary"))
        row.setLayout(layout)
        return row

    def _line(self) -> Card:
        words = [Span(f"{say(Said.GOING_TO)} ", strong=True), Span(self._readers.names)]
        text = LinkedText(self._theme, words, say(Said.SEE_WHO), "small")
        text.link_followed.connect(self.details_asked)
        icon = IconLabel(self._theme, Icon.LOCK, "text.link", beside="small")
        row = Row(self._theme, Aligned(icon, _TOP), Growing(text), gap=2)
        return Card(self._theme, "", row, margins=(4, 3, 4, 3))

    def _strip(self) -> Surface:
        strip = Surface("strip")
        only = Span(say(Said.ONLY, names=self._readers.names), strong=True)
        words = [only, Span(f" {say(Said.CAN_OPEN)}")]
        text = LinkedText(self._theme, words, say(Said.DETAILS), TextStyle("body", "action.softText"))
        text.link_followed.connect(self.details_asked)
        icon = IconLabel(self._theme, Icon.LOCK, "action.softText", beside="body")
        strip.setLayout(Row(self._theme, Aligned(icon, _TOP), Growing(text), gap=2, margins=(6, 2, 6, 2)))
        return strip

    def _linked(self, words: str, link: str, role: str, colour: str) -> LinkedText:
        text = LinkedText(self._theme, words, link, TextStyle(role, colour))
        text.link_followed.connect(self.details_asked)
        return text
