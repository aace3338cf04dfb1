# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Making a recovery kit: print the sheet, or save it first, and type two groups of the print back (ux.md A3).

The code is never shown on the screen: what is typed back can only come from the print.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.recovery import NewKit, new_kit, take_into_use
from desktop.session import Session
from ui.printing.paper import ask_for_printer, print_pages
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.settings.recovery_words import Recovery
from ui.settings.typed_groups import TypedGroups
from ui.settings.words import say
from ui.shell.tasks import Tasks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle


class KitPage(QWidget):
    """Makes a kit for whoever is signed in. First-run uses it as it is, and so do the settings."""

    done = Signal()
    """The kit is in use."""
    cancelled = Signal()
    """Not now: nothing has changed, and a sheet that was saved is good for nothing."""
    bug = Signal(object)
    """Something broke: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, session: Session) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._session = session
        self._kit: NewKit | None = None
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self._print = Button(theme, say(Recovery.PRINT_SHEET), ButtonKind.PRIMARY, icon=Icon.PRINTER)
        self._save = Button(theme, say(Recovery.SAVE_SHEET))
        self._not_now = Button(theme, say(Recovery.CANCEL), ButtonKind.QUIET)
        self._saved = PlainLabel(theme, "", wrap=True)
        self._groups = TypedGroups(theme)
        self._passphrase = PassphraseInput(theme)
        self._passphrase_field = Field(theme, say(Recovery.PASSPHRASE), self._passphrase)
        self._use = Button(theme, say(Recovery.TAKE_INTO_USE), ButtonKind.PRIMARY)
        self._second = self._second_part()
        self._second.hide()
        card = Card(
            theme,
            say(Recovery.MAKE),
            PlainLabel(theme, say(Recovery.KIT_USE), wrap=True),
            PlainLabel(theme, say(Recovery.KIT_WHERE), wrap=True),
            PlainLabel(theme, say(Recovery.KIT_ENDS), TextStyle("small", "text.secondary"), wrap=True),
            self._fault,
            Flow(theme, (self._print, self._save, self._not_now), gap=3),
            self._second,
            gap=3,
        )
        self.setLayout(Column(theme, card))
        self.setFocusProxy(self._print)
        self.setAccessibleName(say(Recovery.MAKE))
        self._connect()

    def _second_part(self) -> QWidget:
        part = QWidget()
        part.setLayout(
            Column(
                self._theme,
                self._saved,
                PlainLabel(self._theme, say(Recovery.TYPE_BACK), wrap=True),
                self._groups,
                self._passphrase_field,
                Row(self._theme, self._use, Stretch()),
                gap=3,
            )
        )
        return part

    def _connect(self) -> None:
        self._print.clicked.connect(self._choose_printer)
        self._save.clicked.connect(self._choose_place)
        self._not_now.clicked.connect(self.cancelled)
        self._use.clicked.connect(self._take_into_use)
        self._groups.entered.connect(self._passphrase.setFocus)
        self._passphrase.entered.connect(self._take_into_use)

    @Slot()
    def _choose_printer(self) -> None:
        if not self._is_busy and not ask_for_printer(self, self.print_on):
            self._fault.show_message(Tone.WARN, say_printing(Printing.NO_PRINTER))
            self._fault.show()

    def print_on(self, printer: QPrinter) -> None:
        """Draw a fresh code and print its sheet, which is never written to a disk here."""
        self._fault.hide()
        self._print.set_busy(say_printing(Printing.PRINTING))
        operation = partial(_printed_kit, self._session, printer)
        self._tasks.run(self, operation, partial(self._ask_back, say(Recovery.SHEET_PRINTED)), self._fail)

    @property
    def _is_busy(self) -> bool:
        return self._print.is_busy or self._save.is_busy

    @Slot()
    def _choose_place(self) -> None:
        ask_to_save(self, say(Recovery.SAVE_SHEET), say(Recovery.SHEET_KIND), say(Recovery.SHEET_FILE), self.save_to)

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Draw a fresh code and leave its sheet in a file that is not there yet."""
        if self._is_busy:
            return
        self._fault.hide()
        self._save.set_busy(say(Recovery.SAVING_SHEET))
        operation = partial(_saved_kit, self._session, Path(file))
        self._tasks.run(self, operation, partial(self._ask_back, say(Recovery.SHEET_SAVED, file=file)), self._fail)

    def _ask_back(self, words: str, kit: NewKit) -> None:
        self._kit = kit
        for button in (self._print, self._save):
            button.set_ready()
        self._saved.show_words(words)
        self._groups.clear()
        self._second.show()
        self._groups.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_into_use(self) -> None:
        typed, passphrase = self._groups.values(), self._passphrase.value()
        self._passphrase_field.show_error("" if passphrase else say(Recovery.PASSPHRASE_MISSING))
        if self._kit is None or typed is None or not passphrase or self._use.is_busy:
            return
        self._fault.hide()
        self._use.set_busy(say(Recovery.TAKING))
        operation = partial(take_into_use, self._session, self._kit, typed, passphrase)
        self._tasks.run(self, operation, self._finish, self._fail)

    def _finish(self, _done: None) -> None:
        self._kit = None
        self._passphrase.set_value("")
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        for button in (self._print, self._save, self._use):
            button.set_ready()
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        self._fault.show_message(Tone.WARN, explain_fault(error).sentence)
        self._fault.show()


def _printed_kit(session: Session, printer: QPrinter) -> NewKit:
    kit = new_kit(session)
    print_pages(printer, kit.sheet, pages=1)
    return kit


def _saved_kit(session: Session, target: Path) -> NewKit:
    kit = new_kit(session)
    kit.save(target)
    return kit
