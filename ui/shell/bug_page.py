# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tells of a fault of ours: calmly, over the page that still holds what was written (ux.md Y8)."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.hardening import bug_report
from desktop.version import VERSION
from ui.shell.words import Shell, say
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.plain_view import PlainView


class BugTeller(QObject):
    """Shows one fault at a time; what follows while it is open is the same trouble."""

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._report = ""
        self._dialog: Dialog | None = None

    @Slot(object)
    def tell(self, error: BaseException) -> None:
        """Tell of an error; its own message is never shown."""
        if self._dialog is not None:
            return
        self._report = bug_report(error, VERSION)
        answers = [
            Answer("on", say(Shell.CARRY_ON)),
            Answer("copy", say(Shell.COPY_DETAILS)),
            Answer("close", say(Shell.CLOSE), ButtonKind.DESTRUCTIVE_OUTLINE),
        ]
        dialog = Dialog(self._theme, self._window, say(Shell.TITLE), say(Shell.BUG), say(Shell.BUG_SAFE), answers)
        dialog.add(PlainView(self._theme, self._report, name=say(Shell.DETAILS), role="caption"))
        dialog.answered.connect(self._on_answer)
        self._dialog = dialog
        dialog.ask()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        self._dialog = None
        if answer == "copy":
            self._theme.application.clipboard().setText(self._report)
        elif answer == "close":
            self._window.close()
