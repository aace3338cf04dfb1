# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far a long look at the shared folder is, such as the first after records were handed over, and a way to stop it.

Two seconds long there is nothing to see of it (ux.md 7, 'Progress').
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.review.checking import Checking
from ui.review.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.text_flow import TextStyle

QUIET_SECONDS = 2.0


class IncomingPanel(QWidget):
    """The bar while it goes on; once it was stopped, a sentence until the next look."""

    def __init__(self, theme: ThemeSource, checking: Checking, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._seconds = seconds
        self._began = 0.0
        self._is_stopped = False
        self.bar = ProgressPanel(theme, say(Said.INCOMING), say(Said.INCOMING_MORE))
        self._note = PlainLabel(theme, say(Said.INCOMING_STOPPED), TextStyle("small", "text.secondary"), wrap=True)
        self.setLayout(Column(theme, self.bar, self._note, margins=(5, 3, 5, 3)))
        self.hide()
        checking.began.connect(self._begin)
        checking.came.connect(self._show)
        checking.brought.connect(self._end)
        checking.failed.connect(self._end)
        self.bar.stop_asked.connect(checking.stop)
        self.bar.stop_asked.connect(self._stop)

    @Slot()
    def _begin(self) -> None:
        self._began, self._is_stopped = self._seconds(), False
        self.hide()

    @Slot(int, int)
    def _show(self, done: int, total: int) -> None:
        if done < total and self._seconds() - self._began >= QUIET_SECONDS and not self._is_stopped:
            self.bar.show_progress(done, total)
            self.bar.show()
            self._note.hide()
            self.show()

    @Slot()
    def _stop(self) -> None:
        self._is_stopped = True
        self.bar.hide()
        self._note.show()
        announce(self, self._note.words)

    @Slot(object)
    def _end(self, _what: object) -> None:
        self.setVisible(self._is_stopped)
