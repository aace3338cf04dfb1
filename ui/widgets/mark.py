# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candour's mark: an open ring around a dot."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.theme.theme import Theme
from ui.widgets.box import draw_box

_SIXTEENTHS = 16  # Qt's unit of angle
_FROM, _SPAN = 45, 270  # degrees


def draw_mark(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """Paint the mark into a square."""
    side = area.width()
    draw_box(painter, area, side * 0.22, theme.colour("action.primary"))
    paper = theme.colour("text.onPrimary")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(paper, side * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    inset = side * 0.27
    painter.drawArc(area.adjusted(inset, inset, -inset, -inset), _FROM * _SIXTEENTHS, _SPAN * _SIXTEENTHS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawEllipse(area.center(), side * 0.08, side * 0.08)


class Mark(QLabel):
    """The mark as a widget; the name of the program stands beside it."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.now.size.mark
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mark(QPainter(self), self._theme.now, QRectF(self.rect()))
