# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The daily check of everything outstanding, signed by who made it (OVS-034, F22), and what was printed of the board.

Both are entries of a case of their own in the vault of whoever made them. They say that it was done and when, and name
no case: so they can tell nobody anything.
"""

from collections.abc import Collection
from datetime import date, timedelta

from desktop.board.notes import CHECKED, DeskNote
from desktop.cases.rows import DESK
from desktop.clocks import WorkingCalendar
from desktop.session import Session
from storage.entries import StoredEntry

_RULE = "desk"
_BACK = 14
"""How many days back a missed check is looked for."""


def leave_note(session: Session, note: DeskNote) -> StoredEntry:
    """Put on record that it was done, now. Raises KnownError(DISK_*, VAULT_*)."""
    return session.write(session.machine.content(DESK, {"form": note.value, "answers": {}}, _RULE), ())


def checked_days(session: Session) -> frozenset[date]:
    """The London days on which this reader made the daily check."""
    return frozenset(date.fromisoformat(tag.removeprefix(CHECKED)) for tag, _ in session.views.tags(CHECKED))


def missed_days(checked: Collection[date], today: date, calendar: WorkingCalendar) -> tuple[date, ...]:
    """The working days of the last two weeks, before this one, without a check, since the first that was made."""
    begun = min(checked, default=today)
    days = (today - timedelta(days=back) for back in range(_BACK, 0, -1))
    return tuple(day for day in days if day >= begun and day not in checked and calendar.is_working(day))
