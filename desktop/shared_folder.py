# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Trying out a shared folder before a school is put into it (ux.md A1 step 5): write, read and remove a test file.

What it finds is one of a few plain answers; nothing is left behind where the folder lets us remove what we made.
"""

import errno
import os
import secrets
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from storage.directory_store import SUFFIX
from storage.exchange import Area
from storage.files import TEMPORARY

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_TEST = b"Candour tried whether it can write here.\n"


class FolderFinding(StrEnum):
    """What a folder is good for. Only the first two can be used."""

    GOOD = "good"
    KEEPS_ALL = "keeps_all"
    NOT_WHOLE = "not_whole"
    MISSING = "missing"
    NO_FOLDER = "no_folder"
    READ_ONLY = "read_only"
    FULL = "full"
    OUT_OF_REACH = "out_of_reach"
    HAS_A_SCHOOL = "has_a_school"
    OTHER_SCHOOL = "other_school"

    @property
    def is_usable(self) -> bool:
        """Say whether a school can be put there."""
        return self in {FolderFinding.GOOD, FolderFinding.KEEPS_ALL}


def try_folder(typed: str) -> FolderFinding:
    """Try a folder for a new school. Slow: it may be on a network. Raises nothing."""
    folder = Path(typed.strip())
    if not typed.strip() or not folder.is_absolute():
        return FolderFinding.NOT_WHOLE
    try:
        if not folder.exists():
            return FolderFinding.MISSING
        if not folder.is_dir():
            return FolderFinding.NO_FOLDER
        if any((folder / Area.DIRECTORY.value).glob(f"*{SUFFIX}")):
            return FolderFinding.HAS_A_SCHOOL
        return _write_and_read(folder, os.remove)
    except (OSError, ValueError) as error:
        return _meaning(error)


def probe(folder: Path) -> FolderFinding:
    """Try the folder of a school that is there already. Slow: it may be on a network. Raises nothing."""
    try:
        if not folder.is_dir():
            return FolderFinding.NO_FOLDER if folder.exists() else FolderFinding.MISSING
        return _write_and_read(folder, os.remove)
    except OSError as error:
        return _meaning(error)


def _write_and_read(folder: Path, remove: Callable[[Path], None]) -> FolderFinding:
    # The name is one that every Candour passes over, should it have to stay.
    test = folder / f".{secrets.token_hex(8)}{TEMPORARY}"
    is_same = False
    try:
        test.write_bytes(_TEST)
        is_same = test.read_bytes() == _TEST
    finally:
        try:
            remove(test)
            is_removed = True
        except OSError:
            is_removed = False
    if not is_same:
        return FolderFinding.OUT_OF_REACH
    return FolderFinding.GOOD if is_removed else FolderFinding.KEEPS_ALL


def _meaning(error: OSError | ValueError) -> FolderFinding:
    number = getattr(error, "errno", None)
    if number in _FULL:
        return FolderFinding.FULL
    if number in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return FolderFinding.READ_ONLY
    return FolderFinding.OUT_OF_REACH
