# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field for as many words as somebody needs: grows from 8 to 16 lines, then scrolls. Tab leaves it."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.own_font import has_lost_font
from ui.widgets.text_flow import TextStyle, utf16_length
from ui.widgets.true_lines import TrueLines
from ui.widgets.words import Said, say

LIMIT = 20_000
"""The most characters that an answer may have, unless its form says more (ux.md 7)."""

_COUNT_FROM = 0.9
_MARGIN_STEP = 3
_BREAKS = {0x2028: "\n", 0x2029: "\n"}
"""How Qt keeps the end of a line and of a paragraph."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Editor(QPlainTextEdit):
    """The editor itself: plain text, true lines, as high as its words between two limits."""

    # Qt still calls `changeEvent` while Python takes a dropped widget apart, when this is all that is left.
    _own_font: QFont | None = None

    submitted = Signal()

    def __init__(self, theme: ThemeSource, role: str, lines: tuple[int, int], limit: int) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._limit = limit
        self._lines = lines
        self._true_lines = TrueLines(self.document(), theme.now.line(role))
        self.document().setDocumentLayout(self._true_lines)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        self.textChanged.connect(self._keep_limit)
        self.textChanged.connect(self.updateGeometry)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        self._own_font = theme.font(self._role)
        self.setFont(self._own_font)
        # The placeholder is painted in the viewport's, which Qt does not hand on once it has been styled.
        self.viewport().setFont(self.font())
        self.document().setDefaultFont(self.font())
        self.document().setDocumentMargin(theme.space(_MARGIN_STEP))
        self._true_lines.set_pitch(theme.line(self._role))
        self.updateGeometry()

    @Slot()
    def _keep_limit(self) -> None:
        over = len(self.toPlainText()) - self._limit
        if over <= 0:
            return
        # What came too late goes: the characters before the cursor, where typing and pasting end.
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, over)
        cursor.removeSelectedText()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        pitch = theme.line(self._role)
        least, most = self._lines
        count = max(least, self._true_lines.lines(most))
        frame = 2 * (theme.space(_MARGIN_STEP) + theme.border.control_error)
        return QSize(theme.size.field_width, count * pitch + frame)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.field_short, self.sizeHint().height())

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if has_lost_font(self, e, self._own_font):
            self._restyle()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(e)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.oldSize().width() != e.size().width():
            self.updateGeometry()


class TextArea(QWidget):
    """Plain text of at most so many characters. From nine tenths of that on it says how many are left."""

    edited = Signal(str)
    """The text has changed: the new text."""
    submitted = Signal()
    """Ctrl+Enter was pressed in it."""

    def __init__(
        self, theme: ThemeSource, *, role: str = "narrative", lines: tuple[int, int] = (8, 16), limit: int = LIMIT
    ) -> None:
        super().__init__()
        self._limit = limit
        self._editor = _Editor(theme, role, lines, limit)
        self._count = PlainLabel(theme, "", TextStyle("small", "text.tertiary"))
        self._count.hide()
        self.setFocusProxy(self._editor)
        self.setLayout(Column(theme, self._editor, self._count, gap=1))
        self._connect()

    def _connect(self) -> None:
        self._editor.textChanged.connect(self._tell)
        self._editor.submitted.connect(self.submitted)

    def value(self) -> str:
        """The text as typed, letter for letter, with one spelling of the line break."""
        # Qt's own plain text would make ordinary spaces of those that keep words together.
        return self._editor.document().toRawText().translate(_BREAKS)

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in the place of some characters, as if somebody had typed them: it can be undone."""
        text = self.value()
        cursor = self._editor.textCursor()
        cursor.setPosition(_places(text[:start]))
        cursor.setPosition(_places(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)

    def set_value(self, text: str) -> None:
        """Replace the text."""
        self._editor.setPlainText(text)

    def select(self, start: int, end: int) -> None:
        """Put the keyboard on these characters, the end excluded."""
        units = [utf16_length(self.value()[:place]) for place in (start, end)]
        cursor = self._editor.textCursor()
        cursor.setPosition(units[0])
        cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_placeholder(self, text: str) -> None:
        """Show a text while there is none; only for an example of a format, never for a hint."""
        self._editor.setPlaceholderText(text)

    @Slot()
    def _tell(self) -> None:
        text = self.value()
        self._count_down(self._limit - len(text))
        self.edited.emit(text)

    def _count_down(self, left: int) -> None:
        counting = left <= self._limit * (1 - _COUNT_FROM)
        words = say(Said.LEFT_ONE) if left == 1 else say(Said.LEFT, count=QLocale().toString(left))
        if counting and (self._count.isHidden() or left == 0):
            announce(self._editor, words)
        self._count.show_words(words)
        self._count.setVisible(counting)


def _places(text: str) -> int:
    """How many places of Qt's a text takes: a character beyond the first plane takes two."""
    return len(text.encode("utf-16-le")) // 2
