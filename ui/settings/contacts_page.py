# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, contacts: whom anyone may turn to outside the school, at which site, and who last made sure of it when."""

from datetime import date

import msgspec
from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.change import Said
from desktop.changing.contacts import checked_contact, find_contact, with_contact, without_contact
from desktop.clocks import short_date_words
from desktop.contacting import is_stale, unverified
from desktop.people import Contact, School
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.columns import columns
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Item
from ui.widgets.line_input import LineInput
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_COLUMNS = (
    ("purpose", Settings.PURPOSE, 4),
    ("name", Settings.NAME, 4),
    ("phone", Settings.PHONE, 2),
    ("verified", Settings.VERIFIED, 3),
)
_NEEDED = ("purpose", "name")


class ContactsPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.CONTACTS), say(Settings.CONTACTS_FOR))
        theme = self.theme
        self._table = DataTable(theme, columns(*_COLUMNS), name=say(Settings.CONTACTS_TABLE), fits=True)
        self._due = Banner(theme, Tone.WARN, say(Settings.CONTACTS_DUE_MORE))
        self._lines = {key: LineInput(theme, compact=True) for key in ("purpose", "site", "name", "phone")}
        self._verified = self.day()
        titles = {"purpose": Settings.PURPOSE, "site": Settings.SITE, "name": Settings.NAME, "phone": Settings.PHONE}
        hints = {"site": say(Settings.SITE_HINT)}
        self._fields = {
            key: Field(theme, say(title), self._lines[key], hint=hints.get(key, "")) for key, title in titles.items()
        }
        self._day = Field(theme, say(Settings.VERIFIED), self._verified)
        self._propose = Button(theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self._checked = Button(theme, say(Settings.CHECKED_TODAY))
        self._remove = Button(theme, say(Settings.REMOVE_CONTACT))
        more = PlainLabel(theme, say(Settings.CHANGE_CONTACT_MORE), TextStyle("small", "text.secondary"), wrap=True)
        buttons = Flow(theme, (self._propose, self._checked, self._remove), gap=3)
        fields: tuple[Item, ...] = (*self._fields.values(), self._day, Gap(1), buttons)
        self.body.add(self._due, self._table, Card(theme, say(Settings.CHANGE_CONTACT), more, *fields, gap=3))
        self.setFocusProxy(self._lines["purpose"])
        self._connect()
        self._clear()

    def _connect(self) -> None:
        self._table.row_opened.connect(self._fill)
        self._propose.clicked.connect(self._ask)
        self._checked.clicked.connect(self._ask_checked)
        self._remove.clicked.connect(self._ask_removal)

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        contacts, today = school.settings.contacts, self.context.today()
        due = unverified(school, today)
        said = Settings.CONTACTS_DUE_ONE if len(due) == 1 else Settings.CONTACTS_DUE
        self._due.show_message(Tone.WARN, say(Settings.CONTACTS_DUE_MORE), lead=say(said, count=str(len(due))))
        self._due.setVisible(bool(due))
        self._table.show_rows([_row(str(number), each, school, today) for number, each in enumerate(contacts)])

    @Slot(str)
    def _fill(self, row: str) -> None:
        chosen = self.school.settings.contacts[int(row)]
        for key, line in self._lines.items():
            line.set_value(getattr(chosen, key))

    @Slot()
    def _ask_removal(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._change(without_contact(self.school.settings.contacts, chosen.purpose, chosen.site))

    @Slot()
    def _ask_checked(self) -> None:
        if (chosen := self._chosen()) is not None:
            me, today = self.context.session.me, self.context.today()
            contacts = self.school.settings.contacts
            self._change(checked_contact(contacts, chosen.purpose, chosen.site, me, today))

    def _chosen(self) -> Contact | None:
        """The contact whose purpose and site stand in the fields; says so where there is none."""
        typed = self._typed()
        chosen = find_contact(self.school.settings.contacts, typed["purpose"], typed["site"])
        self._fields["purpose"].show_error("" if chosen else say(Settings.NO_SUCH_CONTACT))
        return chosen

    @Slot()
    def _ask(self) -> None:
        typed = self._typed()
        for key in _NEEDED:
            self._fields[key].show_error("" if typed[key] else say(Settings.NEEDS_WORDS))
        if not show_day_error(self._day, self._verified) or not all(typed[key] for key in _NEEDED):
            return
        contacts, day = self.school.settings.contacts, self._verified.value()
        before = find_contact(contacts, typed["purpose"], typed["site"]) or Contact(purpose="", name="")
        by = self.context.session.me if day else None
        self._change(with_contact(contacts, msgspec.structs.replace(before, **typed, verified_on=day, verified_by=by)))

    def _typed(self) -> dict[str, str]:
        return {key: line.text().strip() for key, line in self._lines.items()}

    def _change(self, said: Said) -> None:
        self.change([said], self._clear)

    def _clear(self) -> None:
        for line in self._lines.values():
            line.set_value("")
        self._verified.set_value(self.context.today())


def _row(row: str, contact: Contact, school: School, today: date) -> TableRow:
    purpose = say(Settings.AT_SITE, purpose=contact.purpose, site=contact.site) if contact.site else contact.purpose
    return TableRow(row, (Cell(purpose), Cell(contact.name), Cell(contact.phone), _verified(contact, school, today)))


def _verified(contact: Contact, school: School, today: date) -> Cell:
    if contact.verified_on is None:
        return Cell(say(Settings.NEVER_VERIFIED), Icon.TRIANGLE_ALERT, "status.warn.text")
    day, by = short_date_words(contact.verified_on), contact.verified_by
    person = school.people.get(by) if by else None
    words = say(Settings.VERIFIED_BY, day=day, name=person.name) if person else day
    if is_stale(contact, today):
        return Cell(say(Settings.VERIFIED_LONG_AGO, day=words), Icon.TRIANGLE_ALERT, "status.warn.text")
    return Cell(words)
