# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clocks that run on a case (requirements.md §11.7; practice.md R30, R31; architecture.md, decision 1)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.cases.clocks import Clocks, decision_clock, lado_clock, started
from desktop.clocks import Closed
from desktop.clocks.deadlines import StartsFrom
from desktop.people import SchoolTerm, Settings
from storage.body import Standing
from storage.judge import Flag
from tests.desktop.cases.building import AT, DSL, MEANING, case_of, decision, entry, report, triage

CLOCKS = Clocks.of(Settings())
GOOD_FRIDAY, EASTER_TUESDAY = date(2026, 4, 3), date(2026, 4, 7)
WEDNESDAY = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)


def decide_by(clocks: Clocks = CLOCKS, **changed: Any) -> datetime:
    due = decision_clock(case_of(report(**changed)), clocks)
    assert due is not None
    return due.due


def tell_by(clocks: Clocks = CLOCKS, at: datetime = WEDNESDAY, **changed: Any) -> datetime:
    met = triage(2, "T1", limb_harm="yes")
    due = lado_clock(case_of(report(at=at, **changed), met), clocks, MEANING)
    assert due is not None
    return due.due


def test_a_decision_is_due_24_real_hours_after_filing() -> None:
    assert decide_by() == AT + timedelta(hours=24)


def test_a_school_may_set_other_hours() -> None:
    assert decide_by(Clocks.of(Settings(decision_hours=48))) == AT + timedelta(hours=48)


def test_a_closed_day_is_not_taken_off_the_24_hours_but_stands_beside_them() -> None:
    saturday = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
    due = decision_clock(case_of(report(at=saturday)), CLOCKS)
    assert due is not None
    assert (due.due, [closed.day for closed in due.closed_days]) == (
        saturday + timedelta(hours=24),
        [date(2026, 3, 14), date(2026, 3, 15)],
    )


def test_it_is_24_real_hours_when_the_clocks_go_forward() -> None:
    saturday = datetime(2026, 3, 28, 15, 0, tzinfo=UTC)
    assert decide_by(at=saturday) == saturday + timedelta(hours=24)


def test_the_clock_runs_from_filing_and_not_from_arrival() -> None:
    assert decide_by(received_at=AT + timedelta(days=2)) == AT + timedelta(hours=24)


def test_an_anonymous_reports_clock_runs_from_the_end_of_its_day() -> None:
    day = datetime(2026, 3, 12, tzinfo=UTC)
    assert decide_by(at=day, received_at=AT, is_day_only=True) == datetime(2026, 3, 14, tzinfo=UTC)


def test_an_anonymous_reports_day_ends_at_londons_midnight_in_summer() -> None:
    day = datetime(2026, 6, 12, tzinfo=UTC)
    received = day + timedelta(hours=9)
    assert decide_by(at=day, received_at=received, is_day_only=True) == datetime(2026, 6, 13, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "from_what"), [(timedelta(minutes=10), StartsFrom.FILING), (timedelta(minutes=11), StartsFrom.ARRIVAL)]
)
def test_a_time_too_far_after_arrival_is_not_believed(ahead: timedelta, from_what: StartsFrom) -> None:
    start = started(case_of(report(at=AT + ahead, received_at=AT)))
    assert start is not None
    assert start.starts_from is from_what


def test_a_time_before_its_authors_last_entry_is_not_believed() -> None:
    later = AT + timedelta(hours=3)
    start = started(case_of(report(received_at=later, flags=frozenset({Flag.CLOCK_BEFORE_PREVIOUS.value}))))
    assert start is not None
    assert (start.starts_from, start.at) == (StartsFrom.ARRIVAL, later)


def test_without_a_report_no_clock_runs() -> None:
    case = case_of(entry(2, "note", DSL))
    assert (started(case), decision_clock(case, CLOCKS)) == (None, None)


# The LADO


def test_the_lado_is_due_one_working_day_after_filing() -> None:
    assert tell_by() == WEDNESDAY + timedelta(days=1)


def test_the_lados_working_day_skips_a_weekend() -> None:
    assert tell_by(at=datetime(2026, 3, 13, 10, 0, tzinfo=UTC)) == datetime(2026, 3, 16, 10, 0, tzinfo=UTC)


def test_the_lados_working_day_skips_bank_holidays() -> None:
    thursday = datetime(2026, 4, 2, 10, 0, tzinfo=UTC)
    assert tell_by(at=thursday).date() == EASTER_TUESDAY


def test_the_lado_works_while_the_school_is_closed() -> None:
    closed = Clocks.of(Settings(closure_days=(date(2026, 3, 12), date(2026, 3, 13))))
    assert tell_by(closed) == WEDNESDAY + timedelta(days=1)


@pytest.mark.parametrize(("hours", "due"), [(4, 4), (24, 24), (48, 24)])
def test_a_local_rule_in_hours_counts_where_it_is_stricter(hours: int, due: int) -> None:
    assert tell_by(Clocks.of(Settings(lado_hours=hours))) == WEDNESDAY + timedelta(hours=due)


def test_a_local_rule_in_hours_counts_over_a_weekend() -> None:
    friday = datetime(2026, 3, 13, 10, 0, tzinfo=UTC)
    assert tell_by(Clocks.of(Settings(lado_hours=24)), at=friday) == friday + timedelta(hours=24)


def test_both_rules_are_named() -> None:
    case = case_of(report(), triage(2, "T1", limb_harm="yes"))
    due = lado_clock(case, Clocks.of(Settings(lado_hours=4)), MEANING)
    assert due is not None
    assert {each.rule.rule_id for each in due.dues} == {"lado", "local"}


@pytest.mark.parametrize("kind", ["lado_consultation", "lado_referral", "reason_without_advice"])
def test_the_lados_clock_stops_when_they_were_asked(kind: str) -> None:
    asked = case_of(report(), decision(2, "T1", limb_harm="yes"), entry(3, kind, DSL))
    assert lado_clock(asked, CLOCKS, MEANING) is None


def test_no_lado_clock_runs_below_the_threshold() -> None:
    assert lado_clock(case_of(report(), decision(2)), CLOCKS, MEANING) is None


def test_an_anonymous_reports_lado_clock_runs_from_the_end_of_its_day() -> None:
    day = datetime(2026, 3, 11, tzinfo=UTC)
    standing = Standing.WALK_UP_ANONYMOUS
    assert tell_by(at=day, received_at=AT, is_day_only=True, author=None, standing=standing).date() == date(2026, 3, 13)


def test_a_schools_holidays_stand_beside_the_decision_and_are_never_taken_off() -> None:
    terms = (
        SchoolTerm(first=date(2026, 1, 5), last=date(2026, 3, 12)),
        SchoolTerm(first=date(2026, 3, 30), last=date(2026, 5, 22)),
    )
    due = decision_clock(case_of(report()), Clocks.of(Settings(terms=terms)))
    assert due is not None
    assert (due.due, [closed.why for closed in due.closed_days]) == (AT + timedelta(hours=24), [Closed.HOLIDAY])
