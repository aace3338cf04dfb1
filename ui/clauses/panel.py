# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A panel over one side of a page, in which clauses are read while the page stays as it is. It is no dialog.

It belongs to its page, so that it goes with it: whoever hides or locks the screen leaves nothing standing.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from desktop.policies.clause_words import wording_lines
from desktop.policies.wording import Wording
from ui.clauses.wording_view import WordingView
from ui.clauses.words import Clauses, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.card import Line, Surface
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.reading_page import ReadingPage


class ClausePanel(Surface):
    """The panel over a page, at the right of it; at the left where what asked for it stands at the right."""

    # Qt still calls the filter while Python takes a dropped window apart, when this is all that is left.
    _is_whole = False

    closed = Signal()
    """It is not wanted any more."""

    def __init__(self, theme: ThemeSource, page: QWidget, asker: QWidget) -> None:
        super().__init__("card")
        self._theme = theme
        self._page = page
        self._asker = asker
        self.setParent(page)
        title = PlainLabel(theme, say(Clauses.TITLE), "section", wrap=True)
        close = IconButton(theme, Icon.X, say(Clauses.CLOSE), ButtonSize.SMALL, shortcut="Esc")
        close.clicked.connect(self.closed)
        head = Row(theme, Growing(title), close, gap=2, margins=(5, 4, 4, 3))
        self._place = Column(theme)
        column = Column(theme)
        column.addLayout(head)
        column.add(Line(theme))
        column.addLayout(self._place, 1)
        self.setLayout(column)
        self.setAccessibleName(say(Clauses.TITLE))
        self.reading = self._shown(PlainLabel(theme, say(Clauses.READING), wrap=True))
        page.installEventFilter(self)
        theme.changed.connect(self._lay)
        self._is_whole = True
        self._lay()
        self.show()
        self.raise_()
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wording(self, wording: Wording) -> None:
        """Show what was read."""
        self._show(WordingView(self._theme, wording), " ".join(wording_lines(wording)))

    def show_sentence(self, words: str) -> None:
        """Say why there is nothing to read."""
        self._show(PlainLabel(self._theme, words, wrap=True), words)

    def _show(self, widget: QWidget, told: str) -> None:
        has_focus = self.reading.hasFocus()
        drop(self.reading)
        self.reading = self._shown(widget)
        self.reading.setAccessibleDescription(told)
        if has_focus:
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told)

    def _shown(self, widget: QWidget) -> ReadingPage:
        holder = QWidget()
        holder.setLayout(Column(self._theme, widget, Stretch(), margins=(5, 4, 5, 5)))
        reading = ReadingPage(self._theme, holder, name=say(Clauses.TITLE))
        self._place.add(Growing(reading))
        return reading

    @Slot()
    def _lay(self) -> None:
        """Stand over the side of the page on which what asked for it does not stand, or as far as there is room."""
        theme, room = self._theme.now, self._room()
        width = min(theme.px(theme.layout.dialog_width) + theme.space(6), room.width())
        is_there = shiboken6.isValid(self._asker) and self._page.isAncestorOf(self._asker)
        middle = self._asker.mapTo(self._page, self._asker.rect().center()).x() if is_there else 0
        at_left = middle > room.width() - width and room.width() >= 2 * width
        self.setGeometry(room.x() if at_left else room.right() + 1 - width, room.y(), width, room.height())

    def _room(self) -> QRect:
        """The page, beside its scroll bars where it has any."""
        page = self._page
        return page.viewport().geometry() if isinstance(page, QAbstractScrollArea) else page.rect()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_whole and event.type() == QEvent.Type.Resize:
            self._lay()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Every other key that nothing in it takes stops here: the letters of the page below belong to the page.
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
