# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, roles and routing: what waits for signatures, who can open a report about whom, and a change of roles."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.changing.change import Said
from desktop.changing.making import Made, approve, propose_again, turn_down
from desktop.changing.proposals import Proposal, Stage
from desktop.changing.reading import Reading, readings
from desktop.changing.telling import name
from desktop.directory import charter
from desktop.people import PersonId, School
from ui.settings.apart_card import ApartCard
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.named_card import NamedCard
from ui.settings.order_card import OrderCard
from ui.settings.passphrase_step import PassphraseStep
from ui.settings.role_card import RoleCard
from ui.settings.route_view import RouteView
from ui.settings.waiting_card import Shown, WaitingCard, read_shown
from ui.settings.words import Settings, say
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column


class RolesPage(ChangePage):
    """The page. Everybody sees who can open what; officers propose, and whoever is asked signs."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.ROUTING), say(Settings.ROUTING_FOR))
        self._routes = RouteView(self.theme)
        self._place = Column(self.theme, gap=4)
        self._waiting: QWidget | None = None
        self._version = 0
        self.role, self.order = RoleCard(self), OrderCard(self)
        self.apart, self.named = ApartCard(self), NamedCard(self)
        self.body.addLayout(self._place)
        self.body.add(self._routes, self.role, self.order, self.apart, self.named)
        self._is_officer = bool(context.roles & set(charter().officers))
        for card in (self.role, self.named):
            card.setVisible(self._is_officer)
        self.apart.setVisible(bool(context.roles & set(charter().guarded)))
        self.role.asked.connect(self._propose)
        self.apart.asked.connect(self._keep_apart)
        self.named.asked.connect(self._settle)
        self.order.asked.connect(self._reorder)
        self.setFocusProxy(self._routes)

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        self.apart.show_school(school)
        if self._version != school.version:  # what was ticked or moved stays, unless something else holds now
            self._version = school.version
            self._show_named()
            self._show_order()
        self.ask(partial(readings, school, self.context.today()), self._show)
        self.ask(partial(read_shown, self.context.session), self._show_waiting)

    # What waits

    def _show_waiting(self, found: tuple[Shown, ...]) -> None:
        if self._waiting is not None:
            drop(self._waiting)
        self._waiting = QWidget()
        column = Column(self.theme, gap=4)
        for title, shown in self._sorted(found):
            if shown:
                column.add(PlainLabel(self.theme, say(title), "section"), *(self._card(each) for each in shown))
        self._waiting.setLayout(column)
        self._place.add(self._waiting)
        self._waiting.setVisible(column.count() > 0)

    def _sorted(self, found: tuple[Shown, ...]) -> list[tuple[Settings, list[Shown]]]:
        me = self.context.me
        waiting = [each for each in found if each.proposal.stage is Stage.WAITING]
        mine = [each for each in found if me in each.proposal.may | {each.proposal.proposer}]
        return [
            (Settings.WAITING, [each for each in waiting if each.proposal.waits_for(me)]),
            (Settings.WAITING_OTHERS, [each for each in waiting if not each.proposal.waits_for(me)]),
            (Settings.TURNED_DOWN, [each for each in mine if each.proposal.stage is Stage.TURNED_DOWN][:_OVER_SHOWN]),
            (Settings.OVERTAKEN, [each for each in mine if each.proposal.stage is Stage.OUTDATED][:_OVER_SHOWN]),
        ]

    def _card(self, shown: Shown) -> WaitingCard:
        card = WaitingCard(self.context, shown)
        card.sign_asked.connect(self._sign)
        card.sign_here_asked.connect(self._sign_here)
        card.refusal_asked.connect(self._refuse)
        card.again_asked.connect(self._again)
        return card

    @Slot(object)
    def _sign(self, proposal: Proposal) -> None:
        session = self.context.session

        def sign() -> None:
            self.ask(partial(approve, session, proposal.eid), self.show_made)

        self.confirm(say(Settings.SIGN_WHAT, what=self._what(proposal)), sign)

    @Slot(object, str)
    def _sign_here(self, proposal: Proposal, person: str) -> None:
        """Somebody else types their own passphrase here; the vault that it opens signs."""
        session = self.context.session

        def sign(typed: str) -> Made:
            return approve(session, proposal.eid, {PersonId(person): typed})

        def signed(made: object) -> None:
            if isinstance(made, Made):
                self.show_made(made)

        title = say(Settings.SIGN_HERE_TITLE, name=name(self.school, person))
        what = say(Settings.SIGN_WHAT, what=self._what(proposal))
        self.show_step(PassphraseStep(self.context, what, sign, title), signed)

    @Slot(object, str)
    def _refuse(self, proposal: Proposal, reason: str) -> None:
        self.ask(partial(turn_down, self.context.session, proposal.eid, reason), self._refused)

    def _refused(self, _done: None) -> None:
        self.show_school(self.school)
        self._routes.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _again(self, proposal: Proposal) -> None:
        session = self.context.session

        def propose() -> None:
            self.ask(partial(propose_again, session, proposal.eid), self.show_made)

        self.confirm(self._what(proposal), propose)

    def _what(self, proposal: Proposal) -> str:
        shown = [card for card in self.findChildren(WaitingCard) if card.proposal is proposal]
        return " ".join(shown[0].says) if shown else ""

    # A change of roles, and what holds

    @Slot(object)
    def _propose(self, said: Said) -> None:
        self.change([said], self.role.clear)

    @Slot(object)
    def _keep_apart(self, said: Said) -> None:
        self.change([said], self.apart.clear)

    @Slot(object)
    def _settle(self, said: Said) -> None:
        self.change([said], self._show_named)

    @Slot(object)
    def _reorder(self, said: Sequence[Said]) -> None:
        self.change(said, self._show_order)

    def _show_order(self) -> None:
        has_several = self.order.show_school(self.school, self.context.today())
        self.order.setVisible(self._is_officer and has_several)

    def _show_named(self) -> None:
        self.named.show_school(self.school)

    def _show(self, found: tuple[Reading, ...]) -> None:
        self._routes.show_readings(found, self.school, self.context.today())


_OVER_SHOWN = 3
"""So many of those that are over are shown, the newest."""
