# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things at the left, cards at the right, and lines from each thing to its cards (picture 10).

The lines are only paint: what they say stands in the map's description, and under each thing where there is no room
for two columns. Whoever shows a map offers a table as well.
"""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row, Stretch
from ui.widgets.text_flow import TextStyle

_COLOURS = ("chart.petrol", "chart.slate", "chart.plum", "chart.ochre", "chart.moss", "chart.brick", "chart.grey")
_BEND = 0.5
_HEAD = (QPointF(0, 0), QPointF(-1, -0.62), QPointF(-1, 0.62))
_TIGHT = 480  # pixels at 100 %: with less there is no room for two columns
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class Route(msgspec.Struct, frozen=True):
    """One thing: what it is called, the ids of the cards that its lines lead to, and what they say in words."""

    words: str
    cards: tuple[str, ...]
    names: str


class RouteMap(QWidget):
    """The two columns, with a heading above each. `count` things stand at the left, `cards` at the right."""

    def __init__(self, theme: ThemeSource, headings: tuple[str, str], count: int, cards: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._routes: tuple[Route, ...] = ()
        self._things = tuple(_Thing(theme, _COLOURS[number % len(_COLOURS)]) for number in range(count))
        self._cards = cards
        self._row = Row(theme, gap=3)
        self._row.addLayout(_column(theme, headings[0], self._things), 5)
        self._row.add(Stretch(3))
        self._row.addLayout(_column(theme, headings[1], tuple(cards.values())), 5)
        self.setLayout(self._row)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_routes(self, routes: Sequence[Route]) -> None:
        """Say what the things are, and where their lines lead."""
        self._routes = tuple(routes)
        for thing, route in zip(self._things, routes, strict=True):
            thing.show_route(route)
        self.setAccessibleDescription(" ".join(f"{route.words}: {route.names}." for route in routes))
        self.update()

    @property
    def _is_tight(self) -> bool:
        return self.width() < self._theme.now.px(_TIGHT)

    @Slot()
    def _restyle(self) -> None:
        self._row.setDirection(_DOWN if self._is_tight else _ACROSS)
        for thing in self._things:
            thing.show_names(shown=self._is_tight)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_tight:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for thing, route in zip(self._things, self._routes, strict=False):
            for card in route.cards:
                self._draw_line(painter, thing, self._cards[card])

    def _draw_line(self, painter: QPainter, thing: "_Thing", card: QWidget) -> None:
        theme, colour = self._theme.now, self._theme.now.colour(thing.colour)
        arrow, dot = theme.space(2), theme.space(1)
        begin = QPointF(thing.geometry().right() + 1, thing.geometry().center().y())
        end = QPointF(card.geometry().left() - 1, card.geometry().center().y())
        stop = QPointF(end.x() - arrow, end.y())
        bend = (stop.x() - begin.x()) * _BEND
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(bend, 0), stop - QPointF(bend, 0), stop)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, theme.border.radio_card_chosen))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(begin, dot, dot)
        painter.setBrush(theme.colour("status.neutral.strong"))
        painter.drawPolygon(QPolygonF([end + corner * arrow for corner in _HEAD]))


class _Thing(QWidget):
    """A card with the colour of its lines at its edge, and where they lead in words where they are not painted."""

    def __init__(self, theme: ThemeSource, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self.colour = colour
        self._words = PlainLabel(theme, "", TextStyle("label"), wrap=True)
        self._names = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self.setLayout(Column(theme, Stretch(), self._words, self._names, Stretch(), margins=(4, 2, 3, 2)))
        theme.changed.connect(self.update)

    def show_route(self, route: Route) -> None:
        self._words.show_words(route.words)
        self._names.show_words(route.names)

    def show_names(self, *, shown: bool) -> None:
        self._names.setVisible(shown)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = self._theme.now, QPainter(self), QRectF(self.rect())
        draw_box(painter, area, theme.radius.card, theme.colour(self.colour))
        inside = area.adjusted(theme.border.error_bar, 0, 0, 0)
        draw_box(painter, inside, theme.radius.tag, theme.colour("surface.panel"), theme.colour("line.divider"))


def _column(theme: ThemeSource, heading: str, cards: Sequence[QWidget]) -> Column:
    title = PlainLabel(theme, heading, TextStyle("small", "text.secondary", weight=600), wrap=True)
    return Column(theme, title, Gap(1), *(Growing(card) for card in cards), gap=3)
