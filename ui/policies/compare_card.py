# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The last step of adding a version: what would hold, before it is proposed."""

from PySide6.QtCore import Signal

from desktop.policies.proposing import Ready
from ui.policies.adding_words import Adding
from ui.policies.ready_view import ReadyView
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow


class CompareCard(Card):
    """The card."""

    asked = Signal()
    """It is to be proposed."""
    back = Signal()
    """Back to what is said of it."""
    left = Signal()
    """Leave it for now."""

    def __init__(self, theme: ThemeSource, ready: Ready) -> None:
        view = ReadyView(theme, ready)
        super().__init__(theme, say(Adding.COMPARE), view, gap=3)
        propose, back = Button(theme, say(Adding.PROPOSE), ButtonKind.PRIMARY), Button(theme, say(Adding.BACK))
        leave = Button(theme, say(Adding.LEAVE))
        self.add(Flow(theme, (propose, back, leave), gap=3))
        self.setFocusProxy(view)
        propose.clicked.connect(self.asked)
        back.clicked.connect(self.back)
        leave.clicked.connect(self.left)
