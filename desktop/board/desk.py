# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the page of everything open shows, read at once: the board, the daily check, how the week went."""

from datetime import date

import msgspec

from desktop.board.board import Board
from desktop.board.checking import checked_days, leave_note, missed_days
from desktop.board.digest import read_week
from desktop.board.lateness import Lateness
from desktop.board.notes import DeskNote
from desktop.cases.acting import act
from desktop.session import Session


class BoardDesk(msgspec.Struct, frozen=True, kw_only=True):
    """The board of one reader, whether today's check is on record, the missed ones, and the week's first decisions."""

    board: Board
    today: date
    is_checked: bool
    missed: tuple[date, ...]
    week: Lateness


def read_desk(session: Session) -> BoardDesk:
    """Read it."""
    today, checked = session.machine.today(), checked_days(session)
    board, week = read_week(session, today)
    return BoardDesk(
        board=board,
        today=today,
        is_checked=today in checked,
        missed=missed_days(checked, today, session.clocks.calendar),
        week=week.decisions,
    )


def check_board(session: Session) -> BoardDesk:
    """Put today's check on record, and read it again. Raises KnownError(DISK_*, VAULT_*)."""
    leave_note(session, DeskNote.CHECKED)
    return read_desk(session)


def finish(session: Session, case_id: str, eid: str, happened: str, evidence: str) -> BoardDesk:
    """Say that an action was done, what happened and what shows it, and read it again. Raises as `act`."""
    values = {"action": eid, "state": "done", "what_happened": happened, "evidence": evidence}
    act(session, case_id, "action_update", {name: value for name, value in values.items() if value})
    return read_desk(session)
