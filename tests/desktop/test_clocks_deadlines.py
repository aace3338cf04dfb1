# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The decision clock and the LADO clock: from when they run, and by when they want something done."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.clocks import (
    LONDON,
    ClockStart,
    Doubt,
    Filing,
    Rule,
    StartsFrom,
    WorkingCalendar,
    clock_rules,
    clock_start,
    deadline,
    given_rule,
    load_calendar,
)
from desktop.people import Settings

CALENDAR = load_calendar()
RULES = clock_rules(Settings())


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def filed(text: str) -> ClockStart:
    moment = london(text)
    return clock_start(Filing(filed_at=moment, arrived_at=moment + timedelta(days=3)))


def anonymous(day: str) -> ClockStart:
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return clock_start(Filing(filed_at=moment, arrived_at=moment + timedelta(days=3), is_anonymous=True))


def decide_by(start: ClockStart) -> datetime:
    return deadline(start, [RULES["decision"]], CALENDAR).due.astimezone(LONDON).replace(tzinfo=None)


def tell_lado_by(start: ClockStart, calendar: WorkingCalendar = CALENDAR) -> datetime:
    return deadline(start, [RULES["lado"]], calendar).due.astimezone(LONDON).replace(tzinfo=None)


def test_a_named_report_starts_at_its_filing_time_whenever_it_is_seen() -> None:
    start = filed("2026-03-12T15:12")
    assert (start.at, start.starts_from, start.doubt) == (
        datetime(2026, 3, 12, 15, 12, tzinfo=UTC),
        StartsFrom.FILING,
        None,
    )


def test_an_anonymous_report_starts_at_the_end_of_its_london_day() -> None:
    start = anonymous("2026-07-01")
    assert start.starts_from is StartsFrom.END_OF_FILING_DAY
    assert start.at == datetime(2026, 7, 1, 23, 0, tzinfo=UTC)


def test_an_anonymous_report_that_arrives_on_its_own_day_is_not_doubted() -> None:
    day = datetime(2026, 7, 1, tzinfo=UTC)
    start = clock_start(Filing(filed_at=day, arrived_at=day + timedelta(hours=9), is_anonymous=True))
    assert start.doubt is None


def test_an_anonymous_report_of_tomorrow_is_doubted() -> None:
    day = datetime(2026, 7, 2, tzinfo=UTC)
    start = clock_start(Filing(filed_at=day, arrived_at=day - timedelta(hours=9), is_anonymous=True))
    assert (start.doubt, start.starts_from) == (Doubt.AFTER_ARRIVAL, StartsFrom.ARRIVAL)


@pytest.mark.parametrize(("minutes", "doubt"), [(10, None), (11, Doubt.AFTER_ARRIVAL)])
def test_a_time_is_doubted_only_beyond_ten_minutes_after_arrival(minutes: int, doubt: Doubt | None) -> None:
    arrived = london("2026-03-12T15:00")
    assert clock_start(Filing(filed_at=arrived + timedelta(minutes=minutes), arrived_at=arrived)).doubt is doubt


def test_a_time_before_the_previous_entry_is_doubted_and_arrival_counts() -> None:
    arrived = london("2026-03-12T15:00")
    start = clock_start(
        Filing(filed_at=arrived - timedelta(days=9), arrived_at=arrived, previous_at=arrived - timedelta(days=1))
    )
    assert (start.doubt, start.at) == (Doubt.BEFORE_PREDECESSOR, arrived)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime.fromisoformat("2026-03-12")
    with pytest.raises(ValueError, match="time zone"):
        clock_start(Filing(filed_at=naive, arrived_at=naive))


@pytest.mark.parametrize(
    ("filed_at", "due"),
    [
        ("2026-03-12T15:12", "2026-03-13T15:12"),  # an ordinary Thursday
        ("2026-03-28T15:12", "2026-03-29T16:12"),  # the night that loses an hour
        ("2026-10-24T15:12", "2026-10-25T14:12"),  # the night that gains one
        ("2028-02-28T09:00", "2028-02-29T09:00"),  # a leap day
        ("2026-12-31T18:00", "2027-01-01T18:00"),  # the end of a year
        ("2026-12-24T12:00", "2026-12-25T12:00"),  # Christmas is shown beside it, never taken off
    ],
)
def test_the_decision_clock_counts_twenty_four_real_hours(filed_at: str, due: str) -> None:
    assert decide_by(filed(filed_at)) == datetime.fromisoformat(due)


def test_the_decision_clock_of_an_anonymous_report_ends_with_the_next_day() -> None:
    assert decide_by(anonymous("2026-03-12")) == datetime.fromisoformat("2026-03-14T00:00")


def test_a_school_may_set_another_number_of_hours() -> None:
    rules = clock_rules(Settings(decision_hours=48))
    start = filed("2026-03-12T15:12")
    assert deadline(start, [rules["decision"]], CALENDAR).due == start.at + timedelta(hours=48)


