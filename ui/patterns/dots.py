# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records of a prompt as dots on a line from the first to the last (picture 08)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.clocks import short_date_words
from desktop.clocks.words import MONTHS
from ui.patterns.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.text_flow import TextFlow, TextStyle, draw_line

_CAPTION = TextStyle("caption", "text.secondary")
_SHORT = 3


class Dots(QWidget):
    """The line. It says its days to a screen reader; the records themselves open from the list of the card."""

    def __init__(self, theme: ThemeSource, days: Sequence[date]) -> None:
        super().__init__()
        self._theme = theme
        self._days = sorted(days)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say(Said.DOTS, days=", ".join(map(short_date_words, self._days))))
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        return QSize(theme.size.field_short, theme.size.icon_small + theme.space(2) + theme.line(_CAPTION.role))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._days:
            return
        theme, painter = self._theme.now, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.space(3)
        left, right = side / 2, min(self.width(), theme.size.field_short * 1.2) - side / 2
        middle = theme.size.icon_small / 2
        painter.setPen(QPen(theme.colour("line.control"), theme.border.divider))
        painter.drawLine(int(left), int(middle), int(right), int(middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("action.primary"))
        for day in self._days:
            x = left + (right - left) * self._share(day)
            painter.drawEllipse(QRectF(x - side / 2, middle - side / 2, side, side))
        self._draw_months(painter, right + side / 2)

    def _share(self, day: date) -> float:
        first, last = self._days[0], self._days[-1]
        return (day - first).days / (last - first).days if last > first else 0.0

    def _draw_months(self, painter: QPainter, right: float) -> None:
        theme = self._theme.now
        top, height = theme.size.icon_small + theme.space(2), theme.line(_CAPTION.role)
        first, last = month_words(self._days[0]), month_words(self._days[-1])
        draw_line(painter, theme, first, _CAPTION, QRectF(0, top, right / 2, height))
        if first != last:
            width = TextFlow(theme, last, _CAPTION).width + 1
            draw_line(painter, theme, last, _CAPTION, QRectF(right - width, top, width, height))


def month_words(day: date) -> str:
    """A month as "Sep 2025"."""
    return f"{MONTHS[day.month - 1][:_SHORT]} {day.year}"
