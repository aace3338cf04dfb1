# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Stops a deed at its n-th step on the disk, or has that step fail, where there is no strace to do it from outside.

A step is whatever Python opens, renames, removes, makes, changes or flushes under the home (its audit events tell), and
each statement that a vault is handed. What SQLite does inside a statement is strace's to stop.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.database import Database
from storage.database import Value as Column

_EVENTS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.listdir", "os.scandir"})
KILLED = 9


@dataclass(slots=True)
class Steps:
    """How many steps were taken, and at which one what happens: death, or this error number."""

    home: str
    stop: int | None
    error: int | None
    is_counting: bool = True
    taken: int = 0

    def take(self) -> None:
        """One more step."""
        if not self.is_counting:
            return
        self.taken += 1
        if self.taken != self.stop:
            return
        if self.error is None:
            os._exit(KILLED)
        raise OSError(self.error, os.strerror(self.error))

    def heard(self, event: str, arguments: Sequence[object]) -> None:
        """One of Python's audit events."""
        if event in _EVENTS and any(str(argument).startswith(self.home) for argument in arguments[:2]):
            self.take()


@contextlib.contextmanager
def stop_at(stop: int | None, error: int | None, home: Path) -> Iterator[Steps]:
    """Count a deed's steps, and stop it at one of them. For a process that ends after the deed: a hook cannot go."""
    steps = Steps(str(home), stop, error)
    if stop is not None:
        sys.addaudithook(steps.heard)
        _listen_to_flushes(steps)
        if error is None:
            _listen_to_statements(steps)
    yield steps
    steps.is_counting = False


def _listen_to_flushes(steps: Steps) -> None:
    flush = os.fsync

    def fsync(handle: int) -> None:
        steps.take()
        flush(handle)

    pytest.MonkeyPatch().setattr(os, "fsync", fsync)


def _listen_to_statements(steps: Steps) -> None:
    execute = Database.execute

    def heard(database: Database, sql: str, parameters: Sequence[Column] = ()) -> int:
        steps.take()
        return execute(database, sql, parameters)

    pytest.MonkeyPatch().setattr(Database, "execute", heard)
