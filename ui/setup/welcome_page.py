# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands on a computer that belongs to no school yet: set one up, join one, or look around (ux.md A1).

And below, for whoever has a sheet that says so: bring back what another computer held.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.setup.centred import CentredPage
from ui.setup.restore_words import Restore
from ui.setup.words import Setup, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.door_card import Door, DoorCard
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.mark import Mark
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.text_flow import TextStyle


class WelcomePage(CentredPage):
    """Three doors. Where somebody is in danger, none of them is the right one, and it says so."""

    set_up_asked = Signal()
    """A school is to be set up."""
    join_asked = Signal()
    """This computer is to join a school."""
    look_asked = Signal()
    """Somebody wants to look around."""
    restore_asked = Signal()
    """Somebody has a backup and the sheet that opens it."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._set_up = _door(theme, Icon.SCHOOL, Tone.SOFT, (Setup.SET_UP, Setup.SET_UP_MORE, Setup.SET_UP_TIME))
        self._join = _door(theme, Icon.LINK, Tone.INFO, (Setup.JOIN, Setup.JOIN_MORE, Setup.JOIN_TIME))
        self._look = _door(theme, Icon.EYE, Tone.SELF, (Setup.LOOK, Setup.LOOK_MORE, Setup.LOOK_TIME))
        self._restore = LinkButton(theme, say(Restore.TITLE), "bodyStaff", icon=Icon.HISTORY)
        self._making = ProgressPanel(theme, say(Setup.MAKING_DEMO), stoppable=False)
        self._making.hide()
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        intro = PlainLabel(theme, say(Setup.WELCOME_MORE), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        title = PlainLabel(theme, say(Setup.WELCOME), "pageTitle", wrap=True)
        head = Column(theme, Mark(theme), Gap(3), title, Gap(1), intro)
        danger = Banner(theme, Tone.DANGER, say(Setup.WELCOME_DANGER))
        lost = PlainLabel(theme, say(Restore.LEAD), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        come_back = QWidget()
        come_back.setLayout(Flow(theme, (lost, self._restore), gap=2))
        doors = (self._set_up, self._join, self._look)
        self.column.add(head, danger, self._fault, *doors, self._making, come_back, Stretch())
        self.setAccessibleName(title.words)
        self.setFocusProxy(self._set_up)
        self._connect()

    def _connect(self) -> None:
        self._set_up.clicked.connect(self.set_up_asked)
        self._join.clicked.connect(self.join_asked)
        self._look.clicked.connect(self.look_asked)
        self._restore.clicked.connect(self.restore_asked)

    def show_making(self, *, is_making: bool) -> None:
        """Show that the made-up school is being made, or that it no longer is."""
        self._making.setVisible(is_making)
        for door in (self._set_up, self._join, self._look, self._restore):
            door.setEnabled(not is_making)
        self._fault.hide()

    def show_fault(self, sentence: str) -> None:
        """Say why it was not made."""
        self.show_making(is_making=False)
        self._fault.show_message(Tone.WARN, sentence, lead=say(Setup.NOT_MADE))
        self._fault.show()


def _door(theme: ThemeSource, icon: Icon, tone: Tone, words: tuple[Setup, Setup, Setup]) -> DoorCard:
    title, text, note = (say(each) for each in words)
    return DoorCard(theme, Door(icon=icon, tone=tone, title=title, text=text, note=note))
