# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list with what is chosen in it beside it, or below it where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.data_table import DataTable
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.table_rows import TableColumn

_ROWS = 12
_TWO_PANES = 620  # pixels at 100 % that a list and what is chosen in it need beside each other


class ShortTable(DataTable):
    """A table of any length that shows a dozen rows and scrolls."""

    def __init__(self, theme: ThemeSource, columns: Sequence[TableColumn], *, name: str) -> None:
        super().__init__(theme, columns, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        whole, size = super().sizeHint(), self._theme.now.size
        return QSize(whole.width(), min(whole.height(), size.table_header + _ROWS * size.table_row))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.field_short, self.sizeHint().height())


class Beside(QWidget):
    """The two of them."""

    def __init__(self, theme: ThemeSource, chosen_from: QWidget, chosen: QWidget) -> None:
        super().__init__()
        self._theme = theme
        left, right = QWidget(), QWidget()
        left.setLayout(Column(theme, chosen_from, Stretch()))
        right.setLayout(Column(theme, chosen, Stretch()))
        self._row = Row(theme, Growing(left, 2), Growing(right, 3), gap=4)
        self.setLayout(self._row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < self._theme.now.px(_TWO_PANES)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight)


def columns(*titles: tuple[str, str, int]) -> list[TableColumn]:
    """Columns by their id, title, and share of the width; nothing in them is sorted."""
    return [TableColumn(each, title, share, is_sortable=False) for each, title, share in titles]
