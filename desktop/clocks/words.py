# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How days, times and deadlines are said to people (ux.md section 4 'Dates', section 7 'Clock label', screen R1).

British words whatever the computer's language; figures for hours; a date first, then what is left.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

import msgspec

from desktop.clocks.deadlines import Deadline, RuleDue, last_day_of
from desktop.clocks.now import london_day, to_london

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_AMBER_UNDER = timedelta(hours=20)
_RED_UNDER = timedelta(hours=2)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_DAYS_FROM = timedelta(hours=48)


class Urgency(StrEnum):
    """How a clock is drawn: grey from 20 hours, amber under 20, red under 2 and once it is overdue."""

    GREY = "grey"
    AMBER = "amber"
    RED = "red"


class Countdown(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline in words. `by` and `left` make the banner's two sentences, `short` the list's label."""

    by: str
    left: str
    short: str
    urgency: Urgency
    is_overdue: bool

    @property
    def sentence(self) -> str:
        """Both sentences together."""
        return f"{self.by} {self.left}"


def date_words(day: date) -> str:
    """Say a day as '10 March 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """Say a day as 'Thursday 12 March 2026'."""
    return f"{WEEKDAYS[day.weekday()]} {date_words(day)}"


def short_date_words(day: date) -> str:
    """Say a day as '12 Mar 2026', for tables."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def time_words(moment: datetime) -> str:
    """Say an aware moment as London's '15:12'."""
    return f"{to_london(moment):%H:%M}"


def countdown(due: datetime, now: datetime, do: str = "Decide") -> Countdown:
    """Say by when something is due and how long that leaves; `do` is the verb that begins the sentence."""
    left = due - now
    when = _when(due, london_day(now))
    if left < timedelta(0):
        overdue = f"Overdue by {_rough(-left)}"
        return Countdown(
            by=f"This was due by {when}.", left=f"{overdue}.", short=overdue, urgency=Urgency.RED, is_overdue=True
        )
    return Countdown(
        by=f"{do} by {when}.",
        left=f"You have {_spoken(left)}.",
        short=f"{_exact(left)} left",
        urgency=_urgency(left),
        is_overdue=False,
    )


def closed_words(deadline: Deadline, decider: str) -> str:
    """Say what to do when school is closed on the day that something is due (screen R1); empty when it is open."""
    if all(closed.day != deadline.due_day for closed in deadline.closed_days):
        return ""
    return f"School is closed then: tell {decider} today if you’ll need longer."


def limit_words(item: RuleDue) -> str:
    """Say one rule: how long it gives, until when, and whose it is."""
    rule, until = item.rule, f"until {_day_and_time(item.due)}. {item.rule.source}"
    if rule.day is not None:
        return f"Until {until.removeprefix('until ')}"
    long = _count(rule.hours, "hour") if rule.hours is not None else _count(rule.working_days or 0, "working day")
    return f"{long}, {until}"


def known_words(deadline: Deadline) -> str:
    """Say where the calendar ends, for a deadline that lies beyond; empty where it is known."""
    if deadline.is_calendar_known:
        return ""
    until = date_words(deadline.known_until)
    return f"Candour knows which days school is closed until {until} only: check this date yourself."


def _day_and_time(due: datetime) -> str:
    day = weekday_words(last_day_of(due))
    return f"the end of {day}" if to_london(due).time() == time.min else f"{time_words(due)} on {day}"


def _urgency(left: timedelta) -> Urgency:
    if left < _RED_UNDER:
        return Urgency.RED
    return Urgency.AMBER if left < _AMBER_UNDER else Urgency.GREY


def _when(due: datetime, today: date) -> str:
    day = last_day_of(due)
    year = "" if day.year == today.year else f" {day.year}"
    full = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if to_london(due).time() == time.min:
        return f"the end of {near}, {full}" if near else f"the end of {full}"
    return f"{time_words(due)} {near}, {full}" if near else f"{time_words(due)} on {full}"


def _spoken(left: timedelta) -> str:
    if left >= _DAYS_FROM:
        return _count(left.days, "day")
    hours, minutes = left // _HOUR, left % _HOUR // _MINUTE
    if left >= _RED_UNDER:
        return _count(hours, "hour")
    words = [_count(hours, "hour")] if hours else []
    words += [_count(minutes, "minute")] if minutes else []
    return " ".join(words) or "less than a minute"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _exact(left: timedelta) -> str:
    if left >= _DAYS_FROM:
        return _count(left.days, "day")
    hours, minutes = left // _HOUR, left % _HOUR // _MINUTE
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def _rough(over: timedelta) -> str:
    if over >= _DAYS_FROM:
        return _count(over.days, "day")
    return f"{over // _HOUR} h" if over >= _HOUR else f"{over // _MINUTE} min"
