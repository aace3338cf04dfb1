# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list beside a detail: painted rows, any number of them, with headings between them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.list_row import ROW_ROLE, AnyRow, GroupRow, Index, ListRow, ListRowDelegate

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
Rows = Sequence[AnyRow] | LazyRows[ListRow]


class RowListModel(QAbstractListModel):
    """Gives rows to a view. Headings can be neither chosen nor reached with the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Rows = ()

    def show_rows(self, rows: Rows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def find(self, row_id: str) -> QModelIndex:
        """Where the row with an id stands; an invalid index when it is not here."""
        if isinstance(self._rows, LazyRows):
            return self.index(self._rows.ids.index(row_id)) if row_id in self._rows.ids else QModelIndex()
        numbers = (number for number, row in enumerate(self._rows) if isinstance(row, ListRow) and row.id == row_id)
        return self.index(next(numbers, -1))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowList(QListView):
    """The list as a control. `name` says what is in it. Letters jump to a title; Home and End to the ends."""

    row_chosen = Signal(str)
    """Another row is the current one, by key, click or program: its id, or "" when there is none."""
    row_opened = Signal(str)
    """Enter or Right was pressed on a row, or it was clicked: its id."""

    def __init__(self, theme: ThemeSource, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._model = RowListModel()
        self.setModel(self._model)
        self.setItemDelegate(ListRowDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._open)
        self._theme.changed.connect(self._lay_out)

    def show_rows(self, rows: Rows) -> None:
        """Show other rows. The current row stays the current one, where it was on the screen, if it is still there."""
        kept, scrolled = self.current_id(), self.verticalScrollBar().value()
        # Rows without headings are all of one height: Qt then need not ask for each, which would fetch them all.
        self.setUniformItemSizes(isinstance(rows, LazyRows))
        self._model.show_rows(rows)
        if kept:
            self.setCurrentIndex(self._model.find(kept))
        self.verticalScrollBar().setValue(scrolled)

    def current_id(self) -> str:
        """The id of the current row, or ""."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, ListRow) else ""

    def choose(self, row_id: str) -> None:
        """Make a row the current one and scroll to it."""
        self.setCurrentIndex(self._model.find(row_id))

    @Slot()
    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _tell(self) -> None:
        self.row_chosen.emit(self.current_id())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ListRow):
            self.row_opened.emit(row.id)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _OPENING_KEYS and self.current_id():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(e)
