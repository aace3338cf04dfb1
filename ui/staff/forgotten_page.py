# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A forgotten passphrase, or records that won’t open: three ways back in, in order (ux.md Y5, Y9)."""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from desktop.faults import KnownError, explain_fault
from desktop.finding import PeopleIndex
from desktop.people import PersonId, Role
from desktop.phrases import PASSPHRASE_WORDS
from desktop.recovery import come_back_here
from ui.forms.kit import FormKit
from ui.setup.passphrase_advice import Meter, Suggestion
from ui.shell.tasks import Tasks
from ui.staff.forgotten_words import Forgotten
from ui.staff.here import Here
from ui.staff.side_page import SidePage
from ui.staff.sign_in_card import LETTERS
from ui.staff.words import say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_open
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.line_input import LineInput
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow


class ForgottenPage(SidePage):
    """The page."""

    came_back = Signal(str, object)
    """The new passphrase opens: whose it is, and the passphrase."""
    bug = Signal(object)
    """Something broke: the exception. What was typed is still on the page."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, here: Here) -> None:
        super().__init__(theme, here, say(Forgotten.LINK))
        self._tasks = tasks
        self._here = here
        self._backup: Path | None = None
        today = here.today()
        people = PeopleIndex((each for each in here.school.people.values() if not each.has_left(today)), by_name=True)
        kit = FormKit(theme=theme, school=here.school, people=people, today=here.today)
        self._name = PersonPicker(theme, kit.search, min_letters=LETTERS, pinned="")
        self._code = LineInput(theme)
        self._new, self._again = PassphraseInput(theme), PassphraseInput(theme)
        self._fields = (
            Field(theme, say(Forgotten.NAME), self._name),
            Field(theme, say(Forgotten.CODE), self._code, hint=say(Forgotten.CODE_HINT)),
            Field(theme, say(Forgotten.NEW), self._new),
            Field(theme, say(Forgotten.ONCE_MORE), self._again),
        )
        self._suggestion, self._meter = Suggestion(theme, PASSPHRASE_WORDS), Meter(theme)
        self._chosen = PlainLabel(theme, say(Forgotten.BACKUP_WHEN), "small", wrap=True)
        self._choose = Button(theme, say(Forgotten.BACKUP))
        self._open = Button(theme, say(Forgotten.OPEN), ButtonKind.PRIMARY)
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        head = self._head()
        self.column.add(
            self.title,
            self._kit_card(),
            Card(theme, say(Forgotten.ASK, head=head), PlainLabel(theme, say(Forgotten.ASK_WHAT), wrap=True)),
            Card(theme, say(Forgotten.AGAIN), PlainLabel(theme, say(Forgotten.AGAIN_WHAT, head=head), wrap=True)),
            PlainLabel(theme, say(Forgotten.NOBODY), wrap=True),
        )
        self._connect()

    def _kit_card(self) -> Card:
        name, code, new, again = self._fields
        card = Card(self.theme, say(Forgotten.KIT), self._fault, name, code, self._suggestion, new, gap=4)
        card.add(self._meter, again)
        card.add(self._chosen, Row(self.theme, self._choose, Stretch()), Row(self.theme, self._open, Stretch()))
        return card

    def _head(self) -> str:
        heads = self._here.school.holders(Role.HEAD, self._here.today())
        return self._here.school.people[heads[0]].name if heads else say(Forgotten.HEAD)

    def _connect(self) -> None:
        self._open.clicked.connect(self._ask)
        self._again.entered.connect(self._ask)
        self._choose.clicked.connect(self._choose_backup)
        self._new.edited.connect(self._judge)
        self._suggestion.made.connect(self._new.setFocus)

    @override
    def focus_first(self) -> None:
        self.begin_at(self._name)

    @Slot(str)
    def _judge(self, typed: str) -> None:
        picked = self._name.value()
        names = (picked.name,) if isinstance(picked, PersonRow) else ()
        self._meter.judge(typed, (self._here.school.name, *names))

    @Slot()
    def _choose_backup(self) -> None:
        ask_to_open(self, say(Forgotten.BACKUP), say(Forgotten.BACKUP_KIND), self.take_backup)

    @Slot(str)
    def take_backup(self, file: str) -> None:
        """Take a backup to restore from, where nothing on this computer opens."""
        self._backup = Path(file)
        self._chosen.show_words(say(Forgotten.BACKUP_CHOSEN, file=file))

    @Slot()
    def _ask(self) -> None:
        if self._open.is_busy:
            return
        picked, code, new = self._name.value(), self._code.value(), self._new.value()
        name, typed, chosen, again = self._fields
        name.show_error("" if isinstance(picked, PersonRow) else say(Forgotten.NAME_MISSING))
        typed.show_error("" if code.strip() else say(Forgotten.CODE_MISSING))
        again.show_error("" if new == self._again.value() else say(Forgotten.DIFFERS))
        wrong = next((field for field in (name, typed, chosen, again) if field.error), None)
        if wrong is not None or not isinstance(picked, PersonRow):
            (wrong or name).setFocus()
            return
        self._fault.hide()
        self._open.set_busy(say(Forgotten.OPENING))
        person = PersonId(picked.id)
        operation = partial(come_back_here, self._here.candour, person, code, new, time.perf_counter, self._backup)
        self._tasks.run(self, operation, self._come_back, self._fail)

    def _come_back(self, person: PersonId) -> None:
        new = self._new.value()
        self._code.set_value("")
        for each in (self._new, self._again):
            each.set_value("")
        self.came_back.emit(person, new)

    def _fail(self, error: Exception) -> None:
        self._open.set_ready()
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        self._fault.show_message(Tone.WARN, explain_fault(error).sentence)
        self._fault.show()
        self.pane.verticalScrollBar().setValue(0)
