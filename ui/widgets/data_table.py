# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table of records: ruled lines, a header that sorts, rows fetched as they are looked at.

One that is as high as its rows breaks its words into lines; in a long one, whose rows are all of one height, and which
is never higher than they are, they are cut with "…".

Sorting and copying are not done here: the table asks, and the page shows the rows in another order (see `lazy_rows`),
or puts the words on the clipboard the way the program does that.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box, draw_selected_row
from ui.widgets.table_rows import CELL_ROLE, Cell, Index, TableColumn, TableModel, TableRow, share_out
from ui.widgets.tag import draw_tag, tag_size
from ui.widgets.text_flow import TextFlow, TextStyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE, _ABOVE = 3, 2
_MEASURED = 50  # rows of a long table, which are enough to say how wide a column of references or dates is
_HEAD = TextStyle("caption", "text.secondary", weight=600)


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: ThemeSource, model: TableModel, parent: QObject, *, breaks: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._lines = None if breaks else 1

    def height(self, cell: Cell, width: int) -> int:
        """How high a cell is in a column of a width, in pixels."""
        theme = self._theme.now
        if cell.tag is not None:
            return theme.size.table_row
        return self._flow(cell, self._beside(cell, width - 2 * theme.space(_EDGE))).height + 2 * theme.size.cell_gap

    def least_width(self, cell: Cell, *, whole: bool) -> int:
        """How wide a column is at the least that breaks no word of a cell, or no `whole` cell, in pixels."""
        theme = self._theme.now
        if cell.tag is not None:
            return ceil(tag_size(theme, cell.tag).width()) + 2 * theme.space(_EDGE)
        beside = theme.size.icon_small + theme.space(2) if cell.icon is not None else 0
        flow = TextFlow(theme, cell.shown, TextStyle(cell.role, tabular=True))
        return ceil(flow.width if whole else flow.longest_word) + beside + 2 * theme.space(_EDGE)

    def _flow(self, cell: Cell, width: float) -> TextFlow:
        return TextFlow(
            self._theme.now, cell.shown, TextStyle(cell.role, cell.colour, tabular=True), width, self._lines
        )

    def _beside(self, cell: Cell, width: float) -> float:
        """The width that the words have beside the icon."""
        theme = self._theme.now
        return width if cell.icon is None else width - theme.size.icon_small - theme.space(2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.now
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            draw_selected_row(painter, theme, area, bar=theme.high_contrast and index.column() == 0)
        if index.row() < self._model.rowCount() - 1:
            height = theme.border.divider
            line = QRectF(area.left(), area.bottom() - height, area.width(), height)
            painter.fillRect(line, theme.colour("line.divider"))
        cell: Cell = index.data(CELL_ROLE)
        inside = area.adjusted(theme.space(_EDGE), 0, -theme.space(_EDGE), 0)
        if cell.tag is not None:
            top = inside.center().y() - tag_size(theme, cell.tag).height() / 2
            draw_tag(painter, theme, cell.tag, QPointF(inside.left(), top))
        else:
            self._draw_words(painter, cell, inside, is_number=self._model.columns[index.column()].is_number)
        painter.restore()

    def _draw_words(self, painter: QPainter, cell: Cell, inside: QRectF, *, is_number: bool) -> None:
        theme = self._theme.now
        words = self._beside(cell, inside.width())
        if cell.icon is not None:
            side = theme.size.icon_small
            place = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
            draw_icon(painter, place, cell.icon, theme.colour(cell.colour))
            inside.setLeft(inside.right() - words)
        flow = self._flow(cell, words)
        left = inside.right() - flow.width if is_number else inside.left()
        flow.draw(painter, QPointF(left, inside.center().y() - flow.height / 2))


class _Header(QHeaderView):
    def __init__(self, theme: ThemeSource, model: TableModel, *, breaks: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._breaks = breaks
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    @override
    def sizeHint(self) -> QSize:
        """As high as the longest of its titles needs in the width of its column."""
        theme = self._theme.now
        lines = [self._flow(section, self.sectionSize(section)).height for section in range(self.count())]
        return QSize(0, max([theme.size.table_header, *(height + 2 * theme.space(_ABOVE) for height in lines)]))

    def least_width(self, section: int) -> int:
        """How wide a column is at the least that breaks no word of its title, or no title of whole cells, in pixels."""
        theme, column = self._theme.now, self._model.columns[section]
        flow = TextFlow(theme, column.title, _HEAD)
        return ceil(flow.width if column.is_whole else flow.longest_word) + 2 * theme.space(_EDGE)

    def _flow(self, section: int, width: float) -> TextFlow:
        theme, column = self._theme.now, self._model.columns[section]
        arrow = theme.size.icon_tiny + theme.space(1) if column.id == self._model.sorted_by else 0
        room = width - 2 * theme.space(_EDGE) - arrow
        return TextFlow(theme, column.title, _HEAD, room, None if self._breaks else 1)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._theme.now
        area = QRectF(rect)
        painter.save()
        painter.setClipRect(area)
        self._draw_ground(painter, area, logicalIndex)
        height = theme.border.divider
        line = QRectF(area.left(), area.bottom() - height, area.width(), height)
        painter.fillRect(line, theme.colour("line.divider"))
        column = self._model.columns[logicalIndex]
        inside = area.adjusted(theme.space(_EDGE), 0, -theme.space(_EDGE), 0)
        flow = self._flow(logicalIndex, area.width())
        if column.is_number:
            inside.setLeft(max(inside.left(), inside.right() - flow.width))
        flow.draw(painter, QPointF(inside.left(), inside.center().y() - flow.height / 2))
        if column.id == self._model.sorted_by:
            side = theme.size.icon_tiny
            icon = Icon.ARROW_DOWN if self._model.is_descending else Icon.ARROW_UP
            place = QRectF(inside.left() + flow.width + theme.space(1), inside.center().y() - side / 2, side, side)
            draw_icon(painter, place, icon, theme.colour("text.secondary"))
        painter.restore()

    def _draw_ground(self, painter: QPainter, area: QRectF, section: int) -> None:
        """Fill the section; the outer corners are round, as the table's are."""
        theme = self._theme.now
        radius = theme.radius.card - theme.border.divider
        left = 0 if section == 0 else radius
        right = 0 if section == self.count() - 1 else radius
        draw_box(painter, area.adjusted(-left, 0, right, radius), radius, theme.colour("surface.canvas"))


class DataTable(QTableView):
    """The table. `name` says what is in it; with `fits` it is as high as its rows, for at most some 200 of them.

    Enter or a double click opens a row, Ctrl+C copies it, Alt+Up and Alt+Down sort by the column of the current cell.
    """

    row_chosen = Signal(str)
    """Another row is the current one: its id."""
    row_opened = Signal(str)
    """A row is to be opened: its id."""
    sort_asked = Signal(str, bool)
    """The rows are wanted in another order: the column's id, and whether the last comes first."""
    copy_asked = Signal(str)
    """A row is to be copied: its cells, with tabs between them."""

    def __init__(self, theme: ThemeSource, columns: Sequence[TableColumn], *, name: str, fits: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._fits = fits
        self._has_own_widths = False
        self._is_sharing = False
        self._kept = ""
        self._least: list[int] | None = None
        """How wide each column has to be for these rows, measured once: a window that is resized asks over and over."""
        self._table = TableModel(columns)
        self.setModel(self._table)
        self._cells = _CellDelegate(theme, self._table, self, breaks=fits)
        self.setItemDelegate(self._cells)
        self._titles = _Header(theme, self._table, breaks=fits)
        self.setHorizontalHeader(self._titles)
        self.setAccessibleName(name)
        self._set_behaviour()
        self._restyle()
        self._connect()

    def _set_behaviour(self) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.horizontalHeader().sectionClicked.connect(self._ask_sort)
        self.horizontalHeader().sectionResized.connect(self._keep_widths)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        self._theme.changed.connect(self._restyle)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows, or the same in another order; the current row stays the current one if it is there."""
        kept, self._kept = self.current_id() or self._kept, ""
        self._table.show_rows(rows)
        self._least = None
        row = self._table.row_of(kept) if kept else -1
        if row >= 0:
            self.setCurrentIndex(self._table.index(row, 0))
        self._fit_rows()

    def show_columns(self, columns: Sequence[TableColumn]) -> None:
        """Have other columns. The rows are to be shown anew; the current row then stays the current one."""
        self._kept = self.current_id()
        self._has_own_widths = False
        self._least = None
        self._table.show_columns(columns)

    def show_sorted(self, column_id: str, *, descending: bool) -> None:
        """Show by which column the rows are in order."""
        self._table.show_sorted(column_id, descending=descending)

    def current_id(self) -> str:
        """The id of the current row, or ""."""
        index = self.currentIndex()
        return self._table.row_id(index.row()) if index.isValid() else ""

    @Slot()
    def _restyle(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._theme.now.size.table_row)
        self._least = None
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give columns their widths, and each row the height of its words where the table is as high as its rows."""
        if not self._has_own_widths:
            self._share_width()
        if self._fits:
            widths = [self.columnWidth(number) for number in range(len(self._table.columns))]
            for row in range(self._table.rowCount()):
                cells = [self._table.index(row, column).data(CELL_ROLE) for column in range(len(widths))]
                heights = (self._cells.height(cell, width) for cell, width in zip(cells, widths, strict=True))
                self.setRowHeight(row, max(self._theme.now.size.table_row, *heights))
            self.updateGeometries()
        else:
            self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    @Slot()
    def _tell(self) -> None:
        self.row_chosen.emit(self.current_id())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._table.row_id(index.row()))

    @Slot(int)
    def _ask_sort(self, section: int) -> None:
        column = self._table.columns[section]
        if column.is_sortable:
            again = column.id == self._table.sorted_by
            self.sort_asked.emit(column.id, again and not self._table.is_descending)

    @Slot()
    def _keep_widths(self) -> None:
        # Whoever drags a column means it; what we hand out ourselves is no such wish.
        self._has_own_widths = not self._is_sharing
        if not self._is_sharing:
            self._fit_rows()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._table.rowCount():
            self.setCurrentIndex(self._table.index(0, 0))  # Qt would make it the current one, and not show it as that
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        index = self.currentIndex()
        alt = bool(e.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not index.isValid():
            super().keyPressEvent(e)
        elif e.key() in _ENTER:
            self._open(index)
        elif e.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(self._table.spoken_row(index.row()))
        elif alt and e.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            column = self._table.columns[index.column()]
            self.sort_asked.emit(column.id, e.key() == Qt.Key.Key_Up)
        else:
            super().keyPressEvent(e)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _share_width(self) -> None:
        self._is_sharing = True
        shares = [column.share for column in self._table.columns]
        if self._least is None:
            self._least = [self._least_width(number) for number in range(len(shares))]
        for number, width in enumerate(share_out(self.viewport().width(), shares, self._least)):
            self.setColumnWidth(number, width)
        self._is_sharing = False

    def _least_width(self, number: int) -> int:
        column, rows = self._table.columns[number], self._table.rowCount()
        if not self._fits and not column.is_whole:
            return 0
        looked_at = range(rows if self._fits else min(rows, _MEASURED))
        cells = [self._table.index(row, number).data(CELL_ROLE) for row in looked_at]
        widths = (self._cells.least_width(cell, whole=column.is_whole) for cell in cells)
        return max(self._titles.least_width(number), max(widths, default=0))

    @override
    def sizeHint(self) -> QSize:
        sizes = self._theme.now.size
        rows = self.verticalHeader().length() if self._table.rowCount() else sizes.table_row
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        height = header + rows + 2 * self._theme.now.border.divider
        return QSize(sizes.field_width, height)

    @override
    def minimumSizeHint(self) -> QSize:
        sizes = self._theme.now.size
        return QSize(sizes.field_short, self.sizeHint().height() if self._fits else sizes.table_header * 3)
