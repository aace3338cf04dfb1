# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A time of day: roughly, from a list, or exactly, typed beside it."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.layouts import Row
from ui.widgets.line_input import LineInput, Width
from ui.widgets.words import Said, say


class TimeOfDay(msgspec.Struct, frozen=True):
    """The id of the choice, or None; and, for the exact choice, what was typed."""

    choice: str | None = None
    exact: str = ""


class TimeBandField(QWidget):
    """A list of times of day; the choice `exact_id` opens a field beside it for the time itself."""

    edited = Signal(object)
    """The answer has changed: the `TimeOfDay`."""

    def __init__(self, theme: ThemeSource, choices: Sequence[Choice], exact_id: str, *, placeholder: str = "") -> None:
        super().__init__()
        self._exact_id = exact_id
        self._choice = ComboChoice(theme, choices, placeholder=placeholder)
        self._exact = LineInput(theme, width=Width.TIME)
        self._exact.setAccessibleName(say(Said.EXACT_TIME))
        self._exact.hide()
        self.setFocusProxy(self._choice)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setLayout(Row(theme, self._choice, self._exact, gap=3))
        self._connect()

    def _connect(self) -> None:
        self._choice.edited.connect(self._tell)
        self._exact.edited.connect(self._tell)

    def value(self) -> TimeOfDay:
        """The answer."""
        chosen = self._choice.value()
        return TimeOfDay(chosen, self._exact.text().strip() if chosen == self._exact_id else "")

    def set_value(self, time: TimeOfDay) -> None:
        """Replace the answer."""
        self._choice.set_value(time.choice)
        self._exact.setText(time.exact)

    @Slot()
    def _tell(self) -> None:
        is_exact = self._choice.value() == self._exact_id
        self._exact.setVisible(is_exact)
        # What may need another look is what was typed, not that it was to be typed.
        self.setFocusProxy(self._exact if is_exact else self._choice)
        self.edited.emit(self.value())
