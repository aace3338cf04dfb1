# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeps Python's garbage collector to the window's thread.

By itself it runs in whatever thread has just made enough objects. In the worker it would take apart widgets and timers
that were dropped by the window: Qt stops no timer from another thread, and then calls one that is gone. The process
ends there, without a word.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1000
_LOOKS_FOR_ALL = 60
"""At every so many looks the old objects are gone through too, which takes some hundredths of a second."""


class Collector(QObject):
    """Collects in the thread that made it, and nowhere else, from then until it is stopped."""

    def __init__(self) -> None:
        super().__init__()
        self._was_automatic = gc.isenabled()
        self._looks = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.collect)
        gc.disable()
        self._clock.start()

    @Slot()
    def collect(self) -> None:
        """Collect what was made lately; every minute, everything."""
        self._looks = (self._looks + 1) % _LOOKS_FOR_ALL
        gc.collect(1 if self._looks else 2)

    def stop(self) -> None:
        """Let it run by itself again, if it did."""
        self._clock.stop()
        if self._was_automatic:
            gc.enable()
