# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small key ("F9", "Ctrl K") painted beside what it does."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.theme.theme import Theme
from ui.widgets.box import draw_box


def keycap_width(theme: Theme, key: str) -> float:
    """How wide the key is, in pixels."""
    return QFontMetricsF(_font(theme)).horizontalAdvance(key) + 2 * theme.space(1) + 2 * theme.border.divider


def draw_keycap(painter: QPainter, theme: Theme, key: str, rect: QRectF) -> None:
    """Paint the key in the middle of a rectangle's height, at its left."""
    height = theme.size.keycap
    cap = QRectF(rect.left(), rect.center().y() - height / 2, keycap_width(theme, key), height)
    ground, line = theme.colour("surface.canvas"), theme.colour("line.divider")
    draw_box(painter, cap, theme.radius.tag, ground, line, theme.border.divider)
    painter.setFont(_font(theme))
    painter.setPen(theme.colour("text.secondary"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def _font(theme: Theme) -> QFont:
    font = theme.font("phrase", 400)
    font.setPixelSize(theme.font("caption").pixelSize())
    return font
