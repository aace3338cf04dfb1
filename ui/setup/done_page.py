# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left to do when a school has been made: the paper key, the poster, the other computers, a first sign-in.

The paper key is shown here and nowhere again; so this page is left only by somebody who has it on paper.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.founding import Founded
from desktop.people import Person
from desktop.services import Candour
from desktop.setting_up import Draft
from ui.printing.sheet_buttons import SheetButtons, SheetWords
from ui.setup.centred import CentredPage
from ui.setup.kits_card import KitsCard
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.documents.look import Printed


_KEY = (Setup.SAVE_PAPER_KEY, Setup.PRINT_PAPER_KEY, Setup.KEY_FILE, Setup.SAVED_AS)
_POSTER = (Setup.SAVE_POSTER, Setup.PRINT_POSTER, Setup.POSTER_FILE, Setup.POSTER_SAVED)
"""Of each sheet the words of its buttons, the name of its file, and what is said once it is saved."""


class DonePage(CentredPage):
    """The check list. Only the paper key has to be done now."""

    finished = Signal()
    """Somebody has shown that the key is on paper."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, founded: Founded, draft: Draft) -> None:
        super().__init__(theme)
        self._tasks = tasks
        self._founded = founded
        self._draft = draft
        self._said = Banner(theme, Tone.OK, "")
        self._said.hide()
        make_key, make_poster = partial(_print_key, candour, founded, draft), partial(_print_poster, candour)
        self.key = SheetButtons(theme, _sheet_words(_KEY), lambda: make_key, self._run, ButtonKind.PRIMARY)
        self.poster = SheetButtons(theme, _sheet_words(_POSTER), lambda: make_poster, self._run)
        self._group = LineInput(theme, width=Width.SHORT)
        self._group_field = Field(theme, say(Setup.LAST_GROUP), self._group)
        self._kits = KitsCard(theme, tasks, candour, _with_keys(candour, draft))
        self._start = Button(theme, say(Setup.START), ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._lay_out()
        self.setFocusProxy(self.key)
        self._connect()

    def _lay_out(self) -> None:
        theme, founded = self.theme, self._founded
        title = PlainLabel(theme, say(Setup.DONE, school=self._draft.name), "pageTitle", wrap=True)
        self.setAccessibleName(title.words)
        intro = PlainLabel(theme, say(Setup.DONE_INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        key = PlainLabel(theme, founded.paper_key, "phrase", wrap=True)
        self.column.add(
            title,
            intro,
            self._said,
            self._card(Setup.PAPER_KEY, say(Setup.PAPER_KEY_MORE), key, self.key, Gap(1), self._group_field),
            self._card(Setup.POSTER, say(Setup.POSTER_MORE, words=founded.fingerprint), self.poster),
            self._card(Setup.OTHERS, say(Setup.OTHERS_MORE, code=founded.enrolment_code)),
            self._kits,
            Gap(1),
            self._start,
            Stretch(),
        )

    def _card(self, title: Setup, words: str, *items: QWidget | Gap) -> Card:
        more = PlainLabel(self.theme, words, "body", wrap=True)
        return Card(self.theme, say(title), more, *items, gap=3)

    def _connect(self) -> None:
        for sheet in (self.key, self.poster):
            sheet.told.connect(self._tell)
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

    def _run(self, operation: Callable[[], object], then: Callable[..., None]) -> None:
        self._tasks.run(self, operation, then, self._on_fault)

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._tell(Tone.WARN, explain_fault(error).sentence)
        else:
            self.bug.emit(error)

    @Slot(object, str)
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


def _sheet_words(words: tuple[Setup, Setup, Setup, Setup]) -> SheetWords:
    save, print_it, name, saved = words
    title, kind = say(Setup.SAVE_TITLE), say(Setup.PDF_KIND)
    return SheetWords(say(save), say(print_it), title, kind, say(name), lambda file: say(saved, file=file))
