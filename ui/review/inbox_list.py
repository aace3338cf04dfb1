# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of the inbox as a control. Arrows move, a letter jumps to a name, four letters begin an act.

Choosing a row is not opening it: the row has to be rested on for a moment, clicked, or opened with Enter. What moves
the current row because the list has changed opens nothing.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyleOptionViewItem
from typing_extensions import override

from ui.review.inbox_model import HEADING_ROLE, Block, InboxModel, Looks
from ui.theme.source import ThemeSource
from ui.widgets.list_row import Index, ListRowDelegate

_MEASURED_AT_ONCE = 2000
DWELL_MS = 300
"""How long a row has to be the current one before it is opened (the opening is noted in the record)."""

_TICK_MS = 30_000
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


class Act(StrEnum):
    """What a single key begins. The value is the key."""

    DECIDE = "D"
    NOTE = "N"
    ACTION = "A"
    QUESTION = "Q"


_ACTS: Mapping[str, Act] = {act.value: act for act in Act}


def single_key(event: QKeyEvent) -> Act | None:
    """The act that a key by itself begins, if any."""
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return None
    return _ACTS.get(event.text().upper())


class _Delegate(ListRowDelegate):
    """Measures a row without fetching it."""

    def __init__(self, theme: ThemeSource, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._source = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._source.now
        if index.data(HEADING_ROLE):
            return QSize(0, theme.size.group_header)
        return QSize(0, theme.size.list_row_min + theme.border.divider)


class InboxList(QListView):
    """The list. Hand what `wanted` asks for to `model_rows.take`."""

    rested = Signal(str)
    """A case has been the current one for a moment: its id."""
    opened = Signal(str)
    """A case was clicked, or Enter or Right was pressed on it: its id."""
    act_asked = Signal(object)
    """A single key asks for an act (an Act) in the current case."""

    def __init__(self, theme: ThemeSource, looks: Looks) -> None:
        super().__init__()
        self._theme = theme
        self.model_rows = InboxModel(looks, self)
        self.takes_single_keys = True
        self._is_settling = False
        self._typed = ""
        self._since_letter = QElapsedTimer()
        self._dwell = _timer(self, DWELL_MS, single=True)
        self._tick = _timer(self, _TICK_MS, single=False)
        self.setModel(self.model_rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Ten thousand rows are measured a part at a time, so that the window goes on answering.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_MEASURED_AT_ONCE)
        self._connect()
        self._tick.start()

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._begin_dwell)
        self._dwell.timeout.connect(self._rest)
        self._tick.timeout.connect(self.model_rows.touch)
        self.clicked.connect(self._open)
        self._theme.changed.connect(self._lay_out)

    def show_blocks(self, blocks: Iterable[Block], *, from_the_top: bool = False) -> None:
        """Show these cases. The current one stays, and so does the place on the screen; nothing is opened."""
        kept, scrolled = self.current_id(), self.verticalScrollBar().value()
        self._is_settling = True
        self.model_rows.show_blocks(blocks)
        self.setUniformItemSizes(not self.model_rows.has_headings)
        index = self.model_rows.first if from_the_top else self.model_rows.find(kept)
        if not index.isValid():
            index = self.currentIndex() if self.current_id() else self.model_rows.first
        self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(0 if from_the_top else scrolled)
        self._is_settling = False

    def current_id(self) -> str:
        """The current case, or ""."""
        return self.model_rows.key(self.currentIndex())

    def choose(self, case_id: str) -> None:
        """Make a case the current one and scroll to it, without opening it."""
        self._is_settling = True
        self.setCurrentIndex(self.model_rows.find(case_id))
        self._is_settling = False

    @Slot()
    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _begin_dwell(self) -> None:
        self._dwell.stop()
        if not self._is_settling and self.current_id():
            self._dwell.start()

    @Slot()
    def _rest(self) -> None:
        if self.current_id():
            self.rested.emit(self.current_id())

    @Slot()
    def _open(self) -> None:
        self._dwell.stop()
        if self.current_id():
            self.opened.emit(self.current_id())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row the current one when there is none.
        self._is_settling = True
        super().focusInEvent(event)
        self._is_settling = False

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        act = single_key(e) if self.takes_single_keys and not self._is_typing() else None
        if e.key() in _OPENING_KEYS and self.current_id():
            self._open()
        elif act is not None and self.current_id():
            self._dwell.stop()
            self.act_asked.emit(act)
        else:
            super().keyPressEvent(e)

    @override
    def keyboardSearch(self, search: str) -> None:
        # Qt's own looks at every row, which would fetch them all.
        fresh = not self._is_typing()
        self._typed = search if fresh else self._typed + search
        self._since_letter.start()
        index = self.model_rows.search(self._typed, self.currentIndex().row() + (1 if fresh else 0))
        if index.isValid():
            self.setCurrentIndex(index)

    def _is_typing(self) -> bool:
        """Whether a name is being typed: its next letter is then part of it."""
        interval = self._theme.application.keyboardInputInterval()
        return self._since_letter.isValid() and self._since_letter.elapsed() < interval


def _timer(parent: QListView, milliseconds: int, *, single: bool) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.setSingleShot(single)
    return timer
