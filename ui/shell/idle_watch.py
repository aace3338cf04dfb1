# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notices when nobody has touched the window for a while, and says what desktop.idle would have done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from desktop.idle import Idle, Watch

_LOOK_EVERY_MS = 1000
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class IdleWatch(QObject):
    """Watches every window of the application; `seconds` is a clock that only runs forwards, `watch` says who is there.

    What a person does comes to a window first. Watching all objects would call Python for every event of each of them.
    """

    came = Signal(object)
    """Something is to be done about the screen: an Idle. Said once for each stretch of idleness."""

    def __init__(self, seconds: Callable[[], float], watch: Callable[[], Watch]) -> None:
        super().__init__()
        self._seconds = seconds
        self._watch = watch
        self._touched_at = seconds()
        self._said = Idle.NOTHING
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def stop(self) -> None:
        """Watch no more."""
        self._clock.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched_at = self._seconds()
            self._said = Idle.NOTHING
        return False

    @Slot()
    def look(self) -> None:
        """Say what is to be done by now, and watch the windows that were opened since, as menus are."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)  # One that it has already is not called twice.
        found = self._watch().after(self._seconds() - self._touched_at)
        if found is not self._said:
            self._said = found
            if found is not Idle.NOTHING:
                self.came.emit(found)
