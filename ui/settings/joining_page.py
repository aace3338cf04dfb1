# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, sign-ins: inviting somebody to sign in on their own computer, and letting in who has the right code."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.clocks import short_date_words
from desktop.directory import charter
from desktop.finding import PeopleIndex
from desktop.inviting import Answer, Request, approve, approve_with, invite, invited, requests, take_back
from desktop.inviting import Invited as Invitation
from desktop.people import PersonId, Role, School
from desktop.session import Session
from ui.forms.kit import FormKit
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.setup.exchanged import Exchanged
from ui.staff.invited_words import Invited, say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow
from ui.widgets.text_flow import TextStyle

_Seen = tuple[tuple[Request, ...], tuple[Invitation, ...], frozenset[PersonId]]


class JoiningPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Invited.TITLE), say(Invited.FOR))
        theme = self.theme
        self._school = context.school
        self._picker = PersonPicker(theme, self._search, pinned="")
        self._make = Button(theme, say(Invited.MAKE), ButtonKind.PRIMARY)
        self._check = Button(theme, say(Invited.CHECK), icon=Icon.REFRESH_CW)
        self._waiting = Exchanged(theme, gap=3)
        self._open = Exchanged(theme, gap=3)
        self._able: frozenset[PersonId] = frozenset()
        card = Card(theme, "", Field(theme, say(Invited.WHO), self._picker, hint=say(Invited.WHO_HINT)), gap=3)
        card.add(Row(theme, self._make, self._check, Stretch(), gap=3))
        self.body.add(self._waiting, card, self._open)
        self.setFocusProxy(self._picker)
        self._make.clicked.connect(self._invite)
        self._check.clicked.connect(self._look)

    @override
    def show_school(self, school: School) -> None:
        self._school = school
        self._look()

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
    def _look(self) -> None:
        self.ask(partial(_read, self.context.session), self._show)

    def _show(self, seen: _Seen) -> None:
        asked, made, self._able = seen
        self._waiting.show_widgets(*[self._request(request) for request in asked])
        theme = self.theme
        heading = PlainLabel(theme, say(Invited.OPEN if made else Invited.NONE), "cardTitle", wrap=True)
        self._open.show_widgets(heading, *[self._invitation(each) for each in made])

    # Inviting

    @Slot()
    def _invite(self) -> None:
        picked = self._picker.value()
        if isinstance(picked, PersonRow):
            self.ask(partial(invite, self.context.session, PersonId(picked.id)), self._on_invited)
        else:
            self._picker.setFocus()

    def _on_invited(self, _made: Invitation) -> None:
        self._picker.set_value(None)
        self._look()

    def _invitation(self, made: Invitation) -> QWidget:
        theme, name = self.theme, self._name(made.person)
        title = say(Invited.CODE_FOR, name=name, day=short_date_words(made.until))
        back = Button(theme, say(Invited.TAKE_BACK_FROM, name=name), size=ButtonSize.SMALL)
        back.clicked.connect(partial(self._take_back, made.person))
        by_hand = PlainLabel(theme, say(Invited.BY_HAND), TextStyle("small", "text.secondary"), wrap=True)
        code = PlainLabel(theme, made.code, "phrase", wrap=True)
        return Card(theme, title, code, by_hand, Row(theme, back, Stretch()), gap=2)

    def _take_back(self, person: PersonId) -> None:
        self.ask(partial(take_back, self.context.session, person), self._on_taken_back)

    def _on_taken_back(self, _nothing: None) -> None:
        self._look()

    # Letting in

    def _request(self, request: Request) -> QWidget:
        theme, name = self.theme, self._name(request.person)
        match request.answer:
            case Answer.WRONG:
                return Banner(theme, Tone.WARN, say(Invited.WRONG_MORE), lead=say(Invited.WRONG, name=name))
            case Answer.OVER:
                return Banner(theme, Tone.WARN, say(Invited.OVER_MORE), lead=say(Invited.OVER, name=name))
            case Answer.MATCHES:
                return self._matching(request, name)

    def _matching(self, request: Request, name: str) -> Card:
        theme = self.theme
        card = Card(theme, say(Invited.WAITING), gap=3, icon=Icon.USER_ROUND_CHECK)
        card.add(PlainLabel(theme, say(Invited.MATCHES, name=name), "label", wrap=True))
        button = Button(theme, say(Invited.APPROVE, name=name), ButtonKind.PRIMARY)
        if request.needs_second:
            second = _Second(self.context, name)
            card.add(second)
            button.clicked.connect(partial(self._approve_with, request, second))
        else:
            button.clicked.connect(partial(self._approve, request, name))
        card.add(Row(theme, button, Stretch()))
        return card

    def _approve(self, request: Request, name: str) -> None:
        self.confirm(
            say(Invited.APPROVE_WHAT, name=name),
            partial(self.ask, partial(approve, self.context.session, request.eid), self._on_approved),
        )

    def _approve_with(self, request: Request, second: "_Second") -> None:
        officer, passphrase = second.answer()
        if officer is not None:
            operation = partial(approve_with, self.context.session, request.eid, officer, passphrase)
            self.ask(operation, self._on_approved)

    def _on_approved(self, _person: PersonId) -> None:
        self.saved.emit()
        self._look()

    def _name(self, person: PersonId) -> str:
        return self._school.people[person].name


class _Second(QWidget):
    """A second officer of the school, with their passphrase."""

    def __init__(self, context: SettingsContext, name: str) -> None:
        super().__init__()
        theme, school = context.theme, context.school
        roles = [Role(role) for role in charter().officers]
        held = dict.fromkeys(person for role in roles for person in school.holders(role, context.today()))
        officers = [person for person in held if person != context.me]
        choices = [Choice(person, school.people[person].name) for person in officers]
        self._who = ComboChoice(theme, choices, placeholder=say(Invited.SECOND_WHO))
        self._passphrase = PassphraseInput(theme)
        self._field = Field(theme, say(Invited.SECOND_WHO), self._who)
        why = PlainLabel(theme, say(Invited.SECOND, name=name), "body", wrap=True)
        typed = Field(theme, say(Invited.SECOND_PASSPHRASE), self._passphrase)
        self.setLayout(Column(theme, why, self._field, typed, gap=3))

    def answer(self) -> tuple[PersonId | None, str]:
        """Who it is and what they typed; nobody, when one of them is missing, and then it says so."""
        who, passphrase = self._who.value(), self._passphrase.value()
        is_whole = bool(who and passphrase)
        self._field.show_error("" if is_whole else say(Invited.SECOND_ERROR))
        self._passphrase.set_value("")
        return (PersonId(who) if who and passphrase else None), passphrase


def _read(session: Session) -> _Seen:
    session.sync()
    state = session.machine.state
    able = frozenset(PersonId(record.fact.person) for record in state.keys.values() if record.revoked is None)
    return requests(session), invited(session), able
