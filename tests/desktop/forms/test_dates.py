# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days and times as people type them. Today is Thursday 12 March 2026."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms import Tense, parse_date, parse_time
from tests.desktop.forms.examples import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/3", date(2026, 3, 10)),
        ("10/03/26", date(2026, 3, 10)),
        ("10.3.2026", date(2026, 3, 10)),
        ("10-3-26", date(2026, 3, 10)),
        ("10 3 2026", date(2026, 3, 10)),
        ("2026-03-10", date(2026, 3, 10)),
        ("10 March", date(2026, 3, 10)),
        ("10th March 2026", date(2026, 3, 10)),
        ("10 of March", date(2026, 3, 10)),
        ("10 Mar", date(2026, 3, 10)),
        ("March 10", date(2026, 3, 10)),
        ("  10   MARCH  ", date(2026, 3, 10)),
        ("today", date(2026, 3, 12)),
        ("Yesterday", date(2026, 3, 11)),
        ("last Tuesday", date(2026, 3, 10)),
        ("Tuesday", date(2026, 3, 10)),
        ("on Monday", date(2026, 3, 9)),
        ("Thursday", date(2026, 3, 12)),
        ("last Thursday", date(2026, 3, 5)),
        ("Tue 10 March", date(2026, 3, 10)),
        ("Tuesday 10 March 2026", date(2026, 3, 10)),
        ("25/12", date(2025, 12, 25)),
        ("13/3", date(2025, 3, 13)),
        ("29/2", date(2024, 2, 29)),
        ("1/2/99", date(1999, 2, 1)),
        ("10 March 2027", date(2027, 3, 10)),
        ("next Monday", date(2026, 3, 16)),
    ],
)
def test_a_day_is_read_in_british_order(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31/2", "30 February", "3/13", "Monday 10 March", "10/3/1066", "10/3/20266", "1/1/0000", "٣/٣", "13"],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert parse_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/3", date(2027, 3, 10)),
        ("20/3", date(2026, 3, 20)),
        ("Monday", date(2026, 3, 16)),
        ("Thursday", date(2026, 3, 19)),
        ("tomorrow", date(2026, 3, 13)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_where_a_day_must_lie_ahead_the_next_one_is_meant(text: str, day: date) -> None:
    assert parse_date(text, TODAY, Tense.FUTURE) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15:20", time(15, 20)),
        ("15.20", time(15, 20)),
        ("1520", time(15, 20)),
        ("3.20 pm", time(15, 20)),
        ("3:20PM", time(15, 20)),
        ("3pm", time(15, 0)),
        ("3 p.m.", time(15, 0)),
        ("12 am", time(0, 0)),
        ("12pm", time(12, 0)),
        ("9:15", time(9, 15)),
        ("03:20", time(3, 20)),
        ("noon", time(12, 0)),
    ],
)
def test_a_time_is_read(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["", "3.70", "3.20", "25:00", "13pm", "0am", "9", "after tea", "2460"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert parse_time(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_the_iso_form_and_the_long_form_of_any_day_are_read(day: date) -> None:
    assert parse_date(day.isoformat(), TODAY) == parse_date(f"{day:%A} {day.day} {day:%B} {day.year}", TODAY) == day


@given(st.text(), st.sampled_from(Tense), st.dates(min_value=date(1950, 1, 1), max_value=date(2200, 1, 1)))
def test_reading_never_fails(text: str, tense: Tense, today: date) -> None:
    assert isinstance(parse_date(text, today, tense), date | None)
    assert isinstance(parse_time(text), time | None)
