# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 2: everybody who works with the school, pasted, from a file, or one by one.

A list is taken in whole or asked about: rows that cannot be told apart are shown, and until then nobody of it is
listed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.faults import KnownError, explain_fault
from desktop.founding import new_person_id
from desktop.importing.column_choice import ColumnChoice, FileColumn, file_columns
from desktop.importing.reading import read_list_file
from desktop.importing.refusals import sentence
from desktop.importing.staff import Fate, StaffListReport, read_staff_list
from desktop.people import Person, PersonId
from desktop.setting_up import Draft, Missing, with_people, without_person
from ui.setup.columns_card import ColumnsCard, is_about_columns
from ui.setup.people_list import PeopleList
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say, say_people
from ui.shell.tasks import Tasks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_open
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_area import LIMIT, TextArea
from ui.widgets.text_flow import TextStyle

_SHOWN = 30
"""Rows that are explained one by one; what is wrong with more than that is wrong with the file."""


class PeopleStep(StepPage):
    """Lists people in memory."""

    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    errors: ClassVar[Mapping[Missing, Setup]] = {Missing.PEOPLE: Setup.PEOPLE_ERROR}

    def __init__(self, theme: ThemeSource, tasks: Tasks) -> None:
        super().__init__(theme, Setup.PEOPLE_TITLE, Setup.PEOPLE_INTRO)
        self._tasks = tasks
        self._draft = Draft()
        self._paste = TextArea(theme, lines=(4, 8))
        self._paste_field = Field(theme, say(Setup.PASTE), self._paste, hint=say(Setup.PASTE_HINT))
        self._read = Button(theme, say(Setup.READ_LIST))
        self._open = Button(theme, say(Setup.OPEN_FILE), icon=Icon.UPLOAD)
        self._said = Exchanged(theme, gap=3)
        self._said.hide()
        self._one = _OnePerson(theme)
        self._list = PeopleList(theme)
        self.body.add(
            self._paste_field,
            Flow(theme, (self._read, self._open), gap=3),
            self._said,
            self._one,
            self._list,
        )
        self.setFocusProxy(self._paste)
        self._connect()

    def _connect(self) -> None:
        self._read.clicked.connect(self._read_pasted)
        self._open.clicked.connect(self._choose_file)
        self._one.added.connect(self._add)
        self._list.removed.connect(self._remove)

    @override
    def show_draft(self, draft: Draft, today: date) -> None:
        self._draft = draft
        self._list.show_people(draft.people)

    @override
    def take(self, draft: Draft) -> Draft:
        return msgspec.structs.replace(draft, people=self._draft.people, holders=self._draft.holders)

    @override
    def field_of(self, missing: str) -> QWidget | None:
        return self._paste_field

    # Reading a list

    @Slot()
    def _read_pasted(self) -> None:
        typed = self._paste.value()
        is_cut = len(typed) >= LIMIT
        error = Setup.PASTE_TOO_LONG if is_cut else Setup.NOTHING_PASTED
        self._paste_field.show_error(say(error) if is_cut or not typed.strip() else "")
        if typed.strip() and not is_cut:
            self._start(typed.encode)

    @Slot()
    def _choose_file(self) -> None:
        ask_to_open(self, say(Setup.OPEN_FILE), say(Setup.CSV_KIND), self.read_file)

    @Slot(str)
    def read_file(self, path: str) -> None:
        """Read a staff list from a file."""
        self._paste_field.show_error("")
        self._start(partial(read_list_file, Path(path)))

    def _start(self, content: Callable[[], bytes], choice: ColumnChoice | None = None) -> None:
        people = self._draft.people
        operation = partial(_read_list, content, people, choice)
        self._tasks.run(self, operation, self._on_report, partial(self._on_unread, content))

    def _on_unread(self, content: Callable[[], bytes], error: Exception) -> None:
        self._on_fault(error)
        if isinstance(error, KnownError) and is_about_columns(error):
            ask = partial(self._ask_columns, content, error)
            self._tasks.run(self, partial(_file_columns, content), ask, self._on_fault)

    def _ask_columns(self, content: Callable[[], bytes], error: KnownError, columns: Sequence[FileColumn]) -> None:
        card = ColumnsCard(self.theme, columns)
        card.chosen.connect(partial(self._start, content))
        self._said.show_widgets(_fault_banner(self.theme, error), card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_report(self, report: StaffListReport) -> None:
        refused = report.with_fate(Fate.REFUSED)
        found = _found_words(report)
        unread = say(Setup.READ_COLUMNS, columns=", ".join(report.unread_columns)) if report.unread_columns else ""
        if not refused:
            self._take_in(report)
            words = " ".join(part for part in (found, unread) if part)
            self._said.show_widgets(Banner(self.theme, Tone.OK, words))
            return
        reasons = [sentence(row.row, why) for row in refused[:_SHOWN] for why in row.refusals]
        lines = [PlainLabel(self.theme, reason, "body", wrap=True) for reason in reasons]
        card = Card(self.theme, say(Setup.LEFT_OUT), *lines)
        others = len(report.people)
        if others:
            button = Button(self.theme, say(Setup.TAKE_OTHERS, count=str(others)))
            button.clicked.connect(partial(self._take_others, report))
            card.add(Row(self.theme, button, Stretch()))
        self._said.show_widgets(Banner(self.theme, Tone.WARN, unread, lead=found), card)

    def _take_others(self, report: StaffListReport) -> None:
        self._take_in(report)
        self._said.show_widgets(Banner(self.theme, Tone.OK, _found_words(report)))

    def _on_fault(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        self._said.show_widgets(_fault_banner(self.theme, error))

    # What changes the list

    def _take_in(self, report: StaffListReport) -> None:
        self._paste.set_value("")
        self._show(with_people(self._draft, report))

    @Slot(str, str)
    def _add(self, name: str, job: str) -> None:
        person = Person(person_id=new_person_id(), name=name, job=job)
        self._show(msgspec.structs.replace(self._draft, people=(*self._draft.people, person)))

    @Slot(str)
    def _remove(self, person: str) -> None:
        self._show(without_person(self._draft, PersonId(person)))

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        self._list.show_people(draft.people)
        self._paste_field.show_error("")
        self.changed.emit()


class _OnePerson(QWidget):
    """Name and job of somebody who stands on no list: a governor, a volunteer."""

    added = Signal(str, str)
    """Somebody is to be added: name and job."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._name = LineInput(theme, width=Width.FULL)
        self._job = LineInput(theme, width=Width.FULL)
        self._name_field = Field(theme, say(Setup.ADD_NAME), self._name)
        job = Field(theme, say(Setup.ADD_JOB), self._job)
        button = Button(theme, say(Setup.ADD), icon=Icon.PLUS)
        hint = PlainLabel(theme, say(Setup.ADD_JOB_HINT), TextStyle("small", "text.secondary"), wrap=True)
        row = Row(theme, Growing(self._name_field), Growing(job), gap=4)
        card = Card(theme, say(Setup.ADD_ONE), hint, row, Row(theme, button, Stretch()), gap=4)
        self.setLayout(Column(theme, card))
        button.clicked.connect(self._ask)
        self._name.returnPressed.connect(self._ask)
        self._job.returnPressed.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        name, job = " ".join(self._name.value().split()), " ".join(self._job.value().split())
        self._name_field.show_error("" if name else say(Setup.ADD_ERROR))
        if name:
            self.added.emit(name, job)
            self._name.set_value("")
            self._job.set_value("")
        self._name.setFocus()


def _fault_banner(theme: ThemeSource, error: KnownError) -> Banner:
    words = explain_fault(error)
    return Banner(theme, Tone.WARN, f"{words.record} {words.do}", lead=words.happened)


def _read_list(
    content: Callable[[], bytes], people: tuple[Person, ...], choice: ColumnChoice | None
) -> StaffListReport:
    return read_staff_list(content(), people, new_person_id, choice)


def _file_columns(content: Callable[[], bytes]) -> tuple[FileColumn, ...]:
    return file_columns(content())


def _found_words(report: StaffListReport) -> str:
    listed = [row.person for row in report.rows if row.person is not None]
    without = sum(1 for person in listed if not person.job)
    people = say_people(len(listed))
    return say(Setup.FOUND, people=people, without=str(without)) if without else say(Setup.FOUND_ALL, people=people)
