# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work that must not hold up the window: one worker, one thing after another, results back where they were asked for.

The worker owns the vault's connection, which no other thread may touch; disk, exchange and key stretching all happen
there. An operation never touches a widget; what it returns or raises is handed to the window's own thread. Nor may
Python's garbage collector touch one from there: while there is a worker, it runs in the window's thread only.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from ui.shell.collector import Collector

Result = TypeVar("Result")


class Tasks(QObject):
    """The one task runner of a window."""

    _arrived = Signal(object)
    """A callable that hands a result over, on its way from the worker to the window's thread."""

    busy_changed = Signal(bool)
    """Something is being worked on, or nothing is any more."""

    def __init__(self) -> None:
        super().__init__()
        self._collector = Collector()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="candour")
        self._waiting = 0
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        operation: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Do something in the worker, after everything asked for before it.

        Then `on_done` gets what it returned, or `on_error` what it raised, in the window's thread. Neither is called
        when `owner` is gone by then: a page that was closed hears nothing more.
        """
        self._count(1)

        def work() -> None:
            try:
                result = operation()
            except Exception as error:  # noqa: BLE001 - one of the three boundaries: the window decides what to say
                answer = _Answer(owner, on_error, error)
            else:
                answer = _Answer(owner, on_done, result)
            self._arrived.emit(answer)

        self._worker.submit(work)

    def finish(self) -> None:
        """Wait for everything that was asked for, and take nothing more."""
        self._worker.shutdown(wait=True)
        self._collector.stop()

    @property
    def is_busy(self) -> bool:
        """Say whether something is still to come."""
        return self._waiting > 0

    @Slot(object)
    def _hand_over(self, answer: "_Answer") -> None:
        self._count(-1)
        if isValid(answer.owner):
            answer.deliver()

    def _count(self, more: int) -> None:
        before = self.is_busy
        self._waiting += more
        if self.is_busy != before:
            self.busy_changed.emit(self.is_busy)


class _Answer:
    """A result on its way, and who waits for it."""

    def __init__(self, owner: QObject, receive: Callable[[Result], None], result: Result) -> None:
        self.owner = owner
        self._receive = receive
        self._result = result

    def deliver(self) -> None:
        """Hand it over."""
        self._receive(self._result)
