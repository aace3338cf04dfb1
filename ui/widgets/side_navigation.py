# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way from one part of the program to another, at the left: words and icons, or with little room icons only.

One tab stop; Up and Down move, Enter goes. A badge shows where something waits.
"""

from collections.abc import Sequence
from math import ceil

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.card import Surface
from ui.widgets.layouts import Column, Stretch
from ui.widgets.text_flow import TextStyle, draw_line
from ui.widgets.tooltips import set_tooltip
from ui.widgets.words import Said, say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BOLD = 600


class NavItem(msgspec.Struct, frozen=True):
    """One place to go. `at_end` puts it at the foot of the column; `shortcut` is named in the tooltip."""

    id: str
    icon: Icon
    words: str
    shortcut: str = ""
    at_end: bool = False


def waiting_words(name: str, count: int) -> str:
    """The name of a place, with how much waits there if anything does."""
    return say(Said.WAITING, name=name, count=str(count)) if count else name


class _NavButton(QPushButton):
    stepped = Signal(int)
    chosen = Signal(str)

    def __init__(self, theme: ThemeSource, item: NavItem) -> None:
        super().__init__(item.words.replace("&", "&&"))
        self._theme = theme
        self.item = item
        self.is_current = False
        self._count = 0
        self._is_urgent = False
        self._is_rail = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # In a low window the entries come closer to each other before the column has to be scrolled.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self._name_it()
        self.clicked.connect(self._choose)
        theme.changed.connect(self.updateGeometry)

    def show_badge(self, count: int, *, urgent: bool) -> None:
        self._count, self._is_urgent = count, urgent
        self._name_it()

    def show_current(self, *, current: bool) -> None:
        self.is_current = current
        self._name_it()

    def show_rail(self, *, rail: bool) -> None:
        self._is_rail = rail
        self._name_it()
        self.updateGeometry()

    def _name_it(self) -> None:
        self.setAccessibleName(waiting_words(self.item.words, self._count))
        self.setAccessibleDescription(say(Said.CURRENT_PAGE) if self.is_current else "")
        set_tooltip(self, self.item.words if self._is_rail or self.item.shortcut else "", self.item.shortcut)
        self.update()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.item.id)

    def words_width(self) -> int:
        """The width in which its words are whole, also while it is the current one, in bold."""
        theme = self._theme.now
        words = QFontMetricsF(theme.font("body", _BOLD)).horizontalAdvance(self.item.words)
        return ceil(theme.space(3) + theme.size.icon_medium + theme.space(3) + words + theme.space(2))

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        height = theme.size.nav_item + (theme.space(2) if self._is_rail else 0)
        return QSize(theme.size.button, height + 2 * theme.border.divider)

    @override
    def minimumSizeHint(self) -> QSize:
        theme = self._theme.now
        least = theme.size.icon_large + theme.space(1) + 2 * theme.border.divider
        return QSize(self.sizeHint().width(), least)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif e.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        elif e.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(e)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        painter = QPainter(self)
        # A line's width is left free above and below, so that two grounds never touch.
        area = QRectF(self.rect()).adjusted(0, theme.border.divider, 0, -theme.border.divider)
        if self.is_current or self.underMouse():
            ground = theme.colour("surface.selected" if self.is_current else "surface.sunken")
            line = theme.colour("action.primary") if theme.high_contrast and self.is_current else None
            draw_box(painter, area, theme.radius.control, ground, line, theme.border.control)
        colour = "action.softText" if self.is_current else "text.secondary"
        side = theme.size.icon_medium if not self._is_rail else theme.size.icon_large
        left = (area.width() - side) / 2 if self._is_rail else theme.space(3)
        draw_icon(painter, QRectF(left, area.center().y() - side / 2, side, side), self.item.icon, theme.colour(colour))
        badge = self._draw_badge(painter, area)
        if not self._is_rail:
            words = area.adjusted(left + side + theme.space(3), 0, -badge - theme.space(2), 0)
            style = TextStyle("body", colour, weight=_BOLD if self.is_current else None)
            draw_line(painter, theme, self.item.words, style, words)

    def _draw_badge(self, painter: QPainter, area: QRectF) -> float:
        """Paint how many wait; returns the width that it took."""
        if not self._count:
            return 0
        theme = self._theme.now
        font = QFont(theme.font("caption", _BOLD))
        height = theme.size.badge - (theme.space(1) if self._is_rail else 0)
        width = max(height, QFontMetricsF(font).horizontalAdvance(str(self._count)) + 2 * theme.space(1))
        solid = self._is_urgent or self._is_rail
        top = theme.space(1) if self._is_rail else area.center().y() - height / 2
        place = QRectF(area.right() - width - theme.space(1 if self._is_rail else 2), top, width, height)
        ground, words = (
            ("action.primary", "text.onPrimary") if solid else ("status.neutral.fill", "status.neutral.text")
        )
        line = theme.colour("text.primary") if theme.high_contrast else None
        draw_box(painter, place, height / 2, theme.colour(ground), line)
        painter.setFont(font)
        painter.setPen(theme.colour(words))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._count))
        return width + theme.space(2)


class SideNavigation(Surface):
    """The column: what stands above (`head`), the places, those at the end, and what stands below (`foot`).

    It is wide enough for the longest of its words.
    """

    chosen = Signal(str)
    """A place was chosen: its id. The page that goes there then calls `show_current`."""

    def __init__(
        self,
        theme: ThemeSource,
        items: Sequence[NavItem],
        *,
        name: str,
        head: QWidget | None = None,
        foot: QWidget | None = None,
    ) -> None:
        super().__init__("nav")
        self._theme = theme
        self._is_rail = False
        self._buttons = tuple(_NavButton(theme, item) for item in items)
        self.setAccessibleName(name)
        first = [button for button in self._buttons if not button.item.at_end]
        last = [button for button in self._buttons if button.item.at_end]
        column = Column(theme, gap=0, margins=(2, 3, 2, 3))
        column.add(*([head] if head else []), *first, Stretch(), *last, *([foot] if foot else []))
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._move_tab_stop(self._buttons[0])
        self._restyle()
        self._connect()

    def _connect(self) -> None:
        self._theme.changed.connect(self._restyle)
        for button in self._buttons:
            button.chosen.connect(self.chosen)
            button.stepped.connect(self._step)

    def show_current(self, item_id: str) -> None:
        """Show which part of the program is on the screen; "" for none of these."""
        for button in self._buttons:
            button.show_current(current=button.item.id == item_id)
            if button.is_current:
                self._move_tab_stop(button)

    def show_badge(self, item_id: str, count: int, *, urgent: bool = False) -> None:
        """Show how many things wait in a place, solid when a deadline of the reader's own is among them; 0 for none."""
        for button in self._buttons:
            if button.item.id == item_id:
                button.show_badge(count, urgent=urgent)

    def show_rail(self, *, rail: bool) -> None:
        """Show icons only, in a 64 px rail, or words again."""
        self._is_rail = rail
        for button in self._buttons:
            button.show_rail(rail=rail)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        words = max(button.words_width() for button in self._buttons) + 2 * theme.space(2)
        wide = max(theme.px(theme.layout.nav_width), words)
        self.setFixedWidth(theme.px(theme.layout.nav_rail) if self._is_rail else wide)

    def _move_tab_stop(self, stop: _NavButton) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    @Slot(int)
    def _step(self, step: int) -> None:
        here = next((number for number, button in enumerate(self._buttons) if button.hasFocus()), 0)
        there = self._buttons[(here + step) % len(self._buttons)]
        self._move_tab_stop(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)
