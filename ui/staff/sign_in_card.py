# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing in: a name that is completed only after three letters, and a passphrase (ux.md S1).

The names come from the staff list, so that nothing tells who has ever signed in here.
"""

from PySide6.QtCore import QTimer, Signal, Slot

from desktop.faults import FaultWords
from desktop.finding import PeopleIndex
from desktop.people import PersonId
from ui.forms.kit import FormKit
from ui.staff.forgotten_words import Forgotten
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow
from ui.widgets.text_flow import TextStyle

LETTERS = 3
_SECOND_MS = 1_000


class SignInCard(Card):
    """Asks who somebody is. Whether it was right is told with `show_fault`, or by another page taking its place."""

    sign_in_asked = Signal(str, object)
    """Somebody wants to sign in: their person id and the passphrase."""
    forgotten = Signal()
    """Somebody has forgotten their passphrase."""

    def __init__(self, theme: ThemeSource, here: Here) -> None:
        super().__init__(theme, gap=4, margins=(5, 5, 5, 5))
        today = here.today()
        people = PeopleIndex((each for each in here.school.people.values() if not each.has_left(today)), by_name=True)
        kit = FormKit(theme=theme, school=here.school, people=people, today=here.today)
        self._name = PersonPicker(theme, kit.search, min_letters=LETTERS, pinned="", icon=Icon.USER_ROUND)
        self._name.input.setPlaceholderText(say(Staff.TYPE_NAME))
        self._passphrase = PassphraseInput(theme)
        self._name_field = Field(theme, say(Staff.YOUR_NAME), self._name)
        self._passphrase_field = Field(theme, say(Staff.PASSPHRASE), self._passphrase)
        self._button = Button(theme, say(Staff.SIGN_IN), ButtonKind.PRIMARY, ButtonSize.LARGE, wide=True)
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self._sentence = ""
        self._seconds = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        heading = Column(
            theme,
            PlainLabel(theme, say(Staff.SIGN_IN), "section", wrap=True),
            PlainLabel(theme, say(Staff.SIGN_IN_WHY), TextStyle("small", "text.secondary"), wrap=True),
        )
        self.add(heading, self._fault, self._name_field, self._passphrase_field, self._button)
        self._forgotten = LinkButton(theme, say(Forgotten.LINK), "small")
        self.add(self._forgotten)
        self.setFocusProxy(self._name)
        self._connect()

    def _connect(self) -> None:
        self._button.clicked.connect(self._ask)
        self._passphrase.entered.connect(self._ask)
        self._clock.timeout.connect(self._count_down)
        self._forgotten.clicked.connect(self.forgotten)

    def show_fault(self, words: FaultWords, wait_seconds: int) -> None:
        """Say that it did not work, and for how many seconds it cannot be tried again."""
        self._button.set_ready()
        self._passphrase.set_value("")
        self._sentence = " ".join(part for part in (words.happened, words.do) if part)
        self._seconds = wait_seconds
        self._show_wait()
        self._fault.show()
        if wait_seconds:
            self._clock.start()
        self._passphrase.setFocus()

    def clear(self) -> None:
        """Forget everything that was typed."""
        self._button.set_ready()
        self._name.set_value(None)
        self._passphrase.set_value("")
        self._fault.hide()

    @Slot()
    def _ask(self) -> None:
        if self._seconds or self._button.is_busy:
            return
        picked, passphrase = self._picked(), self._passphrase.value()
        self._name_field.show_error("" if picked else say(Staff.NAME_MISSING))
        self._passphrase_field.show_error("" if passphrase else say(Staff.PASSPHRASE_MISSING))
        if picked is None:
            self._name.setFocus()
        elif not passphrase:
            self._passphrase.setFocus()
        else:
            self._button.set_busy(say(Staff.SIGNING_IN))
            self.sign_in_asked.emit(picked, passphrase)

    def _picked(self) -> PersonId | None:
        """Who was chosen, or whose whole name was typed."""
        picked = self._name.value()
        return PersonId(picked.id) if isinstance(picked, PersonRow) else None

    @Slot()
    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._clock.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        again = say(Staff.TRY_AGAIN_IN, seconds=str(self._seconds)) if self._seconds else ""
        self._fault.show_message(Tone.WARN, " ".join(part for part in (self._sentence, again) if part))
