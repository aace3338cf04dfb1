# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When something has to be done: from which moment a clock runs, and which of several rules comes first.

A clock starts at the time that was signed into the report, never when somebody happened to open it (F11; decision 1
of the architecture). Every rule says its unit; the strictest wins and all are shown with their source (F26).
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

import msgspec

import resources
from desktop.clocks.calendars import ClosedDay, WorkingCalendar
from desktop.clocks.now import LONDON, london_day, to_london
from desktop.people import Settings

_CLOSED_SHOWN = timedelta(days=31)  # what lies further back than that says nothing about a deadline
_SKEW = timedelta(minutes=10)  # how far two office clocks may differ before the claimed time is doubted


class StartsFrom(StrEnum):
    """The moment from which a clock runs."""

    FILING = "filing"
    DECISION = "decision"
    END_OF_FILING_DAY = "end_of_filing_day"
    ARRIVAL = "arrival"
    AWARENESS = "awareness"
    RECEIPT = "receipt"


class Doubt(StrEnum):
    """Why a claimed filing time was not believed."""

    AFTER_ARRIVAL = "after_arrival"
    BEFORE_PREDECESSOR = "before_predecessor"


class Filing(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about when a report was filed; every moment is aware.

    `filed_at` is the signed time (an anonymous report's is any moment of its day), `arrived_at` when this machine first
    saw it, `previous_at` the signed time of its author's previous entry in the same chain, if there is one.
    """

    filed_at: datetime
    arrived_at: datetime
    is_anonymous: bool = False
    previous_at: datetime | None = None


class ClockStart(msgspec.Struct, frozen=True, kw_only=True):
    """The moment (UTC) from which clocks run, which moment that is, and whether the signed time was doubted."""

    at: datetime
    starts_from: StartsFrom
    doubt: Doubt | None = None


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One time limit: real hours, working days, or a day that somebody gave, by whose end it is due.

    Exactly one of the three is set; zero hours means at once.
    """

    rule_id: str
    source: str
    hours: int | None = None
    working_days: int | None = None
    day: date | None = None

    def __post_init__(self) -> None:
        """Refuse (ValueError) a rule that counts in no unit, in two, or backwards."""
        given = [unit for unit in (self.hours, self.working_days, self.day) if unit is not None]
        if len(given) != 1 or (self.hours or 0) < 0 or (self.working_days is not None and self.working_days < 1):
            raise ValueError(self.rule_id)


class RuleDue(msgspec.Struct, frozen=True, kw_only=True):
    """A rule and the moment (UTC) by which it wants the thing done."""

    rule: Rule
    due: datetime


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """When something is due. `dues` holds every rule, strictest first; closed days stand beside it, never taken off.

    `is_calendar_known` says whether the days that it was counted over all lie within what the calendar knows, which
    ends with `known_until`.
    """

    start: ClockStart
    dues: tuple[RuleDue, ...]
    closed_days: tuple[ClosedDay, ...]
    known_until: date
    is_calendar_known: bool

    @property
    def due(self) -> datetime:
        """The moment (UTC) that counts."""
        return self.dues[0].due

    @property
    def due_day(self) -> date:
        """The London day by whose end, or during which, it is due."""
        return last_day_of(self.due)


def clock_rules(settings: Settings) -> Mapping[str, Rule]:
    """Read the shipped time limits (resources/statutory/clocks.toml), by id, as this school has set them.

    A limit that the school has changed names the school as its source. "local", the local authority's own limit for
    the LADO, is there only where the school has entered one.
    """
    raw = tomllib.loads(resources.text("statutory/clocks.toml"))
    rules = {rule.rule_id: rule for rule in msgspec.convert(raw["rules"], tuple[Rule, ...])}
    sources = raw["sources"]
    if settings.decision_hours != rules["decision"].hours:
        rules["decision"] = Rule(rule_id="decision", source=sources["own"], hours=settings.decision_hours)
    if settings.lado_working_days != rules["lado"].working_days:
        rules["lado"] = Rule(rule_id="lado", source=sources["own"], working_days=settings.lado_working_days)
    if settings.lado_hours is not None:
        rules["local"] = Rule(rule_id="local", source=sources["local"], hours=settings.lado_hours)
    return rules


def given_rule(rule_id: str, day: date) -> Rule:
    """The rule that a day which stands in a record makes: a review, or until when more is to be found out."""
    source = tomllib.loads(resources.text("statutory/clocks.toml"))["sources"]["given"]
    return Rule(rule_id=rule_id, source=source, day=day)


def clock_start(filing: Filing) -> ClockStart:
    """Find the moment from which a report's clocks run.

    From the signed time; for an anonymous report from the end of its London day; from arrival, with the doubt named,
    where the signed time lies more than ten minutes after arrival or before the author's previous entry.
    """
    doubt = _doubt(filing)
    if doubt:
        return ClockStart(at=_utc(filing.arrived_at), starts_from=StartsFrom.ARRIVAL, doubt=doubt)
    if filing.is_anonymous:
        return ClockStart(at=end_of_day(london_day(filing.filed_at)), starts_from=StartsFrom.END_OF_FILING_DAY)
    return ClockStart(at=_utc(filing.filed_at), starts_from=StartsFrom.FILING)


def deadline(start: ClockStart, rules: Iterable[Rule], calendar: WorkingCalendar) -> Deadline:
    """Work out by when all these rules want a thing done. The strictest comes first; ValueError without any rule."""
    dues = sorted((RuleDue(rule=rule, due=_due(rule, start.at, calendar)) for rule in rules), key=lambda item: item.due)
    if not dues:
        msg = "a deadline needs a rule"
        raise ValueError(msg)
    first, last = london_day(start.at), last_day_of(dues[0].due)
    return Deadline(
        start=start,
        dues=tuple(dues),
        closed_days=calendar.closed_days(max(first, last - _CLOSED_SHOWN), last),
        known_until=calendar.known_until,
        is_calendar_known=calendar.knows(first) and calendar.knows(last_day_of(dues[-1].due)),
    )


def last_day_of(due: datetime) -> date:
    """The London day in which this moment still counts: midnight belongs to the day that it ends."""
    return london_day(due - timedelta(microseconds=1))


def end_of_day(day: date) -> datetime:
    """The moment (UTC) at which a London day ends."""
    return _midnight(day + timedelta(days=1))


def _doubt(filing: Filing) -> Doubt | None:
    # An anonymous report claims a day: it is implausible only when even the day's beginning lies after arrival.
    claimed = _midnight(london_day(filing.filed_at)) if filing.is_anonymous else filing.filed_at
    if claimed > filing.arrived_at + _SKEW:
        return Doubt.AFTER_ARRIVAL
    if filing.previous_at and filing.filed_at < filing.previous_at:
        return Doubt.BEFORE_PREDECESSOR
    return None


def _due(rule: Rule, start: datetime, calendar: WorkingCalendar) -> datetime:
    if rule.day is not None:
        return end_of_day(rule.day)
    if rule.working_days is None:
        return start + timedelta(hours=rule.hours or 0)
    local = to_london(start)
    is_whole_day = local.time() == time.min or not calendar.is_working(local.date())
    if is_whole_day:
        # Midnight, and any moment of a closed day, leave the whole of the next working day: it ends with that day.
        return end_of_day(calendar.working_day_after(local.date() - timedelta(days=1), rule.working_days))
    day = calendar.working_day_after(local.date(), rule.working_days)
    return _utc(datetime.combine(day, local.time(), LONDON))


def _midnight(day: date) -> datetime:
    return _utc(datetime.combine(day, time.min, LONDON))


def _utc(moment: datetime) -> datetime:
    return to_london(moment).astimezone(UTC)
