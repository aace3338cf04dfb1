# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who can open a report about whom, as lines or as a table (picture 10): what the rules answer; nothing is chosen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.changing.reading import Reading
from desktop.changing.telling import name, names, role_words
from desktop.people import PersonId, Role, School
from ui.settings.columns import columns
from ui.settings.words import Settings, say
from ui.theme.source import ThemeSource
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.route_map import Route, RouteMap
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_COLUMNS = (
    ("about", Settings.REPORT_ABOUT, 6),
    ("readers", Settings.OPENED_BY, 6),
    ("decides", Settings.DECIDES, 3),
)


class RouteView(QWidget):
    """Shows lines first; the link turns to the table and back."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._map: RouteMap | None = None
        self._place = Column(theme)
        self._table = DataTable(theme, columns(*_COLUMNS), name=say(Settings.ROUTING_TABLE), fits=True)
        self._table.hide()
        self._turn = LinkButton(theme, say(Settings.AS_TABLE), "small")
        column = Column(theme, gap=4)
        column.addLayout(self._place)
        column.add(self._table, self._turn)
        self.setLayout(column)
        self.setFocusProxy(self._turn)
        self._turn.clicked.connect(self._turn_view)

    def show_readings(self, found: Sequence[Reading], school: School, today: date) -> None:
        """Show what holds now."""
        readers = dict.fromkeys(reader for reading in found for reader in reading.readers)
        cards: dict[str, QWidget] = {each: _card(self._theme, school, each, today) for each in readers}
        headings = say(Settings.REPORT_ABOUT), say(Settings.OPENED_BY)
        is_table = not self._table.isHidden()
        if self._map is not None:
            drop(self._map)
        self._map = RouteMap(self._theme, headings, len(found), cards)
        self._map.show_routes([_route(reading, school, today) for reading in found])
        self._place.add(self._map)
        self._map.setVisible(not is_table)
        self._table.show_rows([_row(reading, school, today) for reading in found])

    @Slot()
    def _turn_view(self) -> None:
        is_table = self._table.isHidden()
        self._table.setVisible(is_table)
        if self._map is not None:
            self._map.setVisible(not is_table)
        self._turn.show_text(say(Settings.AS_LINES if is_table else Settings.AS_TABLE))


def _route(reading: Reading, school: School, today: date) -> Route:
    return Route(_about(reading, school, today), reading.readers, _readers(reading, school))


def _row(reading: Reading, school: School, today: date) -> TableRow:
    decides = "" if reading.decides is None else names(school, [reading.decides])
    words = (_about(reading, school, today), _readers(reading, school), decides)
    return TableRow(reading.about or "anybody", tuple(Cell(each) for each in words))


def _readers(reading: Reading, school: School) -> str:
    return ", ".join(name(school, reader) for reader in reading.readers) or say(Settings.OUTSIDE)


def _about(reading: Reading, school: School, today: date) -> str:
    if reading.about is None:
        return say(Settings.ANYBODY)
    role = _role(school, reading.about, today)
    return say(Settings.WITH_ROLE, name=name(school, reading.about), role=role)


def _role(school: School, person: PersonId, today: date) -> str:
    held = school.roles_of(person, today)
    return next((role_words(role.value) for role in Role if role in held), "")


def _card(theme: ThemeSource, school: School, person: PersonId, today: date) -> Card:
    card = Card(theme, margins=(3, 3, 2, 3))
    held = _role(school, person, today)
    role = PlainLabel(theme, f"{held[:1].upper()}{held[1:]}", TextStyle("small", "text.secondary"), wrap=True)
    words = Column(theme, PlainLabel(theme, name(school, person), TextStyle("label"), wrap=True), role)
    row = Row(theme, Avatar(theme, name(school, person)), gap=3)
    row.addLayout(words, 1)
    card.add(row)
    return card
