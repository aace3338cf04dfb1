# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Printing a policy or saving it as a PDF, from the page on which it is read."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtPrintSupport import QPrinter

from desktop.machine import Machine
from desktop.policies.library import Kept
from ui.policies.reading_page import ReadingPage
from ui.policies.words import Policy
from ui.printing.paper import ask_for_printer, print_made
from ui.shell.tasks import Tasks
from ui.staff.words import say
from ui.widgets.file_dialogs import ask_to_save


class PolicyPaper(QObject):
    """Offers it on a page, which keeps this alive, and has the worker do it."""

    said = Signal(str)
    """What became of it: the sentence to say."""
    failed = Signal(object)
    """It could not be done: the exception."""

    def __init__(self, tasks: Tasks, machine: Machine, kept: Kept, page: ReadingPage, *, short: bool) -> None:
        super().__init__(page)
        self._tasks = tasks
        self._page = page
        self._title = kept.line.title
        self._print = partial(_put_on_paper, machine, kept, short=short)
        self._save = partial(_put_into_a_file, machine, kept, short=short)
        page.offer_paper()
        page.print_asked.connect(self._ask_printer)
        page.save_asked.connect(self._ask_file)

    @Slot()
    def _ask_printer(self) -> None:
        if not ask_for_printer(self._page, self.put):
            self.said.emit(say(Policy.NO_PRINTER))

    def put(self, printer: QPrinter) -> None:
        """Print it on this printer."""
        self._run(partial(self._print, printer), say(Policy.PRINTED, title=self._title))

    @Slot(str)
    def _ask_file(self, name: str) -> None:
        ask_to_save(self._page, say(Policy.SAVE), say(Policy.SAVE_KIND), name, self.save)

    @Slot(str)
    def save(self, file: str) -> None:
        """Save it into this file."""
        self._run(partial(self._save, Path(file)), say(Policy.SAVED, file=Path(file).name))

    def _run(self, operation: Callable[[], object], words: str) -> None:
        self._tasks.run(self._page, operation, partial(self._tell, words), self.failed.emit)

    def _tell(self, words: str, _done: object) -> None:
        self.said.emit(words)


def _put_on_paper(machine: Machine, kept: Kept, printer: QPrinter, *, short: bool) -> None:
    """Print it. Some tenths of a second a page. Raises as `print_kept` and `print_made`."""
    from desktop.policies.printing import print_kept

    print_made(printer, partial(print_kept, machine, kept, short=short))


def _put_into_a_file(machine: Machine, kept: Kept, file: Path, *, short: bool) -> None:
    """Save it. Raises as `save_kept`."""
    from desktop.policies.printing import save_kept

    save_kept(machine, kept, file, short=short)
