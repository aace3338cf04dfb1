# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to do when a child tells somebody something: read by anybody, with no network and no sign-in (F48)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from desktop.child_card import ChildCard, card_for
from desktop.clocks import date_words
from desktop.faults import KnownError, explain_fault
from desktop.new_file import new_file
from ui.forms.child_fold import part_cards
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

_SMALL = TextStyle("small", "text.tertiary")


class ChildCardPage(SidePage):
    """The page."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, here: Here) -> None:
        self._tasks = tasks
        self._here = here
        self._text = card_for(here.called, here.today())
        super().__init__(theme, here, self._text.title)
        self.save = Button(theme, say(CardWords.SAVE), icon=Icon.DOWNLOAD)
        self._said = Banner(theme, Tone.OK, "")
        self._said.hide()
        intro = PlainLabel(theme, self._text.blurb, TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self.column.add(self.title, intro, *part_cards(theme, self._text.parts, "bodyStaff"), self._said)
        self.column.add(Row(theme, self.save, Stretch()), PlainLabel(theme, self._source(), _SMALL, wrap=True))
        self.save.clicked.connect(self._choose_place)

    def _source(self) -> str:
        card = self._text
        return say(CardWords.FROM, source=card.source, day=date_words(card.checked_on), note=card.note)

    @Slot()
    def _choose_place(self) -> None:
        kind, name = say(CardWords.SAVE_KIND), say(CardWords.SAVE_NAME)
        ask_to_save(self, say(CardWords.SAVE_AS), kind, name, self.save_to)

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Save the card as a PDF."""
        self.save.set_busy(say(CardWords.SAVING))
        write = partial(_write, self._text, self._here, Path(file))
        self._tasks.run(self, write, self._on_saved, self._on_error)

    def _on_saved(self, _done: None) -> None:
        self.save.set_ready()
        self._said.show_message(Tone.OK, say(CardWords.SAVED))
        self._said.show()

    def _on_error(self, error: Exception) -> None:
        self.save.set_ready()
        if not isinstance(error, KnownError):
            raise error
        self._said.show_message(Tone.WARN, explain_fault(error).sentence)
        self._said.show()


def _write(card: ChildCard, here: Here, path: Path) -> None:
    from desktop.documents.child_card import card_sheet

    printed = card_sheet(card, here.school.name, here.candour.machine.now())
    with new_file(path, printed.content):
        pass
