# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, roles and routing: who can open a report about whom (picture 10 as a table)."""

from functools import partial

from typing_extensions import override

from desktop.changing.reading import Reading, readings
from desktop.people import PersonId, Role, School
from desktop.routing.explain import words
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.words import Settings, say
from ui.widgets.data_table import DataTable
from ui.widgets.table_rows import Cell, TableColumn, TableRow


class RolesPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.ROUTING), say(Settings.ROUTING_FOR))
        self._table = DataTable(self.theme, _columns(), name=say(Settings.ROUTING_TABLE), fits=True)
        self.body.add(self._table)
        self.setFocusProxy(self._table)

    @override
    def show_school(self, school: School) -> None:
        self.ask(partial(readings, school, self.context.today()), partial(self._show, school))

    def _show(self, school: School, found: tuple[Reading, ...]) -> None:
        self._table.show_rows([self._row(school, reading) for reading in found])

    def _row(self, school: School, reading: Reading) -> TableRow:
        about = say(Settings.ANYBODY) if reading.about is None else self._who(school, reading.about)
        names = ", ".join(_name(school, reader) for reader in reading.readers)
        decides = "" if reading.decides is None else _name(school, reading.decides)
        return TableRow(reading.about or "anybody", (Cell(about), Cell(names or say(Settings.OUTSIDE)), Cell(decides)))

    def _who(self, school: School, person: PersonId) -> str:
        held = school.roles_of(person, self.context.today())
        first = next(role for role in Role if role in held)
        return say(Settings.WITH_ROLE, name=_name(school, person), role=words()["role"].get(first, first))


def _name(school: School, person: PersonId) -> str:
    listed = school.people.get(person)
    return listed.name if listed else person


def _columns() -> list[TableColumn]:
    titles = (("about", Settings.REPORT_ABOUT, 6), ("readers", Settings.OPENED_BY, 6), ("decides", Settings.DECIDES, 3))
    return [TableColumn(each, say(title), share, is_sortable=False) for each, title, share in titles]
