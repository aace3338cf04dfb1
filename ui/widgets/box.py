# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two grounds that painted controls stand on: a rounded box, and a row that is selected."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ui.theme.theme import Theme


def draw_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, line: QColor | None = None, width: float = 1
) -> None:
    """Paint a rounded box whose border lies inside the rectangle. Without fill or line that part is left out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(line, width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), max(0, radius - half), max(0, radius - half))


def draw_selected_row(painter: QPainter, theme: Theme, rect: QRectF, *, bar: bool) -> None:
    """Paint the ground of the current row, with a bar at its left where wanted.

    In high contrast the ground is like any other, so there has to be a bar.
    """
    painter.fillRect(rect, theme.colour("surface.selected"))
    if bar:
        edge = QRectF(rect.left(), rect.top(), theme.border.selected_bar, rect.height())
        painter.fillRect(edge, theme.colour("action.primary"))
