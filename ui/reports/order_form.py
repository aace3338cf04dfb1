# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every export asks: for whom and why, in which formats, how the file opens, and where to save it (ux.md R11)."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.acting import EXPORT
from desktop.cases.meaning import shipped_meaning
from desktop.exports.order import Format, Order, in_order, usual_order
from desktop.exports.watching import Stopping
from desktop.faults import KnownError, explain_fault
from desktop.forms.filling import Filling
from desktop.session import Session
from desktop.ticking import part
from ui.forms.form_page import FormPage
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.reports.protect_card import ProtectCard
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.theme.icons import Icon
from ui.widgets.button import Button, ButtonKind
from ui.widgets.check_list import CheckList
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from desktop.exports.saving import Leaving

Gather = Callable[[Session], "Leaving"]
"""Gathers, in the worker, what leaves."""

_TELL_EVERY_MS = 200
ASKED = ("recipient", "recipient_kind", "purpose")


class OrderForm(QWidget):
    """The questions and the buttons. Whoever inherits it says what leaves, and puts more between them into `above`."""

    saved = Signal(object)
    """The file is there: what was Saved."""
    printed = Signal(str)
    """It was printed: the sentence to say."""
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
        self.print = Button(theme, say_printing(Printing.PRINT), icon=Icon.PRINTER)
        self.progress = ProgressPanel(theme, say(Said.SAVING), say(Said.SAVING_MORE))
        self.progress.hide()
        formats = Field(theme, say(Said.FORMATS), self.formats)
        column = Column(theme, self.above, gap=4)
        column.add(formats, self.protect, self.progress, Row(theme, self.where, self.print, Stretch(), gap=3))
        self.setLayout(column)
        self.form.submitted.connect(self.choose_place)
        self.where.clicked.connect(self.choose_place)
        self.print.clicked.connect(self.choose_printer)
        self.progress.stop_asked.connect(self._stop)
        self._clock = QTimer(self)
        self._clock.setInterval(_TELL_EVERY_MS)
        self._clock.timeout.connect(self._tell_progress)

    @abstractmethod
    def name_of(self, order: Order) -> str:
        """The name that is proposed for the file."""

    @abstractmethod
    def leaving(self, order: Order) -> Gather:
        """What gathers in the worker what leaves. Nothing of this form is looked at there."""

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
        order = self._ready()
        if order is not None and self.protect.check():
            ask_to_save(self, say(Said.WHERE), "", self.name_of(order), self.save_to)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for a printer, once everything is said. On paper it opens for whoever holds it."""
        from ui.printing.paper import ask_for_printer

        if self._ready() is None:
            return
        if not ask_for_printer(self, self.print_on):
            self.refused.emit(Refused(say_printing(Printing.NO_PRINTER)))

    def _ready(self) -> Order | None:
        """The order, where everything is said and nothing is on its way; else what is missing stands beside it."""
        if not self.progress.isHidden() or not self._is_said():
            return None
        try:
            return self.order()
        except KnownError as error:
            self.refused.emit(Refused(explain_fault(error).sentence))
            return None

    def _is_said(self) -> bool:
        errors = self.filling.check(self.context.kit().context()).errors
        findings = [each for each in errors if each.field in self._asked]
        self.form.show_findings(findings)
        return not findings

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Make it. That it was made is put on record."""
        self._begin()
        save = partial(_save, self.leaving(self.order()), Path(file), self.stopping)
        self.context.records.ask(self, save, self._done, self._fail)

    def print_on(self, printer: QPrinter) -> None:
        """Make it and print it. That it was printed is put on record before."""
        self._begin()
        out = partial(_print, self.leaving(self.order().on_paper), printer, self.stopping)
        self.context.records.ask(self, out, self._tell_printed, self._fail)

    def _begin(self) -> None:
        self.stopping = Stopping()
        self._show_busy(busy=True)

    def _done(self, saved: Saved) -> None:
        self._show_busy(busy=False)
        self.saved.emit(saved)

    def _tell_printed(self, pages: int) -> None:
        self._show_busy(busy=False)
        self.printed.emit(say(Said.PRINTED, pages=str(pages)))

    def _fail(self, refused: Refused) -> None:
        self._show_busy(busy=False)
        self.refused.emit(refused)

    @Slot()
    def _stop(self) -> None:
        self.stopping.stop()

    @Slot()
    def _tell_progress(self) -> None:
        self.progress.show_share(self.stopping.done)

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        for button in (self.where, self.print):
            button.setVisible(not busy)
        if busy:
            self._tell_progress()
            self._clock.start()
        else:
            self._clock.stop()


class ListOrder(OrderForm):
    """The order of something that stands on another page, as it stands there."""

    def __init__(
        self,
        context: DeskContext,
        stem: str,
        leaving: Callable[[Session, Order], "Leaving"],
        usual: Format = Format.CSV,
    ) -> None:
        super().__init__(context, usual)
        self._stem = stem
        self._leaving = leaving
        self.above.add(self.form)

    @override
    def name_of(self, order: Order) -> str:
        return f"{self._stem}-{self.context.kit().today().isoformat()}{order.ending(tables=1)}"

    @override
    def leaving(self, order: Order) -> Gather:
        leaving = self._leaving
        return lambda session: leaving(session, order)


def _save(leaving: Gather, path: Path, stopping: Stopping, session: Session) -> Saved:
    from desktop.exports.saving import save

    made = save(leaving(session), path, stopping)
    return Saved(made.path, made.pages)


def _print(leaving: Gather, printer: QPrinter, stopping: Stopping, session: Session) -> int:
    """Print it: for half the time it is made, then it goes to the printer."""
    from desktop.exports.saving import print_out
    from ui.printing.paper import print_pages

    made = print_out(leaving(session), part(stopping, 0, 2))
    print_pages(printer, made.content, made.pages, part(stopping, 1, 2))
    return made.pages
