# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a report is about, at the left; who could open it, at the right; and lines between them (picture 10)."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.people import PersonId, Role
from desktop.setting_up import About, Draft, RouteLine
from ui.setup.words import Setup, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import Avatar
from ui.widgets.button import IconButton
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row
from ui.widgets.route_map import Route, RouteMap
from ui.widgets.text_flow import TextStyle

ABOUT_WORDS: Mapping[About, Setup] = {
    About.WORKER: Setup.ABOUT_WORKER,
    About.DSL: Setup.ABOUT_DSL,
    About.HEAD: Setup.ABOUT_HEAD,
    About.GOVERNOR: Setup.ABOUT_GOVERNOR,
    About.CHAIR: Setup.ABOUT_CHAIR,
}
ROLE_WORDS: Mapping[Role, Setup] = {
    Role.DSL: Setup.ROLE_DSL,
    Role.HEAD: Setup.ROLE_HEAD,
    Role.CHAIR: Setup.ROLE_CHAIR,
    Role.VICE_CHAIR: Setup.ROLE_VICE_CHAIR,
    Role.DEPUTY_DSL: Setup.ROLE_DEPUTY_DSL,
    Role.DEPUTY_HEAD: Setup.ROLE_DEPUTY_HEAD,
}
MAP_ROLES = (Role.DSL, Role.HEAD, Role.CHAIR, Role.VICE_CHAIR)


class RoutingMap(RouteMap):
    """Whom a report is about, and the cards that choose who holds a role."""

    role_asked = Signal(str)
    """Somebody wants to choose who holds a role: its name."""

    def __init__(self, theme: ThemeSource) -> None:
        places = {role: RoleCard(theme, role) for role in MAP_ROLES}
        cards = {role.value: place for role, place in places.items()}
        super().__init__(theme, (say(Setup.REPORT_ABOUT), say(Setup.OPENED_BY)), len(About), cards)
        self._places = places
        for place in self._places.values():
            place.chosen.connect(self.role_asked)

    def show_lines(self, draft: Draft, lines: Sequence[RouteLine]) -> None:
        """Show who holds what, and who could open what."""
        for role, place in self._places.items():
            place.show_names([draft.by_id[person].name for person in draft.holders.get(role, ())])
        self.show_routes([_route(draft, line) for line in lines])

    def place_of(self, role: Role) -> QWidget:
        """What chooses the holder of a role."""
        return self._places[role].change


def _route(draft: Draft, line: RouteLine) -> Route:
    cards = (_card_of(draft, reader) for reader in line.readers)
    return Route(say(ABOUT_WORDS[line.about]), tuple(card for card in cards if card), reader_names(draft, line))


def _card_of(draft: Draft, reader: PersonId) -> str:
    return next((role.value for role in MAP_ROLES if reader in draft.holders.get(role, ())), "")


class RoleCard(Card):
    """Who holds a role, with the button that chooses somebody else."""

    chosen = Signal(str)
    """Somebody else is to be chosen: the role's name."""

    def __init__(self, theme: ThemeSource, role: Role) -> None:
        super().__init__(theme, margins=(3, 3, 2, 3))
        self._role = say(ROLE_WORDS[role])
        self._avatar = Avatar(theme, "")
        self._name = PlainLabel(theme, "", TextStyle("label"), wrap=True)
        words = Column(
            theme, self._name, PlainLabel(theme, self._role, TextStyle("small", "text.secondary"), wrap=True)
        )
        self.change = IconButton(theme, Icon.PENCIL, say(Setup.CHOOSE_ROLE, role=self._role))
        row = Row(theme, self._avatar, gap=3)
        row.addLayout(words, 1)
        row.add(self.change)
        self.add(row)
        self.change.clicked.connect(partial(self.chosen.emit, role.value))

    def show_names(self, names: Sequence[str]) -> None:
        """Show who holds it; nobody, where there is nobody."""
        said = ", ".join(names)
        self._name.show_words(said or say(Setup.NOBODY_YET))
        self._avatar.show_name(names[0] if names else "")
        change = say(Setup.CHANGE_ROLE, role=self._role, name=said) if said else say(Setup.CHOOSE_ROLE, role=self._role)
        self.change.show_name(change)


def reader_names(draft: Draft, line: RouteLine) -> str:
    """The names of those who could open a report of this line."""
    return ", ".join(draft.by_id[reader].name for reader in line.readers) or say(Setup.NOBODY_YET)
