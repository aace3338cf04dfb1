# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two ways for small things to share a width: in as many lines as they need, or in one, leaving out the last."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.card import Line, Surface
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch

AS_WIDE_AS_IT_MAY = 10_000
"""The share of the room for what has a greatest width, beside a stretch that takes what is left."""

_LINE_GAP = 2


class Flow(QLayout):
    """Widgets beside each other in lines, `gap` steps apart, the lines two. Those that are hidden take no room."""

    def __init__(self, theme: ThemeSource, widgets: Sequence[QWidget], gap: int = 2) -> None:
        super().__init__()
        self._theme = theme
        self._gap = gap
        self._items: list[QLayoutItem] = []
        for widget in widgets:
            self.addWidget(widget)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.invalidate()

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._place(QRect(0, 0, arg__1, 0), move=False)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gap = self._theme.now.space(self._gap)
        width = sum(hint.width() + gap for hint in hints) - gap
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((hint.width() for hint in hints), default=0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, move=True)

    def _place(self, area: QRect, *, move: bool) -> int:
        """Put the widgets into an area; returns the height that they take."""
        gap, between = self._theme.now.space(self._gap), self._theme.now.space(_LINE_GAP)
        left, top, height = area.left(), area.top(), 0
        for item in (item for item in self._items if not item.isEmpty()):
            hint = item.sizeHint()
            width = min(hint.width(), area.width())
            tall = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if left > area.left() and left + width > area.left() + area.width():
                left, top, height = area.left(), top + height + between, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, tall)))
            left += width + gap
            height = max(height, tall)
        return top + height - area.top()


class ActionBar(Surface):
    """The bar at the foot of a pane: buttons from the left, a remark at the right, a line above.

    Where they do not all fit, the remark goes first and then the last buttons: what they do can be reached otherwise.
    `edge` is the step of the space scale at which the buttons begin.
    """

    def __init__(self, theme: ThemeSource, buttons: Sequence[Button], *, edge: int = 5) -> None:
        super().__init__("panel")
        self._theme = theme
        self._edge = edge
        self._buttons = tuple(buttons)
        self._wanted = dict.fromkeys(self._buttons, True)
        self.remark = PlainLabel(theme, "", "small", elide=True)
        row = Row(theme, *self._buttons, Stretch(), self.remark, gap=3, margins=(edge, 0, edge, 0))
        column = Column(theme, Line(theme))
        column.addLayout(row, 1)
        self.setLayout(column)
        self._restyle()
        theme.changed.connect(self._restyle)

    def offer(self, button: Button, *, offered: bool) -> None:
        """Show a button, or not."""
        self._wanted[button] = offered
        self.fit()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.now.px(self._theme.now.layout.action_bar))
        self.fit()

    def fit(self) -> None:
        """Show what has room; call it when words have changed."""
        space = self._theme.now.space
        room = self.width() - 2 * space(self._edge) + space(3)
        for button, wanted in self._wanted.items():
            room -= button.sizeHint().width() + space(3) if wanted else 0
            first = button is self._buttons[0]
            button.setVisible(wanted and (first or room >= 0))
        self.remark.setVisible(bool(self.remark.words) and room >= self.remark.sizeHint().width() + space(3))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._buttons[0].sizeHint().width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
