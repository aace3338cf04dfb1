# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One event of a timeline: its value, and how it is measured and painted."""

import msgspec
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.tag import TagLook, draw_tag, tag_size
from ui.widgets.text_flow import TextFlow, TextStyle, draw_line
from ui.widgets.words import Said, say

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole

_TITLE = TextStyle("label")
_MINOR = TextStyle("small", "text.secondary")
_WHEN = TextStyle("caption", "text.tertiary")
_BODY = TextStyle("small", "text.secondary")
_QUOTE = TextStyle("body")
_MORE = TextStyle("body", "text.link", underline=True)
_EDGE, _GAP, _TOP, _BOTTOM = 2, 3, 1, 3  # steps of the space scale


class TimelineItem(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `when` is what is painted, `spoken_when` the same for the ear, in full.

    `quote` shows somebody's own words, of which `lines` lines fit; `is_minor` takes one line only; `solid` fills the
    circle of what is over and done.
    """

    id: str
    icon: Icon
    title: str
    when: str
    body: str = ""
    tone: Tone = Tone.NEUTRAL
    tag: TagLook | None = None
    quote: bool = False
    lines: int = 2
    is_minor: bool = False
    solid: bool = False
    opens: bool = True
    spoken_when: str = ""

    @property
    def spoken(self) -> str:
        """The event as a screen reader says it."""
        tag = self.tag.words if self.tag else ""
        what = ". ".join(part for part in (self.title, tag, self.body) if part)
        return f"{self.spoken_when or self.when}, {what}"


class TimelineDelegate(QStyledItemDelegate):
    """Paints events for one view."""

    def __init__(self, theme: ThemeSource, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(ITEM_ROLE), width))

    def height(self, item: TimelineItem, width: int) -> int:
        """How high an event is in a list of a width."""
        theme = self._theme.now
        around = theme.space(_TOP) + theme.space(_BOTTOM)
        if item.is_minor:
            return theme.size.timeline_dot_minor + around
        body = self._body(item, width)
        return theme.size.timeline_dot + (body.height if body else 0) + around

    def _text_left(self) -> int:
        theme = self._theme.now
        return theme.space(_EDGE) + theme.size.timeline_dot + theme.space(_GAP)

    def _body(self, item: TimelineItem, width: int) -> TextFlow | None:
        if not item.body or item.is_minor:
            return None
        theme = self._theme.now
        room = width - self._text_left() - theme.space(_EDGE)
        if not item.quote:
            return TextFlow(theme, item.body, _BODY, room)
        room -= theme.size.quote_bar + theme.space(_GAP)
        more = TextFlow(theme, say(Said.READ_ALL), _MORE).width + theme.space(2) if item.opens else 0
        return TextFlow(theme, item.body, _QUOTE, room, max_lines=item.lines, tail=more)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: TimelineItem = index.data(ITEM_ROLE)
        area = QRectF(option.rect)
        is_last = index.row() == index.model().rowCount() - 1
        painter.save()
        self._draw_dot(painter, item, area, is_last=is_last)
        if item.is_minor:
            self._draw_minor(painter, item, area)
        else:
            self._draw_major(painter, item, area)
        painter.restore()

    def _draw_dot(self, painter: QPainter, item: TimelineItem, area: QRectF, *, is_last: bool) -> None:
        theme = self._theme.now
        side = theme.size.timeline_dot_minor if item.is_minor else theme.size.timeline_dot
        middle = area.left() + theme.space(_EDGE) + theme.size.timeline_dot / 2
        top = area.top() + theme.space(_TOP)
        dot = QRectF(middle - side / 2, top, side, side)
        if not is_last:
            width = theme.border.mark
            line = QRectF(middle - width / 2, dot.bottom() + theme.space(1), width, area.bottom() - dot.bottom())
            painter.fillRect(line, theme.colour("line.divider"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(item.tone.text) if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(item.tone.strong if item.solid else item.tone.fill))
        painter.drawEllipse(dot)
        icon = theme.size.icon_tiny if item.is_minor else theme.size.icon
        place = QRectF(dot.center().x() - icon / 2, dot.center().y() - icon / 2, icon, icon)
        draw_icon(painter, place, item.icon, theme.colour("surface.panel" if item.solid else item.tone.text))

    def _draw_minor(self, painter: QPainter, item: TimelineItem, area: QRectF) -> None:
        theme = self._theme.now
        left = area.left() + self._text_left()
        line = QRectF(left, area.top() + theme.space(_TOP), area.right() - left, theme.size.timeline_dot_minor)
        draw_line(painter, theme, " · ".join(part for part in (item.title, item.when) if part), _MINOR, line)

    def _draw_major(self, painter: QPainter, item: TimelineItem, area: QRectF) -> None:
        theme = self._theme.now
        left, right = area.left() + self._text_left(), area.right() - theme.space(_EDGE)
        head = QRectF(left, area.top() + theme.space(_TOP), right - left, theme.size.timeline_dot)
        when = TextFlow(theme, item.when, _WHEN).width
        draw_line(painter, theme, item.when, _WHEN, QRectF(right - when, head.top(), when + 1, head.height()))
        head.setRight(right - when - theme.space(_GAP))
        self._draw_head(painter, item, head)
        body = self._body(item, int(area.width()))
        if body:
            self._draw_body(painter, item, body, QPointF(left, head.bottom()))

    def _draw_head(self, painter: QPainter, item: TimelineItem, head: QRectF) -> None:
        theme = self._theme.now
        if item.tag is None:
            draw_line(painter, theme, item.title, _TITLE, head)
            return
        tag = tag_size(theme, item.tag)
        title = head.adjusted(0, 0, -tag.width() - theme.space(2), 0)
        used = draw_line(painter, theme, item.title, _TITLE, title)
        at = QPointF(head.left() + used + theme.space(2), head.center().y() - tag.height() / 2)
        draw_tag(painter, theme, item.tag, at)

    def _draw_body(self, painter: QPainter, item: TimelineItem, body: TextFlow, at: QPointF) -> None:
        theme = self._theme.now
        if item.quote:
            bar = QRectF(at.x(), at.y(), theme.size.quote_bar, body.height)
            painter.fillRect(bar, theme.colour("line.divider"))
            at = at + QPointF(theme.size.quote_bar + theme.space(_GAP), 0)
        body.draw(painter, at)
        if body.is_elided and item.opens:
            TextFlow(theme, say(Said.READ_ALL), _MORE).draw(painter, at + body.end + QPointF(theme.space(1), 0))
