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

CARRIER_FAULTS = frozenset(
    {
        Fault.EXCHANGE_UNREACHABLE,
        Fault.EXCHANGE_READ_ONLY,
        Fault.EXCHANGE_FULL,
        Fault.EXCHANGE_OTHER_SCHOOL,
    }
)
"""The faults that mean "later": what was to be sent stays in the spool."""


BACKUPS = "backup"
"""The folder of backups, beside the areas: written by whoever makes one, and read by nobody's vault."""


class Area(StrEnum):
    """The folders of an exchange."""

    ENVELOPES = "in"
    RECEIPTS = "ack"
    DIRECTORY = "directory"
    HEARTBEATS = "hb"
    DOCUMENTS = "doc"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the exchange lists it: its size in bytes and its modification time (nanoseconds since 1970)."""

    name: str
    size: int
    modified: int

    @property
    def label(self) -> str:
        """The name as text that can be kept: a file system may hold names that are none."""
        return self.name.encode("utf-8", "backslashreplace").decode("utf-8")


class Exchange(Protocol):
    """What every carrier can do. Each raises KnownError(EXCHANGE_*) when it cannot."""

    def put(self, area: Area, name: str, data: bytes) -> None:
        """Leave a file under this name; the same bytes under the same name again are no fault."""

    def names(self, area: Area) -> list[Listed]:
        """List the whole files of an area, in no order that means anything."""

    def read(self, area: Area, name: str, at_most: int) -> bytes | None:
        """Read a file, or None when it is gone, kept from us, or larger than that: one file must not stop the rest."""

    def remove(self, area: Area, name: str) -> None:
        """Remove a file for good, as far as the carrier does; one that is not there is no fault."""


def envelope_name(data: bytes) -> str:
    """The name under which a sealed entry is left: a hint only, readers go by the content."""
    return hashlib.sha256(data).hexdigest()[:NAME_LENGTH] + ".cenv"


def file_name(data: bytes) -> str:
    """The name under which an entry's sealed file is left: a hint only, too."""
    return hashlib.sha256(data).hexdigest()[:NAME_LENGTH] + ".cblob"


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
        self._is_drop_box = False

    def put(self, area: Area, name: str, data: bytes) -> None:
        """Write once: to a temporary name, flushed, closed, renamed, and the folder flushed.

        Only receipts are not flushed: a lost one is left again at the next look, and there are very many of them.
        """
        flush = area is not Area.RECEIPTS
        with exchange_faults():
            target = self._folder(area) / name
            if _holds(target, data):
                return
            if self._is_drop_box or not self._put_whole(target, data, flush=flush):
                _put_directly(target, data)
            if flush:
                sync_folder(target.parent)

    def names(self, area: Area) -> list[Listed]:
        """List the files that are whole, as far as names and sizes tell."""
        with exchange_faults(), os.scandir(self._folder(area)) as found:
            return [listed for entry in found if (listed := _listed(entry)) is not None]

    def read(self, area: Area, name: str, at_most: int) -> bytes | None:
        """Read a file that was listed; it may have gone since."""
        with exchange_faults():
            folder = self._folder(area)
            try:
                with (folder / name).open("rb") as file:
                    data = file.read(at_most + 1)
            except OSError:
                self._folder(area)
                return None
        return data if len(data) <= at_most else None

    def remove(self, area: Area, name: str) -> None:
        """Unlink a file; KnownError(EXCHANGE_READ_ONLY) where we may not. A server's earlier versions are its own."""
        with exchange_faults():
            try:
                (self._folder(area) / name).unlink(missing_ok=True)
            except OSError:
                self._folder(area)
                raise KnownError(Fault.EXCHANGE_READ_ONLY) from None

    def _folder(self, area: Area) -> Path:
        folder = self._root / area.value
        if area is Area.DOCUMENTS and (self._root / Area.DIRECTORY.value).is_dir():
            # Exchanges that were laid out before there were documents have no folder for them.
            folder.mkdir(exist_ok=True)
        if not folder.is_dir():
            raise KnownError(Fault.EXCHANGE_UNREACHABLE)
        return folder

    def _put_whole(self, target: Path, data: bytes, *, flush: bool) -> bool:
        """Write aside and rename. Returns False where the folder lets us create files but not rename them."""
        # Readers on other accounts must be able to read it: the folder's own mode decides, not ours.
        temporary = write_temporary(target.parent, data, mode=None, flush=flush)
        try:
            self._rename(temporary, target)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            # Remembered, or every file would wait as long for the same refusal.
            self._is_drop_box = isinstance(error, PermissionError)
            if self._is_drop_box or isinstance(error, IsADirectoryError):
                return False
            raise
        return True

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
    """Make the folders of a new exchange. Raises KnownError(EXCHANGE_*)."""
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
            raise KnownError(Fault.EXCHANGE_FULL) from error
        read_only = error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}
        raise KnownError(Fault.EXCHANGE_READ_ONLY if read_only else Fault.EXCHANGE_UNREACHABLE) from error


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _listed(entry: os.DirEntry[str]) -> Listed | None:
    """List one file, or nothing for what is no whole file, or has gone since the folder was read."""
    try:
        status = entry.stat() if entry.is_file() and not entry.name.endswith(TEMPORARY) else None
    except OSError:
        return None
    return Listed(entry.name, status.st_size, status.st_mtime_ns) if status and status.st_size else None


def _put_directly(target: Path, data: bytes) -> None:
    """Create a file under its own name, or beside what already has it. A partial file is harmless: content names it."""
    try:
        _create(target, data)
    except FileExistsError:
        copies = target.parent.glob(f"{target.stem}.*{target.suffix}")
        if not any(_holds(copy, data) for copy in copies):
            _create(target.with_name(f"{target.stem}.{secrets.token_hex(4)}{target.suffix}"), data)


def _create(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
