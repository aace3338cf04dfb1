# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A large card that leads somewhere: icon, title, what it is for, how long it takes."""

from math import ceil

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.box import draw_box
from ui.widgets.flows import Flows
from ui.widgets.text_flow import TextFlow, TextStyle

_TITLE = TextStyle("choiceTitle")
_TEXT = TextStyle("body", "text.secondary")
_NOTE = TextStyle("caption", "text.tertiary")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE = 4


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """What a card says. `note` is its last, small line ("About 5 minutes")."""

    icon: Icon
    tone: Tone
    title: str
    text: str
    note: str = ""


class DoorCard(QPushButton):
    """The card as one big button; `clicked` says that it was chosen."""

    def __init__(self, theme: ThemeSource, door: Door) -> None:
        super().__init__()
        self._theme = theme
        self._door = door
        self._broken = Flows(theme)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(door.title)
        self.setAccessibleDescription(" ".join(part for part in (door.text, door.note) if part))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        theme = self._theme.now
        return theme.space(_EDGE) + theme.size.door_tile + theme.space(3)

    def _flows(self, width: int) -> list[TextFlow]:
        theme = self._theme.now
        arrow = theme.size.icon_medium + theme.space(3)
        room = width - self._left() - theme.space(_EDGE) - arrow
        parts = ((self._door.title, _TITLE), (self._door.text, _TEXT), (self._door.note, _NOTE))
        return [self._broken.of(text, style, room) for text, style in parts if text]

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.now.px(self._theme.now.layout.staff_column // 2)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(flow.longest_word for flow in self._flows(self._theme.now.size.text_width))
        width = self._left() + ceil(longest) + self._theme.now.space(9)
        return QSize(width, self._theme.now.size.radio_card_min)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        theme = self._theme.now
        return sum(flow.height for flow in self._flows(width)) + 2 * theme.space(_EDGE) + theme.space(1)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(e)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        painter = QPainter(self)
        under = self.underMouse()
        ground = "surface.canvas" if self.isDown() else "surface.panel"
        line = theme.colour("line.control" if under else "line.divider")
        draw_box(painter, QRectF(self.rect()), theme.radius.card, theme.colour(ground), line, theme.border.divider)
        edge, tile = theme.space(_EDGE), theme.size.door_tile
        self._draw_tile(painter, QRectF(edge, edge, tile, tile))
        side = theme.size.icon_medium
        arrow = QRectF(self.width() - edge - side, edge + (theme.line(_TITLE.role) - side) / 2, side, side)
        draw_icon(painter, arrow, Icon.CHEVRON_RIGHT, theme.colour("text.secondary"))
        top = edge
        for flow in self._flows(self.width()):
            flow.draw(painter, QPointF(self._left(), top))
            top += flow.height

    def _draw_tile(self, painter: QPainter, tile: QRectF) -> None:
        theme = self._theme.now
        draw_box(painter, tile, theme.radius.control, theme.colour(self._door.tone.fill))
        side = theme.size.icon_large
        place = QRectF(tile.center().x() - side / 2, tile.center().y() - side / 2, side, side)
        draw_icon(painter, place, self._door.icon, theme.colour(self._door.tone.text))
