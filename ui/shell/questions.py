# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window itself asks or says in a dialog: before words are lost, and where records can only be read."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.words import Shell, say
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog

_LEAVE = "leave"


class Questions(QObject):
    """Asked one at a time."""

    leaving = Signal()
    """What was typed may go, and the window be closed."""

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._dialog: Dialog | None = None

    def ask_to_leave(self) -> None:
        """Ask whether what was typed is to be cleared."""
        leave = Answer(_LEAVE, say(Shell.CLEAR_AND_LEAVE), ButtonKind.DESTRUCTIVE_OUTLINE)
        self._ask(Shell.LEAVE, Shell.LEAVE_MORE, [Answer("stay", say(Shell.KEEP_WRITING)), leave])

    def ask_who_is_there(self) -> None:
        """Say that what was typed is cleared soon."""
        self._ask(Shell.STILL_THERE, Shell.CLEARED_SOON, [Answer("keep", say(Shell.KEEP_IT))])

    def say_read_only(self) -> None:
        """Say that the records can be read, and no more."""
        self._ask(Shell.READ_ONLY, Shell.READ_ONLY_MORE, [Answer("stay", say(Shell.CARRY_ON))])

    def close(self) -> None:
        """Take away what is asked: nobody answers."""
        if self._dialog is not None:
            self._dialog.close()

    def _ask(self, question: Shell, text: Shell, answers: list[Answer]) -> None:
        self._dialog = Dialog(self._theme, self._window, say(Shell.TITLE), say(question), say(text), answers)
        self._dialog.answered.connect(self._on_answer)
        self._dialog.ask()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        self._dialog = None
        if answer == _LEAVE:
            self.leaving.emit()
