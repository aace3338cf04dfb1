# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Time as a school counts it: the injected clock, working days, deadlines, and how they are said in words."""

from desktop.clocks.calendars import Closed, ClosedDay, Term, WorkingCalendar, load_calendar
from desktop.clocks.deadlines import (
    ClockStart,
    Deadline,
    Doubt,
    Filing,
    Rule,
    RuleDue,
    StartsFrom,
    clock_rules,
    clock_start,
    deadline,
    end_of_day,
    given_rule,
)
from desktop.clocks.now import LONDON, Clock, SystemClock, london_day
from desktop.clocks.terms import terms
from desktop.clocks.words import (
    Countdown,
    Urgency,
    closed_words,
    countdown,
    date_words,
    known_words,
    limit_words,
    short_date_words,
    time_words,
    weekday_words,
)

__all__ = [
    "LONDON",
    "Clock",
    "ClockStart",
    "Closed",
    "ClosedDay",
    "Countdown",
    "Deadline",
    "Doubt",
    "Filing",
    "Rule",
    "RuleDue",
    "StartsFrom",
    "SystemClock",
    "Term",
    "Urgency",
    "WorkingCalendar",
    "clock_rules",
    "clock_start",
    "closed_words",
    "countdown",
    "date_words",
    "deadline",
    "end_of_day",
    "given_rule",
    "known_words",
    "limit_words",
    "load_calendar",
    "london_day",
    "short_date_words",
    "terms",
    "time_words",
    "weekday_words",
]
