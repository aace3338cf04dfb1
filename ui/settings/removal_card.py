# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card with which somebody removes their own sign-in from this computer: their vault is destroyed, keys first."""

from PySide6.QtCore import Qt, Signal, Slot

from ui.settings.computer_words import Computer, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.line_input import LineInput


class RemovalCard(Card):
    """Their name, typed to show that they mean it, and a button."""

    asked = Signal()
    """It is to be done."""

    def __init__(self, theme: ThemeSource, name: str) -> None:
        words = (
            PlainLabel(theme, say(text), "body", wrap=True) for text in (Computer.REMOVE_WHAT, Computer.REMOVE_FIRST)
        )
        super().__init__(theme, say(Computer.REMOVE), *words, gap=3)
        self._name = name
        self._typed = LineInput(theme, compact=True)
        self._field = Field(theme, say(Computer.REMOVE_NAME), self._typed)
        button = Button(theme, say(Computer.REMOVE_NOW), ButtonKind.DESTRUCTIVE_OUTLINE)
        self.add(self._field, Row(theme, button, Stretch()))
        button.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        is_meant = self._typed.value().split() == self._name.split()
        self._field.show_error("" if is_meant else say(Computer.REMOVE_WRONG, name=self._name))
        if is_meant:
            self.asked.emit()
        else:
            self._typed.setFocus(Qt.FocusReason.OtherFocusReason)
