# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new file, never in the place of another: for its owner alone and once its record has been made, or for anybody."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from desktop.faults import DeskFault
from storage.errors import KnownError
from storage.files import OWNER_FILE, sync_folder, write_temporary, write_whole


def write_new(path: Path, content: bytes) -> None:
    """Write a file that others may read too, if its name is free. Raises KnownError(FILE_THERE_ALREADY, DISK_*)."""
    if path.exists():
        raise KnownError(DeskFault.FILE_THERE_ALREADY)
    write_whole(path, content, None)


@contextlib.contextmanager
def new_file(target: Path, content: bytes) -> Iterator[None]:
    """Write a file beside its place, and put it there once what is done meanwhile has succeeded.

    Raises KnownError(FILE_THERE_ALREADY, FILE_UNWRITABLE).
    """
    with _name_taken(target):
        with _file_faults():
            temporary = write_temporary(target.parent, content, OWNER_FILE)
        with _put_in_place(temporary, target):
            yield


@contextlib.contextmanager
def filled_file(target: Path, fill: Callable[[BinaryIO], None]) -> Iterator[Path]:
    """The same for a file that `fill` writes piece by piece. Gives where it lies, whole, until it is put in its place.

    Raises as `new_file`, and whatever `fill` raises; then nothing of it is left.
    """
    with _name_taken(target):
        with _file_faults():
            temporary = write_temporary(target.parent, b"", OWNER_FILE, flush=False)
        with _put_in_place(temporary, target):
            with _file_faults(), temporary.open("r+b") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            yield temporary


@contextlib.contextmanager
def _name_taken(target: Path) -> Iterator[None]:
    """Take a name, so that nobody else's file may be replaced, and give it back if nothing comes of it."""
    with _file_faults():
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_FILE))
    try:
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):
        # Some network drives refuse this; the file is whole on them all the same.
        sync_folder(target.parent)


@contextlib.contextmanager
def _put_in_place(temporary: Path, target: Path) -> Iterator[None]:
    try:
        yield
        with _file_faults():
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _file_faults() -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise KnownError(DeskFault.FILE_THERE_ALREADY) from None
    except OSError:
        raise KnownError(DeskFault.FILE_UNWRITABLE) from None
