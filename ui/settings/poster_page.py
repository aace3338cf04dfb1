# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, posters: the sheet that says how to share a concern and who reads it, and the glossary, to be printed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from desktop.services import Candour
from desktop.sites import sites
from ui.printing.sheet_buttons import Make, SheetButtons, SheetWords
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.poster_words import Posters
from ui.settings.words import say
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch

if TYPE_CHECKING:
    from desktop.documents.look import Printed


_POSTER = (Posters.SAVE_POSTER, Posters.PRINT_POSTER, Posters.POSTER_FILE)
_GLOSSARY = (Posters.SAVE_GLOSSARY, Posters.PRINT_GLOSSARY, Posters.GLOSSARY_FILE)
"""Of each sheet the words of its buttons, and the name of its file."""


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
        self.poster = SheetButtons(theme, _sheet_words(_POSTER), self._make_poster, self._run, ButtonKind.PRIMARY)
        self.glossary = SheetButtons(theme, _sheet_words(_GLOSSARY), self._make_glossary, self._run)
        self.body.add(
            self._said,
            Card(theme, say(Posters.POSTER), self._words(Posters.POSTER_MORE), *where, self.poster, gap=3),
            Card(theme, say(Posters.GLOSSARY), self._words(Posters.GLOSSARY_MORE), self.glossary, gap=3),
        )
        self.setFocusProxy(self.poster)
        for sheet in (self.poster, self.glossary):
            sheet.told.connect(self._tell)

    def _words(self, words: Posters) -> PlainLabel:
        return PlainLabel(self.theme, say(words), wrap=True)

    def _make_poster(self) -> Make:
        return partial(_poster, self.context.candour, self._site.value() or "")

    def _make_glossary(self) -> Make:
        return partial(_glossary, self.context.candour)

    def _run(self, operation: Callable[[], object], then: Callable[..., None]) -> None:
        self._said.hide()
        self.ask(operation, then)

    @Slot(object, str)
    def _tell(self, tone: Tone, words: str) -> None:
        self._said.show_message(tone, words)
        self._said.show()


def _poster(candour: Candour, site: str) -> "Printed":
    from desktop.documents.wall_sheets import poster

    return poster(candour.school, site, candour.machine.now())


def _glossary(candour: Candour) -> "Printed":
    from desktop.documents.wall_sheets import glossary_sheet

    return glossary_sheet(candour.school.name, candour.machine.now())


def _sheet_words(words: tuple[Posters, Posters, Posters]) -> SheetWords:
    save, print_it, name = map(say, words)
    return SheetWords(save, print_it, save, say(Posters.PDF_KIND), name, lambda file: say(Posters.SAVED, file=file))
