# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, staff list: who is listed with which roles, and taking in a list of the school's own system."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.changing.change import listed, withdrawn
from desktop.changing.key_review import SignedByKey, signed_by_person
from desktop.changing.leaving import Step, leaving_list, leaving_on
from desktop.changing.making import Made, make_change
from desktop.clocks import short_date_words
from desktop.faults import KnownError
from desktop.founding import import_people, new_person_id
from desktop.importing.column_choice import ColumnChoice, FileColumn, file_columns
from desktop.importing.reading import read_list_file
from desktop.importing.staff import StaffListReport
from desktop.people import Person, PersonId, School
from desktop.session import Session
from desktop.staff_list import Listed, staff_list
from ui.settings.change_page import ChangePage
from ui.settings.columns import columns
from ui.settings.context import SettingsContext
from ui.settings.found_card import FoundCard
from ui.settings.person_cards import AddCard, LeaverCard
from ui.settings.signed_card import SignedCard
from ui.settings.words import Settings, say
from ui.setup.columns_card import ColumnsCard, is_about_columns
from ui.theme.icons import Icon
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.exchanged import Exchanged
from ui.widgets.file_dialogs import ask_to_open
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_COLUMNS = (
    ("name", Settings.NAME, 5),
    ("job", Settings.JOB, 5),
    ("roles", Settings.ROLES, 5),
    ("hours", Settings.HOURS, 2),
    ("sign_in", Settings.SIGN_IN, 2),
    ("leaves", Settings.LEAVES, 3),
)


class _Unread(NamedTuple):
    """A file whose headings say nothing, and its columns to choose from."""

    error: KnownError
    columns: tuple[FileColumn, ...]


_Steps = tuple[tuple[Step, ...], tuple[str, ...]]


class StaffListPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.STAFF), say(Settings.STAFF_FOR))
        theme = self.theme
        self._import = Button(theme, say(Settings.IMPORT), icon=Icon.DOWNLOAD)
        self._table = DataTable(theme, columns(*_COLUMNS), name=say(Settings.STAFF_TABLE), fits=True)
        self._add = AddCard(self)
        self._card = Exchanged(theme)
        self._card.hide()
        self.body.add(Row(theme, self._import, Stretch(), gap=3), self._card)
        hint = PlainLabel(theme, say(Settings.LEAVER_HINT), TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(hint, self._table, self._add)
        self.setFocusProxy(self._import)
        self._import.clicked.connect(self._choose_file)
        self._table.row_opened.connect(self._ask_steps)
        self._add.asked.connect(self._list)

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        self.ask(partial(_read, self.context.session), self._show)

    def _show(self, found: tuple[Listed, ...]) -> None:
        self._table.show_rows([_row(each) for each in found])

    # Adding and leaving

    @Slot(str, str)
    def _list(self, name: str, job: str) -> None:
        said = [listed(Person(person_id=new_person_id(), name=name, job=job))]

        def made(result: Made) -> None:
            self._add.clear()
            self.show_made(result)

        self.ask(partial(make_change, self.context.session, said), made)

    @Slot(str)
    def _ask_steps(self, person: str) -> None:
        self._card.show_widgets()
        read = partial(_steps, self.context.session, PersonId(person))
        self.ask(read, partial(self._show_steps, self.school.people[PersonId(person)]))

    def _show_steps(self, person: Person, read: _Steps) -> None:
        card = LeaverCard(self, person, *read)
        card.asked.connect(self._leave)
        card.withdrawal_asked.connect(self._withdraw)
        card.signed_asked.connect(self._ask_signed)
        self._show_card(card)

    def _show_card(self, card: Card) -> None:
        self._card.show_widgets(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _leave(self, person: PersonId, day: date | None) -> None:
        try:
            said = leaving_on(self.school, person, day)
        except KnownError as error:
            self.show_error(error)
            return
        self.change([said], self._clear)

    @Slot(object)
    def _withdraw(self, keys: tuple[str, ...]) -> None:
        self.change(withdrawn(keys), self._clear)

    @Slot(object)
    def _ask_signed(self, person: Person) -> None:
        card = SignedCard(self, person)
        card.asked.connect(partial(self._read_signed, card))
        self._show_card(card)

    def _read_signed(self, card: SignedCard, person: PersonId, since: date | None) -> None:
        forms = self.context.candour.meaning.forms
        read = partial(signed_by_person, self.context.session, person, since)

        def show(signed: tuple[SignedByKey, ...]) -> None:
            card.show_signed(signed, forms)

        self.ask(read, show)

    # Importing

    @Slot()
    def _choose_file(self) -> None:
        ask_to_open(self, say(Settings.IMPORT), say(Settings.IMPORT_KIND), self.read_file)

    @Slot(str)
    def read_file(self, file: str) -> None:
        """Say what a file would change, before anything is."""
        self._clear()
        self.ask(partial(read_list_file, Path(file)), self._look)

    def _look(self, data: bytes, choice: ColumnChoice | None = None) -> None:
        self.ask(partial(_look, self.context.session, data, choice), partial(self._show_found, data, choice))

    def _show_found(self, data: bytes, choice: ColumnChoice | None, found: StaffListReport | _Unread) -> None:
        if isinstance(found, _Unread):
            self.show_error(found.error)
            which = ColumnsCard(self.theme, found.columns)
            which.chosen.connect(partial(self._look, data))
            self._show_card(which)
            return
        card = FoundCard(self.theme, found)
        card.save_asked.connect(partial(self._save, data, choice))
        card.cancelled.connect(self._clear)
        self._show_card(card)

    def _save(self, data: bytes, choice: ColumnChoice | None) -> None:
        self.ask(partial(import_people, self.context.session, data, choice, dry_run=False), self._tell_saved)

    def _tell_saved(self, _report: StaffListReport) -> None:
        self._clear()
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit()

    @Slot()
    def _clear(self) -> None:
        self._card.show_widgets()


def _read(session: Session) -> tuple[Listed, ...]:
    machine = session.machine
    return staff_list(machine.state, machine.school, machine.today())


def _steps(session: Session, person: PersonId) -> _Steps:
    machine = session.machine
    return leaving_list(session, person), machine.state.active_kids(person)


def _look(session: Session, data: bytes, choice: ColumnChoice | None) -> StaffListReport | _Unread:
    try:
        return import_people(session, data, choice, dry_run=True)
    except KnownError as error:
        if not is_about_columns(error):
            raise
        return _Unread(error, file_columns(data))


def _row(shown: Listed) -> TableRow:
    person = shown.person
    day = short_date_words(person.end) if person.end else ""
    cells = (
        Cell(person.name),
        Cell(person.job),
        Cell(", ".join(shown.roles)),
        Cell("" if person.contact_hours is None else f"{person.contact_hours:g}"),
        Cell(say(Settings.HAS_SIGN_IN if shown.has_sign_in else Settings.NO_SIGN_IN)),
        Cell(say(Settings.LEFT, day=day) if shown.has_left else day),
    )
    return TableRow(person.person_id, cells)
