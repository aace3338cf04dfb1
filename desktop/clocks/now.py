# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What time it is, and on which day a school lives it.

Everything that depends on the time is handed a `Clock`; only `SystemClock` looks at the computer's. Moments are aware
and in UTC; a school's days are those of London. Where the system has no time zone table (Windows), Python's `zoneinfo`
needs the `tzdata` package.
"""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
"""Schools in England keep this time, with its two changes a year."""


class Clock(Protocol):
    """Whatever can say what time it is."""

    def now(self) -> datetime:
        """Say the present moment, aware and in UTC."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Say the present moment, aware and in UTC."""
        return datetime.now(UTC)


def london_day(moment: datetime) -> date:
    """Say on which day a school lives this moment. Raises ValueError for a moment without a time zone."""
    return to_london(moment).date()


def to_london(moment: datetime) -> datetime:
    """Turn an aware moment into London time. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        msg = "a moment without a time zone says nothing"
        raise ValueError(msg)
    return moment.astimezone(LONDON)
