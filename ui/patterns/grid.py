# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cards beside each other where there is room for two, below each other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource

_GAP = 4
_COLUMNS = 2


class CardGrid(QWidget):
    """The cards, in rows of one or two; those of one row are equally high."""

    def __init__(self, theme: ThemeSource, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._cards = tuple(cards)
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self._place()
        theme.changed.connect(self._place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _place(self) -> None:
        theme = self._theme.now
        self._grid.setSpacing(theme.space(_GAP))
        columns = _COLUMNS if self.width() >= theme.size.text_width else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
