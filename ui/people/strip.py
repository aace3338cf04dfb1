# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Twelve months of one person in a strip: a mark for each record, by the day on which it happened (picture 07).

The marks are buttons. One of them is in the order of the Tab key; the arrow keys go from each to the next.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.chronology.items import Item
from desktop.chronology.page import PersonPage
from desktop.clocks import date_words, short_date_words
from desktop.clocks.words import MONTHS
from ui.people.looks import count_words, kind_words, state_words, words_of
from ui.people.marks import HIGHEST, Mark, draw_mark, marks_of
from ui.people.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.dropping import drop
from ui.widgets.text_flow import TextFlow, TextStyle, draw_line
from ui.widgets.tooltips import set_tooltip

_SHORT = 3
_CAPTION = TextStyle("caption", "text.secondary")
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class MarkButton(QPushButton):
    """One mark. Pressed, it opens its record, or the first of those that it stands for."""

    opened = Signal(str)
    """The record of this mark is wanted: its case."""
    stepped = Signal(object, int)
    """An arrow key was pressed in it: itself, and -1 or 1."""

    def __init__(self, theme: ThemeSource, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mark = mark
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = mark_words(mark)
        self.setAccessibleName(words)
        set_tooltip(self, words)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.mark.items[0].case_id)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.now.size.min_target
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        side = theme.size.icon_small
        middle = QRectF(self.rect()).center()
        draw_mark(QPainter(self), theme, self.mark, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(e.key()))
        if step is not None:
            self.stepped.emit(self, step)
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(e)


