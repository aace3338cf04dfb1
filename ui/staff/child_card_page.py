# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to do when a child tells somebody something: read by anybody, with no network and no sign-in (F48)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrinter

from desktop.child_card import ChildCard, card_for
from desktop.clocks import date_words
from desktop.faults import KnownError, explain_fault
from desktop.new_file import new_file
from ui.forms.child_fold import part_cards
from ui.printing.paper import ask_for_printer, print_made
from ui.printing.words import Printing, printed_words
from ui.printing.words import say as say_printing
from ui.shell.tasks import Tasks
from ui.staff.child_card_words import CardWords
from ui.staff.here import Here
from ui.staff.side_page import SidePage
from ui.staff.words import say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.documents.look import Printed

_SMALL = TextStyle("small", "text.tertiary")


class ChildCardPage(SidePage):
    """The page."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, here: Here) -> None:
        self._tasks = tasks
        self._here = here
        self._text = card_for(here.called, here.today())
        super().__init__(theme, here, self._text.title)
        self.save = Button(theme, say(CardWords.SAVE), icon=Icon.DOWNLOAD)
        self.print = Button(theme, say_printing(Printing.PRINT), icon=Icon.PRINTER)
        self._said = Banner(theme, Tone.OK, "")
        self._said.hide()
        intro = PlainLabel(theme, self._text.blurb, TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self.column.add(self.title, intro, *part_cards(theme, self._text.parts, "bodyStaff"), self._said)
        self.column.add(
            Row(theme, self.save, self.print, Stretch(), gap=3), PlainLabel(theme, self._source(), _SMALL, wrap=True)
        )
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)

    def _source(self) -> str:
        card = self._text
        return say(CardWords.FROM, source=card.source, day=date_words(card.checked_on), note=card.note)

    @Slot()
    def _choose_place(self) -> None:
        kind, name = say(CardWords.SAVE_KIND), say(CardWords.SAVE_NAME)
        ask_to_save(self, say(CardWords.SAVE_AS), kind, name, self.save_to)

    @Slot()
    def _choose_printer(self) -> None:
        if not ask_for_printer(self, self.print_on):
            self._tell(say_printing(Printing.NO_PRINTER), Tone.WARN)

    def print_on(self, printer: QPrinter) -> None:
        """Print the card."""
        self.print.set_busy(say_printing(Printing.PRINTING))
        made = partial(_made, self._text, self._here)
        self._tasks.run(self, partial(print_made, printer, made), self._on_printed, self._on_error)

    def _on_printed(self, pages: int) -> None:
        self.print.set_ready()
        self._tell(printed_words(pages))

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Save the card as a PDF."""
        self.save.set_busy(say(CardWords.SAVING))
        write = partial(_write, self._text, self._here, Path(file))
        self._tasks.run(self, write, self._on_saved, self._on_error)

    def _on_saved(self, _done: None) -> None:
        self.save.set_ready()
        self._tell(say(CardWords.SAVED))

    def _on_error(self, error: Exception) -> None:
        self.save.set_ready()
        self.print.set_ready()
        if not isinstance(error, KnownError):
            raise error
        self._tell(explain_fault(error).sentence, Tone.WARN)

    def _tell(self, words: str, tone: Tone = Tone.OK) -> None:
        self._said.show_message(tone, words)
        self._said.show()


def _made(card: ChildCard, here: Here) -> "Printed":
    from desktop.documents.child_card import card_sheet

    return card_sheet(card, here.school.name, here.candour.machine.now())


def _write(card: ChildCard, here: Here, path: Path) -> None:
    with new_file(path, _made(card, here).content):
        pass
