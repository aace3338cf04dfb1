# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of one column in the middle of the window, which scrolls where there is no room."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.layouts import Column, Growing, Item, Row, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tab_order import tab_on


class CentredPage(QWidget):
    """Put the page into `column`; it is as wide as a staff page's column, and no wider."""

    def __init__(self, theme: ThemeSource, *items: Item, gap: int = 4) -> None:
        super().__init__()
        self.theme = theme
        self.column = Column(theme, *items, gap=gap)
        self._place = QWidget()
        self._place.setLayout(self.column)
        holder = QWidget()
        row = Row(theme, Stretch(), Growing(self._place, 100), Stretch(), margins=(6, 7, 6, 6))
        holder.setLayout(row)
        self.setLayout(Column(theme, Growing(ScrollPage(theme, holder))))
        self._fit()
        theme.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        theme = self.theme.now
        self._place.setMaximumWidth(theme.px(theme.layout.staff_column))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)
