# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lets somebody stop an export that is going on in another thread."""

from threading import Event

from desktop.faults import DeskFault
from storage.errors import KnownError


class Stopping:
    """Hand it to an export as its watch; once `stop` was called, the export ends before its next file."""

    def __init__(self) -> None:
        """Begin with nobody wanting to stop."""
        self._wanted = Event()

    def stop(self) -> None:
        """Want no more of it. May be called in any thread."""
        self._wanted.set()

    def __call__(self, _made: int) -> None:
        """Go on, or raise KnownError(EXPORT_STOPPED)."""
        if self._wanted.is_set():
            raise KnownError(DeskFault.EXPORT_STOPPED)
