# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How prompts fall on roles and on hours with children: behind a link, worked out when it is opened."""

from collections.abc import Iterator

from PySide6.QtCore import Slot

from desktop.patterns.choosing import cuts_of
from desktop.patterns.fairness import Comparison, compare
from desktop.patterns.reading import read_register
from desktop.session import Session
from ui.forms.fold import Fold
from ui.patterns.words import Said, say
from ui.review.desk_page import DeskContext, DeskPage
from ui.review.records import Refused
from ui.widgets.data_table import DataTable
from ui.widgets.labels import PlainLabel
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle


class FairnessFold(Fold):
    """The link, and the tables below it."""

    def __init__(self, context: DeskContext, page: DeskPage) -> None:
        super().__init__(context.theme, say(Said.FAIRNESS), gap=3)
        self._context = context
        self._page = page
        self.wanted.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self._context.records.ask(self._page, _read, self._show, self._fail)

    def _show(self, found: tuple[Comparison, ...]) -> None:
        intro = PlainLabel(self._theme, say(Said.FAIRNESS_MORE), TextStyle("small", "text.secondary"), wrap=True)
        self.put([intro, *map(self._table, found)])
        self.open()

    def _fail(self, refused: Refused) -> None:
        self.put([PlainLabel(self._theme, refused.sentence, wrap=True)])
        self.open()

    def _table(self, found: Comparison) -> DataTable:
        columns = (
            TableColumn("group", found.by.capitalize(), 5, is_sortable=False),
            TableColumn("people", say(Said.PEOPLE), 2, is_number=True, is_sortable=False),
            TableColumn("prompts", say(Said.PROMPTS), 2, is_number=True, is_sortable=False),
            TableColumn("rate", say(Said.A_HUNDRED_YEARS), 4, is_number=True, is_sortable=False),
        )
        table = DataTable(self._theme, columns, name=say(Said.FAIRNESS_BY, what=found.by), fits=True)
        table.show_rows(list(_rows(found)))
        return table


def _rows(found: Comparison) -> Iterator[TableRow]:
    for line in found.lines:
        figures = (f"{line.people:,}", f"{line.prompts:,}", f"{line.a_hundred_years:.1f}")
        yield TableRow(line.group, (Cell(line.group.capitalize()), *map(Cell, figures)))


def _read(session: Session) -> tuple[Comparison, ...]:
    return compare(read_register(session), session.machine.today(), cuts_of(session), {})
