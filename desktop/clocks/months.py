# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Counting in months: what is done on a day is due again on that day of a later month, or on the last day it has."""

from calendar import monthrange
from datetime import date

_YEAR = 12
_IN_EVERY_MONTH = 28


def months_after(day: date, months: int) -> date:
    """The day so many months later. What began on the 29th, 30th or 31st falls on the last day of a shorter month."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    last = day.day if day.day <= _IN_EVERY_MONTH else min(day.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, last)
