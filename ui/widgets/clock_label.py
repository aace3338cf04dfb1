# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long is left, in words: grey, then amber and bold, then red and bold (ux.md 7, "Clock label"). Never moves."""

from datetime import timedelta
from enum import Enum
from math import ceil

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ui.theme.fonts import with_tabular_figures
from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.theme.theme import Theme
from ui.widgets.tooltips import set_tooltip
from ui.widgets.visible_text import one_line, visible

_SOON = timedelta(hours=20)
_NOW = timedelta(hours=2)
_LIMIT = 60
_BOLD = 600


class Urgency(Enum):
    """How a clock is drawn. The value is the token of its colour."""

    CALM = "text.tertiary"
    SOON = "status.warn.strong"
    NOW = "status.danger.strong"


def urgency(left: timedelta) -> Urgency:
    """Calm while 20 hours or more are left, soon below that, and now below two hours or when the time is over."""
    if left >= _SOON:
        return Urgency.CALM
    return Urgency.SOON if left >= _NOW else Urgency.NOW


class ClockLook(msgspec.Struct, frozen=True):
    """The words ("7 h 56 min left"), how urgent they are, and the exact time for the tooltip."""

    words: str
    urgency: Urgency = Urgency.CALM
    exact: str = ""

    @property
    def shown(self) -> str:
        """The words as they are painted."""
        return one_line(visible(self.words, _LIMIT))


def clock_width(theme: Theme, look: ClockLook) -> int:
    """How wide the clock is, with its icon."""
    words = QFontMetricsF(_font(theme, look)).horizontalAdvance(look.shown)
    return ceil(words) + theme.size.icon_tiny + theme.space(1)


def draw_clock(painter: QPainter, theme: Theme, look: ClockLook, area: QRectF) -> None:
    """Paint the clock at the left of an area, in the middle of its height."""
    side = theme.size.icon_tiny
    colour = theme.colour(look.urgency.value)
    draw_icon(painter, QRectF(area.left(), area.center().y() - side / 2, side, side), Icon.CLOCK, colour)
    painter.setFont(_font(theme, look))
    painter.setPen(colour)
    words = area.adjusted(side + theme.space(1), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.shown)


def _font(theme: Theme, look: ClockLook) -> QFont:
    return with_tabular_figures(theme.font("caption", None if look.urgency is Urgency.CALM else _BOLD))


class ClockLabel(QLabel):
    """The clock as a widget."""

    def __init__(self, theme: ThemeSource, look: ClockLook) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_look(look)
        theme.changed.connect(self.updateGeometry)

    def show_look(self, look: ClockLook) -> None:
        """Show another time."""
        self._look = look
        self.setAccessibleName(look.shown)
        set_tooltip(self, look.exact)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        return QSize(clock_width(theme, self._look), theme.line("caption"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_clock(QPainter(self), self._theme.now, self._look, QRectF(self.rect()))