def test_closed_days_stand_beside_the_decision_clock() -> None:
    found = deadline(filed("2026-03-13T15:12"), [RULES["decision"]], CALENDAR)
    assert [closed.day for closed in found.closed_days] == [date(2026, 3, 14)]
    assert found.due_day == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("filed_at", "due"),
    [
        ("2026-03-12T15:12", "2026-03-13T15:12"),  # Thursday to Friday
        ("2026-03-13T15:12", "2026-03-16T15:12"),  # Friday over the weekend
        ("2026-03-14T11:00", "2026-03-17T00:00"),  # Saturday leaves the whole of Monday
        ("2026-03-13T00:00", "2026-03-14T00:00"),  # midnight leaves the whole of its day, a Friday too
        ("2026-03-27T15:12", "2026-03-30T15:12"),  # the clocks go forward in between
        ("2026-10-23T15:12", "2026-10-26T15:12"),  # and back
        ("2026-05-22T10:00", "2026-05-26T10:00"),  # a bank-holiday weekend
        ("2026-04-02T10:00", "2026-04-07T10:00"),  # Easter
        ("2026-12-24T16:00", "2026-12-29T16:00"),  # Christmas, with Boxing Day's substitute
        ("2026-12-31T16:00", "2027-01-04T16:00"),  # New Year
        ("2028-02-28T10:00", "2028-02-29T10:00"),  # a leap day
    ],
)
def test_one_working_day_skips_weekends_and_bank_holidays(filed_at: str, due: str) -> None:
    assert tell_lado_by(filed(filed_at)) == datetime.fromisoformat(due)


def test_one_working_day_from_an_anonymous_report_is_the_whole_of_the_next_working_day() -> None:
    assert tell_lado_by(anonymous("2026-03-13")) == datetime.fromisoformat("2026-03-17T00:00")


def test_one_working_day_skips_the_schools_closure_days() -> None:
    calendar = load_calendar([date(2026, 3, 13)])
    assert tell_lado_by(filed("2026-03-12T15:12"), calendar) == datetime.fromisoformat("2026-03-16T15:12")


def test_the_strictest_rule_wins_and_every_rule_is_reported() -> None:
    local = Rule(rule_id="local", source="Trafford", hours=24)
    found = deadline(filed("2026-03-13T15:12"), [RULES["lado"], local], CALENDAR)
    assert [item.rule.rule_id for item in found.dues] == ["local", "lado"]
    assert found.due == found.start.at + timedelta(hours=24)


def test_a_rule_of_no_hours_is_due_at_once() -> None:
    start = filed("2026-03-13T15:12")
    assert deadline(start, [Rule(rule_id="now", source="s", hours=0)], CALENDAR).due == start.at


@pytest.mark.parametrize("units", [{}, {"hours": 1, "working_days": 1}, {"hours": -1}, {"working_days": 0}])
def test_a_rule_counts_forwards_and_in_one_unit(units: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="broken"):
        Rule(rule_id="broken", source="s", hours=units.get("hours"), working_days=units.get("working_days"))


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-07-01"])
def test_a_day_that_was_given_ends_with_londons_midnight(day: str) -> None:
    given = given_rule("review", date.fromisoformat(day))
    found = deadline(filed("2026-03-13T15:12"), [given], CALENDAR)
    assert found.due == (london(day) + timedelta(days=1)).astimezone(UTC)
    assert found.due_day.isoformat() == day


def test_a_limit_that_the_school_changed_names_the_school() -> None:
    shipped, own = clock_rules(Settings()), clock_rules(Settings(decision_hours=48, lado_working_days=2, lado_hours=4))
    assert all(shipped[name].source != own[name].source == "Set by the school." for name in ("decision", "lado"))
    assert "local" not in shipped
    assert own["local"].source == "The local authority’s procedures, as entered by the school."


def test_a_deadline_says_until_when_the_calendar_is_known() -> None:
    found = deadline(filed("2029-03-13T15:12"), [RULES["lado"]], CALENDAR)
    assert (found.is_calendar_known, found.known_until) == (False, date(2028, 12, 31))


def test_a_working_day_skips_the_holidays() -> None:
    calendar = load_calendar(terms=[(date(2026, 9, 2), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))])
    assert tell_lado_by(filed("2026-10-23T10:00"), calendar) == datetime.fromisoformat("2026-11-02T10:00")


def test_a_deadline_needs_a_rule() -> None:
    with pytest.raises(ValueError, match="rule"):
        deadline(filed("2026-03-13T15:12"), [], CALENDAR)


def test_a_deadline_beyond_the_calendar_says_so() -> None:
    assert deadline(filed("2026-03-13T15:12"), [RULES["lado"]], CALENDAR).is_calendar_known
    assert not deadline(filed("2029-03-13T15:12"), [RULES["lado"]], CALENDAR).is_calendar_known
    assert not deadline(filed("2028-12-29T15:12"), [RULES["lado"]], CALENDAR).is_calendar_known


