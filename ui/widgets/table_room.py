# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The room that a table takes on a page which scrolls."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource


class TableRoom(QWidget):
    """Room for a table's header and this many rows. However many more it has, it scrolls by itself."""

    def __init__(self, theme: ThemeSource, rows: int) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows

    def set_rows(self, rows: int) -> None:
        """Be as high as so many rows."""
        self._rows = rows
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        rows = self._rows * theme.size.table_row
        return QSize(0, theme.size.table_header + rows + 2 * theme.border.divider)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
