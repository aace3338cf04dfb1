# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Were the time limits kept? Said from what is recorded, with both times; where that does not tell, so is that."""

from datetime import date, datetime, time

import msgspec

from desktop.cases.case import may_meet_threshold
from desktop.cases.clocks import decision_clock, started
from desktop.cases.entry import CaseEntry
from desktop.clocks import LONDON, ClockStart, Deadline, countdown, deadline, weekday_words
from desktop.clocks.now import to_london
from desktop.documents.case_telling import Telling, moment
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.words import say

_LADO = ("lado_consultation", "lado_referral")
_WITHOUT = "reason_without_advice"


def write_clocks(flow: Flow, telling: Telling) -> None:
    """Write the table of time limits, what they run from, and what held things up."""
    flow.heading(say("clocks", "title"))
    start = started(telling.source.case)
    if start is None:
        flow.body(say("clocks", "no_due"))
        return
    heads = tuple(say("clocks", word) for word in ("what", "due", "done", "result"))
    decision = decision_clock(telling.source.case, telling.source.clocks)
    rows = [_decision(telling, decision)] if decision else []
    is_lado_due = _asked(telling) or may_meet_threshold(telling.source.case, telling.source.meaning)
    if is_lado_due:
        rows.append(_lado(telling, start))
    if not rows:
        flow.body(say("clocks", "none"))
        return
    flow.table(Grid(heads, (0.22, 0.25, 0.29, 0.24), rows))
    flow.minor(say("clocks", f"starts_{decision.start.starts_from if decision else start.starts_from}"))
    if not is_lado_due and telling.source.case.track.prepared_by:
        is_answered = telling.source.case.triage or telling.source.case.decision
        flow.minor(say("clocks", "not_needed" if is_answered else "not_answered"))
    flow.facts(
        Fact(say("clocks", "late_reason", number=telling.number(entry)), entry.text("reason"))
        for entry in telling.source.case.of_kind("late_reason")
    )


def due_words(due: Deadline) -> str:
    """Say a deadline; midnight is the end of the day before it."""
    if to_london(due.due).time() == time.min:
        return say("clocks", "end_of_day", day=weekday_words(due.due_day))
    return moment(due.due)


def _decision(telling: Telling, due: Deadline) -> Row:
    track = telling.source.case.track
    what = say("clocks", track.clock, hours=due.dues[0].rule.hours or 0)
    # A limit that runs from what somebody learnt ends with what settles it; the first decision ends any other.
    open_still = track.interim if track.aware else ()
    taken = (entry for entry in telling.source.case.of_kind(track.decision) if entry.text("outcome") not in open_still)
    decided = next(taken, None)
    if decided is None:
        return Row((what, due_words(due), say("summary", "not_recorded"), _still_open(due, telling)))
    return Row((what, due_words(due), _done(telling, decided, moment(decided.at)), _result(due, decided.at)))


def _asked(telling: Telling) -> CaseEntry | None:
    """The first time that the LADO was asked."""
    acts = (entry for kind in _LADO for entry in telling.source.case.of_kind(kind))
    return min(acts, key=lambda entry: entry.at, default=None)


def _lado(telling: Telling, start: ClockStart) -> Row:
    clocks, what, asked = telling.source.clocks, say("clocks", "lado"), _asked(telling)
    due = deadline(start, clocks.lado, clocks.office)
    if asked:
        words = telling.row_value(asked, "on") or moment(asked.at)
        return Row((what, due_words(due), _done(telling, asked, words), _asked_in_time(due, asked)))
    without = next(iter(telling.source.case.of_kind(_WITHOUT)), None)
    result = say("clocks", "not_asked", number=telling.number(without)) if without else _still_open(due, telling)
    return Row((what, due_words(due), say("summary", "not_recorded"), result))


def _done(telling: Telling, entry: CaseEntry, words: str) -> str:
    return say("clocks", "done_on", day=words, number=telling.number(entry))


def _result(due: Deadline, at: datetime) -> str:
    left = countdown(due.due, at)
    return say("clocks", "missed", by_how_much=left.short) if left.is_overdue else say("clocks", "kept")


def _still_open(due: Deadline, telling: Telling) -> str:
    left = countdown(due.due, telling.source.made_at)
    return say("clocks", "open_late", by_how_much=left.short) if left.is_overdue else say("clocks", "open")


def _asked_in_time(due: Deadline, asked: CaseEntry) -> str:
    """When the LADO was spoken to is what counts; when that was written down only proves that it was not later."""
    if asked.at <= due.due:
        return say("clocks", "kept")
    day, at = _spoken(asked)
    if day is None:
        return say("clocks", "unclear")
    if at is not None:
        return _result(due, datetime.combine(day, at, LONDON))
    if day == due.due_day:
        return say("clocks", "unclear")
    return say("clocks", "kept" if day < due.due_day else "missed_day")


def _spoken(asked: CaseEntry) -> tuple[date | None, time | None]:
    """The day, and the time where it is given to the minute, on which the LADO was spoken to."""
    at = asked.values.get("at")
    try:
        day = msgspec.convert(asked.values.get("on"), date)
    except msgspec.ValidationError:
        return None, None
    try:
        return day, msgspec.convert(f"{at['at']}:00" if isinstance(at, dict) else None, time)
    except (KeyError, msgspec.ValidationError):
        return day, None
