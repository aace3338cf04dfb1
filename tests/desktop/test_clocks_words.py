# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How days and deadlines are said: ux.md's own sentences, letter by letter."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.clocks import (
    Filing,
    Urgency,
    clock_rules,
    clock_start,
    closed_words,
    countdown,
    date_words,
    deadline,
    given_rule,
    known_words,
    limit_words,
    load_calendar,
    short_date_words,
    time_words,
    weekday_words,
)
from desktop.people import Settings

DUE = datetime(2026, 3, 13, 15, 12, tzinfo=UTC)
NOW = datetime(2026, 3, 12, 16, 4, tzinfo=UTC)


def test_the_banner_says_the_date_and_then_what_is_left() -> None:
    assert countdown(DUE, NOW).sentence == "Decide by 15:12 tomorrow, Friday 13 March. You have 23 hours."


def test_the_list_says_hours_and_minutes() -> None:
    assert countdown(DUE, NOW).short == "23 h 8 min left"


def test_another_verb_may_begin_the_sentence() -> None:
    assert countdown(DUE, NOW, "Contact the LADO").by == "Contact the LADO by 15:12 tomorrow, Friday 13 March."


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (timedelta(hours=20), Urgency.GREY),
        (timedelta(hours=20) - timedelta(seconds=1), Urgency.AMBER),
        (timedelta(hours=2), Urgency.AMBER),
        (timedelta(hours=2) - timedelta(seconds=1), Urgency.RED),
        (-timedelta(seconds=1), Urgency.RED),
    ],
)
def test_a_clock_turns_amber_under_twenty_hours_and_red_under_two(left: timedelta, urgency: Urgency) -> None:
    assert countdown(DUE, DUE - left).urgency is urgency


def test_a_clock_that_is_just_due_is_not_overdue() -> None:
    assert not countdown(DUE, DUE).is_overdue


@pytest.mark.parametrize(
    ("left", "short", "spoken"),
    [
        (timedelta(days=5), "5 days left", "You have 5 days."),
        (timedelta(hours=2), "2 h 0 min left", "You have 2 hours."),
        (timedelta(hours=1, minutes=1), "1 h 1 min left", "You have 1 hour 1 minute."),
        (timedelta(hours=1), "1 h 0 min left", "You have 1 hour."),
        (timedelta(minutes=36), "36 min left", "You have 36 minutes."),
        (timedelta(seconds=9), "0 min left", "You have less than a minute."),
    ],
)
def test_what_is_left_is_said_plainly(left: timedelta, short: str, spoken: str) -> None:
    found = countdown(DUE, DUE - left)
    assert (found.short, found.left) == (short, spoken)


@pytest.mark.parametrize(
    ("over", "short"),
    [
        (timedelta(minutes=5), "Overdue by 5 min"),
        (timedelta(hours=3, minutes=50), "Overdue by 3 h"),
        (timedelta(days=2), "Overdue by 2 days"),
    ],
)
def test_an_overdue_clock_says_by_how_much(over: timedelta, short: str) -> None:
    found = countdown(DUE, DUE + over)
    assert (found.short, found.is_overdue) == (short, True)


def test_an_overdue_banner_says_when_it_was_due() -> None:
    said = countdown(DUE, DUE + timedelta(hours=10)).sentence
    assert said == "This was due by 15:12 yesterday, Friday 13 March. Overdue by 10 h."


def test_a_day_further_off_is_named() -> None:
    due = datetime(2026, 3, 16, 15, 12, tzinfo=UTC)
    assert countdown(due, NOW).by == "Decide by 15:12 on Monday 16 March."


def test_another_year_is_named() -> None:
    due = datetime(2027, 1, 4, 15, 12, tzinfo=UTC)
    assert countdown(due, NOW).by == "Decide by 15:12 on Monday 4 January 2027."


def test_midnight_is_the_end_of_the_day_before() -> None:
    due = datetime(2026, 3, 14, 0, 0, tzinfo=UTC)
    assert countdown(due, NOW).by == "Decide by the end of tomorrow, Friday 13 March."


def test_summer_times_are_londons() -> None:
    due = datetime(2026, 7, 1, 14, 0, tzinfo=UTC)
    assert countdown(due, due - timedelta(hours=1)).by == "Decide by 15:00 today, Wednesday 1 July."


def test_a_clock_that_ends_on_a_closed_day_says_what_to_do() -> None:
    friday = datetime(2026, 3, 13, 15, 12, tzinfo=UTC)
    start = clock_start(Filing(filed_at=friday, arrived_at=friday))
    found = deadline(start, [clock_rules(Settings())["decision"]], load_calendar())
    assert closed_words(found, "Helen Marsh") == (
        "School is closed then: tell Helen Marsh today if you’ll need longer."
    )


def test_a_clock_that_ends_on_a_working_day_needs_no_such_word() -> None:
    start = clock_start(Filing(filed_at=NOW, arrived_at=NOW))
    assert closed_words(deadline(start, [clock_rules(Settings())["decision"]], load_calendar()), "Helen Marsh") == ""


def test_days_are_said_in_british_order() -> None:
    day = date(2026, 3, 12)
    assert (date_words(day), weekday_words(day), short_date_words(day)) == (
        "12 March 2026",
        "Thursday 12 March 2026",
        "12 Mar 2026",
    )


def test_times_are_londons_twenty_four_hours() -> None:
    assert time_words(datetime(2026, 7, 1, 14, 5, tzinfo=UTC)) == "15:05"


def test_every_limit_is_said_with_how_long_it_gives_until_when_and_whose_it_is() -> None:
    start = clock_start(Filing(filed_at=DUE, arrived_at=DUE))
    rules = clock_rules(Settings(lado_hours=4))
    lines = [limit_words(item) for item in deadline(start, [rules["lado"], rules["local"]], load_calendar()).dues]
    assert lines[0] == (
        "4 hours, until 19:12 on Friday 13 March 2026. The local authority’s procedures, as entered by the school."
    )
    assert lines[1].startswith("1 working day, until 15:12 on Monday 16 March 2026. ")


def test_a_day_that_was_given_is_said_as_that() -> None:
    start = clock_start(Filing(filed_at=DUE, arrived_at=DUE))
    found = deadline(start, [given_rule("review", date(2026, 5, 4))], load_calendar())
    assert limit_words(found.dues[0]) == "Until the end of Monday 4 May 2026. The day that the record gives."


def test_a_date_beyond_what_is_known_says_so() -> None:
    start = clock_start(Filing(filed_at=DUE, arrived_at=DUE))
    known = deadline(start, [given_rule("review", date(2026, 5, 4))], load_calendar())
    beyond = deadline(start, [given_rule("review", date(2029, 5, 4))], load_calendar())
    assert known_words(known) == ""
    assert known_words(beyond) == (
        "Candour knows which days school is closed until 31 December 2028 only: check this date yourself."
    )
