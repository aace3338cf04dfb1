# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, datetime

import pytest

from desktop.importing.moments import british_moment

AFTERNOON = datetime.fromisoformat("2026-03-12T14:30")


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-12T14:30:00", "2026-03-12 14:30", "12/03/2026 14:30", "12.3.26 14:30:00", "12 March 2026 at 2:30 pm",
        "12 Mar 2026, 14:30", "12/03/2026 2:30PM", " 12 march 2026 2:30 p.m. ", "2026-03-12T14:30:00.000",
    ],
)  # fmt: skip
def test_a_day_and_a_time_are_read_in_each_way_of_writing_them(written: str) -> None:
    assert british_moment(written) == AFTERNOON


@pytest.mark.parametrize("written", ["12/03/2026", "2026-03-12", "2026-03-12T00:00:00", "12 March 2026"])
def test_a_day_without_a_time_stays_a_day(written: str) -> None:
    found = british_moment(written)
    assert found == date(2026, 3, 12)
    assert not isinstance(found, datetime)


@pytest.mark.parametrize(
    ("written", "local"),
    [
        ("2026-03-12T14:30:00Z", AFTERNOON),  # winter: London keeps Greenwich time
        ("2026-07-01T14:30:00Z", datetime.fromisoformat("2026-07-01T15:30")),
        ("2026-07-01T14:30:00+02:00", datetime.fromisoformat("2026-07-01T13:30")),
        ("2026-03-12T14:30:00-0100", datetime.fromisoformat("2026-03-12T15:30")),
    ],
)
def test_a_time_with_a_zone_is_turned_into_londons(written: str, local: datetime) -> None:
    assert british_moment(written) == local


@pytest.mark.parametrize(("written", "hour"), [("1/1/2026 12:05 am", 0), ("1/1/2026 12:05 pm", 12)])
def test_twelve_in_the_morning_is_midnight(written: str, hour: int) -> None:
    assert british_moment(written) == datetime.fromisoformat(f"2026-01-01T{hour:02}:05")


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "14:30", "31/02/2026 14:30", "12/03/2026 25:00", "12/03/2026 14:60", "12/03/2026 13:00 pm",
        "12/03/2026 0:30 am", "03/13/2026 14:30", "12/03/2026 14", "2026-03-12T14:30+99:00", "2026-03-12T14:30+01:99",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_not_guessed(written: str) -> None:
    assert british_moment(written) is None