class Strip(QWidget):
    """The strip of the twelve months up to the day that a page shows."""

    record_asked = Signal(str)
    """A record is wanted: its case."""

    def __init__(self, theme: ThemeSource, page: PersonPage) -> None:
        super().__init__()
        self._theme = theme
        self._page = page
        self._first = _first_of(page.on)
        self._marks: list[MarkButton] = []
        self._places = 0
        self._windows: tuple[tuple[date, date], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say(Said.STRIP, day=date_words(page.on), counts=count_words(page.counts)))
        theme.changed.connect(self._restyle)

    @property
    def marks(self) -> Sequence[MarkButton]:
        """The marks, in the order of time."""
        return self._marks

    def show_windows(self, windows: Sequence[tuple[date, date]]) -> None:
        """Shade the spans of the patterns that name this person."""
        self._windows = tuple(windows)
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self._places = 0
        self.updateGeometry()
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the marks where they belong; as many places as there is room for decide which of them are piled up."""
        side = self._theme.now.size.min_target
        places = max(int(self._inner().width()) // side, 2)
        if places != self._places:
            self._places = places
            self._make()
        for button in self._marks:
            middle = self._middle(button.mark)
            button.setGeometry(QRect(middle - QPoint(side // 2, side // 2), QSize(side, side)))
        self.update()

    def _make(self) -> None:
        for old in self._marks:
            drop(old)
        recent = (item for item in self._page.items if self._first <= item.happened)
        found = marks_of(recent, self._first, _last_of(self._page.on), self._places)
        self._marks = [MarkButton(self._theme, mark, self) for mark in found]
        for button in self._marks:
            button.opened.connect(self.record_asked)
            button.stepped.connect(self._step)
            button.show()
        if self._marks:
            self._marks[-1].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot(object, int)
    def _step(self, button: MarkButton, by: int) -> None:
        at = self._marks.index(button) + by
        if 0 <= at < len(self._marks):
            for each in self._marks:
                each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._marks[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._marks[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _inner(self) -> QRectF:
        """Where the months stand: above the line with their names."""
        theme = self._theme.now
        below = theme.line("caption") + theme.space(2)
        edge = theme.space(4)
        return QRectF(
            edge, theme.line("caption"), self.width() - 2 * edge, self.height() - below - theme.line("caption")
        )

    def _at(self, day: date) -> float:
        inner, last = self._inner(), _last_of(self._page.on)
        return inner.left() + inner.width() * (day - self._first).days / max((last - self._first).days, 1)

    def _middle(self, mark: Mark) -> QPoint:
        inner = self._inner()
        step = inner.height() / (HIGHEST + 1)
        left = inner.left() + inner.width() * mark.at
        return QPoint(round(left), round(inner.bottom() - step * (mark.level + 1)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        return QSize(
            theme.size.field_short, theme.size.min_target * HIGHEST + 2 * theme.line("caption") + theme.space(6)
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, inner = self._theme.now, self._inner()
        painter = QPainter(self)
        for begins, ends in self._windows:
            left, right = self._at(max(begins, self._first)), self._at(min(ends, self._page.on))
            if right >= left:
                edge = theme.space(2)
                band = QRectF(left - edge, inner.top(), right - left + 2 * edge, inner.height())
                draw_box(painter, band, theme.radius.control, theme.colour("status.warn.fill"))
        painter.setPen(QPen(theme.colour("line.divider"), theme.border.divider))
        starts = _months(self._first)
        for start in (*starts, _last_of(self._page.on)):
            left = round(self._at(start))
            painter.drawLine(left, round(inner.top()), left, round(inner.bottom()))
        painter.setPen(QPen(theme.colour("line.control"), theme.border.control))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        self._draw_months(painter, starts)
        self._draw_day(painter)

    def _draw_months(self, painter: QPainter, starts: Sequence[date]) -> None:
        theme, inner = self._theme.now, self._inner()
        width = inner.width() / len(starts)
        for start in starts:
            name = MONTHS[start.month - 1][:_SHORT]
            used = TextFlow(theme, name, _CAPTION).width
            if used <= width:
                left = self._at(start) + (width - used) / 2
                draw_line(
                    painter,
                    theme,
                    name,
                    _CAPTION,
                    QRectF(left, inner.bottom() + theme.space(1), used + 1, theme.line("caption")),
                )

    def _draw_day(self, painter: QPainter) -> None:
        theme, inner, left = self._theme.now, self._inner(), self._at(self._page.on)
        painter.setPen(QPen(theme.colour("text.primary"), theme.border.control, Qt.PenStyle.DashLine))
        painter.drawLine(round(left), round(theme.space(1)), round(left), round(inner.bottom()))
        words = say(Said.THAT_DAY if self._page.is_looking_back else Said.TODAY)
        used = TextFlow(theme, words, _CAPTION).width
        beside = left + theme.space(1) if left + used + theme.space(1) < self.width() else left - used - theme.space(1)
        draw_line(painter, theme, words, _CAPTION, QRectF(beside, 0, used + 1, theme.line("caption")))


def mark_words(mark: Mark) -> str:
    """What a mark is called."""
    first = mark.items[0]
    day = short_date_words(first.happened)
    if mark.is_pile:
        return say(Said.MARKS, day=day, count=f"{len(mark.items):,}")
    return say(Said.MARK, day=day, kind=kind_words(first.kind), state=state_words(first), words=words_of(first))


def by_month(items: Sequence[Item], on: date) -> list[tuple[date, list[Item]]]:
    """The twelve months of a strip, each with its records: what is shown as a table."""
    months = _months(_first_of(on))
    return [
        (start, [item for item in items if (item.happened.year, item.happened.month) == (start.year, start.month)])
        for start in months
    ]


def _first_of(on: date) -> date:
    """The first day of the strip: its last month is the one of the day that is shown."""
    month = on.year * 12 + on.month - 1 - 11
    return date(month // 12, month % 12 + 1, 1)


def _months(first: date) -> list[date]:
    starts = (first.year * 12 + first.month - 1 + number for number in range(12))
    return [date(month // 12, month % 12 + 1, 1) for month in starts]


def _last_of(on: date) -> date:
    """The first day after the strip."""
    month = on.year * 12 + on.month
    return date(month // 12, month % 12 + 1, 1)
