# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The marks of the 12-month strip: a shape and a colour for each kind, and where they stand (ux.md R5).

Shape and colour say the same, so that neither is needed alone. Records of one day, or too close to stand apart, are
piled up; of a pile that is too high one mark stands for all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.chronology.items import Item
from desktop.chronology.kinds import Kind
from ui.people.looks import is_open
from ui.theme.theme import Theme

_COLOURS = {
    Kind.CONCERN: "chart.petrol",
    Kind.ABOUT_SELF: "chart.plum",
    Kind.DECLARATION: "chart.ochre",
    Kind.NOTE: "chart.slate",
}
_RING = 0.18
"""How thick the line of a hollow shape is, as a part of the shape."""

HIGHEST = 3
"""How many marks are piled up before one stands for all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: the records that it stands for, where along the strip (0 to 1), and how high in its pile."""

    items: tuple[Item, ...]
    at: float
    level: int = 0

    @property
    def is_pile(self) -> bool:
        """Say whether it stands for several records."""
        return len(self.items) > 1


def marks_of(items: Iterable[Item], first: date, last: date, places: int) -> tuple[Mark, ...]:
    """Place the records from `first` to `last` on a strip that has room for so many marks side by side."""
    days = max((last - first).days, 1)
    piles: dict[int, list[Item]] = {}
    for item in items:
        at = (item.happened - first).days / days
        piles.setdefault(round(at * max(places - 1, 1)), []).append(item)
    return tuple(mark for place in sorted(piles) for mark in _pile(piles[place], first, days))


def _pile(items: Sequence[Item], first: date, days: int) -> tuple[Mark, ...]:
    in_order = tuple(sorted(items, key=lambda item: (item.happened, item.row.filed_at)))
    at = (in_order[0].happened - first).days / days
    if len(in_order) > HIGHEST:
        return (Mark(in_order, at),)
    return tuple(Mark((item,), at, level) for level, item in enumerate(in_order))


def draw_shape(painter: QPainter, theme: Theme, kind: Kind, area: QRectF, *, is_hollow: bool) -> None:
    """Paint the shape of a kind into a square; hollow for what still has to be decided."""
    colour = theme.colour(_COLOURS[kind]) if not theme.high_contrast else theme.colour("text.primary")
    width = area.width() * _RING if is_hollow else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width) if is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface.panel") if is_hollow else colour)
    half = width / 2
    inside = area.adjusted(half, half, -half, -half)
    match kind:
        case Kind.CONCERN:
            painter.drawEllipse(inside)
        case Kind.DECLARATION:
            inset = area.width() / 8
            painter.drawRoundedRect(
                inside.adjusted(inset, inset, -inset, -inset), theme.radius.tag / 2, theme.radius.tag / 2
            )
        case _:
            painter.drawPolygon(_polygon(kind, inside))


def draw_mark(painter: QPainter, theme: Theme, mark: Mark, area: QRectF) -> None:
    """Paint a mark: the shape of its record, or how many it stands for."""
    if mark.is_pile:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("text.primary"), theme.border.control))
        painter.setBrush(theme.colour("surface.panel"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.radius.tag, theme.radius.tag)
        painter.setFont(theme.font("tag"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(len(mark.items)))
        return
    item = mark.items[0]
    draw_shape(painter, theme, item.kind, area, is_hollow=is_open(item))


def _polygon(kind: Kind, area: QRectF) -> QPolygonF:
    """A diamond for what somebody said about themselves, a triangle for a note."""
    middle = area.center()
    top, bottom = QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom())
    if kind is Kind.ABOUT_SELF:
        return QPolygonF([top, QPointF(area.right(), middle.y()), bottom, QPointF(area.left(), middle.y())])
    return QPolygonF([top, area.bottomRight(), area.bottomLeft()])
