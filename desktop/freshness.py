# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the list of readers is fresh: how long ago a reader's vault last confirmed it (security.md 3.2 D4).

It never keeps anybody from sending: an old list of readers is said, not refused.
"""

from datetime import date, timedelta

STALE_AFTER = timedelta(days=14)
_CLOCKS_DIFFER = timedelta(days=1)


def days_unconfirmed(confirmed_on: date | None, today: date) -> int | None:
    """How many days ago it was confirmed, once that is over 14; None while it is fresh, or nobody can say."""
    if confirmed_on is None or today - confirmed_on <= STALE_AFTER:
        return None
    return (today - confirmed_on).days


def is_clock_behind(today: date, stated_on: date | None) -> bool:
    """Say whether a clock is more than a day behind the last day on which another vault is known to have signed.

    One of the two is wrong, and nobody here can say which. None where no such day is known.
    """
    return stated_on is not None and stated_on - today > _CLOCKS_DIFFER
