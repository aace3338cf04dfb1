# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small coloured label for a status or a kind. It is never pressed and never stands for its words by colour alone."""

from math import ceil

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.theme.theme import Theme
from ui.theme.tokens import Tone
from ui.widgets.box import draw_box
from ui.widgets.text_flow import TextStyle, draw_line
from ui.widgets.visible_text import one_line, visible

_LIMIT = 60


class TagLook(msgspec.Struct, frozen=True):
    """What a tag says and how it looks."""

    words: str
    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None

    @property
    def shown(self) -> str:
        """The words as they are painted."""
        return one_line(visible(self.words, _LIMIT))


def tag_size(theme: Theme, look: TagLook) -> QSize:
    """How much room the tag takes."""
    words = QFontMetricsF(theme.font("tag")).horizontalAdvance(look.shown)
    icon = theme.size.icon_tiny + theme.space(1) if look.icon is not None else 0
    return QSize(ceil(words) + icon + 2 * theme.space(2), theme.size.tag)


def draw_tag(painter: QPainter, theme: Theme, look: TagLook, at: QPointF, *, on_selected: bool = False) -> None:
    """Paint a tag, its top left at a point. On a selected row the soft tone would not stand out: it turns to paper."""
    size = tag_size(theme, look)
    area = QRectF(at.x(), at.y(), size.width(), size.height())
    ground = "surface.panel" if on_selected and look.tone is Tone.SOFT else look.tone.fill
    line = theme.colour(look.tone.text) if theme.high_contrast else None
    draw_box(painter, area, theme.radius.tag, theme.colour(ground), line)
    left = area.left() + theme.space(2)
    if look.icon is not None:
        side = theme.size.icon_tiny
        icon = QRectF(left, area.center().y() - side / 2, side, side)
        draw_icon(painter, icon, look.icon, theme.colour(look.tone.text))
        left += side + theme.space(1)
    words = QRectF(left, area.top(), area.right() - left, area.height())
    draw_line(painter, theme, look.shown, TextStyle("tag", look.tone.text), words)


class Tag(QLabel):
    """A tag as a widget."""

    def __init__(self, theme: ThemeSource, look: TagLook) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_look(look)
        theme.changed.connect(self.updateGeometry)

    def show_look(self, look: TagLook) -> None:
        """Show another status."""
        self._look = look
        self.setAccessibleName(look.shown)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return tag_size(self._theme.now, self._look)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_tag(QPainter(self), self._theme.now, self._look, QPointF(0, 0))
