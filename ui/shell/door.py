# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every way out of the window's first pages and back has: it makes what it leads to only when it is asked for."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services import Candour
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource


class Door(QObject):
    """A way of one window."""

    shown = Signal(object)
    """What is to be on the screen now: what it leads to, or what was there before."""
    bug = Signal(object)
    """A fault of ours: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._tasks = tasks
        self._candour = candour
