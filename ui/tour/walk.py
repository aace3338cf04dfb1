# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes steps one after another, each as soon as what it waits for has come true; nothing ever sleeps or blocks."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.tour.hands import NotFoundError

PATIENCE_SECONDS = 30.0
_LOOK_EVERY_MS = 15
_LOOKS_BEFORE_A_PICTURE = 4
"""How often what is to be seen has to be there, so that what it brings with it is drawn too."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that has to come true. `wanted` says what, in plain words; one that `is_shown` is to be seen."""

    wanted: str
    is_there: Callable[[], bool]
    is_shown: bool = False


class Walk(QObject):
    """Walks through steps. Between two of them their generator acts; it must not wait."""

    shown = Signal(str)
    """A step that is to be seen has come true: what it is called."""
    ended = Signal(str)
    """It is over: "", or what never came true."""

    def __init__(self, steps: Iterator[Step], is_busy: Callable[[], bool], patience: float = PATIENCE_SECONDS) -> None:
        """Take the steps, what says that something is still being worked on, and the seconds to wait for each step."""
        super().__init__()
        self._steps = steps
        self._is_busy = is_busy
        self._patience = patience
        self._step = Step("the first step", _always)
        self._looks = 0
        self._until = time.monotonic() + patience
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    def begin(self) -> None:
        """Take the first step as soon as there is time."""
        self._clock.start()

    def stop(self, wanted: str) -> None:
        """End it, because this did not come true; or, for "", because it is done."""
        if self._clock.isActive():
            self._clock.stop()
            self.ended.emit(wanted)

    @Slot()
    def _look(self) -> None:
        is_there = not self._is_busy() and self._step.is_there()
        self._looks = self._looks + 1 if is_there else 0
        if self._looks >= (_LOOKS_BEFORE_A_PICTURE if self._step.is_shown else 1):
            self._go_on()
        elif not is_there and time.monotonic() > self._until:
            self.stop(self._step.wanted)

    def _go_on(self) -> None:
        if self._step.is_shown:
            self.shown.emit(self._step.wanted)
        try:
            step = next(self._steps, None)
        except NotFoundError as missing:
            self.stop(str(missing))
            return
        if step is None:
            self.stop("")
            return
        self._step, self._looks = step, 0
        self._until = time.monotonic() + self._patience


def _always() -> bool:
    return True
