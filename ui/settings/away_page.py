# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, cover and absence: who is away, who stands in, and who is back."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.changing.change import away, back
from desktop.changing.telling import name
from desktop.clocks import short_date_words
from desktop.people import Absence, PersonId, School
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.columns import columns
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.theme.icons import Icon
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column, Gap
from ui.widgets.person_rows import PersonRow
from ui.widgets.table_rows import Cell, TableRow

_COLUMNS = (
    ("name", Settings.NAME, 4),
    ("from", Settings.FROM, 2),
    ("until", Settings.UNTIL, 2),
    ("cover", Settings.COVER, 4),
)


class AwayPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.AWAY), say(Settings.AWAY_FOR))
        self._place = Column(self.theme)
        self._list: QWidget | None = None
        self._picker, self._cover = self.picker(), self.picker()
        self._since, self._until = self.day(), self.day()
        self._person = Field(self.theme, say(Settings.PERSON), self._picker)
        self._from = Field(self.theme, say(Settings.FROM), self._since)
        self._to = Field(self.theme, say(Settings.UNTIL), self._until)
        self._save = Button(self.theme, say(Settings.SAVE), ButtonKind.PRIMARY)
        self.body.addLayout(self._place)
        self.body.add(self._card())
        self.setFocusProxy(self._picker)
        self._save.clicked.connect(self._ask)
        self._clear()

    def _card(self) -> Card:
        theme = self.theme
        cover = Field(theme, say(Settings.COVER), self._cover, hint=say(Settings.COVER_HINT))
        days = Flow(theme, (self._from, self._to), gap=4, at_top=True)
        return Card(theme, say(Settings.MARK_AWAY), self._person, days, cover, Gap(1), self._save, gap=3)

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        today = self.context.today()
        current = [each for each in school.absences if each.until is None or each.until >= today]
        if self._list is not None:
            drop(self._list)
        self._list = self._table(current)
        self._place.add(self._list)

    def _table(self, absences: list[Absence]) -> QWidget:
        theme, holder = self.theme, QWidget()
        if not absences:
            holder.setLayout(Column(theme, EmptyState(theme, Icon.USER_ROUND_CHECK, say(Settings.NOBODY_AWAY))))
            return holder
        table = DataTable(theme, columns(*_COLUMNS), name=say(Settings.AWAY_TABLE), fits=True)
        table.show_rows([self._row(each) for each in absences])
        buttons = [_BackButton(self, each.person_id) for each in absences]
        for button in buttons:
            button.chosen.connect(self._mark_back)
        holder.setLayout(Column(theme, table, *buttons, gap=3))
        return holder

    def _row(self, absence: Absence) -> TableRow:
        days = [short_date_words(day) if day else "" for day in (absence.since, absence.until)]
        cover = name(self.school, absence.cover) if absence.cover else ""
        cells = (Cell(name(self.school, absence.person_id)), *(Cell(day) for day in days), Cell(cover))
        return TableRow(absence.person_id, cells)

    @Slot(str)
    def _mark_back(self, person: str) -> None:
        self.change([back(PersonId(person))], self._clear)

    @Slot()
    def _ask(self) -> None:
        picked, cover = self._picker.value(), self._cover.value()
        self._person.show_error("" if isinstance(picked, PersonRow) else say(Settings.NEEDS_PERSON))
        pairs = ((self._from, self._since), (self._to, self._until))
        are_days = [show_day_error(field, entry) for field, entry in pairs]
        if isinstance(picked, PersonRow) and all(are_days):
            stands_in = PersonId(cover.id) if isinstance(cover, PersonRow) else None
            said = away(PersonId(picked.id), self._since.value(), self._until.value(), stands_in)
            self.change([said], self._clear)

    def _clear(self) -> None:
        self._picker.set_value(self.row(self.context.me))
        self._cover.set_value(None)
        self._since.set_value(self.context.today())
        self._until.set_value(None)


class _BackButton(Button):
    chosen = Signal(str)

    def __init__(self, page: AwayPage, person: PersonId) -> None:
        super().__init__(page.theme, say(Settings.MARK_BACK, name=name(page.school, person)))
        self.clicked.connect(partial(self.chosen.emit, person))
