# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that are there whole or not at all, readable by their owner alone; the place where platforms differ.

POSIX makes a rename last only once its folder has been synchronised; Windows has no such call and does not need it for
us, because nothing is called saved there before its own file has been flushed. Not one line here was run on Windows
yet: docs/reliability.md says so and lists what to try first.
"""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from storage.errors import Fault, KnownError

OWNER_FILE = 0o600
OWNER_FOLDER = 0o700
TEMPORARY = ".tmp"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def disk_faults() -> Iterator[None]:
    """Turn what the disk refuses into KnownError(DISK_FULL) or KnownError(DISK_ERROR)."""
    try:
        yield
    except OSError as error:
        raise KnownError(Fault.DISK_FULL if error.errno in _FULL else Fault.DISK_ERROR) from error


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, whatever the process's umask."""
    with disk_faults():
        folder.mkdir(OWNER_FOLDER, parents=True, exist_ok=True)
        folder.chmod(OWNER_FOLDER)


def write_whole(path: Path, data: bytes, mode: int | None = OWNER_FILE, *, flush: bool = True) -> None:
    """Put these bytes at this path, durably, replacing what was there. Raises KnownError(DISK_*); leaves no half.

    `mode` is set before anything is written; None takes the folder's default, for files that others must read. Without
    `flush` a power cut may lose the file: only for what is safe elsewhere.
    """
    with disk_faults():
        temporary = write_temporary(path.parent, data, mode, flush=flush)
        try:
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        if flush:
            sync_folder(path.parent)


def write_temporary(folder: Path, data: bytes, mode: int | None, *, flush: bool = True) -> Path:
    """Write and flush a file under a name that everybody ignores, ready to be renamed. Raises OSError."""
    temporary = folder / f".{secrets.token_hex(8)}{TEMPORARY}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode or 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if flush:
                os.fsync(file.fileno())
    except OSError:
        # A flush that failed must not be tried again and believed: the whole file goes.
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear_temporaries(folder: Path, before: float) -> None:
    """Remove what a killed writer left behind, when it is older than this moment (seconds since 1970)."""
    with contextlib.suppress(OSError):
        for leftover in folder.glob(f".*{TEMPORARY}"):
            with contextlib.suppress(OSError):
                if leftover.stat().st_mtime < before:
                    leftover.unlink()
