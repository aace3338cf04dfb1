# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Today's list and the week's digest, for paper or as files. That it was done is on record before there is either."""

from datetime import date
from pathlib import Path

from desktop.board.board import read_board
from desktop.board.checking import leave_note
from desktop.board.digest import read_digest
from desktop.board.notes import DeskNote
from desktop.documents.board_sheets import digest_sheet, todays_list
from desktop.documents.look import Printed
from desktop.faults import DeskFault
from desktop.session import Session
from storage.errors import KnownError
from storage.files import OWNER_FILE, write_whole


def save_list(session: Session, path: Path) -> int:
    """Save today's list. Returns its pages. Raises KnownError(FILE_THERE_ALREADY, DISK_*, VAULT_*)."""
    return _save(session, path, _todays_list(session), DeskNote.PRINTED_LIST)


def save_digest(session: Session, day: date, path: Path) -> int:
    """Save the digest of the week of a day. Returns its pages. Raises as `save_list`."""
    return _save(session, path, _digest(session, day), DeskNote.PRINTED_DIGEST)


def list_for_paper(session: Session) -> Printed:
    """Today's list, on record as printed. Raises KnownError(DISK_*, VAULT_*)."""
    return _noted(session, _todays_list(session), DeskNote.PRINTED_LIST)


def digest_for_paper(session: Session, day: date) -> Printed:
    """The digest of the week of a day, on record as printed. Raises as `list_for_paper`."""
    return _noted(session, _digest(session, day), DeskNote.PRINTED_DIGEST)


def _todays_list(session: Session) -> Printed:
    return todays_list(read_board(session), session.machine.school)


def _digest(session: Session, day: date) -> Printed:
    return digest_sheet(read_digest(session, day), session.machine.school)


def _noted(session: Session, printed: Printed, note: DeskNote) -> Printed:
    leave_note(session, note)
    return printed


def _save(session: Session, path: Path, printed: Printed, note: DeskNote) -> int:
    if path.exists():
        raise KnownError(DeskFault.FILE_THERE_ALREADY)
    leave_note(session, note)
    write_whole(path, printed.content, OWNER_FILE)
    return printed.pages
