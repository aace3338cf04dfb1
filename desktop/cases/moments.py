# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How moments are said beside records: briefly in a list, to the minute in a story, in full for the ear (ux.md 4).

Who filed without a name gave away the day and nothing more, so a moment that is a day only is never said with a time.
"""

from datetime import date, datetime, timedelta

from desktop.clocks import london_day, time_words
from desktop.clocks.words import MONTHS, WEEKDAYS

_WEEK = timedelta(days=7)
_SHORT = 3


def list_words(at: datetime, today: date, *, day_only: bool = False) -> str:
    """Say when something came, for a row: "Today 15:12", "Yesterday 09:10", "Wed 16:40", "12 Mar", "12 Mar 2025"."""
    day = told_day(at, day_only=day_only)
    back = today - day
    if timedelta(0) <= back < _WEEK:
        near = {0: "Today", 1: "Yesterday"}.get(back.days, WEEKDAYS[day.weekday()][:_SHORT])
        return near if day_only else f"{near} {time_words(at)}"
    return _date(day, today)


def story_words(at: datetime, today: date, *, day_only: bool = False) -> str:
    """Say when something happened, in a record's story: "Thu 12 Mar, 15:12", with the year when it is another one."""
    day = told_day(at, day_only=day_only)
    words = f"{WEEKDAYS[day.weekday()][:_SHORT]} {_date(day, today)}"
    return words if day_only else f"{words}, {time_words(at)}"


def spoken_words(at: datetime, today: date, *, day_only: bool = False) -> str:
    """Say the same in full: "Thursday 12 March, 15:12"."""
    day = told_day(at, day_only=day_only)
    words = long_day_words(day, today)
    return words if day_only else f"{words}, {time_words(at)}"


def sent_words(at: datetime, today: date, *, day_only: bool = False) -> str:
    """Say when something was sent, in the head of a record: "today at 15:12", "yesterday", "Tue 10 Mar, 09:15"."""
    near = {0: "today", 1: "yesterday"}.get((today - told_day(at, day_only=day_only)).days)
    if near is None:
        return story_words(at, today, day_only=day_only)
    return near if day_only else f"{near} at {time_words(at)}"


def sentence_words(at: datetime, today: date) -> str:
    """Say a moment inside a sentence: "at 15:12", or on another day "at 15:12 on 12 March"."""
    day = london_day(at)
    if day == today:
        return f"at {time_words(at)}"
    year = "" if day.year == today.year else f" {day.year}"
    return f"at {time_words(at)} on {day.day} {MONTHS[day.month - 1]}{year}"


def brief_day_words(day: date, today: date) -> str:
    """Say a day as "Tue 10 March", with the year when it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()][:_SHORT]} {day.day} {MONTHS[day.month - 1]}{year}"


def long_day_words(day: date, today: date) -> str:
    """Say a day as "Thursday 12 March", with the year when it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def told_day(at: datetime, *, day_only: bool) -> date:
    """The day of a moment: London's, or the very one that was told where only a day was."""
    return at.date() if day_only else london_day(at)


def _date(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:_SHORT]}{year}"