@given(
    moment=st.datetimes(
        min_value=datetime.fromisoformat("2023-06-01"),
        max_value=datetime.fromisoformat("2028-06-01"),
        timezones=st.just(UTC),
    ),
    days=st.integers(min_value=1, max_value=10),
)
def test_a_working_day_deadline_lies_ahead_and_ends_on_a_working_day(moment: datetime, days: int) -> None:
    start = clock_start(Filing(filed_at=moment, arrived_at=moment))
    found = deadline(start, [Rule(rule_id="r", source="s", working_days=days)], CALENDAR)
    assert found.due > start.at
    assert CALENDAR.is_working(found.due_day)


_COVERED = st.datetimes(
    min_value=datetime.fromisoformat("2023-01-01"),
    max_value=datetime.fromisoformat("2028-11-01"),
    timezones=st.just(UTC),
)
_CHANGES = [
    datetime.fromisoformat(day).replace(tzinfo=UTC)
    for day in (
        "2023-03-26", "2023-10-29", "2024-03-31", "2024-10-27", "2025-03-30", "2025-10-26",
        "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26", "2028-10-29",
    )
]  # fmt: skip
_GOOD_FRIDAYS = [
    datetime.combine(day, datetime.min.time(), UTC)
    for day, name in CALENDAR.bank_holidays.items()
    if name == "Good Friday"
]
_AROUND = st.builds(
    lambda middle, away: middle + away,
    st.sampled_from([*_CHANGES, *_GOOD_FRIDAYS]),
    st.timedeltas(min_value=timedelta(days=-4), max_value=timedelta(days=5)),
)


@given(moment=_COVERED | _AROUND, hours=st.integers(min_value=0, max_value=200))
def test_hours_are_real_hours_in_every_year_and_over_every_change_of_the_clocks(moment: datetime, hours: int) -> None:
    start = ClockStart(at=moment, starts_from=StartsFrom.FILING)
    assert deadline(start, [Rule(rule_id="r", source="s", hours=hours)], CALENDAR).due - moment == timedelta(
        hours=hours
    )


@given(moment=_COVERED | _AROUND, days=st.integers(min_value=1, max_value=10))
def test_exactly_so_many_working_days_lie_before_a_deadline(moment: datetime, days: int) -> None:
    """Counted the slow way, day by day, from the day of the start, which never counts where it is worked."""
    start = ClockStart(at=moment, starts_from=StartsFrom.FILING)
    found = deadline(start, [Rule(rule_id="r", source="s", working_days=days)], CALENDAR)
    begun = moment.astimezone(LONDON)
    first = begun.date() if begun.time() == begun.time().min else begun.date() + timedelta(days=1)
    passed = [first + timedelta(days=number) for number in range((found.due_day - first).days + 1)]
    assert sum(CALENDAR.is_working(day) for day in passed) == days


@given(moment=_COVERED | _AROUND, days=st.integers(min_value=1, max_value=5))
def test_a_deadline_in_working_days_keeps_the_hour_on_the_wall_or_takes_the_whole_day(
    moment: datetime, days: int
) -> None:
    start = ClockStart(at=moment, starts_from=StartsFrom.FILING)
    begun = moment.astimezone(LONDON)
    due = deadline(start, [Rule(rule_id="r", source="s", working_days=days)], CALENDAR).due.astimezone(LONDON)
    is_whole = begun.time() == begun.time().min or not CALENDAR.is_working(begun.date())
    assert due.time() == (due.time().min if is_whole else begun.time())


@given(
    moment=_COVERED | _AROUND,
    rules=st.lists(st.sampled_from(list(RULES.values())), min_size=1, max_size=5),
)
def test_of_several_rules_the_strictest_counts_and_none_is_lost(moment: datetime, rules: list[Rule]) -> None:
    start = ClockStart(at=moment, starts_from=StartsFrom.FILING)
    found = deadline(start, rules, CALENDAR)
    alone = [deadline(start, [rule], CALENDAR).due for rule in rules]
    assert found.due == min(alone)
    assert sorted(item.rule.rule_id for item in found.dues) == sorted(rule.rule_id for rule in rules)


@given(
    early=st.datetimes(
        min_value=datetime.fromisoformat("2023-06-01"),
        max_value=datetime.fromisoformat("2028-06-01"),
        timezones=st.just(UTC),
    ),
    later=st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=9)),
)
def test_what_was_filed_earlier_is_never_due_later(early: datetime, later: timedelta) -> None:
    rules = list(RULES.values())
    first = deadline(ClockStart(at=early, starts_from=StartsFrom.FILING), rules, CALENDAR)
    second = deadline(ClockStart(at=early + later, starts_from=StartsFrom.FILING), rules, CALENDAR)
    assert first.due <= second.due
