# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What would become of the rows of a table, before any is imported."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.importing.words import Importing, say
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle

_ROWS_SHOWN = 40
_SMALL = TextStyle("small", "text.secondary")


class FoundCard(Card):
    """How many rows would be imported, and every one that is left out with the reason."""

    import_asked = Signal()
    """The new rows are to be imported."""
    cancelled = Signal()
    """Nothing is."""

    def __init__(self, theme: ThemeSource, new: int, counts: Sequence[str], left_out: Sequence[Sequence[str]]) -> None:
        """Take how many rows are new, the lines that count all, and what is to be said of each row that is left out."""
        words = say({0: Importing.NOTHING, 1: Importing.IMPORT_ONE}.get(new, Importing.IMPORT), count=f"{new:,}")
        go, cancel = Button(theme, words, ButtonKind.PRIMARY), Button(theme, say(Importing.CANCEL))
        go.setEnabled(bool(new))
        lines = [PlainLabel(theme, line, wrap=True) for line in counts]
        super().__init__(theme, say(Importing.FOUND), *lines, Flow(theme, (go, cancel), gap=3), gap=3)
        if left_out:
            self.add(PlainLabel(theme, say(Importing.LEFT_OUT), "cardTitle"))
            self.add(*(PlainLabel(theme, line, _SMALL, wrap=True) for line in _told(left_out)))
        self._told = " ".join(counts)
        self.setFocusProxy(go if new else cancel)
        go.clicked.connect(self.import_asked)
        cancel.clicked.connect(self.cancelled)

    def begin(self, *before: QWidget) -> None:
        """Say what was found, with the keyboard in what is to be settled first; with nothing to settle, in the card."""
        announce(self, self._told)
        next(iter(before), self).setFocus(Qt.FocusReason.OtherFocusReason)


def _told(left_out: Sequence[Sequence[str]]) -> Iterator[str]:
    """All that is to be said, of no more rows than anybody reads."""
    for sentences in left_out[:_ROWS_SHOWN]:
        yield from sentences
    rest = len(left_out) - _ROWS_SHOWN
    if rest > 0:
        yield say(Importing.MORE_ROWS, count=f"{rest:,}")
