# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measures how long the window stands still while its reader takes in what has come: a part of `candour bench`.

python -m ui.stalls HOME PERSON     with the passphrase on standard input; prints JSON, in seconds
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desktop.services import open_candour
from ui.review.side import ReviewSide
from ui.shell.application import make_application
from ui.shell.tasks import Tasks
from ui.shell.window import Window
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme

_EVERY_MS = 5
_QUIET_SECONDS = 2.0
"""After so long with nothing to do everything is in and shown."""


class Stopwatch(QObject):
    """Looks at the clock as often as the window lets it, and keeps the longest time for which it did not.

    `opening` is the longest until the reader's desk stands there, `longest` the longest from then on, in seconds.
    """

    def __init__(self, application: QApplication, tasks: Tasks, window: Window) -> None:
        super().__init__()
        self._application = application
        self._tasks = tasks
        self._window = window
        self._is_open = False
        self.opening = 0.0
        self._begun = self._last = self._busy_at = time.monotonic()
        self.longest = 0.0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(_EVERY_MS)

    @property
    def seconds(self) -> float:
        """From the beginning until there was nothing left to do."""
        return self._busy_at - self._begun

    @Slot()
    def _look(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        if not self._is_open and self._window.findChild(ReviewSide) is not None:
            self._is_open, self.opening, self.longest = True, self.longest, 0.0
        if self._tasks.is_busy:
            self._busy_at = now
        elif now - self._busy_at > _QUIET_SECONDS:
            self._application.quit()


def main(home: Path, person: str, passphrase: str) -> None:
    """Sign somebody in, let their window do what it does, and print what the clock saw."""
    application = make_application()
    tasks = Tasks()
    window = Window(ThemeSource(application, Appearance(scheme=Scheme.LIGHT)), tasks, open_candour(home), None, _stay)
    window.show()
    watches: list[Stopwatch] = []

    def begin() -> None:
        watches.append(Stopwatch(application, tasks, window))
        window.sign_in(person, passphrase)

    window.ready.connect(begin)
    application.exec()
    tasks.finish()
    watch = watches[0]
    sys.stdout.write(json.dumps({"opening": watch.opening, "longest": watch.longest, "seconds": watch.seconds}))


def _stay(_home: Path) -> None:
    """Nobody locks this window."""


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.stdin.readline().rstrip("\n"))
