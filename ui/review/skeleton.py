# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in place of the inbox's rows while the first of them are read."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.review.words import Said, say
from ui.theme.source import ThemeSource

_ROWS = 3


class Skeleton(QWidget):
    """Three plain grey rows while the first rows are read; nothing moves."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(say(Said.LOADING))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        painter = QPainter(self)
        for number in range(_ROWS):
            top = number * theme.size.list_row_min + theme.space(4)
            height = theme.size.list_row_min - theme.space(6)
            width = self.width() - 2 * theme.space(5)
            painter.fillRect(theme.space(5), top, width, height, theme.colour("surface.sunken"))
