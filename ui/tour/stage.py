# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window on a stage: after each lock the next one takes its place here, instead of in a process of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from desktop.demo.card import DemoCard
from desktop.services import Candour
from ui.shell.tasks import Tasks
from ui.shell.window import Window
from ui.theme.source import ThemeSource


class Stage(QObject):
    """One window at a time, over one machine. `candour` opens the machine anew for each."""

    broke = Signal(object)
    """Something broke in the window: the exception."""

    def __init__(
        self, theme: ThemeSource, tasks: Tasks, candour: Callable[[], Candour], card: DemoCard | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._candour = candour
        self._card = card
        self.window: Window | None = None

    def open(self) -> None:
        """Open a window, in place of the one that is open."""
        self.close()
        self.window = Window(self._theme, self._tasks, self._candour(), self._card, self._open_again)
        self.window.bug.connect(self.broke)
        self.window.show()
        self.window.activateWindow()

    def _open_again(self, _home: Path) -> None:
        self.open()

    def close(self) -> None:
        """Close the window that is open."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def picture(self) -> QPixmap:
        """What the window shows now."""
        return self.window.grab() if self.window is not None else QPixmap()
