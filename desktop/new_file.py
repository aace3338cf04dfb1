# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new file for its owner alone, which appears under its name once its record has been made, or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from desktop.faults import DeskFault
from storage.errors import KnownError
from storage.files import OWNER_FILE, sync_folder, write_temporary


@contextlib.contextmanager
def new_file(target: Path, content: bytes) -> Iterator[None]:
    """Write a file beside its place, and put it there once what is done meanwhile has succeeded.

    Raises KnownError(FILE_THERE_ALREADY, FILE_UNWRITABLE).
    """
    with _file_faults():
        # Nobody else's file may be replaced: the name is taken first.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_FILE))
    try:
        with _file_faults():
            temporary = write_temporary(target.parent, content, OWNER_FILE)
        try:
            yield
            with _file_faults():
                temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):
        # Some network drives refuse this; the file is whole on them all the same.
        sync_folder(target.parent)


@contextlib.contextmanager
def _file_faults() -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise KnownError(DeskFault.FILE_THERE_ALREADY) from None
    except OSError:
        raise KnownError(DeskFault.FILE_UNWRITABLE) from None
