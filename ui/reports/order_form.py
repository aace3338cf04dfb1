# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every export asks: for whom and why, in which formats, how the file opens, and where to save it (ux.md R11)."""

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.acting import EXPORT
from desktop.cases.meaning import shipped_meaning
from desktop.exports.order import Format, Order, in_order, usual_order
from desktop.exports.watching import Stopping
from desktop.faults import KnownError, explain_fault
from desktop.forms import Context
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.reports.protect_card import ProtectCard
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.widgets.button import Button, ButtonKind
from ui.widgets.check_list import CheckList
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.progress_panel import ProgressPanel

ASKED = ("recipient", "recipient_kind", "purpose")


class OrderForm(QWidget):
    """The questions and the button. Whoever inherits it says what is made, and puts more between them into `above`."""

    saved = Signal(object)
    """The file is there: what was Saved."""
    refused = Signal(object)
    """It was not made: the Refused. What was typed is still here."""

    def __init__(self, context: DeskContext, usual: Format, asked: Sequence[str] = ASKED) -> None:
        super().__init__()
        theme = context.theme
        self.context = context
        self._asked = tuple(asked)
        self.stopping = Stopping()
        self.filling = Filling(shipped_meaning().forms[EXPORT], signed_in=True)
        without = [field.name for _, field in self.filling.spec.fields() if field.name not in asked]
        self.form = FormPage(context.kit(), self.filling, self.filling.spec.pages[0], {}, without=without)
        self.form.title.hide()
        self.above = Column(theme, gap=4)
        self.formats = CheckList(theme, [Choice(each.value, each.value.upper()) for each in Format])
        self.formats.set_value((usual.value,))
        self.protect = ProtectCard(theme, lambda typed: context.kit().search(typed))
        self.where = Button(theme, say(Said.WHERE), ButtonKind.PRIMARY)
        self.progress = ProgressPanel(theme, say(Said.SAVING), say(Said.SAVING_MORE))
        self.progress.hide()
        formats = Field(theme, say(Said.FORMATS), self.formats)
        column = Column(theme, self.above, gap=4)
        column.add(formats, self.protect, self.progress, Row(theme, self.where, Stretch()))
        self.setLayout(column)
        self.form.submitted.connect(self.choose_place)
        self.where.clicked.connect(self.choose_place)
        self.progress.stop_asked.connect(self._stop)

    @abstractmethod
    def name_of(self, order: Order) -> str:
        """The name that is proposed for the file."""

    @abstractmethod
    def make(self, path: Path, order: Order) -> None:
        """Have the file made: with `stopping` as its watch, then `done` or `fail`."""

    def order(self) -> Order:
        """What was ordered. Raises KnownError where it cannot be made so."""
        return msgspec.structs.replace(
            usual_order(self.filling.kept),
            formats=in_order(Format(each) for each in self.formats.value()),
            password=self.protect.password(),
            sealed_to=self.protect.sealed_to(),
        )

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        self.form.focus_first()

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it, once everything is said."""
        if not self.progress.isHidden() or not self._is_complete():
            return
        try:
            order = self.order()
        except KnownError as error:
            self.refused.emit(Refused(explain_fault(error).sentence))
            return
        ask_to_save(self, say(Said.WHERE), "", self.name_of(order), self.save_to)

    def _is_complete(self) -> bool:
        kit = self.context.kit()
        asked = Context(today=kit.today(), school=kit.school, author=kit.author)
        findings = [each for each in self.filling.check(asked).errors if each.field in self._asked]
        self.form.show_findings(findings)
        return not findings and self.protect.check()

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Make it. That it was made is put on record."""
        self.stopping = Stopping()
        self._show_busy(busy=True)
        self.make(Path(file), self.order())

    def done(self, saved: Saved) -> None:
        """It is there."""
        self._show_busy(busy=False)
        self.saved.emit(saved)

    def fail(self, refused: Refused) -> None:
        """It was not made."""
        self._show_busy(busy=False)
        self.refused.emit(refused)

    @Slot()
    def _stop(self) -> None:
        self.stopping.stop()

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.where.setVisible(not busy)
