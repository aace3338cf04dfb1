# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By when somebody who asks for their own data has to have it: a month, what does not count, and what may be added.

Pure. The rule's numbers and their source stand in resources/access/clock.toml (UK GDPR Articles 12(3) and 12A).
"""

import tomllib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.clocks import Rule, WorkingCalendar

RULE = "access"
"""The name of the time limit."""

_DAY = timedelta(days=1)


class Step(StrEnum):
    """What may be recorded on the way to an answer (resources/forms/acts/access_step.toml)."""

    IDENTITY_ASKED = "identity_asked"
    IDENTITY_CHECKED = "identity_checked"
    CLARIFICATION_ASKED = "clarification_asked"
    CLARIFICATION_GIVEN = "clarification_given"
    EXTENDED = "extended"


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A step and the day on which it was taken."""

    step: Step
    on: date


class AccessClock(msgspec.Struct, frozen=True, kw_only=True):
    """Where the time limit of a request stands.

    It runs from `begins`; `first_due` is the day by whose end an extension has to be told, `due` the day by whose end
    the answer has to be given. `waits_for` is the step for which the clock stands still: its days are not yet added.
    """

    received: date
    begins: date
    first_due: date
    due: date
    is_extended: bool
    is_identified: bool
    paused_days: int
    waits_for: Step | None


class ComplaintRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Within how many days of the one on which it came a complaint about data is acknowledged, with the source."""

    edition: str
    checked_on: date
    must_check: bool
    days: int
    source: str


class AccessRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The time limits of requests and complaints, with edition and source."""

    edition: str
    checked_on: date
    must_check: bool
    months: int
    further_months: int
    source: str
    complaint: ComplaintRules


def read_clock(received: date, taken: Iterable[Taken], calendar: WorkingCalendar) -> AccessClock:
    """Work the time limit out. Steps count in the order of their days; one dated before the request counts from it.

    An answer that would be due on a day on which offices are closed is due on the next working day.
    """
    shipped = shipped_clock()
    steps = sorted((max(each.on, received), place, each.step) for place, each in enumerate(taken))
    days = {step: [on for on, _, each in steps if each is step] for step in Step}
    begins, is_waiting = _begins(received, days[Step.IDENTITY_ASKED], days[Step.IDENTITY_CHECKED])
    pauses = tuple(_pauses(begins, days[Step.CLARIFICATION_ASKED], days[Step.CLARIFICATION_GIVEN]))
    paused = _days_in(pause for pause in pauses if pause[1] is not None)
    first = working_day(_months_after(begins, shipped.months) + _DAY * paused, calendar)
    extended = any(on <= first for on in days[Step.EXTENDED])
    months = shipped.months + (shipped.further_months if extended else 0)
    open_question = Step.CLARIFICATION_GIVEN if pauses and pauses[-1][1] is None else None
    return AccessClock(
        received=received,
        begins=begins,
        first_due=first,
        due=working_day(_months_after(begins, months) + _DAY * paused, calendar),
        is_extended=extended,
        is_identified=bool(days[Step.IDENTITY_CHECKED]),
        paused_days=paused,
        waits_for=Step.IDENTITY_CHECKED if is_waiting else open_question,
    )


def access_rule(clock: AccessClock) -> Rule:
    """The time limit as a rule that stands beside the school's others, with its source."""
    return Rule(rule_id=RULE, source=shipped_clock().source, day=clock.due)


def _begins(received: date, asked: list[date], checked: list[date]) -> tuple[date, bool]:
    """From when the clock runs, and whether it waits: where they were asked who they are, from when that was clear."""
    if not asked:
        return received, False
    known = next((on for on in checked if on >= asked[0]), None)
    return (known, False) if known else (received, True)


def _pauses(begins: date, asked: list[date], given: list[date]) -> Iterator[tuple[date, date | None]]:
    """The times of waiting for what they mean: from the question to its answer, never twice at once."""
    until = begins
    for on in asked:
        since = max(on, until)
        answered = next((day for day in given if day >= since), None)
        yield since, answered
        if answered is None:
            return
        until = answered + _DAY


def _days_in(pauses: Iterable[tuple[date, date | None]]) -> int:
    """How many days do not count. The day of the question and that of its answer are both among them."""
    return sum((until - since).days + 1 for since, until in pauses if until is not None)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def working_day(day: date, calendar: WorkingCalendar) -> date:
    """The day itself, or the next one on which offices are open."""
    while not calendar.is_working(day):
        day += _DAY
    return day


@cache
def shipped_clock() -> AccessRules:
    """The numbers that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("access/clock.toml")), AccessRules)
