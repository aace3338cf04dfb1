# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving a copy of a file of a case where its reader says, which its case records: no copy without its entry."""

import contextlib
import os
from pathlib import Path

from desktop.attaching.held import code_name, read_file
from desktop.attaching.kinds import kind_of, table
from desktop.attaching.names import safe_name
from desktop.cases.acting import FILE_COPY, leave
from desktop.new_file import new_file
from desktop.session import Session

_FROM_OUTSIDE = "[ZoneTransfer]\r\nZoneId=3\r\n"


def copy_file(session: Session, case_id: str, number: int, target: Path) -> Path:
    """Save a file for its owner alone, and leave the entry that says so. Returns where it is.

    In a folder it is called by a code, otherwise as its reader says, with the ending of its content. It is marked as
    coming from outside, so that Windows warns before anything opens it. Somebody who sent it and reads nothing else of
    the case leaves no entry. Raises KnownError(NO_SUCH_CASE, NO_SUCH_ATTACHMENT, ATTACHMENT_*, FILE_THERE_ALREADY,
    FILE_UNWRITABLE, DISK_*, VAULT_*); then there is no file.
    """
    case = session.case(case_id)
    data = read_file(session, case_id, number)
    path = _place(target, data, case_id, number)
    with new_file(path, data):
        if case.reads(session.me):
            leave(session, case, FILE_COPY, {"form": FILE_COPY, "answers": {"number": str(number)}})
    mark_as_from_outside(path)
    return path


def _place(target: Path, data: bytes, case_id: str, number: int) -> Path:
    if target.is_dir():
        return target / code_name(case_id, number, data)
    return target.parent / safe_name(target.name, kind_of(data).ending, table().reserved)


def mark_as_from_outside(path: Path) -> None:
    """Let Windows warn before anything opens this file. Does nothing anywhere else."""
    if os.name == "nt":
        # A disk that knows no such marks takes none; the file is saved all the same.
        with contextlib.suppress(OSError):
            Path(f"{path}:Zone.Identifier").write_text(_FROM_OUTSIDE, encoding="ascii", newline="")
