# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The registers (ux.md R8): which one, what of it, for which year and state, as a table; and a copy of it.

A school year is read when the page is gone to, when something came, and when another year is chosen; choosing among
its rows is quick.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from desktop.clocks import london_day
from desktop.declarations.gifts import year_of
from desktop.exports.order import Order
from desktop.registers.book import Book, read_book
from desktop.registers.declared import Register
from desktop.registers.listing import STATES, Chosen, RegisterRow, State
from desktop.registers.telling import words, year_words
from desktop.registers.views import VIEWS, View, Wanted
from desktop.routing import Part
from desktop.session import Session
from ui.registers.grids import Grid, published_grid, returns_grid, rows_grid, totals_grid
from ui.registers.tabs import Tabs
from ui.registers.words import Said, say
from ui.reports.order_form import ListOrder
from ui.reports.order_page import ListPlace
from ui.review.desk_page import DeskContext, DeskPage
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.line_input import LineInput, Width
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.table_room import TableRoom
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.exports.saving import Leaving

_ALL = ""
_WIDE = 1000  # logical pixels at text size 100 %
_LEAST_ROWS = 5
_TITLES = {
    Register.GIFTS: Said.GIFTS,
    Register.TIES: Said.TIES,
    Register.PERMISSIONS: Said.PERMISSIONS,
    Register.NOTICES: Said.NOTICES,
    Register.SHARED: Said.SHARED,
    Register.BREACHES: Said.BREACHES,
}
_VIEWS = {View.ROWS: Said.ROWS, View.TOTALS: Said.TOTALS, View.RETURNS: Said.RETURNS, View.PUBLISHED: Said.PUBLISHED}


