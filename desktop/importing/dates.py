# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as British schools write them."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?)?"  # a system's date column often carries an empty time
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_MIDNIGHT}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([/.-])([0-9]{{1,2}})\2([0-9]{{1,2}}){_MIDNIGHT}Z?")
_IN_WORDS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -]([0-9]{4}|[0-9]{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def british_date(text: str) -> date | None:
    """Read 12/03/2026, 12.3.26, 2026-03-12, 12 Mar 2026 or 12th March 2026: the day always comes before the month.

    A year in two digits is 20xx from 00 to 68 and 19xx from 69 to 99 (the rule of POSIX). None where it is no such
    date, is not in the calendar, or lies before 1900 or after 2199.
    """
    written = text.strip().lower()
    if match := _DAY_FIRST.fullmatch(written.upper()):
        return _calendar(match[4], int(match[3]), match[1])
    if match := _YEAR_FIRST.fullmatch(written.upper()):
        return _calendar(match[1], int(match[3]), match[4])
    if match := _IN_WORDS.fullmatch(written):
        return _calendar(match[3], _month(match[2]), match[1])
    return None


def _month(word: str) -> int:
    names = _FULL_MONTHS if word in _FULL_MONTHS else _MONTHS
    known = "sep" if word == "sept" else word
    return names.index(known) + 1 if known in names else 0


def _calendar(year: str, month: int, day: str) -> date | None:
    full_year = int(year)
    if len(year) == 2:
        full_year += 2000 if full_year <= 68 else 1900
    if not _FIRST_YEAR <= full_year <= _LAST_YEAR:
        return None
    try:
        return date(full_year, month, int(day))
    except ValueError:
        return None
