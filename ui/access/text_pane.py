# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record's text with covers drawn as solid blocks. Words that are selected can be covered by a key (ux.md R12)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from ui.access.record_text import Mark, MarkedText, MarkKind
from ui.access.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.plain_view import PlainView

_LOOKS = {
    MarkKind.COVERED: ("text.primary", "surface.panel"),
    MarkKind.OPEN: ("status.warn.fill", "status.warn.text"),
}
_PARAGRAPH = "\u2029"


class TextPane(PlainView):
    """The text, to read and to select in."""

    cover_asked = Signal(str)
    """The selected words are to be covered; empty where nothing is selected."""
    peek_asked = Signal()
    """What is covered is to be shown, or covered again."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, name=say(Said.TEXT), role="body")
        self._painter = _Painter(theme, self.document())
        for keys, slot in (("Ctrl+R", self.cover_selection), ("Ctrl+Shift+R", self.peek_asked.emit)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def show_marked(self, marked: MarkedText) -> None:
        """Show another text with its marks."""
        self._painter.marks = marked.marks
        self.show_text(marked.text)
        self._painter.rehighlight()

    @Slot()
    def cover_selection(self) -> None:
        """Ask for the selected words to be covered."""
        self.cover_asked.emit(self.textCursor().selectedText().replace(_PARAGRAPH, " ").strip())


class _Painter(QSyntaxHighlighter):
    """Gives each mark its colours."""

    def __init__(self, theme: ThemeSource, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self.marks: tuple[Mark, ...] = ()
        theme.changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        begins = self.currentBlock().position()
        ends = begins + self.currentBlock().length()
        for mark in self.marks:
            if begins < mark.end and mark.start < ends:
                start = max(mark.start, begins)
                self.setFormat(start - begins, min(mark.end, ends) - start, self._look(mark.kind))

    def _look(self, kind: MarkKind) -> QTextCharFormat:
        ground, ink = (self._theme.now.colour(token) for token in _LOOKS[kind])
        look = QTextCharFormat()
        look.setBackground(ground)
        look.setForeground(ink)
        return look
