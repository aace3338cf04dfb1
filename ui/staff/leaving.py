# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asks before anything that somebody wrote is cleared. The safe answer is the first one, and what Escape means."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog

_KEEP = "keep"
_CLEAR = "clear"


class ClearingQuestion(QObject):
    """One question over a page; `agreed` says that everything may be cleared."""

    agreed = Signal()
    """What was written may go."""

    def __init__(self, theme: ThemeSource, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page

    def ask(self, question: Staff, consequence: Staff, agree: Staff) -> None:
        """Open the question."""
        answers = (
            Answer(_KEEP, say(Staff.KEEP_WRITING)),
            Answer(_CLEAR, say(agree), ButtonKind.DESTRUCTIVE_OUTLINE),
        )
        dialog = Dialog(self._theme, self._page, say(Staff.CANDOUR), say(question), say(consequence), answers)
        dialog.answered.connect(self._on_answered)
        dialog.ask()

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        if answer == _CLEAR:
            self.agreed.emit()
