# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card with which an officer proposes that somebody comes into a role or leaves it."""

from PySide6.QtCore import Signal, Slot

from desktop.changing.change import appointed, ended
from desktop.changing.deputies import last_place
from desktop.changing.telling import role_words
from desktop.people import PersonId, Role
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Row, Stretch
from ui.widgets.person_rows import PersonRow
from ui.widgets.segmented import Segmented
from ui.widgets.text_flow import TextStyle

_COMES, _GOES = "comes", "goes"


class RoleCard(Card):
    """Person, role, in or out, and the days. What is missing is said at its field."""

    asked = Signal(object)
    """A change of a role is wanted."""

    def __init__(self, page: ChangePage) -> None:
        theme = page.theme
        more = PlainLabel(theme, say(Settings.CHANGE_ROLE_MORE), TextStyle("small", "text.secondary"), wrap=True)
        super().__init__(theme, say(Settings.CHANGE_ROLE), more, gap=3)
        self._page = page
        self._picker = page.picker()
        self._roles = ComboChoice(
            theme,
            [Choice(role.value, role_words(role.value)) for role in Role],
            placeholder=say(Settings.CHOOSE_ROLE),
            compact=True,
        )
        self._way = Segmented(theme, [Choice(_COMES, say(Settings.COMES)), Choice(_GOES, say(Settings.GOES))])
        self._since, self._until = page.day(), page.day()
        self._person = Field(theme, say(Settings.PERSON), self._picker)
        self._role = Field(theme, say(Settings.ROLE), self._roles)
        self._from = Field(theme, say(Settings.FROM), self._since)
        self._to = Field(theme, say(Settings.UNTIL), self._until)
        propose = Button(theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self.add(self._person, Row(theme, self._role, Stretch()))
        self.add(Field(theme, say(Settings.WHAT_HAPPENS), self._way))
        self.add(Flow(theme, (self._from, self._to), gap=4, at_top=True), Gap(1), propose)
        self._way.edited.connect(self._show_days)
        propose.clicked.connect(self._ask)
        self.clear()

    def clear(self) -> None:
        """Forget what was chosen."""
        self._picker.set_value(None)
        self._roles.set_value(None)
        self._way.set_value(_COMES)
        self._since.set_value(None)
        self._until.set_value(None)
        self._show_days()

    @Slot()
    def _show_days(self) -> None:
        for field in (self._from, self._to):
            field.setVisible(self._way.value() == _COMES)

    @Slot()
    def _ask(self) -> None:
        picked, role = self._picker.value(), self._roles.value()
        days = ((self._from, self._since), (self._to, self._until))
        self._person.show_error("" if isinstance(picked, PersonRow) else say(Settings.NEEDS_PERSON))
        self._role.show_error("" if role else say(Settings.NEEDS_ROLE))
        are_days = [show_day_error(field, entry) for field, entry in days]
        if not isinstance(picked, PersonRow) or not role or not all(are_days):
            return
        person = PersonId(picked.id)
        if self._way.value() == _COMES:
            place = last_place(self._page.school, Role(role), person)
            self.asked.emit(appointed(Role(role), person, self._since.value(), self._until.value(), place))
        else:
            self.asked.emit(ended(Role(role), person))
