# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person as a circle with initials. There are no faces in Candour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.theme.theme import Theme
from ui.theme.tokens import Tone
from ui.widgets.visible_text import visible

_SHARE = 0.38  # of the circle's height that the letters take
_WEIGHT = 600


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, as capitals."""
    words = [word for word in visible(name, 200).split() if word[0].isalpha()]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in ends)


def draw_avatar(painter: QPainter, theme: Theme, rect: QRectF, letters: str, tone: Tone = Tone.SOFT) -> None:
    """Paint the circle into a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour(tone.text) if theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tone.fill))
    painter.drawEllipse(rect)
    font = theme.font("caption", _WEIGHT)
    font.setPixelSize(max(round(rect.height() * _SHARE), 1))  # Qt paints once before it has laid everything out
    painter.setFont(font)
    painter.setPen(theme.colour(tone.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)


class Avatar(QWidget):
    """The circle as a widget, for decoration: the name stands beside it."""

    def __init__(self, theme: ThemeSource, name: str, *, large: bool = False, tone: Tone = Tone.SOFT) -> None:
        super().__init__()
        self._theme = theme
        self._letters = initials(name)
        self._large = large
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_name(self, name: str) -> None:
        """Show another person."""
        self._letters = initials(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        sizes = self._theme.now.size
        side = sizes.avatar_large if self._large else sizes.avatar
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_avatar(QPainter(self), self._theme.now, QRectF(self.rect()), self._letters, self._tone)
