# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What two pages of the settings share: who has asked to be let in, approving it, and codes that nobody has used."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.changing.making import Made
from desktop.clocks import short_date_words
from desktop.directory import charter
from desktop.inviting import (
    Answer,
    Request,
    approve,
    approve_and_ask,
    approve_with,
    invite,
    invited,
    requests,
    take_back,
)
from desktop.inviting import Invited as Invitation
from desktop.people import PersonId, Role, School
from desktop.session import Session
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.staff.invited_words import Invited, Own, say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle


@dataclass(frozen=True, slots=True)
class Seen:
    """What the vault says: who has asked, which codes are open, whose sign-in exists, on how many computers mine."""

    asked: tuple[Request, ...]
    made: tuple[Invitation, ...]
    able: frozenset[PersonId]
    mine: int


class ApprovingPage(SettingsPage):
    """A page on which invitations are made and approved: for others, or for whoever is signed in."""

    def __init__(self, context: SettingsContext, words: type[Invited] | type[Own]) -> None:
        super().__init__(context, say(words.TITLE), say(words.FOR))
        self._words = words
        self._school = context.school
        self.make = Button(self.theme, say(words.MAKE), ButtonKind.PRIMARY)
        self.check = Button(self.theme, say(Invited.CHECK), icon=Icon.REFRESH_CW)
        self.waiting = Exchanged(self.theme, gap=3)
        self.open = Exchanged(self.theme, gap=3)
        self.said = Banner(self.theme, Tone.OK, "")
        self.said.hide()
        self.check.clicked.connect(self._look)

    @override
    def show_school(self, school: School) -> None:
        self._school = school
        self._look()

    def show_seen(self, seen: Seen) -> None:
        """Show what the vault says, as far as it is for this page."""
        asked, made = self._of_this_page(seen)
        self.waiting.show_widgets(*[self._request(request) for request in asked])
        heading = PlainLabel(self.theme, say(self._words.OPEN if made else self._words.NONE), "cardTitle", wrap=True)
        self.open.show_widgets(heading, *[self._invitation(each) for each in made])

    def invite(self, person: PersonId) -> None:
        """Make a code for somebody, and show it."""
        self.ask(partial(invite, self.context.session, person), self.on_invited)

    def on_invited(self, _made: Invitation) -> None:
        """A code was made."""
        self._look()

    @Slot()
    def _look(self) -> None:
        self.ask(partial(_read, self.context.session), self.show_seen)

    def _of_this_page(self, seen: Seen) -> tuple[list[Request], list[Invitation]]:
        is_own = self._words is Own

        def ours(person: PersonId) -> bool:
            return (person == self.context.me) is is_own

        return [each for each in seen.asked if ours(each.person)], [each for each in seen.made if ours(each.person)]

    def _invitation(self, made: Invitation) -> QWidget:
        theme, words, name = self.theme, self._words, self._name(made.person)
        title = say(words.CODE_FOR, name=name, day=short_date_words(made.until))
        back = Button(theme, say(words.TAKE_BACK_FROM, name=name), size=ButtonSize.SMALL)
        back.clicked.connect(partial(self._take_back, made.person))
        by_hand = PlainLabel(theme, say(words.BY_HAND), TextStyle("small", "text.secondary"), wrap=True)
        code = PlainLabel(theme, made.code, "phrase", wrap=True)
        return Card(theme, title, code, by_hand, Row(theme, back, Stretch()), gap=2)

    def _take_back(self, person: PersonId) -> None:
        self.ask(partial(take_back, self.context.session, person), self._on_taken_back)

    def _on_taken_back(self, _nothing: None) -> None:
        self._look()

    # Letting in

    def _request(self, request: Request) -> QWidget:
        theme, words, name = self.theme, self._words, self._name(request.person)
        match request.answer:
            case Answer.WRONG:
                return Banner(theme, Tone.WARN, say(words.WRONG_MORE), lead=say(words.WRONG, name=name))
            case Answer.OVER:
                return Banner(theme, Tone.WARN, say(words.OVER_MORE), lead=say(words.OVER, name=name))
            case Answer.MATCHES:
                return self._matching(request, name)

    def _matching(self, request: Request, name: str) -> Card:
        theme, words = self.theme, self._words
        card = Card(theme, say(Invited.WAITING), gap=3, icon=Icon.USER_ROUND_CHECK)
        card.add(PlainLabel(theme, say(words.MATCHES, name=name), "label", wrap=True))
        button = Button(theme, say(words.APPROVE, name=name), ButtonKind.PRIMARY)
        if request.needs_second:
            second = _Second(self.context, say(words.SECOND, name=name))
            card.add(second)
            button.clicked.connect(partial(self._approve_with, request, second))
            beside = [self._asking(request)] if self._words is Own else []
        else:
            button.clicked.connect(partial(self._approve, request, name))
            beside = []
        card.add(Flow(theme, (button, *beside), gap=3))
        return card

    def _asking(self, request: Request) -> Button:
        """Has the other officers sign on their own computers."""
        button = Button(self.theme, say(Own.ASK_OFFICERS))
        operation = partial(approve_and_ask, self.context.session, request.eid)
        button.clicked.connect(
            partial(self.confirm, say(Own.APPROVE_WHAT), partial(self.ask, operation, self._on_made))
        )
        return button

    def _on_made(self, made: Made) -> None:
        self.said.show_message(Tone.OK, say(Own.ASKED_OFFICERS, names=self._names(made.asked)))
        self.said.show()
        self._look()

    def _names(self, people: frozenset[PersonId]) -> str:
        return ", ".join(sorted(self._name(person) for person in people))

    def _approve(self, request: Request, name: str) -> None:
        self.confirm(
            say(self._words.APPROVE_WHAT, name=name),
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

    def __init__(self, context: SettingsContext, why: str) -> None:
        super().__init__()
        theme, school = context.theme, context.school
        roles = [Role(role) for role in charter().officers]
        held = school.holding(roles, context.today())
        officers = [person for person in held if person != context.me]
        choices = [Choice(person, school.people[person].name) for person in officers]
        self._who = ComboChoice(theme, choices, placeholder=say(Invited.SECOND_WHO))
        self._passphrase = PassphraseInput(theme)
        self._field = Field(theme, say(Invited.SECOND_WHO), self._who)
        typed = Field(theme, say(Invited.SECOND_PASSPHRASE), self._passphrase)
        self.setLayout(Column(theme, PlainLabel(theme, why, "body", wrap=True), self._field, typed, gap=3))

    def answer(self) -> tuple[PersonId | None, str]:
        """Who it is and what they typed; nobody, when one of them is missing, and then it says so."""
        who, passphrase = self._who.value(), self._passphrase.value()
        is_whole = bool(who and passphrase)
        self._field.show_error("" if is_whole else say(Invited.SECOND_ERROR))
        self._passphrase.set_value("")
        return (PersonId(who) if who and passphrase else None), passphrase


def _read(session: Session) -> Seen:
    session.sync()
    state = session.machine.state
    able = frozenset(PersonId(record.fact.person) for record in state.keys.values() if record.revoked is None)
    return Seen(requests(session), invited(session), able, len(state.active_keys(session.me)))
