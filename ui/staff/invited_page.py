# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody with an invitation sets up their own sign-in: name, code, then a passphrase of their own (ux.md A4)."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from desktop.faults import KnownError, explain_fault
from desktop.filing import Delivery
from desktop.finding import PeopleIndex
from desktop.first_run import ask_here
from desktop.people import PersonId
from ui.forms.kit import FormKit
from ui.setup.passphrase_panel import PassphrasePanel
from ui.shell.tasks import Tasks
from ui.staff.here import Here
from ui.staff.invited_words import Invited, say
from ui.staff.side_page import SidePage
from ui.staff.sign_in_card import LETTERS
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.line_input import LineInput
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow
from ui.widgets.text_flow import TextStyle


class InvitedPage(SidePage):
    """Asks; and says how it went."""

    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, here: Here) -> None:
        super().__init__(theme, here, say(Invited.LINK))
        self._tasks = tasks
        self._here = here
        today = here.today()
        people = PeopleIndex((each for each in here.school.people.values() if not each.has_left(today)), by_name=True)
        kit = FormKit(theme=theme, school=here.school, people=people, today=here.today)
        self._name = PersonPicker(theme, kit.search, min_letters=LETTERS, pinned="")
        self._name.input.setPlaceholderText(say(Invited.TYPE_NAME))
        self._code = LineInput(theme)
        self._name_field = Field(theme, say(Invited.NAME), self._name)
        self._code_field = Field(theme, say(Invited.CODE), self._code, hint=say(Invited.CODE_HINT))
        self._go_on = Button(theme, say(Invited.CONTINUE), ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._panel: PassphrasePanel | None = None
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        intro = PlainLabel(theme, say(Invited.INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self.column.add(self.title, intro, self._name_field, self._code_field, self._fault, self._go_on)
        self._go_on.clicked.connect(self._ask_passphrase)
        self._code.returnPressed.connect(self._ask_passphrase)

    @override
    def focus_first(self) -> None:
        self.begin_at(self._name)

    @property
    def _person(self) -> PersonId | None:
        picked = self._name.value()
        return PersonId(picked.id) if isinstance(picked, PersonRow) else None

    @property
    def _asked(self) -> tuple[PersonId, str] | None:
        """Who asks, with which code; None, and said in the fields, where one is missing."""
        person, code = self._person, self._code.value().strip()
        self._name_field.show_error("" if person else say(Invited.NAME_ERROR))
        self._code_field.show_error("" if code else say(Invited.CODE_ERROR))
        if person is None or not code:
            (self._code if person else self._name).setFocus()
            return None
        return person, code

    @Slot()
    def _ask_passphrase(self) -> None:
        asked = self._asked
        if asked is None:
            return
        person, _code = asked
        self._fault.hide()
        school = self._here.school
        self._panel = PassphrasePanel(self.theme, school.people[person].name, (school.name,))
        self._panel.chosen.connect(self._ask)
        self.show_below((self._panel,))
        self._panel.setFocus()

    @Slot(object)
    def _ask(self, passphrase: str) -> None:
        asked = self._asked
        if asked is None or self._panel is None:
            return
        person, code = asked
        self._fault.hide()
        self._panel.set_busy(say(Invited.ASKING))
        operation = partial(ask_here, self._here.candour, person, code, passphrase)
        self._tasks.run(self, operation, self._on_asked, self._on_fault)

    def _on_asked(self, _delivery: Delivery) -> None:
        self._panel = None
        for each in (self._name_field, self._code_field, self._go_on):
            each.hide()
        done = Banner(self.theme, Tone.OK, say(Invited.ASKED_MORE), lead=say(Invited.ASKED))
        self.show_below((done,))
        self.focus_back()
        announce(done, f"{say(Invited.ASKED)} {say(Invited.ASKED_MORE)}")

    def _on_fault(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        words = explain_fault(error)
        if self._panel is not None:
            self._panel.set_ready()
        self._fault.show_message(Tone.WARN, f"{words.record} {words.do}", lead=words.happened)
        self._fault.show()
        self._code.setFocus()
