# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which edition of its code of conduct a school goes by: the file's name and fingerprint, never its content."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop.faults import DeskFault
from storage.errors import KnownError

SHOWN = 12
"""How much of a fingerprint is shown, in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class CodeFile:
    """A file's name without its folder, and the SHA-256 of its bytes in hex."""

    name: str
    sha256: str


def read_code_file(path: Path) -> CodeFile:
    """Take a file's fingerprint. Raises KnownError(FILE_UNREADABLE)."""
    try:
        with path.open("rb") as file:
            return CodeFile(path.name, hashlib.file_digest(file, "sha256").hexdigest())
    except (OSError, ValueError):
        raise KnownError(DeskFault.FILE_UNREADABLE) from None
