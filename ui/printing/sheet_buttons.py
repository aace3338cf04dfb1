# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two buttons of a sheet that anybody may have on paper: one saves it as a PDF, one prints it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.first_run import save_sheet
from ui.printing.paper import ask_for_printer, print_made
from ui.printing.words import Printing, printed_words, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.flow import Flow

if TYPE_CHECKING:  # it brings reportlab with it, which nothing needs at the start
    from desktop.documents.look import Printed

Make = Callable[[], "Printed"]
Run = Callable[[Callable[[], object], Callable[..., None]], None]
"""How a page has something done in the worker, to go on with what it returned; it says itself what cannot be done."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What the buttons say; title, kind and name in the dialog that asks where; what is said once it is saved."""

    save: str
    print: str
    title: str
    kind: str
    name: str
    saved: Callable[[str], str]


class SheetButtons(QWidget):
    """The buttons. `sheet` is asked in the window's thread for what makes the sheet in the worker."""

    told = Signal(object, str)
    """It is saved or printed, or there is no printer: the Tone and the sentence."""

    def __init__(
        self,
        theme: ThemeSource,
        words: SheetWords,
        sheet: Callable[[], Make],
        run: Run,
        kind: ButtonKind = ButtonKind.SECONDARY,
    ) -> None:
        super().__init__()
        self._words = words
        self._sheet = sheet
        self._run = run
        self.save = Button(theme, words.save, kind, icon=Icon.DOWNLOAD)
        self.print = Button(theme, words.print, icon=Icon.PRINTER)
        self.setLayout(Flow(theme, (self.save, self.print), gap=3))
        self.setFocusProxy(self.save)
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)

    @Slot()
    def _choose_place(self) -> None:
        ask_to_save(self, self._words.title, self._words.kind, self._words.name, self.save_to)

    @Slot()
    def _choose_printer(self) -> None:
        if not ask_for_printer(self, self.print_on):
            self.told.emit(Tone.WARN, say(Printing.NO_PRINTER))

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Save the sheet here."""
        self._run(partial(_write, self._sheet(), Path(path)), self._tell_saved)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet. No file is left."""
        self._run(partial(print_made, printer, self._sheet()), self._tell_printed)

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(Tone.OK, self._words.saved(path.name))

    def _tell_printed(self, pages: int) -> None:
        self.told.emit(Tone.OK, printed_words(pages))


def _write(make: Make, path: Path) -> Path:
    save_sheet(make().content, path)
    return path
