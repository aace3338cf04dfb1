# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, posters: the sheet that says how to share a concern and who reads it, and the glossary, to be printed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrinter

from desktop.first_run import save_sheet
from desktop.services import Candour
from desktop.sites import sites
from ui.printing.paper import ask_for_printer, print_made
from ui.printing.words import Printing, printed_words
from ui.printing.words import say as say_printing
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.poster_words import Posters
from ui.settings.words import say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch

if TYPE_CHECKING:
    from desktop.documents.look import Printed


class PosterPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Posters.TITLE), say(Posters.FOR))
        theme, places = self.theme, sites(context.school)
        offered = [Choice("", say(Posters.EVERYWHERE)), *(Choice(each, each) for each in places)]
        self._site = ComboChoice(theme, offered, compact=True)
        self._site.set_value("")
        where = [Row(theme, Field(theme, say(Posters.SITE), self._site), Stretch())] if places else []
        self._said = Banner(theme, Tone.OK, "")
        self._said.hide()
        self._poster = Button(theme, say(Posters.SAVE_POSTER), ButtonKind.PRIMARY, icon=Icon.DOWNLOAD)
        self._glossary = Button(theme, say(Posters.SAVE_GLOSSARY), icon=Icon.DOWNLOAD)
        self._print_poster = Button(theme, say(Posters.PRINT_POSTER), icon=Icon.PRINTER)
        self._print_glossary = Button(theme, say(Posters.PRINT_GLOSSARY), icon=Icon.PRINTER)
        poster = Flow(theme, (self._poster, self._print_poster), gap=3)
        glossary = Flow(theme, (self._glossary, self._print_glossary), gap=3)
        self.body.add(
            self._said,
            Card(theme, say(Posters.POSTER), self._words(Posters.POSTER_MORE), *where, poster, gap=3),
            Card(theme, say(Posters.GLOSSARY), self._words(Posters.GLOSSARY_MORE), glossary, gap=3),
        )
        self.setFocusProxy(self._poster)
        self._poster.clicked.connect(self._ask_poster)
        self._glossary.clicked.connect(self._ask_glossary)
        self._print_poster.clicked.connect(self._ask_printer_for_poster)
        self._print_glossary.clicked.connect(self._ask_printer_for_glossary)

    def _words(self, words: Posters) -> PlainLabel:
        return PlainLabel(self.theme, say(words), wrap=True)

    @Slot()
    def _ask_poster(self) -> None:
        ask_to_save(self, say(Posters.SAVE_POSTER), say(Posters.PDF_KIND), say(Posters.POSTER_FILE), self.save_poster)

    @Slot()
    def _ask_glossary(self) -> None:
        title = say(Posters.SAVE_GLOSSARY)
        ask_to_save(self, title, say(Posters.PDF_KIND), say(Posters.GLOSSARY_FILE), self.save_glossary)

    @Slot()
    def _ask_printer_for_poster(self) -> None:
        self._ask_printer(self.print_poster)

    @Slot()
    def _ask_printer_for_glossary(self) -> None:
        self._ask_printer(self.print_glossary)

    def _ask_printer(self, chosen: Callable[[QPrinter], None]) -> None:
        if not ask_for_printer(self, chosen):
            self._tell(say_printing(Printing.NO_PRINTER), Tone.WARN)

    def print_poster(self, printer: QPrinter) -> None:
        """Print the poster of the chosen site."""
        self.ask(partial(print_made, printer, self._make_poster()), self._tell_printed)

    def print_glossary(self, printer: QPrinter) -> None:
        """Print the glossary."""
        self.ask(partial(print_made, printer, partial(_glossary, self.context.candour)), self._tell_printed)

    @Slot(str)
    def save_poster(self, path: str) -> None:
        """Save the poster of the chosen site."""
        self._save(path, self._make_poster())

    @Slot(str)
    def save_glossary(self, path: str) -> None:
        """Save the glossary."""
        self._save(path, partial(_glossary, self.context.candour))

    def _make_poster(self) -> "Callable[[], Printed]":
        return partial(_poster, self.context.candour, self._site.value() or "")

    def _save(self, path: str, make: "Callable[[], Printed]") -> None:
        self._said.hide()
        self.ask(partial(_write, make, Path(path)), self._show_saved)

    def _show_saved(self, path: Path) -> None:
        self._tell(say(Posters.SAVED, file=path.name))

    def _tell_printed(self, pages: int) -> None:
        self._tell(printed_words(pages))

    def _tell(self, words: str, tone: Tone = Tone.OK) -> None:
        self._said.show_message(tone, words)
        self._said.show()


def _poster(candour: Candour, site: str) -> "Printed":
    from desktop.documents.wall_sheets import poster

    return poster(candour.school, site, candour.machine.now())


def _glossary(candour: Candour) -> "Printed":
    from desktop.documents.wall_sheets import glossary_sheet

    return glossary_sheet(candour.school.name, candour.machine.now())


def _write(make: "Callable[[], Printed]", path: Path) -> Path:
    save_sheet(make().content, path)
    return path
