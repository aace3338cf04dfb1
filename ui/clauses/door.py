# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opens clauses beside a page: asks for them, shows them in its panel, and puts the keyboard back when it is closed."""

from collections.abc import Callable, Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.entry import CaseEntry
from desktop.faults import KnownError, explain_fault
from desktop.machine import Machine
from desktop.policies.citing import Citation
from desktop.policies.wording import Wording, wording
from ui.clauses.panel import ClausePanel
from ui.clauses.words import Clauses, say
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop

Told = Callable[[Wording], None]
ReadWording = Callable[[QObject, Sequence[Citation], CaseEntry | None, Told, Callable[[str], None]], None]
"""Reads the wording in the worker: for whom, of what, of which entry's day (None: today's), and what hears it; the last
hears in a sentence why it could not be read."""


def read_in(tasks: Tasks, machine: Machine, bug: Callable[[Exception], None]) -> ReadWording:
    """Read clauses of this computer's texts, with or without a sign-in. `bug` hears of a fault of ours."""

    def read(
        owner: QObject,
        cited: Sequence[Citation],
        entry: CaseEntry | None,
        told: Told,
        failed: Callable[[str], None],
    ) -> None:
        def on_error(error: Exception) -> None:
            if isinstance(error, KnownError):
                failed(explain_fault(error).sentence)
            else:
                bug(error)

        tasks.run(owner, partial(wording, machine, tuple(cited), entry), told, on_error)

    return read


class ClauseDoor(QObject):
    """The panel of one page, which owns this. One is open at a time."""

    def __init__(self, theme: ThemeSource, page: QWidget, read: ReadWording) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._read = read
        self._asker: QWidget | None = None
        self.panel: ClausePanel | None = None

    def open(self, asker: QWidget, cited: Sequence[Citation], entry: CaseEntry | None = None) -> None:
        """Show what these citations mean; when it is closed, the keyboard goes back to `asker`."""
        self._drop()
        self._asker = asker
        self.panel = panel = ClausePanel(self._theme, self._page, asker)
        panel.closed.connect(self.close)
        # Not at once: what asked is being taken apart, and hiding the panel moves the keyboard through what is left.
        asker.destroyed.connect(panel.closed, Qt.ConnectionType.QueuedConnection)
        if cited:
            self._read(panel, cited, entry, panel.show_wording, panel.show_sentence)
        else:
            panel.show_sentence(say(Clauses.TYPE_ONE))

    @Slot()
    def close(self) -> None:
        """Close it, and put the keyboard back where it was asked for."""
        asker = self._asker
        held = self.panel is not None and self.panel.isAncestorOf(self._page.window().focusWidget())
        self._drop()
        if held and asker is not None and shiboken6.isValid(asker) and asker.isVisible():
            asker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        if self.panel is not None and shiboken6.isValid(self.panel):
            self.panel.closed.disconnect(self.close)
            drop(self.panel)
        self.panel = None
