# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, the paper key: an officer is set without anybody's approval, and every computer shows it for ever.

Whoever is to become an officer has a sign-in, because a reader without keys could read nothing; so they come this far.
"""

from functools import partial

from PySide6.QtCore import Slot

from desktop.changing.change import RoleChanged, appointed, ended
from desktop.changing.deputies import last_place
from desktop.changing.making import break_glass
from desktop.changing.telling import role_words, tell_change
from desktop.directory import charter
from desktop.people import PersonId, Role
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.paper_words import Paper
from ui.settings.words import Settings, say
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.layouts import Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.person_rows import PersonRow
from ui.widgets.segmented import Segmented

_COMES, _GOES = "comes", "goes"


class PaperPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Paper.TITLE), say(Paper.FOR))
        theme = self.theme
        self._picker = self.picker()
        offered = [Choice(role, role_words(role)) for role in charter().officers]
        self.roles = ComboChoice(theme, offered, placeholder=say(Settings.CHOOSE_ROLE), compact=True)
        self._way = Segmented(theme, [Choice(_COMES, say(Settings.COMES)), Choice(_GOES, say(Settings.GOES))])
        self._key = PassphraseInput(theme)
        self._person = Field(theme, say(Settings.PERSON), self._picker)
        self._role = Field(theme, say(Settings.ROLE), self.roles)
        self._paper = Field(theme, say(Paper.KEY), self._key, hint=say(Paper.KEY_HINT))
        use = Button(theme, say(Paper.USE), ButtonKind.DESTRUCTIVE_OUTLINE)
        self.body.add(
            Banner(theme, Tone.DANGER, say(Paper.WARNING)),
            Card(
                theme,
                say(Paper.WHAT),
                self._person,
                Row(theme, self._role, Stretch()),
                Field(theme, say(Settings.WHAT_HAPPENS), self._way),
                self._paper,
                Row(theme, use, Stretch()),
                gap=3,
            ),
        )
        self._way.set_value(_COMES)
        self.setFocusProxy(self._picker)
        use.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        said = self._read()
        typed = self._key.value().strip()
        self._paper.show_error("" if typed else say(Paper.NEEDS_KEY))
        if said is None or not typed:
            return
        machine = self.context.candour.machine

        def confirm(told: str) -> None:
            self.confirm(say(Paper.CONFIRM, what=told), partial(self._break, typed, said))

        self.ask(lambda: " ".join(tell_change(said, machine.school, machine.state)), confirm)

    def _read(self) -> RoleChanged | None:
        picked, role = self._picker.value(), self.roles.value()
        self._person.show_error("" if isinstance(picked, PersonRow) else say(Settings.NEEDS_PERSON))
        self._role.show_error("" if role else say(Settings.NEEDS_ROLE))
        if not isinstance(picked, PersonRow) or not role:
            return None
        person = PersonId(picked.id)
        if self._way.value() == _GOES:
            return ended(Role(role), person)
        return appointed(Role(role), person, None, None, last_place(self.school, Role(role), person))

    def _break(self, typed: str, said: RoleChanged) -> None:
        self.ask(partial(break_glass, self.context.candour.machine, typed, said), self._tell)

    def _tell(self, _done: None) -> None:
        self._key.set_value("")
        self._picker.set_value(None)
        self.roles.set_value(None)
        self.saved.emit()