class RegistersPage(DeskPage):
    """The page. Enter on a row opens its record, where its reader may open more than the line."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._book: Book | None = None
        self._register, self._view = Register.GIFTS, View.ROWS
        self._sorted = ("on", True)
        self._is_private = False
        self._is_narrow = False
        self.tabs = Tabs(theme, say(Said.WHICH))
        self.views = Tabs(theme, say(Said.VIEW))
        self.year = ComboChoice(theme, [], compact=True)
        self.state = ComboChoice(theme, [], compact=True)
        self.search = LineInput(theme, role="body", icon=Icon.SEARCH, clearable=True, compact=True, width=Width.SHORT)
        self.jobs = CheckBox(theme, say(Said.JOBS))
        self.save = Button(theme, say(Said.SAVE), ButtonKind.SECONDARY, ButtonSize.BESIDE_FIELD, icon=Icon.DOWNLOAD)
        self.said = PlainLabel(theme, say(Said.LOADING), TextStyle("body", "text.secondary"), wrap=True)
        self._refusal = Banner(theme, Tone.WARN, "")
        self.table: DataTable | None = None
        self.empty = EmptyState(theme, Icon.GIFT, say(Said.EMPTY), say(Said.EMPTY_MORE))
        self._place = QStackedLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self.theme
        self.search.setPlaceholderText(say(Said.SEARCH))
        for field, name in ((self.year, Said.YEAR), (self.state, Said.STATE), (self.search, Said.SEARCH)):
            field.setAccessibleName(say(name))
        self._refusal.hide()
        self.jobs.hide()
        holder, filters, table = QWidget(), QWidget(), TableRoom(theme, _LEAST_ROWS)
        filters.setLayout(Flow(theme, (self.year, self.state, self.search, self.save), gap=3))
        table.setLayout(self._place)
        self._place.addWidget(self.empty)
        title = PlainLabel(theme, say(Said.TITLE), "screenTitle", wrap=True)
        column = Column(theme, title, self.tabs, self.views, filters, self._refusal, self.said, self.jobs, gap=3)
        column.add(Growing(table))
        holder.setLayout(Column(theme, column, margins=(7, 6, 7, 5)))
        self.place = ListPlace(self.context, ScrollPage(theme, holder))
        self.setLayout(Column(theme, Growing(self.place)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title.words)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose_register)
        self.views.chosen.connect(self._choose_view)
        self.year.edited.connect(self._read)
        self.state.edited.connect(self._show)
        self.search.edited.connect(self._show)
        self.jobs.toggled.connect(self._show)
        self.save.clicked.connect(self.begin_order)
        self.place.saved.connect(self.saved)
        self.place.recorded.connect(self.recorded)

    @override
    def come_in(self, what: str) -> None:
        self._read()

    @Slot()
    def _read(self) -> None:
        year = self._year()
        self.context.records.ask(self, lambda session: read_book(session, year), self._take, self._fail)

    @override
    def take_news(self, news: News) -> None:
        if self._book is not None and news.synced.is_news:
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
            self._show()

    def _take(self, book: Book) -> None:
        if book.year != self._year():  # another was chosen meanwhile, and is on its way
            return
        is_first = self._book is None
        self._book = book
        self._refusal.hide()
        if is_first:
            self.tabs.show_choices([Choice(each.value, say(_TITLES[each])) for each in book.rows], self._register.value)
            self._choose_register(self._register.value)
            self._hand_over_focus()
        else:
            self._show()

    def _hand_over_focus(self) -> None:
        """The keyboard was on the page itself for as long as there was nothing on it."""
        had_focus = self.hasFocus()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.tabs)
        if had_focus:
            self.tabs.setFocus()

    def _fail(self, refused: Refused) -> None:
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()

    # Choosing

    @Slot(str)
    def _choose_register(self, register: str) -> None:
        """Show another register: its latest school year, in any state."""
        self._register = Register(register)
        self._sorted = ("on", True)
        offered = VIEWS[self._register]
        self._view = offered[0]
        self.views.show_choices([Choice(each.value, say(_VIEWS[each])) for each in offered], self._view.value)
        self._offer_years()
        states = [Choice(each.value, words("states")[each]) for each in STATES[self._register]]
        self.state.offer([Choice(_ALL, say(Said.ALL_STATES)), *states], _ALL)
        if self._book is not None and self._book.year != self._year():
            self._read()
        else:
            self._show()

    def _offer_years(self) -> None:
        if self._book is not None:
            this = year_of(self._book.today)
            known = sorted({this, *self._book.years[self._register]}, reverse=True)
            choices = [Choice(str(year), year_words(year)) for year in known]
            self.year.offer([Choice(_ALL, say(Said.ALL_YEARS)), *choices], str(this))

    @Slot(str)
    def _choose_view(self, view: str) -> None:
        self._view = View(view)
        self._show()

    @Slot(str, bool)
    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001 - Qt hands the order over by place
        self._sorted = (column, descending)
        self._show()

    def _year(self) -> int | None:
        """The school year that is chosen: at first this one."""
        chosen = self.year.value()
        if chosen is None:
            return year_of(london_day(self.context.records.now()))
        return int(chosen) if chosen else None

    def _chosen(self) -> Chosen:
        state = self.state.value()
        return Chosen(year=self._year(), state=State(state) if state else None, words=self.search.value())

    def _rows(self, book: Book) -> tuple[RegisterRow, ...]:
        column, descending = self._sorted
        rows = book.chosen(self._register, self._chosen())
        return rows if self._sorted == ("on", True) else book.ordered(rows, column, descending=descending)

    # Showing

    @Slot()
    def _show(self) -> None:
        if self._book is None:
            return
        grid = self._grid(self._book)
        by_row = self._view is not View.RETURNS
        for field in (self.state, self.search):
            field.setVisible(by_row)
        self.jobs.setVisible(self._view is View.PUBLISHED)
        self.save.setVisible(bool(grid.rows))
        self.said.show_words(grid.said)
        self.said.setVisible(bool(grid.rows))
        self._fill(grid)

    def _grid(self, book: Book) -> Grid:
        private = self._is_private
        match self._view:
            case View.ROWS:
                return rows_grid(book, self._register, self._rows(book), private=private, narrow=self._is_narrow)
            case View.TOTALS:
                return totals_grid(self._rows(book), private=private)
            case View.PUBLISHED:
                return published_grid(book, self._rows(book), by_job=self.jobs.value())
            case View.RETURNS:
                year = self._year() or year_of(book.today)
                return returns_grid(book, book.returns(self._register, year), year, private=private)

    def _fill(self, grid: Grid) -> None:
        if not grid.rows:
            self._say_empty()
            self._place.setCurrentWidget(self.empty)
            return
        if self.table is None:
            self.table = DataTable(self.theme, grid.columns, name="")
            self.table.row_opened.connect(self._open)
            self.table.sort_asked.connect(self._sort)
            self._place.addWidget(self.table)
        self.table.setAccessibleName(say(_TITLES[self._register]))
        self.table.show_columns(grid.columns)
        self.table.show_sorted(self._sorted[0], descending=self._sorted[1])
        self.table.show_rows(grid.rows)
        self._place.setCurrentWidget(self.table)

    def _say_empty(self) -> None:
        chosen = self._chosen()
        if chosen.state is not None or chosen.words:
            self.empty.show_words(say(Said.NO_MATCH), say(Said.NO_MATCH_MORE))
        else:
            this = self._book is not None and chosen.year == year_of(self._book.today)
            self.empty.show_words(say(Said.EMPTY_YEAR if this else Said.EMPTY), say(Said.EMPTY_MORE))

    @Slot(str)
    def _open(self, row_id: str) -> None:
        rows = self._book.rows[self._register] if self._book and self._view is View.ROWS else ()
        row = next((row for row in rows if row.row_id == row_id), None)
        if row is None:
            return
        if row.declared.part is Part.FULL:
            self.case_asked.emit(row.case_id)
        else:
            self.recorded.emit(say(Said.ONE_LINE))

    # Saving

    @Slot()
    def begin_order(self) -> None:
        """Ask what a copy of what is shown is for."""
        wanted = Wanted(register=self._register, view=self._view, chosen=self._chosen(), by_job=self.jobs.value())
        order = ListOrder(self.context, self._register.value, partial(_leaving, wanted))
        self.place.begin(say(_TITLES[self._register]), order, self.save)


def _leaving(wanted: Wanted, session: Session, order: Order) -> "Leaving":
    from desktop.exports.lists import leaving_register

    return leaving_register(session, order, wanted)
