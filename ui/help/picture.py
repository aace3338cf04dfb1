# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One picture of "What happens to my words?": its number, and icons in a row on a soft ground."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.text_flow import TextStyle, draw_line

_NUMBER = TextStyle("cardTitle", "action.primary", centred=True)
_MOST_ICONS = 3


class HelpPicture(QWidget):
    """The picture. A screen reader hears `words`, which stand beside it too."""

    def __init__(self, theme: ThemeSource, number: int, icons: Sequence[Icon], words: str) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._icons = icons
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        across = (_MOST_ICONS + 1) * (theme.size.icon_empty + theme.space(3)) + theme.space(4)
        return QSize(across, theme.size.icon_empty + 2 * theme.space(4))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme.now, QPainter(self)
        area = QRectF(self.rect())
        line = theme.colour("line.control") if theme.high_contrast else None
        draw_box(painter, area, theme.radius.card, theme.colour("action.soft"), line, theme.border.control)
        side, gap = theme.size.icon_empty, theme.space(3)
        top = (area.height() - side) / 2
        height = theme.line(_NUMBER.role)
        draw_line(painter, theme, str(self._number), _NUMBER, QRectF(gap, (area.height() - height) / 2, side, height))
        left = float(gap + side + gap)
        room = area.width() - left - gap - len(self._icons) * side
        between = min(room / max(len(self._icons), 1), float(theme.space(6)))
        left += (room - between * (len(self._icons) - 1)) / 2
        for icon in self._icons:
            draw_icon(painter, QRectF(left, top, side, side), icon, theme.colour("action.softText"))
            left += side + between
