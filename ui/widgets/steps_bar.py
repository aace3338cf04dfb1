# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far somebody is through a fixed number of steps: short bars, of which the first ones are filled."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box


class StepsBar(QWidget):
    """`done` of `total` bars filled. `spoken` says it in words ("Question 1 of 6").

    With `wide` the bars share the width that there is.
    """

    def __init__(self, theme: ThemeSource, done: int, total: int, spoken: str, *, wide: bool = False) -> None:
        super().__init__()
        self._theme = theme
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.show_step(done, total, spoken)
        theme.changed.connect(self.updateGeometry)

    def show_step(self, done: int, total: int, spoken: str) -> None:
        """Show another step."""
        self._done, self._total = done, total
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        width = self._total * (theme.size.step_bar + theme.space(1)) - theme.space(1)
        return QSize(width, theme.size.thin_bar)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        painter = QPainter(self)
        gap = theme.space(1)
        width = (self.width() + gap) / self._total - gap
        for number in range(self._total):
            colour = theme.colour("action.primary" if number < self._done else "line.divider")
            bar = QRectF(number * (width + gap), 0, width, self.height())
            line = theme.colour("text.primary") if theme.high_contrast else None
            draw_box(painter, bar, self.height() / 2, colour, line)
