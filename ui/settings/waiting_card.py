# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One proposal: what it says, who will then be able to read what, and what whoever sits here can do about it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot

from desktop.changing.making import settle
from desktop.changing.proposals import Proposal, Stage
from desktop.changing.telling import names, tell_day, tell_effects
from desktop.clocks import london_day, short_date_words
from desktop.people import PersonId
from desktop.policies.foreseen import Foreseen, foresee
from desktop.questions.proposed import tell_in_full
from desktop.session import Session
from ui.policies.foreseen_view import ForeseenView
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.theme.icons import Icon
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap
from ui.widgets.line_input import LineInput
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal with its words, and who of those asked has a vault on this computer. Read in the worker."""

    proposal: Proposal
    says: tuple[str, ...]
    here: frozenset[PersonId]
    versions: tuple[Foreseen, ...] = ()


def read_shown(session: Session) -> tuple[Shown, ...]:
    """Publish what has all its signatures, and read every proposal. Raises KnownError(DISK_*, VAULT_*)."""
    machine = session.machine
    return tuple(
        Shown(
            proposal,
            tuple(line for one in proposal.said for line in tell_in_full(one, machine)),
            frozenset(each for each in proposal.may | proposal.must if machine.home.vault(each).exists()),
            foresee(machine, proposal.said) if proposal.stage is Stage.WAITING else (),
        )
        for proposal in settle(session)
    )


class WaitingCard(Card):
    """A proposal as somebody sees it who made it, or may do something about it."""

    sign_asked = Signal(object)
    """It is to be signed by whoever is signed in: the Proposal."""
    sign_here_asked = Signal(object, str)
    """Somebody else signs at this computer: the Proposal, and who."""
    refusal_asked = Signal(object, str)
    """It is to be turned down, or taken back: the Proposal, and the reason."""
    again_asked = Signal(object)
    """It is to be proposed again: the Proposal."""

    def __init__(self, context: SettingsContext, shown: Shown) -> None:
        theme, school, proposal = context.theme, context.school, shown.proposal
        self.proposal = proposal
        self.says = shown.says
        self._here = shown.here
        self._versions = shown.versions
        super().__init__(theme, " ".join(shown.says), icon=Icon.SQUARE_PEN)
        day = short_date_words(london_day(datetime.fromisoformat(proposal.at)))
        self.add(PlainLabel(theme, say(Settings.PROPOSED_BY, name=names(school, [proposal.proposer]), day=day), _SMALL))
        match proposal.stage:
            case Stage.OUTDATED:
                self._show_overtaken(context)
            case Stage.TURNED_DOWN:
                self.add(PlainLabel(theme, _refusal(context, proposal), wrap=True))
            case _:
                self._show_waiting(context)

    def _show_overtaken(self, context: SettingsContext) -> None:
        again = Button(context.theme, say(Settings.AGAIN_PROPOSE))
        again.clicked.connect(self._ask_again)
        self.add(PlainLabel(context.theme, say(Settings.OVERTAKEN_MORE), wrap=True), Gap(1), again)

    def _show_waiting(self, context: SettingsContext) -> None:
        theme, school, proposal = context.theme, context.school, self.proposal
        today = context.today()
        for line in (*tell_effects(proposal.effects, school), *tell_day(proposal.applies_on, today)):
            self.add(PlainLabel(theme, line, wrap=True))
        missing = (proposal.may | proposal.must) - proposal.signed
        self.add(PlainLabel(theme, say(Settings.SIGNED_BY, names=names(school, proposal.signed)), _SMALL, wrap=True))
        self.add(*(ForeseenView(theme, each) for each in self._versions))
        self.add(PlainLabel(theme, say(Settings.WAITS_FOR, names=names(school, missing)), _SMALL, wrap=True))
        self._reason = LineInput(theme, compact=True)
        self.add(Field(theme, say(Settings.REASON), self._reason), Gap(1))
        self.add(Flow(theme, self._buttons(context, sorted(missing)), gap=3))

    def _buttons(self, context: SettingsContext, missing: list[PersonId]) -> list[Button]:
        theme, me, proposal = context.theme, context.me, self.proposal
        buttons = []
        if proposal.waits_for(me):
            sign = Button(theme, say(Settings.SIGN), ButtonKind.PRIMARY)
            sign.clicked.connect(self._ask_sign)
            buttons.append(sign)
        elif me in proposal.signed:
            buttons += [self._button_of(context, person) for person in missing if person in self._here]
        refuse = Button(theme, say(Settings.TAKE_BACK if me == proposal.proposer else Settings.TURN_DOWN))
        refuse.clicked.connect(self._ask_refusal)
        return [*buttons, refuse]

    def _button_of(self, context: SettingsContext, person: PersonId) -> "_HereButton":
        button = _HereButton(context, person)
        button.chosen.connect(self._ask_sign_here)
        return button

    @Slot()
    def _ask_sign(self) -> None:
        self.sign_asked.emit(self.proposal)

    @Slot(str)
    def _ask_sign_here(self, person: str) -> None:
        self.sign_here_asked.emit(self.proposal, person)

    @Slot()
    def _ask_refusal(self) -> None:
        self.refusal_asked.emit(self.proposal, self._reason.text().strip())

    @Slot()
    def _ask_again(self) -> None:
        self.again_asked.emit(self.proposal)


def _refusal(context: SettingsContext, proposal: Proposal) -> str:
    who = names(context.school, [proposal.refused_by] if proposal.refused_by else [])
    if proposal.reason:
        return say(Settings.TURNED_DOWN_WHY, name=who, reason=proposal.reason)
    return say(Settings.TURNED_DOWN_BY, name=who)


class _HereButton(Button):
    chosen = Signal(str)

    def __init__(self, context: SettingsContext, person: PersonId) -> None:
        super().__init__(context.theme, say(Settings.SIGN_HERE, name=names(context.school, [person])))
        self._person = person
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._person)
