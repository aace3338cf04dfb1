# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clocks that run on a case: the first decision, and the LADO's one working day (requirements.md §11.7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from desktop.access.clock import access_rule
from desktop.access.complaint_clock import complaint_clock, complaint_rule
from desktop.access.reading import COMPLAINT, clock_of
from desktop.access.reading import FORM as DATA_REQUEST
from desktop.cases.case import Case, Missing, lado_was_asked, may_meet_threshold
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.clocks import (
    LONDON,
    ClockStart,
    Deadline,
    Filing,
    Rule,
    StartsFrom,
    WorkingCalendar,
    clock_rules,
    clock_start,
    deadline,
    load_calendar,
    terms,
)
from desktop.people import Settings
from storage.judge import Flag

_ANY_LATER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The school's calendar and time limits, read once.

    The LADO's office works on days on which the school is closed, so its clock goes by bank holidays alone; a local
    rule in hours stands beside the working day, and the stricter of them wins.
    """

    calendar: WorkingCalendar
    office: WorkingCalendar
    rules: Mapping[str, Rule]
    lado: tuple[Rule, ...]

    @classmethod
    def of(cls, settings: Settings) -> "Clocks":
        """Take the limits as the school has set them, its closure days and its terms."""
        rules = clock_rules(settings)
        calendar = load_calendar(settings.closure_days, terms(settings))
        lado = tuple(rules[name] for name in ("lado", "local") if name in rules)
        return cls(calendar, load_calendar(), rules, lado)


def started(case: Case) -> ClockStart | None:
    """The moment from which a case's clocks run: the signed filing time, unless it cannot be believed."""
    report = case.report
    if report is None:
        return None
    # The vault keeps of an entry before its author's previous one only that it was so, and not by how much.
    before = _ANY_LATER if Flag.CLOCK_BEFORE_PREVIOUS in report.flags else None
    filing = Filing(
        filed_at=report.at, arrived_at=report.received_at, is_anonymous=report.is_day_only, previous_at=before
    )
    return clock_start(filing)


def decision_clock(case: Case, clocks: Clocks) -> Deadline | None:
    """By when the first decision was or is due; None where nothing sets a time for this kind of record."""
    if case.report is not None and case.report.form == DATA_REQUEST:
        return _access(case.report, case, clocks)
    if case.report is not None and case.report.form == COMPLAINT:
        return _complaint(case.report, case, clocks)
    rule = clocks.rules.get(case.track.clock)
    start = _aware(case) or started(case)
    return deadline(start, (rule,), clocks.calendar) if rule and start else None


def is_awaited(case: Case) -> bool:
    """Say whether the decision on whose clock a case runs has still to be taken: an interim one does not stop it."""
    if Missing.DECISION in case.missing:
        return True
    open_still = case.decision is not None and case.decision.text("outcome") in case.track.interim
    return bool(case.track.aware) and open_still


def lado_clock(case: Case, clocks: Clocks, meaning: Meaning) -> Deadline | None:
    """By when the LADO has to be told, while that is open: a limb is "yes" or "not sure" and nobody has asked."""
    if not may_meet_threshold(case, meaning) or lado_was_asked(case):
        return None
    return _due(case, clocks.lado, clocks.office)


def _due(case: Case, rules: tuple[Rule, ...], calendar: WorkingCalendar) -> Deadline | None:
    start = started(case)
    return None if start is None else deadline(start, rules, calendar)


def _access(request: CaseEntry, case: Case, clocks: Clocks) -> Deadline:
    """By when somebody who asked for their own data has to have it, with what does not count."""
    clock = clock_of(request, case.counted, clocks.office)
    return _from_receipt(clock.begins, access_rule(clock), clocks)


def _complaint(complaint: CaseEntry, case: Case, clocks: Clocks) -> Deadline | None:
    """By when a complaint about data has to be acknowledged; None once it is."""
    clock = complaint_clock(complaint, case.counted, clocks.office)
    if clock.acknowledged is not None:
        return None
    return _from_receipt(clock.received, complaint_rule(clock), clocks)


def _from_receipt(day: date, rule: Rule, clocks: Clocks) -> Deadline:
    """By when what came on a day is due, from its first moment."""
    begins = datetime.combine(day, time.min, LONDON).astimezone(UTC)
    return deadline(ClockStart(at=begins, starts_from=StartsFrom.RECEIPT), (rule,), clocks.office)


def _aware(case: Case) -> ClockStart | None:
    """The moment at which somebody became aware, as the report says; a day without an hour begins at midnight.

    Never later than the report itself, and nothing where the record runs from its filing.
    """
    begun = started(case)
    if begun is None or case.report is None or not case.track.aware:
        return None
    day, at = (case.report.values.get(name) for name in case.track.aware)
    hour = next((at[part] for part in ("at", "from") if part in at), "") if isinstance(at, dict) else ""
    try:
        moment = datetime.combine(date.fromisoformat(str(day)), time.fromisoformat(str(hour) or "00:00"), LONDON)
    except ValueError:
        return None
    return ClockStart(at=min(moment.astimezone(UTC), begun.at), starts_from=StartsFrom.AWARENESS)
