# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A way for small things to share a width: in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource

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
