# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Today's list and the week's digest on paper, or saved as files. That it was done is on record before (ux.md R7)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtPrintSupport import QPrinter

from desktop.session import Session
from ui.actions.words import Said, say
from ui.printing.words import Printing, printed_words
from ui.printing.words import say as say_printing
from ui.review.desk_page import DeskContext, DeskPage
from ui.review.records import Refused, Saved
from ui.theme.icons import Icon
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.file_dialogs import ask_to_save

if TYPE_CHECKING:  # it brings reportlab with it, which nothing needs at the start
    from desktop.documents.look import Printed


class BoardPaper(QObject):
    """The buttons, for the page that it belongs to."""

    said = Signal(str)
    """It was printed: the sentence to say."""
    saved = Signal(object)
    """The file is there: what was Saved."""
    refused = Signal(object)
    """It was not done: the Refused."""

    def __init__(self, context: DeskContext, page: DeskPage) -> None:
        super().__init__(page)
        theme, small, quiet = context.theme, ButtonSize.SMALL, ButtonKind.QUIET
        self._page = page
        self._records = context.records
        self.print_list = Button(theme, say(Said.PRINT), size=small, icon=Icon.PRINTER)
        self.print_digest = Button(theme, say(Said.DIGEST), size=small, icon=Icon.PRINTER)
        self.list_to_file = Button(theme, say(Said.SAVE_LIST), quiet, small, icon=Icon.DOWNLOAD)
        self.digest_to_file = Button(theme, say(Said.SAVE_DIGEST), quiet, small, icon=Icon.DOWNLOAD)
        self.buttons = (self.print_list, self.print_digest, self.list_to_file, self.digest_to_file)
        self.print_list.clicked.connect(self._ask_printer_for_list)
        self.print_digest.clicked.connect(self._ask_printer_for_digest)
        self.list_to_file.clicked.connect(self._choose_list)
        self.digest_to_file.clicked.connect(self._choose_digest)

    @Slot()
    def _ask_printer_for_list(self) -> None:
        self._ask_printer(self.put_list)

    @Slot()
    def _ask_printer_for_digest(self) -> None:
        self._ask_printer(self.put_digest)

    def _ask_printer(self, chosen: Callable[[QPrinter], None]) -> None:
        from ui.printing.paper import ask_for_printer

        if not ask_for_printer(self._page, chosen):
            self.refused.emit(Refused(say_printing(Printing.NO_PRINTER)))

    def put_list(self, printer: QPrinter) -> None:
        """Print today's list. No file is left."""
        self._records.ask(self._page, partial(_print, _made_list, printer), self._tell_printed, self.refused.emit)

    def put_digest(self, printer: QPrinter) -> None:
        """Print the digest of this week."""
        self._records.ask(self._page, partial(_print, _made_digest, printer), self._tell_printed, self.refused.emit)

    def _tell_printed(self, pages: int) -> None:
        self.said.emit(printed_words(pages))

    @Slot()
    def _choose_list(self) -> None:
        ask_to_save(self._page, say(Said.SAVE_LIST), say(Said.PDF_KIND), say(Said.LIST_FILE), self.save_list)

    @Slot()
    def _choose_digest(self) -> None:
        ask_to_save(self._page, say(Said.SAVE_DIGEST), say(Said.PDF_KIND), say(Said.DIGEST_FILE), self.save_digest)

    @Slot(str)
    def save_list(self, file: str) -> None:
        """Save today's list."""
        self._records.ask(self._page, partial(_save_list, Path(file)), self.saved.emit, self.refused.emit)

    @Slot(str)
    def save_digest(self, file: str) -> None:
        """Save the digest of this week."""
        self._records.ask(self._page, partial(_save_digest, Path(file)), self.saved.emit, self.refused.emit)


def _print(make: "Callable[[Session], Printed]", printer: QPrinter, session: Session) -> int:
    from ui.printing.paper import print_made

    return print_made(printer, partial(make, session))


def _made_list(session: Session) -> "Printed":
    from desktop.board.printing import list_for_paper

    return list_for_paper(session)


def _made_digest(session: Session) -> "Printed":
    from desktop.board.printing import digest_for_paper

    return digest_for_paper(session, session.machine.today())


def _save_list(path: Path, session: Session) -> Saved:
    from desktop.board.printing import save_list

    return Saved(path, save_list(session, path))


def _save_digest(path: Path, session: Session) -> Saved:
    from desktop.board.printing import save_digest

    return Saved(path, save_digest(session, session.machine.today(), path))
