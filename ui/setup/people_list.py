# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The people on the list so far, as a table; whoever is chosen in it can be taken off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.people import Person
from ui.setup.words import Setup, say, say_people
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.data_table import DataTable
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle


class PeopleList(QWidget):
    """The table, in the order of names."""

    removed = Signal(str)
    """Somebody is to be taken off the list: their id."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        columns = [
            TableColumn("name", say(Setup.ADD_NAME), 3, is_sortable=False),
            TableColumn("job", say(Setup.ADD_JOB), 4, is_sortable=False),
            TableColumn("group", say(Setup.GROUP), 2, is_sortable=False),
        ]
        self._names: dict[str, str] = {}
        self._chosen = ""
        self._count = PlainLabel(theme, "", "section", wrap=True)
        self._nobody = PlainLabel(theme, say(Setup.NOBODY_LISTED), TextStyle("body", "text.secondary"), wrap=True)
        self._table = DataTable(theme, columns, name=say(Setup.PEOPLE_TABLE), fits=True)
        self._remove = Button(theme, "", size=ButtonSize.SMALL)
        self.setLayout(
            Column(theme, self._count, self._nobody, self._table, Row(theme, self._remove, Stretch()), gap=3)
        )
        self._table.row_chosen.connect(self._choose)
        self._remove.clicked.connect(self._ask)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these."""
        listed = sorted(people, key=lambda person: person.name.casefold())
        self._names = {person.person_id: person.name for person in listed}
        rows = [
            TableRow(person.person_id, (Cell(person.name), Cell(person.job), Cell(person.group))) for person in listed
        ]
        self._table.show_rows(rows)
        self._count.show_words(say(Setup.ON_LIST, people=say_people(len(listed))))
        self._count.setVisible(bool(listed))
        self._table.setVisible(bool(listed))
        self._nobody.setVisible(not listed)
        self._choose(self._chosen if self._chosen in self._names else "")

    @Slot(str)
    def _choose(self, person: str) -> None:
        self._chosen = person
        self._remove.setVisible(bool(person))
        if person:
            self._remove.show_text(say(Setup.REMOVE, name=self._names[person]))

    @Slot()
    def _ask(self) -> None:
        if self._chosen:
            self.removed.emit(self._chosen)
