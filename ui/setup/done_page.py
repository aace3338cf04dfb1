# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left to do when a school has been made: the paper key, the poster, the other computers, a first sign-in.

The paper key is shown here and nowhere again; so this page is left only by somebody who has it on paper.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.first_run import save_sheet
from desktop.founding import Founded
from desktop.people import Person
from desktop.services import Candour
from desktop.setting_up import Draft
from ui.printing.paper import ask_for_printer, print_made
from ui.printing.words import Printing, printed_words
from ui.printing.words import say as say_printing
from ui.setup.centred import CentredPage
from ui.setup.kits_card import KitsCard
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.documents.look import Printed


class DonePage(CentredPage):
    """The check list. Only the paper key has to be done now."""

    finished = Signal()
    """Somebody has shown that the key is on paper."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, founded: Founded, draft: Draft) -> None:
        super().__init__(theme)
        self._tasks = tasks
        self._candour = candour
        self._founded = founded
        self._draft = draft
        self._said = Banner(theme, Tone.OK, "")
        self._said.hide()
        self._save_key = Button(theme, say(Setup.SAVE_PAPER_KEY), ButtonKind.PRIMARY, icon=Icon.DOWNLOAD)
        self._group = LineInput(theme, width=Width.SHORT)
        self._group_field = Field(theme, say(Setup.LAST_GROUP), self._group)
        self._poster = Button(theme, say(Setup.SAVE_POSTER), icon=Icon.DOWNLOAD)
        self._key_to_print = Button(theme, say(Setup.PRINT_PAPER_KEY), icon=Icon.PRINTER)
        self._poster_to_print = Button(theme, say(Setup.PRINT_POSTER), icon=Icon.PRINTER)
        self._kits = KitsCard(theme, tasks, candour, _with_keys(candour, draft))
        self._start = Button(theme, say(Setup.START), ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._lay_out()
        self.setFocusProxy(self._save_key)
        self._connect()

    def _lay_out(self) -> None:
        theme, founded = self.theme, self._founded
        title = PlainLabel(theme, say(Setup.DONE, school=self._draft.name), "pageTitle", wrap=True)
        self.setAccessibleName(title.words)
        intro = PlainLabel(theme, say(Setup.DONE_INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        key = PlainLabel(theme, founded.paper_key, "phrase", wrap=True)
        keys = Flow(theme, (self._save_key, self._key_to_print), gap=3)
        posters = Flow(theme, (self._poster, self._poster_to_print), gap=3)
        self.column.add(
            title,
            intro,
            self._said,
            self._card(Setup.PAPER_KEY, say(Setup.PAPER_KEY_MORE), key, keys, Gap(1), self._group_field),
            self._card(Setup.POSTER, say(Setup.POSTER_MORE, words=founded.fingerprint), posters),
            self._card(Setup.OTHERS, say(Setup.OTHERS_MORE, code=founded.enrolment_code)),
            self._kits,
            Gap(1),
            self._start,
            Stretch(),
        )

    def _card(self, title: Setup, words: str, *items: QWidget | Flow | Gap) -> Card:
        more = PlainLabel(self.theme, words, "body", wrap=True)
        return Card(self.theme, say(title), more, *items, gap=3)

    def _connect(self) -> None:
        self._save_key.clicked.connect(self._ask_for_key)
        self._poster.clicked.connect(self._ask_for_poster)
        self._key_to_print.clicked.connect(self._ask_printer_for_key)
        self._poster_to_print.clicked.connect(self._ask_printer_for_poster)
        self._start.clicked.connect(self._finish)
        self._group.returnPressed.connect(self._finish)
        self._kits.bug.connect(self.bug)

    def leave(self, then: Callable[[], None]) -> None:
        """Close what somebody opened here, then go on."""
        self._kits.leave(then)

    @Slot()
    def _finish(self) -> None:
        last = self._founded.paper_key.rpartition("-")[2]
        is_right = self._group.value().strip().upper() == last
        self._group_field.show_error("" if is_right else say(Setup.LAST_GROUP_WRONG))
        if is_right:
            self.leave(self.finished.emit)
        else:
            self._group.setFocus()

    @Slot()
    def _ask_for_key(self) -> None:
        ask_to_save(self, say(Setup.SAVE_TITLE), say(Setup.PDF_KIND), say(Setup.KEY_FILE), self.save_key)

    @Slot()
    def _ask_for_poster(self) -> None:
        ask_to_save(self, say(Setup.SAVE_TITLE), say(Setup.PDF_KIND), say(Setup.POSTER_FILE), self.save_poster)

    @Slot(str)
    def save_key(self, path: str) -> None:
        """Save the sheet with the paper key."""
        self._save(path, partial(_print_key, self._candour, self._founded, self._draft), Setup.SAVED_AS)

    @Slot(str)
    def save_poster(self, path: str) -> None:
        """Save the poster."""
        self._save(path, partial(_print_poster, self._candour), Setup.POSTER_SAVED)

    @Slot()
    def _ask_printer_for_key(self) -> None:
        self._ask_printer(self.print_key)

    @Slot()
    def _ask_printer_for_poster(self) -> None:
        self._ask_printer(self.print_poster)

    def _ask_printer(self, chosen: Callable[[QPrinter], None]) -> None:
        if not ask_for_printer(self, chosen):
            self._tell(Tone.WARN, say_printing(Printing.NO_PRINTER))

    def print_key(self, printer: QPrinter) -> None:
        """Print the sheet with the paper key. No file is left."""
        self._print(partial(_print_key, self._candour, self._founded, self._draft), printer)

    def print_poster(self, printer: QPrinter) -> None:
        """Print the poster."""
        self._print(partial(_print_poster, self._candour), printer)

    def _print(self, made: "partial[Printed]", printer: QPrinter) -> None:
        self._tasks.run(self, partial(print_made, printer, made), self._on_printed, self._on_fault)

    def _on_printed(self, pages: int) -> None:
        self._tell(Tone.OK, printed_words(pages))

    def _save(self, path: str, made: "partial[Printed]", words: Setup) -> None:
        operation = partial(_write, made, Path(path))
        self._tasks.run(self, operation, partial(self._on_saved, words), self._on_fault)

    def _on_saved(self, words: Setup, path: Path) -> None:
        self._tell(Tone.OK, say(words, file=path.name))

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._tell(Tone.WARN, explain_fault(error).sentence)
        else:
            self.bug.emit(error)

    def _tell(self, tone: Tone, words: str) -> None:
        self._said.show_message(tone, words)
        self._said.show()


def _with_keys(candour: Candour, draft: Draft) -> list[Person]:
    """Those who chose a passphrase here."""
    state = candour.machine.state
    return [draft.by_id[person] for person in draft.office_holders if state.active_keys(person)]


def _print_key(candour: Candour, founded: Founded, draft: Draft) -> "Printed":
    from desktop.documents.setup_sheets import paper_key_sheet

    return paper_key_sheet(draft.name, founded.fingerprint, founded.paper_key, candour.machine.now())


def _print_poster(candour: Candour) -> "Printed":
    from desktop.documents.wall_sheets import poster

    return poster(candour.school, "", candour.machine.now())


def _write(made: "partial[Printed]", path: Path) -> Path:
    save_sheet(made().content, path)
    return path
