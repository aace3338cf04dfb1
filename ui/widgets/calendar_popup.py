# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A month to choose a day from. Days that have not come yet are struck out and cannot be chosen.

Arrows move by day, Page Up and Page Down by month, Home and End to the ends of the week, Enter chooses, Escape closes
and keeps the old date (ux.md 7).
"""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.box import draw_box
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.words import Said, say

_WEEK = 7
_ROWS = 7  # six weeks and the letters of the days
_BOLD = 700


class _Month(QCalendarWidget):
    """Qt's calendar, whose days we paint ourselves."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._today = QDate()
        self.setNavigationBarVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setDateEditEnabled(False)
        self._letters()

    def _letters(self) -> None:
        theme = self._theme.now
        look = QTextCharFormat()
        look.setFont(theme.font("caption"))
        look.setForeground(theme.colour("text.secondary"))
        look.setBackground(theme.colour("surface.panel"))
        self.setHeaderTextFormat(look)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, look)

    def show_day(self, chosen: date, latest: date) -> None:
        self._letters()
        self._today = _qdate(latest)
        self.setMaximumDate(self._today)
        self.setSelectedDate(min(_qdate(chosen), self._today, key=QDate.toJulianDay))
        self.setCurrentPage(self.selectedDate().year(), self.selectedDate().month())

    @override
    def sizeHint(self) -> QSize:
        sizes = self._theme.now.size
        return QSize(sizes.calendar_width, _ROWS * sizes.calendar_cell)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        theme = self._theme.now
        painter.fillRect(rect, theme.colour("surface.panel"))
        if day.month() != self.monthShown():
            return
        chosen, today, future = day == self.selectedDate(), day == self._today, day > self._today
        area = QRectF(rect).adjusted(1, 1, -1, -1)
        if chosen:
            draw_box(painter, area, theme.radius.control, theme.colour("action.primary"))
        elif today:
            draw_box(painter, area, theme.radius.control, None, theme.colour("action.primary"), theme.border.mark)
        font = theme.font("small", _BOLD if chosen or today else None)
        font.setStrikeOut(future)
        painter.setFont(font)
        painter.setPen(theme.colour("text.onPrimary" if chosen else "text.tertiary" if future else "text.primary"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day()))


class CalendarPopup(QFrame):
    """Opens below a field, takes the keyboard, and closes when a day is chosen."""

    day_chosen = Signal(object)
    """A day was chosen: a `datetime.date`."""

    def __init__(self, theme: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "popup")
        self._title = PlainLabel(theme, "", "label")
        self._before = IconButton(theme, Icon.CHEVRON_LEFT, say(Said.MONTH_BEFORE), ButtonSize.SMALL)
        self._after = IconButton(theme, Icon.CHEVRON_RIGHT, say(Said.MONTH_AFTER), ButtonSize.SMALL)
        self.month = _Month(theme)
        self.setAccessibleName(say(Said.CALENDAR))
        head = Row(theme, self._before, Stretch(), self._title, Stretch(), self._after)
        self.setLayout(Column(theme, head, self.month, gap=1, margins=(2, 2, 2, 3)))
        self._ring = FocusRing(theme, self)
        for days in self.month.findChildren(QTableView):
            days.setAccessibleName(say(Said.CALENDAR))
            days.installEventFilter(self)
            self.setFocusProxy(days)
        self._connect()

    def _connect(self) -> None:
        self._before.clicked.connect(self.month.showPreviousMonth)
        self._after.clicked.connect(self.month.showNextMonth)
        self.month.currentPageChanged.connect(self._show_title)
        self.month.selectionChanged.connect(self._speak)
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)

    def open_below(self, field: QWidget, chosen: date, latest: date) -> None:
        """Show the month of a day below a field; no day after `latest` can be chosen."""
        self.month.show_day(chosen, latest)
        self._show_title()
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height())))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _show_title(self) -> None:
        shown = QDate(self.month.yearShown(), self.month.monthShown(), 1)
        self._title.show_words(QLocale().toString(shown, "MMMM yyyy"))
        self._after.setEnabled(shown.addMonths(1) <= self.month.maximumDate())

    @Slot()
    def _speak(self) -> None:
        if self.isVisible():
            announce(self.month, QLocale().toString(self.month.selectedDate(), "dddd d MMMM yyyy"))

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        if day <= self.month.maximumDate():
            self.close()
            self.day_chosen.emit(date(day.year(), day.month(), day.day()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Handle the keys that Qt's calendar has otherwise or not at all."""
        day = self.month.selectedDate()
        match event.key():
            case Qt.Key.Key_Home:
                self.month.setSelectedDate(day.addDays(1 - day.dayOfWeek()))
            case Qt.Key.Key_End:
                last = day.addDays(_WEEK - day.dayOfWeek())
                self.month.setSelectedDate(min(last, self.month.maximumDate(), key=QDate.toJulianDay))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose(day)
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                return False
        return True


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
