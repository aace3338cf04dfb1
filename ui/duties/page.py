# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar of duties (requirements.md F65): the school year in order, and what is overdue."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout
from typing_extensions import override

from desktop.clocks import london_day
from desktop.duties.acting import read_calendar, say_done
from desktop.duties.calendar import DutyLine, in_school_year
from desktop.session import Session
from ui.duties.duty_card import DutyCard
from ui.duties.rows import columns, row
from ui.duties.words import Said, say
from ui.reports.report_page import ReportPage
from ui.review.desk_page import DeskContext
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Column
from ui.widgets.table_room import TableRoom

_WIDE = 1000  # logical pixels at text size 100 %
_FEWEST, _ROWS = 2, 9


class CalendarPage(ReportPage):
    """The page."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.TITLE), say(Said.INTRO))
        theme = self.theme
        self._lines: tuple[DutyLine, ...] = ()
        self._is_private = False
        self._is_narrow = False
        self.card: DutyCard | None = None
        self._no_terms = Banner(theme, Tone.INFO, say(Said.NO_TERMS))
        self._no_terms.hide()
        self.table = DataTable(theme, columns(narrow=False), name=say(Said.TABLE))
        self.empty = EmptyState(theme, Icon.CALENDAR, say(Said.READING), "")
        self._place = QStackedLayout()
        self._below = Column(theme)
        for widget in (self.empty, self.table):
            self._place.addWidget(widget)
        self._room = TableRoom(theme, _ROWS)
        self._room.setLayout(self._place)
        self.body.add(self._no_terms, self._room)
        self.body.addLayout(self._below)
        self.table.row_chosen.connect(self._choose)
        self.setFocusProxy(self.table)

    @override
    def come_in(self, what: str) -> None:
        self.context.records.ask(self, _read, self._take, self.refuse)

    @override
    def take_news(self, news: News) -> None:
        if news.synced.is_news:
            self.come_in("")

    @override
    def show_private(self, *, private: bool) -> None:
        self._is_private = private
        self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() / self.theme.now.text_scale < _WIDE
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            old, self.table = self.table, DataTable(self.theme, columns(narrow=is_narrow), name=say(Said.TABLE))
            self.table.row_chosen.connect(self._choose)
            self._place.addWidget(self.table)
            self._place.removeWidget(old)
            drop(old)
            self.setFocusProxy(self.table)
            self._show()

    def _take(self, lines: tuple[DutyLine, ...]) -> None:
        self._lines = lines
        self.refuse(Refused(""))
        self._no_terms.setVisible(all(line.occurrence is None for line in lines))
        self._drop_card()
        self._show()

    def _show(self) -> None:
        school = self.context.school()
        self.table.show_rows(
            [row(line, school, private=self._is_private, narrow=self._is_narrow) for line in self._lines]
        )
        if not self._lines:
            self.empty.show_words(say(Said.EMPTY), "")
        self._place.setCurrentWidget(self.table if self._lines else self.empty)
        self._room.set_rows(min(max(len(self._lines) or _ROWS, _FEWEST), _ROWS))
        self._choose(self.table.current_id())

    def _drop_card(self) -> None:
        if self.card is not None:
            self._below.removeWidget(self.card)
            drop(self.card)
            self.card = None

    @Slot(str)
    def _choose(self, line_id: str) -> None:
        """Show one duty; what is being typed about it stays."""
        found = next((line for line in self._lines if line.line_id == line_id), None)
        if self.card is not None and self.card.line == found:
            return
        self._drop_card()
        if found is not None:
            self.card = DutyCard(self.theme, found)
            self.card.said.connect(self._say)
            self._below.add(self.card)

    @Slot(object, str, bool)
    def _say(self, line: DutyLine, note: str, is_done: bool) -> None:  # noqa: FBT001 - as the signal has it
        if line.occurrence is not None:
            done = partial(_said, line.occurrence.key, note, is_done=is_done)
            self.context.records.ask(self, done, self._tell, self._fail)

    def _tell(self, lines: tuple[DutyLine, ...]) -> None:
        self._take(lines)
        self.recorded.emit(say(Said.RECORDED))

    def _fail(self, refused: Refused) -> None:
        if self.card is not None:
            self.card.set_ready()
        self.refuse(refused)


def _read(session: Session) -> tuple[DutyLine, ...]:
    return in_school_year(read_calendar(session), london_day(session.machine.now()))


def _said(key: tuple[str, str], note: str, session: Session, *, is_done: bool) -> tuple[DutyLine, ...]:
    say_done(session, *key, note, is_done=is_done)
    return _read(session)
