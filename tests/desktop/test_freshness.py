# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When the list of readers was last confirmed."""

from datetime import date

import pytest

from desktop.freshness import days_unconfirmed, is_clock_behind

TODAY = date(2026, 3, 30)


@pytest.mark.parametrize(
    ("confirmed", "days"), [(date(2026, 3, 30), None), (date(2026, 3, 16), None), (date(2026, 3, 15), 15), (None, None)]
)
def test_a_list_is_old_after_fourteen_days(confirmed: date | None, days: int | None) -> None:
    assert days_unconfirmed(confirmed, TODAY) == days


@pytest.mark.parametrize(("stated", "is_behind"), [(date(2026, 4, 1), True), (date(2026, 3, 31), False), (None, False)])
def test_a_clock_is_behind_when_another_vault_signed_more_than_a_day_later(
    stated: date | None, *, is_behind: bool
) -> None:
    assert is_clock_behind(TODAY, stated) is is_behind
