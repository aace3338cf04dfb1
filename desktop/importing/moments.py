# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates with a time of day, as old logs and school systems write them."""

import re
from datetime import date, datetime, time, timedelta, timezone

from desktop.clocks.now import LONDON
from desktop.importing.dates import british_date

_WITH_TIME = re.compile(
    r"(?P<day>.+?)(?:t|,? at |, ?| )(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?P<zone>z|[+-][0-9]{2}:?[0-9]{2})?"
)


def british_moment(text: str) -> date | datetime | None:
    """Read a day as `british_date` does, or a day and a time after it, in the school's local time and without a zone.

    12/03/2026 14:30, 2026-03-12T14:30:00, 12 March 2026 at 2:30 pm. A time with a zone is turned into London's. A time
    of exactly midnight without one is what systems write for “no time”: a plain day. None where it is no such moment.
    """
    written = text.strip().lower()
    plain = british_date(written)
    found = _WITH_TIME.fullmatch(written)
    if plain or not found:
        return plain
    day, hour = british_date(found["day"]), _hour(int(found["hour"]), found["half"] or "")
    if day is None or hour is None:
        return None
    try:
        moment = datetime.combine(day, time(hour, int(found["minute"]), int(found["second"] or 0)))
    except ValueError:
        return None
    return _local(moment, found["zone"] or "")


def _hour(written: int, half: str) -> int | None:
    if not half:
        return written
    if not 1 <= written <= 12:
        return None
    return written % 12 + (12 if half.startswith("p") else 0)


def _local(moment: datetime, zone: str) -> datetime | None:
    if not zone:
        return moment
    offset = timedelta()
    if zone != "z":
        hours, minutes = int(zone[1:3]), int(zone[-2:])
        if hours > 14 or minutes > 59:
            return None
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
    return moment.replace(tzinfo=timezone(offset)).astimezone(LONDON).replace(tzinfo=None)
