# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The only label of the product: plain text with a true line height.

Whatever it is given is shown as it was typed (hidden characters as marks, see `visible_text`), never read as mark-up.
Some words may be bold or in another colour: hand it `Span`s instead of a string.
"""

from dataclasses import replace
from math import ceil
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.text_flow import TextFlow, TextStyle, Words, plain_text
from ui.widgets.tooltips import set_tooltip
from ui.widgets.visible_text import visible

IconSide = Literal["icon_small", "icon", "icon_medium", "icon_large", "icon_empty"]
"""The side of an icon, by its name among the sizes of the theme: 16, 18, 20, 24 or 32 px."""


_MOST_WIDTHS = 8
"""For so many widths a label keeps its words broken into lines; one that is being resized asks for ever other ones."""


class PlainLabel(QLabel):
    """Words in one type role and colour.

    With `wrap` they break into lines and the label's height follows its width. Without, they stand on one line; only
    with `elide` may that be cut with "…" where there is no room, and the tooltip then has all of it.
    """

    def __init__(
        self,
        theme: ThemeSource,
        words: Words = "",
        style: TextStyle | str = "body",
        *,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._style = TextStyle(style) if isinstance(style, str) else style
        self._words = words
        self._elides = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setSizePolicy(_policy(wrap=wrap))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_words(self, words: Words) -> None:
        """Show other words."""
        self._words = words
        self._restyle()

    def show_style(self, style: TextStyle) -> None:
        """Show the words in another style."""
        self._style = style
        self._restyle()

    @property
    def words(self) -> str:
        """The words that it was given, unaltered."""
        return plain_text(self._words)

    @property
    def is_clipped(self) -> bool:
        """Whether words are missing from the screen although this label may not be cut."""
        if self.wordWrap():
            return self.heightForWidth(self.width()) > self.height()
        return not self._elides and self._flow.is_elided

    @Slot()
    def _restyle(self) -> None:
        self.setText(visible(self.words, self._style.limit))
        self.setFont(self._theme.now.font(self._style.role, self._style.weight))
        self._natural = TextFlow(self._theme.now, self._words, replace(self._style, centred=False))
        self._flows: dict[int, TextFlow] = {}
        self._break()
        self.updateGeometry()
        self.update()

    def _break(self) -> None:
        self._flow = self._flow_at(self.width())
        set_tooltip(self, self.words if self._flow.is_elided else "")

    def _flow_at(self, width: int) -> TextFlow:
        if self._natural.width <= width and not self._style.centred:
            return self._natural
        # A layout asks for the same few widths over and over, and breaking words into lines takes its time.
        if width not in self._flows:
            if len(self._flows) == _MOST_WIDTHS:
                self._flows.clear()
            max_lines = None if self.wordWrap() else 1
            self._flows[width] = TextFlow(self._theme.now, self._words, self._style, width, max_lines)
        return self._flows[width]

    @override
    def sizeHint(self) -> QSize:
        width = ceil(self._natural.width)
        if self.wordWrap():
            width = min(width, self._theme.now.size.text_width)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        theme = self._theme.now
        width = ceil(self._natural.width)
        if self.wordWrap():
            # A longer word may break, so that names without end do not push a page beyond its window.
            width = min(ceil(self._natural.longest_word), theme.size.time_entry)
        elif self._elides:
            width = min(ceil(QFontMetricsF(self.font()).horizontalAdvance("…")), width)
        return QSize(width, theme.line(self._style.role))

    @override
    def heightForWidth(self, width: int) -> int:
        return self._flow_at(width).height

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        top = 0.0 if self.wordWrap() else (self.height() - self._flow.height) / 2
        painter = QPainter(self)
        self._flow.draw(painter, QPointF(0, top), "" if self.isEnabled() else "action.disabledText")


class IconLabel(QLabel):
    """An icon that only decorates: a screen reader passes over it, so words beside it must say the same.

    With `beside`, a type role, it is as high as one line of those words, and stands in the middle of their first line
    when both stand at the top.
    """

    def __init__(
        self,
        theme: ThemeSource,
        icon: Icon,
        colour: str = "text.primary",
        *,
        side: IconSide = "icon",
        beside: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self._side_name = side
        self._beside = beside
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, icon: Icon, colour: str) -> None:
        """Show another icon, in a colour given by its token."""
        self._icon, self._colour = icon, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        length = self._side()
        return QSize(length, self._theme.now.line(self._beside) if self._beside else length)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        length = self._side()
        place = QRectF(0, (self.height() - length) // 2, length, length)
        draw_icon(QPainter(self), place, self._icon, self._theme.now.colour(self._colour))

    def _side(self) -> int:
        sides: dict[IconSide, int] = {
            "icon_small": self._theme.now.size.icon_small,
            "icon": self._theme.now.size.icon,
            "icon_medium": self._theme.now.size.icon_medium,
            "icon_large": self._theme.now.size.icon_large,
            "icon_empty": self._theme.now.size.icon_empty,
        }
        return sides[self._side_name]


def _policy(*, wrap: bool) -> QSizePolicy:
    vertical = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
    policy.setHeightForWidth(wrap)
    return policy
