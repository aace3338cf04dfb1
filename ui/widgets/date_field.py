# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A date, typed as people write it or chosen from a calendar.

How "10/3" or "last Tuesday" is understood is not decided here: a function that reads a date is handed in.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.words import Said, say


class DateField(QWidget):
    """A day that has already come, or whatever was typed in its place.

    `read` turns what was typed into a date, or None. `today` tells the last day that the calendar offers. On leaving,
    a date that was understood is rewritten in full ("10 March 2026"); anything else stays as it was typed.
    """

    edited = Signal(object)
    """What is typed has changed: the date, or None when it is empty or not understood."""
    submitted = Signal()
    """Enter was pressed in it."""

    def __init__(self, theme: ThemeSource, read: Callable[[str], date | None], today: Callable[[], date]) -> None:
        super().__init__()
        self._read = read
        self._today = today
        self._input = LineInput(theme, width=Width.SHORT)
        self._button = IconButton(theme, Icon.CALENDAR, say(Said.OPEN_CALENDAR), ButtonSize.SMALL, shortcut="Alt+Down")
        self._input.put_inside(self._button)
        self._popup = CalendarPopup(theme, self)
        self.setFocusProxy(self._input)
        self.setSizePolicy(self._input.sizePolicy())
        self.setLayout(Column(theme, self._input))
        self._connect()

    def _connect(self) -> None:
        self._input.edited.connect(self._tell)
        self._input.editingFinished.connect(self._rewrite)
        self._input.returnPressed.connect(self.submitted)
        self._input.installEventFilter(self)
        self._button.clicked.connect(self.open_calendar)
        self._popup.day_chosen.connect(self._take)

    def value(self) -> date | None:
        """The date, or None when there is none or it was not understood."""
        return self._read(self.text()) if self.text() else None

    def text(self) -> str:
        """What stands in the field, without spaces at its ends."""
        return self._input.text().strip()

    def set_value(self, day: date | None) -> None:
        """Replace the date."""
        self._input.setText(written(day) if day is not None else "")

    def set_text(self, text: str) -> None:
        """Put back what was typed, when it was no date."""
        self._input.setText(text)

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar at the date in the field, or at today."""
        today = self._today()
        self._popup.open_below(self._input, self.value() or today, today)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.value())

    @Slot()
    def _rewrite(self) -> None:
        day = self.value()
        if day is not None:
            self.set_value(day)

    @Slot(object)
    def _take(self, day: date) -> None:
        self.set_value(day)
        self._input.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)


def written(day: date) -> str:
    """Write a date as prose does: "10 March 2026" (ux.md 4)."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
