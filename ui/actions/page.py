# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that is open, on one page (ux.md R7): a table in groups, today's check, the week, and two sheets of paper.

It is read in the worker when the page is gone to and when something came; choosing among its lines is quick.
"""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.board.board import Line, When
from desktop.board.desk import BoardDesk, check_board, finish, read_desk
from desktop.cases.items import ItemKind
from desktop.cases.moments import long_day_words
from desktop.session import Session
from ui.actions.done_card import DoneCard
from ui.actions.paper import BoardPaper
from ui.actions.rows import GROUPS, columns, row
from ui.actions.week import week_words
from ui.actions.words import Said, say
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.records import News, Refused, Saved
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.narrow_table import NarrowTable
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import names_in_a_row

_ALL = "all"
_ROWS = 6
_PAGES = {ItemKind.TRAINING: "training", ItemKind.DISPOSAL: "keeping"}
"""The card of Reports behind which a line without a record is seen to, where that is not the calendar."""
_QUIET = TextStyle("body", "text.secondary")


class ActionsPage(DeskPage):
    """The page. Enter on a line opens its record."""

    scrolls_itself = True

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._desk: BoardDesk | None = None
        self._is_private = False
        self.group = ComboChoice(theme, _groups(), compact=True)
        self.mine = CheckBox(theme, say(Said.MINE))
        self.check = Button(theme, say(Said.CHECK), ButtonKind.PRIMARY, ButtonSize.SMALL, icon=Icon.CHECK)
        self.paper = BoardPaper(context, self)
        self.counts = PlainLabel(theme, say(Said.LOADING), _QUIET, wrap=True)
        self.empty = EmptyState(theme, Icon.LIST_CHECKS, say(Said.EMPTY), say(Said.EMPTY_MORE))
        self.rows = NarrowTable(theme, columns, self.empty, name=say(Said.TABLE), most=_ROWS)
        self._refusal = Banner(theme, Tone.WARN, "")
        self._week = Column(theme, gap=2)
        self._below = Column(theme)
        self._card: DoneCard | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self.theme
        self.group.set_value(_ALL)
        self.group.setAccessibleName(say(Said.GROUP))
        self._refusal.hide()
        holder, filters, week = QWidget(), QWidget(), QWidget()
        filters.setLayout(Flow(theme, (self.group, self.mine, self.check, *self.paper.buttons), gap=3))
        week.setLayout(self._week)
        title = PlainLabel(theme, say(Said.TITLE), "screenTitle", wrap=True)
        intro = PlainLabel(theme, say(Said.INTRO), _QUIET, wrap=True)
        column = Column(theme, title, intro, filters, self._refusal, self.counts, Growing(self.rows), gap=3)
        column.addLayout(self._below)
        column.add(Card(theme, say(Said.WEEK), week))
        column.addStretch(1)
        holder.setLayout(Column(theme, column, margins=(7, 6, 7, 5)))
        self.setLayout(Column(theme, ScrollPage(theme, holder)))
        self.setFocusProxy(self.group)

    def _connect(self) -> None:
        self.group.edited.connect(self._show)
        self.mine.toggled.connect(self._show)
        self.rows.row_opened.connect(self._open_line)
        self.rows.row_chosen.connect(self._choose)
        self.rows.narrowed.connect(self._show)
        self.check.clicked.connect(self._check)
        self.paper.said.connect(self._tell_printed)
        self.paper.saved.connect(self._tell_saved)
        self.paper.refused.connect(self._fail)

    # What it is told

    @override
    def come_in(self, what: str) -> None:
        self.context.records.ask(self, read_desk, self._take, self._fail)

    @override
    def take_news(self, news: News) -> None:
        if news.synced.is_news:
            self.come_in("")

    @override
    def show_private(self, *, private: bool) -> None:
        self._is_private = private
        self._show()

    # Showing

    def _take(self, desk: BoardDesk) -> None:
        self._desk = desk
        self._refusal.hide()
        self.check.set_ready()
        urgent = desk.board.due_of(self.context.records.me)
        self.counted.emit(Place.ACTIONS, len(urgent), bool(urgent))
        self._show()

    def _lines(self, desk: BoardDesk) -> list[Line]:
        group = self.group.value()
        lines = desk.board.open if group in {None, _ALL} else desk.board.lines
        return [
            line
            for line in lines
            if group in {None, _ALL, line.when.value}
            and (not self.mine.value() or line.item.owner == self.context.records.me)
        ]

    @Slot()
    def _show(self) -> None:
        desk = self._desk
        if desk is None:
            return
        self._say(desk)
        lines = self._lines(desk)
        school, at = self.context.school(), desk.board.at
        made = partial(row, now=at, school=school, private=self._is_private, narrow=self.rows.is_narrow)
        by_id = {line.line_id: line for line in lines}
        self.rows.show_rows(LazyRows(tuple(by_id), lambda ids: [made(by_id[each]) for each in ids]))
        if not lines:
            is_all = self.group.value() in {None, _ALL} and not self.mine.value()
            self.empty.show_words(say(Said.EMPTY if is_all else Said.EMPTY_HERE), say(Said.EMPTY_MORE))
        self._choose(self.rows.table.current_id())

    def _say(self, desk: BoardDesk) -> None:
        counts = {when: str(count) for when, count in desk.board.counts().items()}
        week, later = counts[When.THIS_WEEK], counts[When.LATER]
        parts = [
            say(Said.COUNTS, overdue=counts[When.OVERDUE], today=counts[When.TODAY], week=week, later=later),
            say(Said.CHECKED if desk.is_checked else Said.NOT_CHECKED),
        ]
        if desk.missed:
            days = [long_day_words(day, desk.today) for day in desk.missed]
            parts.append(say(Said.MISSED, days=names_in_a_row(days)))
        self.counts.show_words(" ".join(parts))
        self.check.setVisible(not desk.is_checked)
        while (item := self._week.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop(widget)
        for words in week_words(desk.week, private=self._is_private):
            self._week.add(PlainLabel(self.theme, words, _QUIET, wrap=True))

    # One line

    def _line(self, line_id: str) -> Line | None:
        lines = self._desk.board.lines if self._desk else ()
        return next((line for line in lines if line.line_id == line_id), None)

    @Slot(str)
    def _choose(self, line_id: str) -> None:
        """Show what can be done with a line; what is being typed about it stays."""
        line = self._line(line_id)
        if self._card is not None:
            if line is not None and self._card.line == line:
                return
            drop(self._card)
            self._card = None
        if line is not None:
            self._card = DoneCard(self.theme, line, self.context.school(), private=self._is_private)
            self._card.open_asked.connect(self._go_to)
            self._card.done.connect(self._finish)
            self._below.add(self._card)

    @Slot(str)
    def _open_line(self, line_id: str) -> None:
        line = self._line(line_id)
        if line is not None:
            self._go_to(line)

    @Slot(object)
    def _go_to(self, line: Line) -> None:
        """Open its record, or the page where what belongs to no record is seen to."""
        if line.case_id:
            self.case_asked.emit(line.case_id)
        else:
            self.place_asked.emit(Place.REPORTS, _PAGES.get(line.item.kind, "calendar"))

    @Slot(object, str, str)
    def _finish(self, line: Line, happened: str, evidence: str) -> None:
        def finished(session: Session) -> BoardDesk:
            return finish(session, line.case_id, line.item.eid, happened, evidence)

        self.context.records.ask(self, finished, self._take_finished, self._fail)

    def _take_finished(self, desk: BoardDesk) -> None:
        self._take(desk)
        self.recorded.emit(say(Said.RECORDED))

    @Slot()
    def _check(self) -> None:
        if not self.check.is_busy:
            self.check.set_busy(say(Said.SAVING))
            self.context.records.ask(self, check_board, self._take, self._fail)

    @Slot(object)
    def _fail(self, refused: Refused) -> None:
        self.check.set_ready()
        if self._card is not None:
            self._card.save.set_ready()
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()

    @Slot(str)
    def _tell_printed(self, words: str) -> None:
        self._refusal.hide()
        self.recorded.emit(words)

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self._refusal.hide()
        self.saved.emit(saved)


def _groups() -> list[Choice]:
    return [Choice(_ALL, say(Said.ALL)), *(Choice(when.value, say(words)) for when, words in GROUPS.items())]
