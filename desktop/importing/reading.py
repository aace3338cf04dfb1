# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading the file of a staff list or an old log from the disk, no more of it than such a file can have."""

from pathlib import Path

from desktop.faults import DeskFault
from desktop.importing.tables import STAFF_LIST, Limits
from storage.errors import KnownError


def read_list_file(path: Path, limits: Limits = STAFF_LIST) -> bytes:
    """Read a file; one that is far too large is read only so far that it is refused. Raises FILE_UNREADABLE."""
    try:
        with path.open("rb") as file:
            return file.read(limits.megabytes * 1_000_000 + 1)
    except (OSError, ValueError):
        raise KnownError(DeskFault.FILE_UNREADABLE) from None
