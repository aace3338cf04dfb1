# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The week on one page: what came, what was decided and how late, what is open, what is due next (OVS-035, F22).

Every count is worked out, and what is open is counted on the board itself.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from desktop.board.board import Board, Line, When, board, board_of, rows_since
from desktop.board.checking import checked_days
from desktop.board.lateness import Lateness, lateness
from desktop.cases.inbox import SHELVES
from desktop.cases.items import ItemKind
from desktop.cases.rows import NOT_READ, BoardRow, CaseRow, row_of, sent_tag
from desktop.clocks import WorkingCalendar, end_of_day, london_day
from desktop.session import Session

_WEEK, _DAY, _MOMENT = timedelta(days=7), timedelta(days=1), timedelta(microseconds=1)


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """A week, from its Monday to its Sunday, as it stood at a moment (aware UTC).

    `open` counts what stands on the board by kind, `overdue` what of it is late, `ahead` are the lines due in the week
    after; `checks` says on how many of the working days that have passed the daily check was made.
    """

    monday: date
    at: datetime
    came: int
    decisions: Lateness
    open: Mapping[ItemKind, int]
    overdue: tuple[Line, ...]
    ahead: tuple[Line, ...]
    done: int
    done_without_evidence: int
    moved_often: int
    checks: int
    check_days: int


def read_digest(session: Session, day: date) -> Digest:
    """Make the digest of the week in which a day lies: as it stands now, or as it stood when that week ended.

    For a week that is over every case is opened and made from what was there by then: for a worker's thread.
    """
    monday = day - timedelta(days=day.weekday())
    if monday + _WEEK > session.machine.today():
        return read_week(session, day)[1]
    rows, sunday = tuple(_rows_on(session, monday + _WEEK - _DAY)), _start_of(monday + _WEEK) - _MOMENT
    calendar, followed = session.clocks.calendar, {row.follows for row in rows if row.follows}
    shown, filed = board(rows, sunday, calendar, followed), (row.filed_at for row in rows if row.shelf not in NOT_READ)
    came = sum(_start_of(monday) <= at <= sunday for at in filed)
    return digest(monday, rows, shown, checked_days(session), calendar, came=came)


def _rows_on(session: Session, day: date) -> Iterator[CaseRow]:
    """The rows of all cases as they were at the end of a day."""
    for case_id in (each for shelf in SHELVES for each in session.shelf(shelf)):
        case = session.case_on(case_id, day)
        if case is not None:
            yield row_of(case, session.me, session.machine.school, session.clocks)


def read_week(session: Session, day: date) -> tuple[Board, Digest]:
    """The board, and the digest of the week in which a day lies: no row is read twice."""
    monday = day - timedelta(days=day.weekday())
    rows = rows_since(session, monday)
    found = board_of(session, rows)
    came = sum(len(session.views.tagged(sent_tag(monday + timedelta(days=at)))) for at in range(_WEEK.days))
    return found, digest(monday, rows, found, checked_days(session), session.clocks.calendar, came=came)


def digest(
    monday: date,
    rows: Sequence[BoardRow],
    of: Board,
    checked: Collection[date],
    calendar: WorkingCalendar,
    *,
    came: int,
) -> Digest:
    """Make the digest of the week that begins on this Monday. Pure.

    `rows` are all with anything done or decided in it, and `came` is how many were sent in it.
    """
    first, last = _start_of(monday), _start_of(monday + _WEEK)
    until = min(last, of.at)
    days = [monday + timedelta(days=at) for at in range(7)]
    passed = [day for day in days if day <= london_day(of.at) and calendar.is_working(day)]
    open_lines = of.open
    kinds = Counter(line.item.kind for line in open_lines)
    done = [item for row in rows for item in row.ended if item.ended_at and first <= item.ended_at < last]
    return Digest(
        monday=monday,
        at=of.at,
        came=came,
        decisions=lateness(rows, first, until),
        open={kind: kinds[kind] for kind in ItemKind if kinds[kind]},
        overdue=tuple(line for line in open_lines if line.when is When.OVERDUE),
        ahead=tuple(line for line in open_lines if line.item.due and last <= line.item.due < last + _WEEK),
        done=len(done),
        done_without_evidence=sum(not (item.has_evidence or item.is_dropped) for item in done),
        moved_often=sum(line.item.moves > 1 for line in open_lines),
        checks=sum(day in checked for day in passed),
        check_days=len(passed),
    )


def _start_of(day: date) -> datetime:
    return end_of_day(day - timedelta(days=1))
