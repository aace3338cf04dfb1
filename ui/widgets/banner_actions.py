# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two buttons of a banner that is no more than a warning: put it away, or read how to mend it (ux.md Y7)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.flow import Flow


class BannerActions(QWidget):
    """The buttons, in a row that breaks where there is no room."""

    carry_on = Signal()
    """The banner is to be put away."""
    how_to_fix = Signal()
    """The help on it is wanted."""

    def __init__(self, theme: ThemeSource, carry_on: str, how_to_fix: str) -> None:
        super().__init__()
        stay = Button(theme, carry_on, size=ButtonSize.SMALL)
        mend = Button(theme, how_to_fix, size=ButtonSize.SMALL)
        stay.clicked.connect(self.carry_on)
        mend.clicked.connect(self.how_to_fix)
        self.setLayout(Flow(theme, [stay, mend], gap=2))
