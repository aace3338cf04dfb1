# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be done with the policy that is chosen in the list: its next version, its text as a file, a comparison."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.policies.adding_words import Adding
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field
from ui.widgets.flow import Flow


class PolicyActs(QWidget):
    """The buttons. Without a choice they say at the table's field that one is needed."""

    next_asked = Signal(str)
    """The next version is to begin from the one that holds: the policy's id, as in the other signals."""
    word_asked = Signal(str)
    """Its text is wanted as a Word file."""
    comparison_asked = Signal(str)
    """Two of its versions are to be compared."""
    withdrawal_asked = Signal(str)
    """It is to hold no longer."""

    def __init__(self, theme: ThemeSource, table: DataTable, field: Field) -> None:
        super().__init__()
        self._table, self._field = table, field
        asked = {
            Adding.NEXT: self.next_asked,
            Adding.WORD: self.word_asked,
            Adding.VERSIONS: self.comparison_asked,
            Adding.WITHDRAW: self.withdrawal_asked,
        }
        self._buttons = {words: Button(theme, say(words)) for words in asked}
        for words, signal in asked.items():
            self._buttons[words].clicked.connect(partial(self._ask, signal))
        self.setLayout(Flow(theme, tuple(self._buttons.values()), gap=3))
        self.setFocusProxy(self._buttons[Adding.VERSIONS])

    def offer_next(self, *, is_possible: bool) -> None:
        """Whether a further version may be begun."""
        self._buttons[Adding.NEXT].setEnabled(is_possible)

    def _ask(self, signal: SignalInstance) -> None:
        chosen = self._table.current_id()
        self._field.show_error("" if chosen else say(Adding.CHOOSE_FIRST))
        if chosen:
            signal.emit(chosen)
        else:
            self._field.setFocus()
