# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What keeps a record whatever its time (F54, legal hold): by an act with a reason, until another act ends it. Pure.

A day until which something is kept is a day to look at it again: nothing lapses by itself.
"""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.people import PersonId
from desktop.retention.kinds import HOLD, HOLD_LIFTED


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """A hold in force: the entry, who placed it when (aware UTC), why, and when to look at it again."""

    eid: str
    author: PersonId | None
    at: datetime
    basis: str
    reason: str
    until: date | None


def holds_of(entries: Iterable[CaseEntry]) -> tuple[Hold, ...]:
    """The holds that are in force among the entries that count, in order."""
    counted = tuple(entries)
    ended = {entry.text("hold") for entry in counted if entry.kind == HOLD_LIFTED}
    return tuple(_hold(entry) for entry in counted if entry.kind == HOLD and entry.eid not in ended)


def _hold(entry: CaseEntry) -> Hold:
    return Hold(
        eid=entry.eid,
        author=entry.author,
        at=entry.at,
        basis=entry.text("basis"),
        reason=entry.text("reason"),
        until=entry.day("until"),
    )
