# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, another computer: a code for oneself, and approving the vault that asks with it (security.md 3.1)."""

from PySide6.QtCore import Slot
from typing_extensions import override

from ui.settings.approving import ApprovingPage, Seen
from ui.settings.context import SettingsContext
from ui.staff.invited_words import Own, say
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel


class AnotherPage(ApprovingPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, Own)
        theme = self.theme
        self._count = PlainLabel(theme, "", "label", wrap=True)
        steps = [PlainLabel(theme, say(step), wrap=True) for step in (Own.JOIN, Own.ASK, Own.COME_BACK)]
        facts = [PlainLabel(theme, say(fact), wrap=True) for fact in (Own.COMES, Own.STAYS, Own.KIT)]
        how = Card(theme, say(Own.HOW), *steps, Flow(theme, (self.make, self.check), gap=3), gap=3)
        self.body.add(self._count, self.said, self.waiting, how, self.open, Card(theme, say(Own.KNOW), *facts, gap=3))
        self.setFocusProxy(self.make)
        self.make.clicked.connect(self._invite)

    @override
    def show_seen(self, seen: Seen) -> None:
        self._count.show_words(say(Own.ON_ONE) if seen.mine == 1 else say(Own.ON_SEVERAL, count=f"{seen.mine:,}"))
        super().show_seen(seen)

    @Slot()
    def _invite(self) -> None:
        self.invite(self.context.me)
