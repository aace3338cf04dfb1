# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a search found: a card each, with the words in their place. The cards stay, and say something else at each key.

As many as the window has room for are painted at once. Those below its edge follow when the keys rest: laying out a
dozen of them takes longer than a frame, and nobody sees them before they scroll.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.helping.finding import Entry, Found, Source
from ui.help.words import Help, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import Span, TextStyle

_FROM = {
    Source.HELP: Help.FROM_HELP,
    Source.TERM: Help.FROM_GLOSSARY,
    Source.CONTACT: Help.FROM_CONTACTS,
    Source.POLICY: Help.FROM_POLICIES,
    Source.CLAUSE: Help.FROM_POLICY,
    Source.QUESTION: Help.FROM_QUESTIONS,
    Source.CARD: Help.FROM_CARD,
}
_SMALL = TextStyle("small", "text.secondary")
_REST_MS = 80


class Results(QWidget):
    """The cards, the best above."""

    asked = Signal(object)
    """One of them was chosen: its `Entry`."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._found: Sequence[Found] = ()
        self._cards: list[_Result] = []
        self._next = 0
        self._column = Column(theme, gap=3)
        self.setLayout(self._column)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show_rest)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these, in their order."""
        self._found = found
        for card in self._cards[len(found) :]:
            card.hide()
        room = self.window().height() - self.mapTo(self.window(), QPoint(0, 0)).y()
        self._next = 0
        while self._next < len(found) and room > 0:
            room -= self._show_next().height_in(self.width())
        self._rest.start()

    @Slot()
    def _show_rest(self) -> None:
        while self._next < len(self._found):
            self._show_next()

    def _show_next(self) -> "_Result":
        number, self._next = self._next, self._next + 1
        if number == len(self._cards):
            self._cards.append(_Result(self._theme))
            self._cards[-1].asked.connect(self.asked)
            self._column.add(self._cards[-1])
        card = self._cards[number]
        card.show_found(self._found[number])
        card.show()
        return card


class _Result(Card):
    asked = Signal(object)

    def __init__(self, theme: ThemeSource) -> None:
        self._link = LinkButton(theme, "", "bodyStaff")
        self._from = PlainLabel(theme, "", _SMALL, wrap=True)
        self._words = PlainLabel(theme, "", TextStyle("body", "text.secondary"), wrap=True)
        super().__init__(theme, "", self._link, self._from, self._words, gap=1)
        self._entry: Entry | None = None
        self._link.clicked.connect(self._ask)

    def show_found(self, found: Found) -> None:
        self._entry = found.entry
        self._link.show_text(found.entry.title)
        self._from.show_words(source_words(found.entry))
        self._words.show_words(marked(found))
        self._words.setVisible(bool(found.excerpt))

    def height_in(self, width: int) -> int:
        """How high it is in this width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None and width > 0 else self.sizeHint().height()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._entry)


def source_words(entry: Entry) -> str:
    """Where something comes from."""
    return say(_FROM[entry.source], title=entry.within)


def marked(found: Found) -> list[Span]:
    """An excerpt with the words that were found in bold."""
    spans, at = [], 0
    for start, end in found.marks:
        spans += [Span(found.excerpt[at:start]), Span(found.excerpt[start:end], strong=True)]
        at = end
    return [span for span in (*spans, Span(found.excerpt[at:])) if span.text]
