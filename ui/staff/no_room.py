# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Stands over the check page where this computer has no room to keep a report: print it, or try again (ux.md S6)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.forms import SummaryRow, summary
from desktop.forms.filling import Filling
from desktop.routing import Route
from desktop.telling import readers_words
from ui.printing.paper import ask_for_printer, print_made
from ui.printing.words import Printing, printed_words
from ui.printing.words import say as say_printing
from ui.shell.tasks import Tasks
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column

if TYPE_CHECKING:
    from desktop.documents.look import Printed


class NoRoom(QWidget):
    """Says so, and whom to tell in person. `make` sets what was written; it writes no file."""

    again_asked = Signal()
    """It is to be sent once more."""
    bug = Signal(object)
    """A fault of ours: the exception. What was typed is still on the page."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, names: str, make: "Callable[[], Printed]") -> None:
        super().__init__()
        self._tasks = tasks
        self._make = make
        self._names = names
        self._said = Banner(theme, Tone.DANGER, say(Staff.NO_ROOM_MORE, names=names), lead=say(Staff.NO_ROOM))
        self._print = Button(theme, say_printing(Printing.PRINT), icon=Icon.PRINTER)
        self.again = Button(theme, say(Staff.TRY_AGAIN))
        self.setLayout(
            Column(theme, self._said, Flow(theme, (self._print, self.again), gap=3), gap=3, margins=(0, 0, 0, 4))
        )
        self.setFocusProxy(self._print)
        self._print.clicked.connect(self._choose_printer)
        self.again.clicked.connect(self.again_asked)

    @Slot()
    def _choose_printer(self) -> None:
        if not ask_for_printer(self, self.print_on):
            self._tell(Tone.DANGER, say(Staff.NO_ROOM_NO_PRINTER, names=self._names))

    def print_on(self, printer: QPrinter) -> None:
        """Print what was written."""
        self._print.set_busy(say_printing(Printing.PRINTING))
        self._tasks.run(self, partial(print_made, printer, self._make), self._on_printed, self._on_error)

    def _on_printed(self, pages: int) -> None:
        self._tell(Tone.WARN, say(Staff.NO_ROOM_PRINTED, printed=printed_words(pages), names=self._names))

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._tell(Tone.DANGER, explain_fault(error).sentence)
        else:
            self._print.set_ready()
            self.bug.emit(error)

    def _tell(self, tone: Tone, words: str) -> None:
        self._print.set_ready()
        self._said.show_message(tone, words, lead=say(Staff.NO_ROOM))


def no_room(theme: ThemeSource, tasks: Tasks, here: Here, filling: Filling, route: Route) -> NoRoom:
    """Make it for a form that counts as it stands: its readers are those to be told in person."""
    names = readers_words(here.openers(route), here.school)["readers_or"]
    answers = filling.check(here.context).answers
    rows = summary(filling.spec, answers.values if answers else {}, here.school)
    return NoRoom(theme, tasks, names, partial(_sheet, filling.spec.title, rows, names, here))


def _sheet(form: str, rows: tuple[SummaryRow, ...], names: str, here: Here) -> "Printed":
    from desktop.documents.by_hand import by_hand_sheet

    return by_hand_sheet(form, rows, names, here.school.name, here.candour.machine.now())
