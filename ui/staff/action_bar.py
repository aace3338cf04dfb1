# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bar at the bottom of a staff page: the primary button first, the way out at the far right.

Where they have no room beside each other the buttons stand below each other.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from ui.staff.measures import Measures
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Line, Surface
from ui.widgets.layouts import Aligned, Column, Row, Stretch


class ActionBar(Surface):
    """Up to three buttons. The page that shows them connects them; those without words are not there."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__("panel")
        self.primary = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.LARGE)
        self.second = Button(theme, "", ButtonKind.QUIET, ButtonSize.LARGE)
        self.way_out = Button(theme, "", ButtonKind.WAY_OUT, ButtonSize.LARGE)
        # Without it the row would be no higher than its buttons, and leave room above the line.
        middle = Qt.AlignmentFlag.AlignVCenter
        left, right = (self.primary, self.second), Aligned(self.way_out, middle)
        self._row = Row(theme, *(Aligned(each, middle) for each in left), Stretch(), right, gap=3)
        column = Column(theme, Line(theme))
        column.addLayout(self._row, 1)
        self.setLayout(column)

    def show_buttons(self, primary: str, second: str = "", way_out: str = "", *, icon: Icon | None = None) -> None:
        """Show these words; `icon` stands before the primary button's."""
        for button, words in ((self.primary, primary), (self.second, second), (self.way_out, way_out)):
            button.show_text(words)
            button.setVisible(bool(words))
        self.primary.show_icon(icon)

    def fit(self, measures: Measures, width: int) -> None:
        """Take the height for a window, and keep the buttons to the page's column."""
        right = max(0, width - measures.left - measures.content)
        edge = self._row.spacing() if measures.is_tight else 0
        self._row.setContentsMargins(measures.left, edge, right, edge)
        self._row.setDirection(_DOWN if measures.is_tight else _ACROSS)
        self.setMinimumHeight(0 if measures.is_tight else measures.footer)
        self.setMaximumHeight(_ANY_HEIGHT if measures.is_tight else measures.footer)


_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_ANY_HEIGHT = 16_777_215  # Qt's own "no limit"
