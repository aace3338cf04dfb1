# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two marks that show a choice: the ring of a radio button and the tick of a check box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.icons import Icon, draw_icon
from ui.theme.theme import Theme
from ui.widgets.box import draw_box

_DOT = 0.5  # of the ring's width


def draw_radio(painter: QPainter, theme: Theme, rect: QRectF, *, chosen: bool) -> None:
    """Paint a radio button's ring into a square, with its dot when chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = theme.colour("action.primary" if chosen else "line.control")
    painter.setBrush(theme.colour("surface.panel"))
    ring = theme.border.mark
    painter.setPen(QPen(line, ring))
    painter.drawEllipse(rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        radius = rect.width() * _DOT / 2
        painter.drawEllipse(rect.center(), radius, radius)


def draw_check(painter: QPainter, theme: Theme, rect: QRectF, *, ticked: bool, line: str = "line.control") -> None:
    """Paint a check box into a square, with its tick when ticked."""
    if not ticked:
        draw_box(painter, rect, theme.radius.tag, theme.colour("surface.panel"), theme.colour(line), theme.border.mark)
        return
    draw_box(painter, rect, theme.radius.tag, theme.colour("action.primary"))
    inset = rect.width() / 8
    draw_icon(painter, rect.adjusted(inset, inset, -inset, -inset), Icon.CHECK, theme.colour("text.onPrimary"))
