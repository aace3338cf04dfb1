# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The steps at the left of the wizard (picture 10): a tick for what is done, a filled circle for the one that is open.

They show where somebody is and lead nowhere: Back and Continue do that.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.setup.words import Setup, say
from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.text_flow import TextStyle, draw_line

_BOLD = 600


class StepList(QWidget):
    """The rows below each other, painted in one go."""

    def __init__(self, theme: ThemeSource, steps: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say(Setup.STEPS))
        theme.changed.connect(self.updateGeometry)

    def show_step(self, number: int) -> None:
        """Show which step is open, counted from 1; those before it are done."""
        self._current = number
        done = [say(Setup.STEP_STATE_DONE, step=step) for step in self._steps[: number - 1]]
        now = [say(Setup.STEP_STATE_NOW, step=step) for step in self._steps[number - 1 : number]]
        self.setAccessibleDescription(". ".join((*done, *now, *self._steps[number:])))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        rows = len(self._steps)
        return QSize(theme.layout.nav_width, rows * self._row() + (rows - 1) * theme.space(1))

    def _row(self) -> int:
        return self._theme.now.size.button_large

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, words in enumerate(self._steps, start=1):
            top = (number - 1) * (self._row() + self._theme.now.space(1))
            self._draw(painter, number, words, QRectF(0, top, self.width(), self._row()))

    def _draw(self, painter: QPainter, number: int, words: str, row: QRectF) -> None:
        theme = self._theme.now
        is_now, is_done = number == self._current, number < self._current
        if is_now:
            draw_box(painter, row, theme.radius.control, theme.colour("surface.selected"))
        side = theme.px(24)
        circle = QRectF(row.left() + theme.space(3), row.center().y() - side / 2, side, side)
        self._draw_circle(painter, number, circle, is_now=is_now, is_done=is_done)
        colour = "text.primary" if is_done else "action.softText" if is_now else "text.secondary"
        left = circle.right() + theme.space(3)
        room = QRectF(left, row.top(), row.right() - left, row.height())
        draw_line(painter, theme, words, TextStyle("bodyStaff", colour, weight=_BOLD if is_now else None), room)

    def _draw_circle(self, painter: QPainter, number: int, circle: QRectF, *, is_now: bool, is_done: bool) -> None:
        theme = self._theme.now
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = "status.ok.strong" if is_done else "action.primary"
        line = theme.border.mark
        painter.setPen(QPen(theme.colour(filled if is_now or is_done else "line.control"), line))
        painter.setBrush(theme.colour(filled if is_now or is_done else "surface.nav"))
        painter.drawEllipse(circle.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        if is_done:
            edge = circle.width() / 4
            mark = circle.adjusted(edge, edge, -edge, -edge)
            draw_icon(painter, mark, Icon.CHECK, theme.colour("text.onPrimary"))
            return
        painter.setFont(theme.font("caption", _BOLD))
        painter.setPen(theme.colour("text.onPrimary" if is_now else "text.secondary"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
