# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Late decisions and the week's digest, worked out by hand on a fixed small set (OVS-032, OVS-035, OVS-045; F22)."""

from datetime import UTC, date, datetime, timedelta

import msgspec

from desktop.board.board import board
from desktop.board.checking import missed_days
from desktop.board.digest import Digest, digest
from desktop.board.lateness import Lateness, lateness
from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.items import ItemKind
from desktop.cases.rows import CaseRow, board_tags, row_of, sent_tag
from desktop.clocks import load_calendar
from desktop.people import Settings
from tests.desktop.cases.building import AT, DSL, HEAD, SCHOOL, case_of, decision, eid, entry, report

CLOCKS = Clocks.of(Settings())
MONDAY = date(2026, 3, 9)
START, END = datetime(2026, 3, 9, tzinfo=UTC), datetime(2026, 3, 16, tzinfo=UTC)


def row(number: int, *entries: CaseEntry) -> CaseRow:
    made = row_of(case_of(report(), *entries), DSL, SCHOOL, CLOCKS)
    return msgspec.structs.replace(made, case_id=eid(number))


def decided(hours: int) -> CaseEntry:
    return msgspec.structs.replace(decision(2), at=AT + timedelta(hours=hours), received_at=AT + timedelta(hours=hours))


# Thursday 15:12 comes four times: decided after 2, 20 and 60 hours, and not at all.
SMALL = (
    row(1, decided(2)),
    row(2, decided(20)),
    row(3, decided(60), entry(4, "late_reason", HEAD, {"reason": "I was away."})),
    row(4),
)


def late(rows: tuple[CaseRow, ...] = SMALL, last: datetime = END) -> Lateness:
    return lateness(rows, START, last)


def test_the_median_the_longest_and_the_worst_are_those_counted_by_hand() -> None:
    found = late()
    assert (found.decided, found.late) == (3, 1)
    assert (found.typical, found.longest) == (timedelta(hours=20), timedelta(hours=60))
    assert found.worst == timedelta(hours=36)


def test_the_reason_is_told_and_its_absence_counted() -> None:
    assert (late().reasons, late().without_reason) == (("I was away.",), 0)
    silent = late((row(1, decided(60)),))
    assert (silent.reasons, silent.without_reason) == ((), 1)


def test_a_decision_that_is_still_to_be_taken_and_late_is_counted_as_that() -> None:
    assert late().open_late == 1
    assert late(last=AT + timedelta(hours=23)).open_late == 0


def test_without_a_decision_there_is_no_median_rather_than_nought() -> None:
    found = late(())
    assert (found.decided, found.typical, found.longest, found.worst) == (0, None, None, None)


def test_only_decisions_of_the_time_asked_for_count() -> None:
    assert late(last=AT + timedelta(hours=20)).decided == 1


# The week


def week(now: datetime = END, checked: tuple[date, ...] = ()) -> Digest:
    return digest(MONDAY, SMALL, board(SMALL, now, CLOCKS.calendar), checked, CLOCKS.calendar, came=0)


def test_what_is_open_is_counted_on_the_board() -> None:
    found, shown = week(), board(SMALL, END, CLOCKS.calendar)
    assert sum(found.open.values()) == len(shown.open)
    assert found.open == {ItemKind.DECISION: 1, ItemKind.FEEDBACK: 3, ItemKind.CLOSING: 3}


def test_what_is_overdue_and_what_is_due_next_week_are_lines_of_the_board() -> None:
    assert [line.item.kind for line in week().overdue] == [ItemKind.DECISION]
    assert {line.item.kind for line in week().ahead} == {ItemKind.FEEDBACK}


def test_what_came_in_the_first_hour_of_a_summers_monday_is_counted_to_that_day() -> None:
    filed = msgspec.structs.replace(SMALL[0], filed_at=datetime(2026, 6, 14, 23, 30, tzinfo=UTC))
    assert sent_tag(date(2026, 6, 15)) in set(board_tags(filed))


def test_the_daily_checks_are_counted_over_the_working_days_that_have_passed() -> None:
    found = week(checked=(MONDAY, date(2026, 3, 11), date(2026, 3, 14)))
    assert (found.checks, found.check_days) == (2, 5)
    assert week(now=datetime(2026, 3, 10, 12, tzinfo=UTC)).check_days == 2


# The daily check

CALENDAR = load_calendar()


def test_a_missed_check_shows_the_next_day_and_not_before() -> None:
    assert missed_days({MONDAY}, date(2026, 3, 10), CALENDAR) == ()
    assert missed_days({MONDAY}, date(2026, 3, 11), CALENDAR) == (date(2026, 3, 10),)


def test_no_check_is_missed_on_a_day_on_which_school_is_closed() -> None:
    friday = date(2026, 3, 13)
    assert missed_days({friday}, date(2026, 3, 16), CALENDAR) == ()


def test_before_the_first_check_none_was_missed() -> None:
    assert missed_days(set(), date(2026, 3, 11), CALENDAR) == ()
