# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lets somebody see how far an export is that is going on in another thread, and stop it."""

from threading import Event

from desktop.faults import DeskFault
from storage.errors import KnownError


class Stopping:
    """Hand it to an export as its watch. `done` says how much of it is; once `stop` was called, it ends soon."""

    def __init__(self) -> None:
        """Begin with nobody wanting to stop."""
        self._wanted = Event()
        self.done = 0.0

    def stop(self) -> None:
        """Want no more of it. May be called in any thread."""
        self._wanted.set()

    def __call__(self, done: float) -> None:
        """Go on, or raise KnownError(EXPORT_STOPPED)."""
        self.done = done
        if self._wanted.is_set():
            raise KnownError(DeskFault.EXPORT_STOPPED)
