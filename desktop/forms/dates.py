# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads days and times as people type them (ux.md section 7, 'Date' and 'Time'). British order; pure; never fails.

Without a year, a day is the latest one that has passed; where the date has to lie ahead, the next one.
"""

import re
from datetime import date, time, timedelta

from desktop.clocks.words import MONTHS, WEEKDAYS
from desktop.forms.spec import Tense

_EARLIEST_YEAR = 1900
_YEARS_AHEAD = 20  # a year of two figures lies at most so far ahead: '47 said in 2026 is 1947
_LEAP_SEARCH = 9  # years in which a 29 February is sure to be found
_DAY = timedelta(days=1)

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_FIGURES = re.compile(r"([0-9]{1,2})\s*[/. -]\s*([0-9]{1,2})(?:\s*[/. -]\s*([0-9]{4}|[0-9]{2}))?")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*([a-z]{3,9})\.?(?:[\s,-]+([0-9]{4}|[0-9]{2}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?(?:[\s,]+([0-9]{4}))?")
_WEEKDAY = re.compile(r"(?:(?:on|last|this|next)\s+)?([a-z]{3,9})")
_WITH_WEEKDAY = re.compile(r"([a-z]{3,9})\.?,?\s+([0-9].*)")
_TIME = re.compile(r"([0-9]{1,2})(?:\s*[:.]\s*([0-9]{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)?")
_FOUR_FIGURES = re.compile(r"([0-9]{2})([0-9]{2})")
_NOON = 12
_SCHOOL_DAY_FROM = 7


def parse_date(text: str, today: date, tense: Tense = Tense.PAST) -> date | None:
    """Read a day: '10/3', '10 March', '10/03/26', '2026-03-10', 'yesterday', 'last Tuesday'. None for anything else.

    Whether the day may lie ahead is not judged here, save that it settles which year, or which Tuesday, is meant.
    """
    said = " ".join(text.casefold().split())
    near = {"today": today, "yesterday": today - _DAY, "tomorrow": today + _DAY}.get(said)
    return near or _weekday(said, today, tense) or _checked_weekday(said, today, tense) or _plain(said, today, tense)


def parse_time(text: str) -> time | None:
    """Read a time: '15:20', '3.20 pm', '3pm', '1520', 'noon'. None for anything else.

    A bare '3.20' is refused: in a school it hardly means twenty past three at night, and guessing would be worse.
    """
    said = " ".join(text.casefold().split())
    if said in ("noon", "midday"):
        return time(_NOON)
    figures = _FOUR_FIGURES.fullmatch(said)
    if figures:
        return _time(int(figures[1]), int(figures[2]))
    found = _TIME.fullmatch(said)
    if not found:
        return None
    return _half_day(found) if found[3] else _whole_day(found)


def _half_day(found: re.Match[str]) -> time | None:
    hour = int(found[1])
    if not 1 <= hour <= _NOON:
        return None
    return _time(hour % _NOON + (_NOON if found[3].startswith("p") else 0), int(found[2] or 0))


def _whole_day(found: re.Match[str]) -> time | None:
    hour = int(found[1])
    is_ambiguous = len(found[1]) == 1 and 0 < hour < _SCHOOL_DAY_FROM
    return None if is_ambiguous or not found[2] else _time(hour, int(found[2]))


def _time(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _plain(said: str, today: date, tense: Tense) -> date | None:
    iso = _ISO.fullmatch(said)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    figures = _FIGURES.fullmatch(said)
    if figures:
        return _in_year(int(figures[1]), int(figures[2]), figures[3], today, tense)
    named = _DAY_MONTH.fullmatch(said)
    if named:
        return _in_year(int(named[1]), _month(named[2]), named[3], today, tense)
    named = _MONTH_DAY.fullmatch(said)
    return _in_year(int(named[2]), _month(named[1]), named[3], today, tense) if named else None


def _weekday(said: str, today: date, tense: Tense) -> date | None:
    found = _WEEKDAY.fullmatch(said)
    number = _number(found[1], WEEKDAYS) if found else 0
    if not number:
        return None
    if said.startswith("next ") or (tense is Tense.FUTURE and not said.startswith("last ")):
        return today + _DAY * ((number - 2 - today.weekday()) % 7 + 1)
    back = (today.weekday() - number + 1) % 7
    return today - _DAY * (back or (7 if said.startswith("last ") else 0))


def _checked_weekday(said: str, today: date, tense: Tense) -> date | None:
    """Read 'Tuesday 10 March'; a day that is not that weekday is not recognised."""
    found = _WITH_WEEKDAY.fullmatch(said)
    number = _number(found[1], WEEKDAYS) if found else 0
    day = _plain(found[2], today, tense) if found and number else None
    return day if day and day.weekday() + 1 == number else None


def _in_year(day: int, month: int, year: str | None, today: date, tense: Tense) -> date | None:
    if year:
        return _date(_century(int(year), today) if len(year) == 2 else int(year), month, day)
    step = 1 if tense is Tense.FUTURE else -1
    years = range(today.year, today.year + step * _LEAP_SEARCH, step)
    found = (_date(number, month, day) for number in years)
    return next((one for one in found if one and (one - today).days * step >= 0), None)


def _century(year: int, today: date) -> int:
    near = today.year - today.year % 100 + year
    return near if near <= today.year + _YEARS_AHEAD else near - 100


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _EARLIEST_YEAR else None
    except ValueError:
        return None


def _month(name: str) -> int:
    return _number(name, MONTHS)


def _number(name: str, names: tuple[str, ...]) -> int:
    """The place of a name in its list, from 1; 0 when it is not there. Three letters are enough."""
    return next((place for place, full in enumerate(names, 1) if full.casefold().startswith(name)), 0)
