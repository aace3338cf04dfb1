# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The exchange: where sealed envelopes, receipts, directory statements and heartbeats pass between machines.

Whoever runs it can lose, copy or delay files, never read, forge or alter one unnoticed. Every file is written once,
whole, under a name that says nothing, and never touched again. Proof that something arrived is a receipt, not a
successful write.
"""

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from storage.constants import NAME_LENGTH, RETRY_SECONDS
from storage.errors import Fault, KnownError
from storage.files import TEMPORARY, sync_folder, write_temporary

CARRIER_FAULTS = frozenset({Fault.EXCHANGE_UNREACHABLE, Fault.EXCHANGE_READ_ONLY, Fault.DISK_FULL})
"""The faults that mean "later": what was to be sent stays in the spool."""


class Area(StrEnum):
    """The folders of an exchange."""

    ENVELOPES = "in"
    RECEIPTS = "ack"
    DIRECTORY = "directory"
    HEARTBEATS = "hb"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the exchange lists it: its size in bytes and its modification time (nanoseconds since 1970)."""

    name: str
    size: int
    modified: int


class Exchange(Protocol):
    """What every carrier can do. Each raises KnownError(EXCHANGE_*) or KnownError(DISK_FULL) when it cannot."""

    def put(self, area: Area, name: str, data: bytes) -> None:
        """Leave a file under this name; the same bytes under the same name again are no fault."""

    def names(self, area: Area) -> list[Listed]:
        """List the whole files of an area, in no order that means anything."""

    def read(self, area: Area, name: str, at_most: int) -> bytes | None:
        """Read a file, or None when it is gone or larger than that."""


def envelope_name(data: bytes) -> str:
    """The name under which an envelope is left: a hint only, readers go by the content."""
    return hashlib.sha256(data).hexdigest()[:NAME_LENGTH] + ".cenv"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try again when a scanner or a synchroniser holds a file; `sleep` and `clock` take seconds."""

    sleep: Callable[[float], None]
    clock: Callable[[], float]
    seconds: float


class FolderExchange:
    """An exchange in a folder: a local one, a file share, or a synchronised folder."""

    def __init__(self, root: Path, patience: Patience) -> None:
        """Take a folder that `lay_out` has prepared. It is never made here: it may only be unplugged."""
        self._root = root
        self._patience = patience

    def put(self, area: Area, name: str, data: bytes) -> None:
        """Write once: to a temporary name, flushed, closed, renamed, and the folder flushed.

        Only receipts are not flushed: a lost one is left again at the next look, and there are very many of them.
        """
        flush = area is not Area.RECEIPTS
        with exchange_faults():
            folder = self._folder(area)
            target = folder / name
            if _holds(target, data):
                return
            # Readers on other accounts must be able to read it: the folder's own mode decides, not ours.
            temporary = write_temporary(folder, data, mode=None, flush=flush)
            try:
                self._rename(temporary, target)
            except PermissionError:
                # A drop-box folder lets us create but not rename. A partial file is harmless: content names it.
                with contextlib.suppress(OSError):
                    temporary.unlink()
                _create(folder / f"{target.stem}.{secrets.token_hex(4)}{target.suffix}", data)
            if flush:
                sync_folder(folder)

    def names(self, area: Area) -> list[Listed]:
        """List the files that are whole, as far as names and sizes tell."""
        with exchange_faults(), os.scandir(self._folder(area)) as found:
            return [
                Listed(entry.name, status.st_size, status.st_mtime_ns)
                for entry in found
                if not entry.name.endswith(TEMPORARY) and entry.is_file() and (status := entry.stat()).st_size
            ]

    def read(self, area: Area, name: str, at_most: int) -> bytes | None:
        """Read a file that was listed; it may have gone since."""
        with exchange_faults():
            try:
                with (self._folder(area) / name).open("rb") as file:
                    data = file.read(at_most + 1)
            except FileNotFoundError:
                self._folder(area)
                return None
        return data if len(data) <= at_most else None

    def _folder(self, area: Area) -> Path:
        folder = self._root / area.value
        if not folder.is_dir():
            raise KnownError(Fault.EXCHANGE_UNREACHABLE)
        return folder

    def _rename(self, temporary: Path, target: Path) -> None:
        until = self._patience.clock() + self._patience.seconds
        wait, longest = RETRY_SECONDS
        while True:
            try:
                temporary.replace(target)
            except PermissionError:
                if self._patience.clock() + wait > until:
                    raise
                self._patience.sleep(wait)
                wait = min(wait * 2, longest)
            else:
                return


def lay_out(root: Path) -> None:
    """Make the folders of a new exchange. Raises KnownError(EXCHANGE_*, DISK_FULL)."""
    with exchange_faults():
        for area in Area:
            (root / area.value).mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def exchange_faults() -> Iterator[None]:
    """Turn what the carrier refuses into one of three faults."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise KnownError(Fault.DISK_FULL) from error
        read_only = error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}
        raise KnownError(Fault.EXCHANGE_READ_ONLY if read_only else Fault.EXCHANGE_UNREACHABLE) from error


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _create(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
