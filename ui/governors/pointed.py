# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is pointed out in the typed words of a report: a banner, and beside it what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.governors.words import Said, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonSize
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column


class Pointed(QWidget):
    """The banner. With something pointed out there are two buttons: one that settles it, and “Show me”."""

    settled = Signal()
    """It is to be settled as the button says."""
    show_asked = Signal()
    """The place is to be shown."""

    def __init__(self, theme: ThemeSource, settle: str) -> None:
        super().__init__()
        self._banner = Banner(theme, Tone.OK, "")
        self.settle = Button(theme, settle, size=ButtonSize.SMALL)
        self.show_me = Button(theme, say(Said.SHOW_ME), size=ButtonSize.SMALL)
        self._buttons = QWidget()
        self._buttons.setLayout(Flow(theme, (self.settle, self.show_me)))
        self.setLayout(Column(theme, self._banner, self._buttons, gap=2))
        self.settle.clicked.connect(self.settled)
        self.show_me.clicked.connect(self.show_asked)
        self.hide()

    def point_out(self, tone: Tone, lead: str, text: str) -> None:
        """Point something out, with what can be done about it."""
        self._say(tone, lead, text, is_open=True)

    def say_fine(self, lead: str, text: str) -> None:
        """Say that there is nothing to be done."""
        self._say(Tone.OK, lead, text, is_open=False)

    def _say(self, tone: Tone, lead: str, text: str, *, is_open: bool) -> None:
        self._buttons.setVisible(is_open)
        self.show()
        self._banner.show_message(tone, text, lead=lead)
