# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, sign-ins: inviting somebody to sign in on their own computer, and letting in who has the right code."""

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.finding import PeopleIndex
from desktop.inviting import Invited as Invitation
from desktop.people import PersonId
from ui.forms.kit import FormKit
from ui.settings.approving import ApprovingPage, Seen
from ui.settings.context import SettingsContext
from ui.staff.invited_words import Invited, say
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow


class JoiningPage(ApprovingPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, Invited)
        theme = self.theme
        self._picker = PersonPicker(theme, self._search, pinned="")
        self._able: frozenset[PersonId] = frozenset()
        card = Card(theme, "", Field(theme, say(Invited.WHO), self._picker, hint=say(Invited.WHO_HINT)), gap=3)
        card.add(Flow(theme, (self.make, self.check), gap=3))
        self.body.add(self.waiting, card, self.open)
        self.setFocusProxy(self._picker)
        self.make.clicked.connect(self._invite)

    @override
    def show_seen(self, seen: Seen) -> None:
        self._able = seen.able
        super().show_seen(seen)

    @override
    def on_invited(self, made: Invitation) -> None:
        self._picker.set_value(None)
        super().on_invited(made)

    def _search(self, typed: str) -> list[PersonRow]:
        today = self.context.today()
        people = (
            person
            for person in self._school.people.values()
            if person.person_id not in self._able and not person.has_left(today)
        )
        kit = FormKit(
            theme=self.theme, school=self._school, people=PeopleIndex(people, by_name=True), today=self.context.today
        )
        return list(kit.search(typed))

    @Slot()
    def _invite(self) -> None:
        picked = self._picker.value()
        if isinstance(picked, PersonRow):
            self.invite(PersonId(picked.id))
        else:
            self._picker.setFocus()
