# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A way for small things to share a width: in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource

_LINE_GAP = 2
_Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """Widgets beside each other in lines, `gap` steps apart, the lines two. Those that are hidden take no room.

    What is less high than its line stands in the middle of it; fields, whose labels belong beside each other, `at_top`.
    """

    def __init__(self, theme: ThemeSource, widgets: Sequence[QWidget], gap: int = 2, *, at_top: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._gap = gap
        self._at_top = at_top
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
        between, top = self._theme.now.space(_LINE_GAP), area.top()
        for line in self._lines(area.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._move(line, QRect(area.left(), top, area.width(), height))
            top += height + between
        return max(0, top - between - area.top())

    def _lines(self, width: int) -> list[_Line]:
        """What stands in each line, and how large it is."""
        gap, left = self._theme.now.space(self._gap), 0
        lines: list[_Line] = []
        for item in (item for item in self._items if not item.isEmpty()):
            hint = item.sizeHint()
            size = QSize(min(hint.width(), width), hint.height())
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + gap
        return lines

    def _move(self, line: _Line, area: QRect) -> None:
        left = area.left()
        for item, size in line:
            above = 0 if self._at_top else (area.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, area.top() + above), size))
            left += size.width() + self._theme.now.space(self._gap)
