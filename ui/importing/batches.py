# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Importing row after row: the worker is asked for a batch at a time, so that Stop is heard at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ui.importing.words import Importing, say
from ui.theme.source import ThemeSource
from ui.widgets.exchanged import Exchanged
from ui.widgets.progress_panel import ProgressPanel

Ask = Callable[[int, Callable[[int], None]], None]
"""Have the rows from a number on imported, as many as one batch is, and then say how far that came."""


class Batches(QObject):
    """What stands in a card while rows are imported: how far it is, and a way to stop."""

    ended = Signal(int)
    """All are imported, or somebody stopped: how many there are."""

    def __init__(self, theme: ThemeSource, card: Exchanged, note: str) -> None:
        super().__init__(card)
        self._theme = theme
        self._card = card
        self._note = note
        self._panel: ProgressPanel | None = None
        self._count = 0

    def begin(self, count: int, ask: Ask) -> None:
        """Import so many rows."""
        self._count, self._ask = count, ask
        self._panel = ProgressPanel(self._theme, say(Importing.WORKING), self._note)
        self._panel.stop_asked.connect(self.stop)
        self._card.show_widgets(self._panel)
        self._go_on(0)

    @Slot()
    def stop(self) -> None:
        """Ask for no further batch."""
        self._panel = None

    def _go_on(self, done: int) -> None:
        if self._panel is None or done >= self._count:
            self.stop()
            self.ended.emit(done)
            return
        self._panel.show_progress(done, self._count)
        self._ask(done, self._go_on)
