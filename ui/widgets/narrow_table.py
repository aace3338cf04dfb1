# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table as high as its rows, within bounds; fewer columns where it is narrow, words where it is empty."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.table_room import TableRoom
from ui.widgets.table_rows import TableColumn, TableRow

_FEWEST = 2
_MOST_WHOLE = 200
_WIDE = 900  # logical pixels at text size 100 %


class Columns(Protocol):
    """The columns of a narrow window or a wide one."""

    def __call__(self, *, narrow: bool) -> Sequence[TableColumn]:
        """Give them."""
        ...


class NarrowTable(TableRoom):
    """The table. It asks for room for this many rows at most; where it has less than all need, it scrolls by itself.

    Narrow, it is as high as its rows, and the page scrolls alone (ux.md 6, rule 7).
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)
    narrowed = Signal()
    """Whether it is narrow is another now: its rows have to be shown again."""

    def __init__(self, theme: ThemeSource, columns: Columns, empty: EmptyState, *, name: str, most: int) -> None:
        super().__init__(theme, most)
        self._most = most
        self._source = theme
        self._columns = columns
        self.is_narrow = False
        self.empty = empty
        self.table = DataTable(theme, columns(narrow=False), name=name)
        self._place = QStackedLayout(self)
        self._place.addWidget(empty)
        self._place.addWidget(self.table)
        self.table.row_chosen.connect(self.row_chosen)
        self.table.row_opened.connect(self.row_opened)
        self.setFocusProxy(self.table)
        theme.changed.connect(self._bound)

    def show_rows(self, rows: Sequence[TableRow] | LazyRows[TableRow]) -> None:
        """Show these rows; what `empty` says where there are none."""
        self.table.show_rows(rows)
        self._place.setCurrentWidget(self.table if rows else self.empty)
        most = _MOST_WHOLE if self.is_narrow else self._most  # no two bars beside each other in a small window
        self.set_rows(min(max(len(rows) or self._most, _FEWEST), most))
        self._bound()

    @Slot()
    def _bound(self) -> None:
        """Where there is more room than it asks for, be no higher than the rows."""
        self.setMaximumHeight(max(self.sizeHint().height(), self.table.maximumHeight()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() / self._source.now.text_scale < _WIDE
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self.table.show_columns(self._columns(narrow=is_narrow))
            self.narrowed.emit()
