# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a table shows: columns, rows of cells, and the model that gives them to the view."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.theme.icons import Icon
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.tag import TagLook
from ui.widgets.visible_text import one_line, visible
from ui.widgets.words import Said, say

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
_LIMIT = 300


class TableColumn(msgspec.Struct, frozen=True):
    """A column. `share` is its part of the width; numbers stand at the right, in figures of one width.

    Of one that `is_whole` no words are cut, as long as the window has the room.
    """

    id: str
    title: str
    share: int = 1
    is_number: bool = False
    is_sortable: bool = True
    is_whole: bool = False


class Cell(msgspec.Struct, frozen=True):
    """What stands in a cell: words, in a type role and a colour token, with an icon where wanted; or a tag."""

    text: str = ""
    icon: Icon | None = None
    colour: str = "text.primary"
    tag: TagLook | None = None
    role: str = "body"

    @property
    def shown(self) -> str:
        """The words as they are painted, spoken and copied."""
        return one_line(visible(self.tag.words if self.tag else self.text, _LIMIT))


class TableRow(msgspec.Struct, frozen=True):
    """A row: its id, and a cell for each column."""

    id: str
    cells: tuple[Cell, ...]


class TableModel(QAbstractTableModel):
    """Gives rows to a view."""

    def __init__(self, columns: Sequence[TableColumn]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.sorted_by = ""
        self.is_descending = False
        self._rows: Sequence[TableRow] = ()

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows, or the same in another order."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_columns(self, columns: Sequence[TableColumn]) -> None:
        """Have other columns, and no rows until they are shown anew."""
        self.beginResetModel()
        self.columns, self._rows = tuple(columns), ()
        self.endResetModel()

    def show_sorted(self, column_id: str, *, descending: bool) -> None:
        """Say by which column the rows are in order."""
        self.sorted_by, self.is_descending = column_id, descending
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row_id(self, number: int) -> str:
        """The id of a row, which is not fetched for that."""
        return self._rows.ids[number] if isinstance(self._rows, LazyRows) else self._rows[number].id

    def row_of(self, row_id: str) -> int:
        """The number of the row with an id, or -1."""
        ids = self._rows.ids if isinstance(self._rows, LazyRows) else [row.id for row in self._rows]
        return ids.index(row_id) if row_id in ids else -1

    def spoken_row(self, number: int) -> str:
        """A row's cells in one line, for the clipboard."""
        return "\t".join(cell.shown for cell in self._rows[number].cells)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()].cells[index.column()]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.shown or say(Said.EMPTY_CELL)
        return cell.shown if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and column.id == self.sorted_by:
            return f"{column.title}, {say(Said.SORTED_DOWN if self.is_descending else Said.SORTED_UP)}"
        return column.title if role == Qt.ItemDataRole.DisplayRole else None


def share_out(width: int, shares: Sequence[int], least: Sequence[int]) -> list[int]:
    """Divide a width among columns by their shares, but give each what it needs at the least, if there is so much.

    Where there is not, each has of it as it needs; where one needs nothing in particular, by their shares.
    """
    if sum(least) > width:
        shares, least = (least if all(least) else shares), [0] * len(least)
    widths, room, parts = list(least), width, sum(shares)
    # A column that needs more than its share leaves less to the others; whoever is narrowest for its share is first.
    for number in sorted(range(len(shares)), key=lambda column: -least[column] / shares[column]):
        widths[number] = max(least[number], room * shares[number] // parts)
        room, parts = room - widths[number], parts - shares[number]
    return widths
