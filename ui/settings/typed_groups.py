# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two groups of a recovery sheet that are typed back, to show that it is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.recovery import CHECKED_GROUPS
from ui.settings.recovery_words import Recovery
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.line_input import LineInput, Width


class TypedGroups(QWidget):
    """One short field for each of the groups."""

    entered = Signal()
    """Enter was pressed in one of them."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._inputs = [LineInput(theme, width=Width.SHORT) for _ in CHECKED_GROUPS]
        self._fields = [
            Field(theme, say(Recovery.GROUP, number=str(number)), each)
            for number, each in zip(CHECKED_GROUPS, self._inputs, strict=True)
        ]
        self.setLayout(Flow(theme, self._fields, gap=4, at_top=True))
        self.setFocusProxy(self._inputs[0])
        for each in self._inputs:
            each.returnPressed.connect(self.entered)

    def values(self) -> tuple[str, ...] | None:
        """What was typed, or None, saying what is missing, when a field is empty."""
        typed = tuple(each.value() for each in self._inputs)
        for field, value in zip(self._fields, typed, strict=True):
            field.show_error("" if value.strip() else say(Recovery.GROUP_MISSING))
        return typed if all(value.strip() for value in typed) else None

    def clear(self) -> None:
        """Forget what was typed."""
        for each in self._inputs:
            each.set_value("")
