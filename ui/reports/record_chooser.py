# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Chooses one record: a line to search in, and a table of what it finds."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.cases.inbox import SHELVES, read_inbox, read_rows
from desktop.cases.moments import list_words
from desktop.cases.rows import CaseRow, Shelf
from desktop.clocks import london_day
from desktop.searching.telling import guesses_told
from desktop.session import Session
from ui.reports.words import Said, say
from ui.review.looks import names_of, title_of
from ui.review.records import Records, Refused
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import initials
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.line_input import LineInput
from ui.widgets.table_room import TableRoom
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle

_MOST = 50
_TYPING_MS = 150
_ROWS = 6


class RecordChooser(QWidget):
    """The line and the table. A record is chosen by a click or by Enter."""

    chosen = Signal(object)
    """A record was chosen: its CaseRow."""
    refused = Signal(object)
    """The records could not be read: the Refused."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__()
        self._records = records
        self._rows: dict[str, CaseRow] = {}
        self._is_private = False
        self._has_searched = False
        self.search = LineInput(theme, role="body", icon=Icon.SEARCH, clearable=True, compact=True)
        self.search.setPlaceholderText(say(Said.SEARCH))
        self.search.setAccessibleName(say(Said.SEARCH))
        self.table = DataTable(theme, _columns(), name=say(Said.RECORDS))
        self._empty = EmptyState(theme, Icon.SEARCH, say(Said.READING))
        self._more = PlainLabel(
            theme, say(Said.MORE, shown=str(_MOST)), TextStyle("small", "text.secondary"), wrap=True
        )
        self._more.hide()
        self._guessed = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self._guessed.hide()
        self._place = QStackedLayout()
        self._room = TableRoom(theme, _ROWS)
        self._room.setLayout(self._place)
        for widget in (self._empty, self.table):
            self._place.addWidget(widget)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        title = PlainLabel(theme, say(Said.WHICH), "section", wrap=True)
        self.setLayout(Column(theme, title, self.search, self._guessed, Growing(self._room), self._more, gap=3))
        self.setFocusProxy(self.search)
        self._connect()

    def _connect(self) -> None:
        self.search.edited.connect(self._typing.start)
        self._typing.timeout.connect(self.read)
        self.table.row_opened.connect(self.choose)
        self.table.clicked.connect(self._choose_current)

    @Slot()
    def read(self) -> None:
        """Read the records, or what the search finds, again."""
        typed = self.search.value()
        if typed and not self._has_searched:
            self._has_searched = True
            self._records.note_search(self)
        self._records.ask(self, partial(_found, typed), partial(self._show, typed), self._fail)

    def show_private(self, *, private: bool) -> None:
        """Show initials for names, or names again."""
        self._is_private = private
        self._fill()

    @Slot(str)
    def choose(self, case_id: str) -> None:
        """Choose a record that is in the table."""
        self.chosen.emit(self._rows[case_id])

    @Slot()
    def _choose_current(self) -> None:
        self.choose(self.table.current_id())

    def _show(self, typed: str, found: tuple[str, tuple[CaseRow, ...]]) -> None:
        if typed == self.search.value():  # what was typed since is being read
            guessed, rows = found
            self._guessed.show_words(guessed)
            self._guessed.setVisible(bool(guessed))
            self._rows = {row.case_id: row for row in rows}
            self._empty.show_words(say(Said.NOTHING_FOUND if typed else Said.NO_RECORDS), "")
            self._fill()

    def _fill(self) -> None:
        rows = [self._row(row) for row in tuple(self._rows.values())[:_MOST]]
        self.table.show_rows(rows)
        self._room.set_rows(max(len(rows), _ROWS))  # the page scrolls, and nothing within it
        self._more.setVisible(len(self._rows) > _MOST)
        self._place.setCurrentWidget(self.table if self._rows else self._empty)

    def _row(self, row: CaseRow) -> TableRow:
        title = initials(names_of(row)) if self._is_private and any(row.about) else title_of(row, "")
        today = london_day(self._records.now())
        sent = list_words(row.filed_at, today, day_only=row.filed_day_only)
        return TableRow(row.case_id, (Cell(title), Cell(row.reference), Cell(sent)))

    def _fail(self, refused: Refused) -> None:
        self.refused.emit(refused)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn("record", say(Said.RECORD), 5, is_sortable=False),
        TableColumn("reference", say(Said.REFERENCE), 2, is_sortable=False, is_whole=True),
        TableColumn("sent", say(Said.SENT), 2, is_sortable=False),
    )


def _found(typed: str, session: Session) -> tuple[str, tuple[CaseRow, ...]]:
    """Which words were guessed; and the first rows of all shelves, or of what was sought, one more than is shown."""
    if typed:
        inbox = read_inbox(session, Shelf.NEEDS_YOU, typed)
        return guesses_told(inbox.guesses), read_rows(session, inbox.ids[: _MOST + 1])
    ids = [case_id for shelf in SHELVES for case_id in session.shelf(shelf)]
    return "", read_rows(session, ids[: _MOST + 1])
