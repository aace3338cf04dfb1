# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The locked screen: a name and a passphrase, and nothing that tells what there is to see (ux.md Y1)."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.words import Shell, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.mark import Mark
from ui.widgets.passphrase_input import PassphraseInput

_SECOND_MS = 1000


class LockPage(QWidget):
    """Asks the person who locked the screen for their passphrase."""

    unlock_asked = Signal(str)
    """The passphrase that was typed."""
    start_asked = Signal()
    """Somebody else wants to use this computer."""

    def __init__(self, theme: ThemeSource, name: str) -> None:
        super().__init__()
        self._passphrase = PassphraseInput(theme)
        self._unlock = Button(theme, say(Shell.UNLOCK), ButtonKind.PRIMARY, ButtonSize.LARGE, wide=True)
        self._other = LinkButton(theme, say(Shell.NOT_ME, name=name))
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self._seconds = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        middle = Qt.AlignmentFlag.AlignHCenter
        card = Card(theme)
        card.add(
            PlainLabel(theme, say(Shell.LOCKED), "section"),
            PlainLabel(theme, name, "cardTitle"),
            self._fault,
            Field(theme, say(Shell.PASSPHRASE), self._passphrase),
            self._unlock,
            self._other,
        )
        self.setLayout(
            Column(theme, Stretch(), Aligned(Mark(theme), middle), Gap(4), Aligned(card, middle), Stretch(2))
        )
        self.setFocusProxy(self._passphrase)
        self._connect()

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._ask)
        self._passphrase.entered.connect(self._ask)
        self._other.clicked.connect(self.start_asked)
        self._clock.timeout.connect(self._count_down)

    def show_fault(self, sentence: str, wait: int) -> None:
        """Say that it did not open, and for how many seconds not to try again."""
        self._unlock.set_ready()
        self._passphrase.set_value("")
        self._seconds = wait
        again = say(Shell.TRY_AGAIN_IN, seconds=str(wait)) if wait else ""
        self._fault.show_message(Tone.WARN, f"{sentence} {again}".strip())
        self._fault.show()
        self._unlock.setEnabled(not wait)
        if wait:
            self._clock.start()
        self._passphrase.setFocus()

    @Slot()
    def _ask(self) -> None:
        if self._unlock.isEnabled() and not self._unlock.is_busy:
            self._unlock.set_busy(say(Shell.UNLOCKING))
            self.unlock_asked.emit(self._passphrase.value())

    @Slot()
    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._clock.stop()
            self._unlock.setEnabled(True)
