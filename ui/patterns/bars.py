# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two painted charts of the page: bars for months, and bars for what reports were about (picture 08).

They are pictures only: the sentence above each says what they show, and a table holds the same figures.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.clocks.words import MONTHS
from desktop.patterns.charts import Month, Topic
from ui.patterns.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.text_flow import TextFlow, TextStyle, draw_line

_CAPTION = TextStyle("caption", "text.secondary", centred=True)
_FIGURE = TextStyle("small", weight=600, centred=True)
_LABEL = TextStyle("small")
_NUMBER = TextStyle("small", weight=600)
_SHORT = 3
_HIGH = 4  # times the widest step of the space scale: the height of the tallest bar
_WIDE = 0.65  # of its place: a bar
_LABELS = 0.47  # of the width: the labels of the topics


class _Picture(QWidget):
    def __init__(self, theme: ThemeSource, sentence: str) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(sentence)
        theme.changed.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class MonthBars(_Picture):
    """A bar for each month; the one that is not over is an outline."""

    def __init__(self, theme: ThemeSource, months: Sequence[Month], sentence: str) -> None:
        super().__init__(theme, sentence)
        self._months = months
        self._most = max((month.count for month in months), default=0) or 1

    @override
    def sizeHint(self) -> QSize:
        theme = self.theme.now
        lines = theme.line(_CAPTION.role) + 2 * theme.line(_FIGURE.role) + theme.space(3)
        return QSize(theme.size.field_short, theme.space(9) * _HIGH + lines)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme.now, QPainter(self)
        place = self.width() / max(1, len(self._months))
        floor = self.height() - theme.line(_CAPTION.role) - theme.space(1)
        self._draw_key(painter)
        painter.setPen(QPen(theme.colour("line.control"), theme.border.divider))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        for number, month in enumerate(self._months):
            self._draw_month(painter, month, QRectF(number * place, 0, place, floor))

    def _draw_key(self, painter: QPainter) -> None:
        theme, words = self.theme.now, say(Said.MONTH_NOT_OVER)
        style, side = TextStyle("caption", "text.secondary"), theme.space(3)
        width = TextFlow(theme, words, style).width + 1
        height = theme.line(style.role)
        left = self.width() - width
        box = QRectF(left - side - theme.space(2), (height - side) / 2, side, side)
        draw_box(painter, box, theme.radius.tag, None, theme.colour("chart.petrol"), theme.border.mark)
        draw_line(painter, theme, words, style, QRectF(left, 0, width, height))

    def _draw_month(self, painter: QPainter, month: Month, place: QRectF) -> None:
        theme = self.theme.now
        line = theme.line(_FIGURE.role)
        room = place.height() - line * 2 - theme.space(2)
        height = room * month.count / self._most
        bar = QRectF(
            place.left() + place.width() * (1 - _WIDE) / 2, place.bottom() - height, place.width() * _WIDE, height
        )
        colour = theme.colour("chart.petrol")
        if month.count and month.is_over:
            draw_box(painter, bar, theme.radius.tag, colour)
        elif month.count:
            draw_box(painter, bar, theme.radius.tag, theme.colour("surface.panel"), colour, theme.border.mark)
        figure = QRectF(place.left(), bar.top() - line - theme.space(1), place.width(), line)
        draw_line(painter, theme, str(month.count), _FIGURE, figure)
        below = QRectF(place.left(), place.bottom() + theme.space(1), place.width(), theme.line(_CAPTION.role))
        draw_line(painter, theme, MONTHS[month.first.month - 1][:_SHORT], _CAPTION, below)


class TopicBars(_Picture):
    """A bar for each thing that reports were about, with its words at the left."""

    def __init__(self, theme: ThemeSource, topics: Sequence[Topic], sentence: str) -> None:
        super().__init__(theme, sentence)
        self._topics = topics
        self._most = max((topic.count for topic in topics), default=0) or 1

    @property
    def _pitch(self) -> int:
        theme = self.theme.now
        return theme.line(_LABEL.role) + theme.space(2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.now.size.field_short, self._pitch * len(self._topics))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme.now, QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, thick = theme.space(2), theme.space(3)
        left = self.width() * _LABELS
        room = self.width() - left - theme.space(8)
        for number, topic in enumerate(self._topics):
            place = QRectF(0, number * self._pitch, self.width(), self._pitch)
            draw_line(painter, theme, topic_words(topic), _LABEL, QRectF(0, place.top(), left - gap, place.height()))
            bar = QRectF(left, place.center().y() - thick / 2, room * topic.count / self._most, thick)
            draw_box(painter, bar, theme.radius.tag, theme.colour("chart.petrol"))
            figure = QRectF(bar.right() + gap, place.top(), theme.space(8), place.height())
            draw_line(painter, theme, str(topic.count), _NUMBER, figure)


def topic_words(topic: Topic) -> str:
    """What reports were about, in words."""
    return topic.label or say(Said.ELSE)
