# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands between pages that are shown over one another and the worker: what such a side says to the window."""

from PySide6.QtCore import QObject, Signal

from desktop.faults import KnownError, explain_fault
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource


class OverPages(QObject):
    """Makes pages over the one on the screen."""

    page_made = Signal(object)
    """A page is to be shown over the one on the screen."""
    left = Signal()
    """The page on the screen is to go."""
    bug = Signal(object)
    """A fault of ours: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks


class RecordingPages(OverPages):
    """Makes pages on which something is put on record, one over the other."""

    confirmed = Signal()
    """Something was put on record."""
    said = Signal(str)
    """That it was, or could not be: the sentence to say."""

    def hand_on(self, to: "RecordingPages") -> None:
        """Have another one say whatever this one says."""
        self.page_made.connect(to.page_made)
        self.left.connect(to.left)
        self.confirmed.connect(to.confirmed)
        self.said.connect(to.said)
        self.bug.connect(to.bug)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.said.emit(explain_fault(error).sentence)
        else:
            self.bug.emit(error)
