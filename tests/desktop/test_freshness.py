# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When the list of readers was last confirmed."""

from datetime import UTC, date, datetime

import pytest

from desktop.freshness import days_unconfirmed, is_clock_behind

TODAY = date(2026, 3, 30)


@pytest.mark.parametrize(
    ("confirmed", "days"), [(date(2026, 3, 30), None), (date(2026, 3, 16), None), (date(2026, 3, 15), 15), (None, None)]
)
def test_a_list_is_old_after_fourteen_days(confirmed: date | None, days: int | None) -> None:
    assert days_unconfirmed(confirmed, TODAY) == days


@pytest.mark.parametrize(("hour", "is_behind"), [(8, True), (9, False), (23, False)])
def test_a_clock_is_behind_when_somebody_signed_more_than_a_day_later(hour: int, *, is_behind: bool) -> None:
    assert is_clock_behind(datetime(2026, 3, 1, hour, tzinfo=UTC), "2026-03-02T09:00:00Z") is is_behind
