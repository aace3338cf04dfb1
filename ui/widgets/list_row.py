# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row of the inbox and a heading between rows: their values, and how they are measured and painted."""

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.box import draw_selected_row
from ui.widgets.clock_label import ClockLook, clock_width, draw_clock
from ui.widgets.tag import TagLook, draw_tag, tag_size
from ui.widgets.text_flow import TextFlow, TextStyle, draw_line
from ui.widgets.words import Said, say

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole

_TITLE = TextStyle("button")
_UNREAD = TextStyle("button", weight=700)
_WHEN = TextStyle("caption", "text.tertiary", tabular=True)
_LINE = TextStyle("small", "text.secondary")
_GROUP = TextStyle("small", "text.secondary", weight=600)
_COUNT = TextStyle("small", "text.secondary")
_EDGE = 5


class ListRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: who, when, a line of text, tags, and how long is left."""

    id: str
    title: str
    when: str
    line: str = ""
    tags: tuple[TagLook, ...] = ()
    clock: ClockLook | None = None
    is_unread: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        unread = say(Said.UNREAD) if self.is_unread else ""
        tags = ", ".join(tag.words for tag in self.tags)
        clock = self.clock.words if self.clock else ""
        return ", ".join(part for part in (unread, self.title, self.line, tags, clock, self.when) if part)


class GroupRow(msgspec.Struct, frozen=True):
    """A heading between rows, with how many follow. `is_alarm` paints it red."""

    title: str
    count: int
    is_alarm: bool = False

    @property
    def spoken(self) -> str:
        """The heading as a screen reader says it."""
        return f"{self.title}, {self.count}"


AnyRow = ListRow | GroupRow


class ListRowDelegate(QStyledItemDelegate):
    """Paints `ListRow`s and `GroupRow`s that a model gives under `ROW_ROLE`."""

    def __init__(self, theme: ThemeSource, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        sizes = self._theme.now.size
        is_group = isinstance(index.data(ROW_ROLE), GroupRow)
        return QSize(0, sizes.group_header if is_group else sizes.list_row_min + self._theme.now.border.divider)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.now
        area = QRectF(option.rect)
        row: AnyRow | None = index.data(ROW_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        match row:
            case GroupRow():
                self._draw_group(painter, row, area)
            case ListRow():
                self._draw_row(painter, row, area, selected=selected)
            case None:
                painter.fillRect(area, theme.colour("surface.panel"))
        line = QRectF(area.left(), area.bottom() - theme.border.divider, area.width(), theme.border.divider)
        painter.fillRect(line, theme.colour("line.divider"))
        painter.restore()

    def _draw_group(self, painter: QPainter, row: GroupRow, area: QRectF) -> None:
        theme = self._theme.now
        style = TextStyle(_GROUP.role, "status.danger.text", weight=_GROUP.weight) if row.is_alarm else _GROUP
        painter.fillRect(area, theme.colour("status.danger.fill" if row.is_alarm else "surface.canvas"))
        inside = area.adjusted(theme.space(_EDGE), 0, -theme.space(4), 0)
        draw_line(painter, theme, row.title, style, inside)
        self._draw_right(painter, str(row.count), _COUNT, inside)

    def _draw_right(self, painter: QPainter, words: str, style: TextStyle, area: QRectF) -> float:
        """Paint words at the right of an area; returns their width."""
        theme = self._theme.now
        width = TextFlow(theme, words, style).width
        draw_line(painter, theme, words, style, QRectF(area.right() - width, area.top(), width + 1, area.height()))
        return width

    def _draw_row(self, painter: QPainter, row: ListRow, area: QRectF, *, selected: bool) -> None:
        theme = self._theme.now
        if selected:
            draw_selected_row(painter, theme, area, bar=True)
        inside = area.adjusted(theme.space(_EDGE), 0, -theme.space(4), 0)
        heights = (theme.line("label"), theme.line("small"), theme.space(1), theme.size.tag)
        top = area.top() + (area.height() - sum(heights)) / 2
        title = QRectF(inside.left(), top, inside.width(), heights[0])
        if row.is_unread:
            self._draw_dot(painter, title)
        used = self._draw_right(painter, row.when, _WHEN, title)
        title.setRight(title.right() - used - theme.space(2))
        draw_line(painter, theme, row.title, _UNREAD if row.is_unread else _TITLE, title)
        draw_line(painter, theme, row.line, _LINE, QRectF(inside.left(), title.bottom(), inside.width(), heights[1]))
        foot = QRectF(inside.left(), title.bottom() + heights[1] + heights[2], inside.width(), heights[3])
        self._draw_foot(painter, row, foot, selected=selected)

    def _draw_dot(self, painter: QPainter, title: QRectF) -> None:
        theme = self._theme.now
        side = theme.size.unread_dot
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("action.primary"))
        painter.drawEllipse(QRectF(title.left() - side - theme.space(1), title.center().y() - side / 2, side, side))

    def _draw_foot(self, painter: QPainter, row: ListRow, foot: QRectF, *, selected: bool) -> None:
        theme = self._theme.now
        right = foot.right()
        if row.clock:
            width = clock_width(theme, row.clock)
            draw_clock(painter, theme, row.clock, QRectF(right - width, foot.top(), width, foot.height()))
            right -= width + theme.space(2)
        left = foot.left()
        for tag in row.tags:
            width = tag_size(theme, tag).width()
            if left + width > right:
                break
            draw_tag(painter, theme, tag, QPointF(left, foot.top()), on_selected=selected)
            left += width + theme.space(2)
