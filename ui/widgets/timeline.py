# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has happened, oldest first: one list for the keyboard, one item for each event (ux.md 7, "Timeline item").

Items are painted, so a long record costs no widgets. Up and Down move, Enter opens.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.timeline_item import ITEM_ROLE, Index, TimelineDelegate, TimelineItem

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[TimelineItem, ...] = ()

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken
        return item.title if role == Qt.ItemDataRole.DisplayRole else None


class TimelineView(QListView):
    """The list. `name` says what it is; with `fits` it is as high as its items and does not scroll."""

    opened = Signal(str)
    """An item that can be opened was clicked, or Enter was pressed on it: its id."""

    def __init__(self, theme: ThemeSource, items: Sequence[TimelineItem], *, name: str, fits: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._fits = fits
        self._model = _Model()
        self._delegate = TimelineDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setProperty("ground", "none")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_items(items)
        self._connect()

    def _connect(self) -> None:
        self.clicked.connect(self._open)
        self._theme.changed.connect(self._lay_out)

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Show other items, the oldest first."""
        self._model.show_items(items)
        self._lay_out()

    def show_item(self, item_id: str) -> None:
        """Make an item the current one and scroll it to the top."""
        for row, item in enumerate(self._model.items):
            if item.id == item_id:
                index = self._model.index(row)
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot()
    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        item = self._model.items[index.row()]
        if item.opens:
            self.opened.emit(item.id)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(e)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.oldSize().width() != e.size().width():
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if not self._fits:
            return super().sizeHint()
        height = sum(self._delegate.height(item, self.viewport().width()) for item in self._model.items)
        return QSize(self._theme.now.size.field_width, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.field_short, self.sizeHint().height() if self._fits else 0)
