# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people: who has anything on record, in words, found by a few letters (ux.md R4)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.chronology.listing import People, Sort
from desktop.forms import FormSpec
from ui.people.looks import people_columns, person_row
from ui.people.proposal_card import ProposalCard
from ui.people.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.line_input import LineInput, Width
from ui.widgets.segmented import Segmented

_COLUMN_OF = {Sort.NAME: "name", Sort.RECENT: "newest"}


class ListView(QWidget):
    """What a description may mean, search, order, "Show everyone", and the table."""

    person_asked = Signal(str)
    """Somebody's page is wanted: their id."""

    def __init__(self, theme: ThemeSource, linking: FormSpec) -> None:
        super().__init__()
        self._theme = theme
        self._people = People(listed=())
        self._is_private = False
        self._is_read = False
        self.proposals = ProposalCard(theme, linking)
        self.search = LineInput(theme, role="body", icon=Icon.SEARCH, clearable=True, compact=True, width=Width.FIELD)
        self.search.setPlaceholderText(say(Said.SEARCH))
        self.search.setAccessibleName(say(Said.SEARCH))
        choices = [Choice(Sort.NAME.value, say(Said.BY_NAME)), Choice(Sort.RECENT.value, say(Said.BY_RECENT))]
        self.order = Segmented(theme, choices)
        self.order.setAccessibleName(say(Said.ORDER))
        self.order.set_value(Sort.NAME.value)
        self.everyone = CheckBox(theme, say(Said.EVERYONE))
        self.table = DataTable(theme, people_columns(), name=say(Said.PEOPLE))
        self._empty = EmptyState(theme, Icon.USERS, say(Said.READING))
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        tools = QWidget()
        tools.setLayout(Flow(theme, [self.search, self.order, self.everyone], gap=4))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        title = PlainLabel(theme, say(Said.PEOPLE), "screenTitle")
        column = Column(theme, title, self._fault, self.proposals, tools, gap=3, margins=(7, 5, 7, 5))
        column.add(Growing(self._stack))
        self.setLayout(column)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self.search.edited.connect(self._show)
        self.order.edited.connect(self._show)
        self.everyone.toggled.connect(self._show)
        self.table.row_opened.connect(self.person_asked)
        self.table.clicked.connect(self._open_current)
        self.table.sort_asked.connect(self._sort)

    def show_people(self, people: People) -> None:
        """Show who there is, as it is now."""
        self._people, self._is_read = people, True
        self._fault.hide()
        self._show()

    def show_private(self, *, private: bool) -> None:
        """Show initials for names, or names again."""
        self._is_private = private
        self._show()

    def show_fault(self, sentence: str) -> None:
        """Say why the list could not be read."""
        self._fault.show_message(Tone.WARN, sentence)
        self._fault.show()

    @Slot()
    def _show(self) -> None:
        if not self._is_read:
            return
        sort = Sort(self.order.value() or Sort.NAME.value)
        typed, everyone = self.search.text(), self.everyone.value()
        shown = self._people.shown(typed, sort, everyone=everyone)
        self.table.show_rows([person_row(each, private=self._is_private) for each in shown])
        self.table.show_sorted(_COLUMN_OF[sort], descending=sort is Sort.RECENT)
        if not shown:
            nobody = Said.NOBODY_FOUND if typed.strip() else Said.NOBODY
            more = say(Said.NOBODY_FOUND_MORE) if typed.strip() and not everyone else ""
            self._empty.show_words(say(nobody), more)
        self._stack.setCurrentWidget(self.table if shown else self._empty)

    @Slot()
    def _open_current(self) -> None:
        self.person_asked.emit(self.table.current_id())

    @Slot(str)
    def _sort(self, column: str) -> None:
        sort = next((each for each, name in _COLUMN_OF.items() if name == column), None)
        if sort is not None:
            self.order.set_value(sort.value)
            self._show()
