# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking at the shared folder: when the side opens, every five minutes, when somebody asks; never twice at once."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from desktop.synced import StoppedError
from ui.review.records import News, Records, Refused

CHECK_EVERY_MS = 5 * 60_000
"""How often the shared folder is looked at by itself."""


class Checking(QObject):
    """The looking of one window."""

    began = Signal()
    """The folder is being looked at."""
    came = Signal(int, int)
    """So many files were taken in, of so many that lie there."""
    brought = Signal(object)
    """What a look brought: News."""
    failed = Signal(object)
    """Why it could not be looked at: Refused."""

    def __init__(self, records: Records, side: QObject) -> None:
        super().__init__(side)
        self._records = records
        self._is_going = False
        self._stopped = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    @Slot()
    def check(self) -> None:
        """Send what waits and take in what is new. Asked for while that goes on, it does nothing more."""
        if self._is_going:
            return
        self._is_going = True
        self._stopped = threading.Event()
        self.began.emit()
        self._records.check(self, self._watched(self._stopped), self._take, self._fail)

    @Slot()
    def stop(self) -> None:
        """Leave what has not come in yet for the next look."""
        self._stopped.set()

    def _watched(self, stopped: threading.Event) -> Callable[[int, int], None]:
        """What the worker calls between two batches: it tells the window, and hears whether to stop."""

        def tell(done: int, total: int) -> None:
            if isValid(self):
                self.came.emit(done, total)
            if stopped.is_set():
                raise StoppedError

        return tell

    def _take(self, news: News) -> None:
        self._is_going = False
        self.brought.emit(news)

    def _fail(self, refused: Refused) -> None:
        self._is_going = False
        self.failed.emit(refused)
