# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A button that looks like a link: underlined words that take the keyboard like any other button."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.flows import Flows
from ui.widgets.text_flow import TextFlow, TextStyle
from ui.widgets.visible_text import visible

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkButton(QPushButton):
    """Underlined words, with an icon before them where wanted; long ones break into lines.

    `name` is what a screen reader says where the words alone would not do ("Change when it happened").
    """

    def __init__(
        self,
        theme: ThemeSource,
        text: str,
        style: TextStyle | str = "body",
        *,
        icon: Icon | None = None,
        name: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._flows = Flows(theme)
        base = TextStyle(style, "text.link") if isinstance(style, str) else style
        self._style = replace(base, underline=True)
        self._icon = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        # A fixed height would be that of one line, and cut the words where they break.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_text(text)
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._text = visible(text, self._style.limit)
        self.setText(self._text.replace("&", "&&"))
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _flow(self, width: float | None = None) -> TextFlow:
        return self._flows.of(self._text, self._style, width)

    def _indent(self) -> int:
        theme = self._theme.now
        return theme.size.icon_small + theme.space(1) if self._icon is not None else 0

    @override
    def sizeHint(self) -> QSize:
        flow = self._flow()
        return QSize(ceil(flow.width) + self._indent(), flow.height)

    @override
    def minimumSizeHint(self) -> QSize:
        flow = self._flow()
        return QSize(min(ceil(flow.longest_word), self._theme.now.size.field_short) + self._indent(), flow.height)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._flow(width - self._indent()).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme.now
        colour = self._style.colour if self.isEnabled() else "action.disabledText"
        if self._icon is not None:
            length = theme.size.icon_small
            place = QRectF(0, (theme.line(self._style.role) - length) / 2, length, length)
            draw_icon(painter, place, self._icon, theme.colour(colour))
        self._flow(self.width() - self._indent()).draw(painter, QPointF(self._indent(), 0), colour)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(e)
