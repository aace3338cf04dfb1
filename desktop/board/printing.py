# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving today's list or the week's digest to be printed. That it was done is on record before the file is there."""

from datetime import date
from pathlib import Path

from desktop.board.board import read_board
from desktop.board.checking import leave_note
from desktop.board.digest import read_digest
from desktop.board.notes import DeskNote
from desktop.documents.board_sheets import digest_sheet, todays_list
from desktop.faults import DeskFault
from desktop.session import Session
from storage.errors import KnownError
from storage.files import OWNER_FILE, write_whole


def save_list(session: Session, path: Path) -> int:
    """Save today's list. Returns its pages. Raises KnownError(FILE_THERE_ALREADY, DISK_*, VAULT_*)."""
    printed = todays_list(read_board(session), session.machine.school)
    _save(session, path, printed.content, DeskNote.PRINTED_LIST)
    return printed.pages


def save_digest(session: Session, day: date, path: Path) -> int:
    """Save the digest of the week of a day. Returns its pages. Raises as `save_list`."""
    printed = digest_sheet(read_digest(session, day), session.machine.school)
    _save(session, path, printed.content, DeskNote.PRINTED_DIGEST)
    return printed.pages


def _save(session: Session, path: Path, content: bytes, note: DeskNote) -> None:
    if path.exists():
        raise KnownError(DeskFault.FILE_THERE_ALREADY)
    leave_note(session, note)
    write_whole(path, content, OWNER_FILE)
