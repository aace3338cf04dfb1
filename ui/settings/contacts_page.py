# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, contacts: whom anyone may turn to outside the school, and when somebody last checked the number."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.setting import change_settings
from desktop.clocks import short_date_words
from desktop.people import Contact, School
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.columns import columns
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap
from ui.widgets.line_input import LineInput
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_COLUMNS = (
    ("purpose", Settings.PURPOSE, 4),
    ("name", Settings.NAME, 4),
    ("phone", Settings.PHONE, 2),
    ("verified", Settings.VERIFIED, 2),
)


class ContactsPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.CONTACTS), say(Settings.CONTACTS_FOR))
        theme = self.theme
        self._table = DataTable(theme, columns(*_COLUMNS), name=say(Settings.CONTACTS_TABLE), fits=True)
        self._lines = {key: LineInput(theme, compact=True) for key in ("purpose", "name", "phone")}
        self._verified = self.day()
        titles = {"purpose": Settings.PURPOSE, "name": Settings.NAME, "phone": Settings.PHONE}
        self._fields = {key: Field(theme, say(title), self._lines[key]) for key, title in titles.items()}
        self._day = Field(theme, say(Settings.VERIFIED), self._verified)
        self._propose = Button(theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self._remove = Button(theme, say(Settings.REMOVE_CONTACT))
        more = PlainLabel(theme, say(Settings.CHANGE_CONTACT_MORE), TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(
            self._table,
            Card(
                theme,
                say(Settings.CHANGE_CONTACT),
                more,
                *self._fields.values(),
                self._day,
                Gap(1),
                Flow(theme, (self._propose, self._remove), gap=3),
                gap=3,
            ),
        )
        self.setFocusProxy(self._lines["purpose"])
        self._table.row_opened.connect(self._fill)
        self._propose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._ask_removal)
        self._clear()

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        self._table.show_rows([_row(each) for each in school.settings.contacts])

    @Slot(str)
    def _fill(self, purpose: str) -> None:
        chosen = next((each for each in self.school.settings.contacts if each.purpose == purpose), None)
        if chosen is not None:
            for key, line in self._lines.items():
                line.set_value(getattr(chosen, key))

    @Slot()
    def _ask_removal(self) -> None:
        purpose = self._lines["purpose"].text().strip()
        kept = [each for each in self.school.settings.contacts if each.purpose != purpose]
        is_there = len(kept) < len(self.school.settings.contacts)
        self._fields["purpose"].show_error("" if is_there else say(Settings.NO_SUCH_CONTACT))
        if is_there:
            self._change(kept)

    @Slot()
    def _ask(self) -> None:
        typed = {key: line.text().strip() for key, line in self._lines.items()}
        for key, field in self._fields.items():
            field.show_error("" if typed[key] or key == "phone" else say(Settings.NEEDS_WORDS))
        if not show_day_error(self._day, self._verified) or not (typed["purpose"] and typed["name"]):
            return
        contacts = self.school.settings.contacts
        before = next((each for each in contacts if each.purpose == typed["purpose"]), Contact(purpose="", name=""))
        new = msgspec.structs.replace(before, **typed, verified_on=self._verified.value())
        replaced = [new if each is before else each for each in contacts]
        self._change(replaced if before in contacts else [*contacts, new])

    def _change(self, contacts: Sequence[Contact]) -> None:
        values: dict[str, object] = {"contacts": msgspec.to_builtins(list(contacts))}
        self.change([change_settings(values)], self._clear)

    def _clear(self) -> None:
        for line in self._lines.values():
            line.set_value("")
        self._verified.set_value(self.context.today())


def _row(contact: Contact) -> TableRow:
    day = short_date_words(contact.verified_on) if contact.verified_on else ""
    return TableRow(contact.purpose, (Cell(contact.purpose), Cell(contact.name), Cell(contact.phone), Cell(day)))
