# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one step that everything which affects who can read what goes through: the passphrase again (ux.md A5)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.confirming import confirm_passphrase
from desktop.faults import KnownError, explain_fault
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Stretch
from ui.widgets.passphrase_input import PassphraseInput


class PassphraseStep(QWidget):
    """Asks for a passphrase: `what` says what is about to happen.

    `operation` gets what was typed, in the worker; without one it is held against the vault of whoever is signed in.
    """

    confirmed = Signal(object)
    """It was right: what the operation returned."""
    cancelled = Signal()
    """They would rather not."""
    bug = Signal(object)
    """Something broke: the exception."""

    def __init__(
        self, context: SettingsContext, what: str, operation: Callable[[str], object] | None = None, title: str = ""
    ) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        self._operation = operation or partial(confirm_passphrase, context.session)
        self._passphrase = PassphraseInput(theme)
        self._confirm = Button(theme, say(Settings.CONFIRM), ButtonKind.PRIMARY)
        self._cancel = Button(theme, say(Settings.CANCEL))
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        card = Card(
            theme,
            title or say(Settings.AGAIN),
            PlainLabel(theme, what, wrap=True),
            PlainLabel(theme, say(Settings.AGAIN_WHY), "small", wrap=True),
            self._fault,
            Field(theme, say(Settings.PASSPHRASE), self._passphrase),
            Flow(theme, (self._confirm, self._cancel), gap=3),
            gap=3,
        )
        self.setLayout(Column(theme, card, Stretch(), margins=(7, 6, 7, 6)))
        self.setFocusProxy(self._passphrase)
        self._confirm.clicked.connect(self._check)
        self._passphrase.entered.connect(self._check)
        self._cancel.clicked.connect(self.cancelled)
        add_keys(self, {"Esc": self.cancelled.emit})

    @Slot()
    def _check(self) -> None:
        if self._confirm.is_busy:
            return
        self._confirm.set_busy(say(Settings.CONFIRMING))
        self._fault.hide()
        operation = partial(self._operation, self._passphrase.value())
        self._context.tasks.run(self, operation, self._pass, self._fail)

    def _pass(self, result: object) -> None:
        self._passphrase.set_value("")
        self.confirmed.emit(result)

    def _fail(self, error: Exception) -> None:
        self._confirm.set_ready()
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        self._passphrase.set_value("")
        self._fault.show_message(Tone.WARN, explain_fault(error).sentence)
        self._fault.show()
        self._passphrase.setFocus()
