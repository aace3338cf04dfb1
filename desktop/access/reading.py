# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A request for somebody's own data as its case says it: whose data, steps taken, clock, copies made. Pure."""

from collections.abc import Iterator
from datetime import date

from desktop.access.clock import AccessClock, Step, Taken, read_clock
from desktop.cases.entry import CaseEntry
from desktop.clocks import WorkingCalendar, london_day

FORM = "data_request"
COMPLAINT, COMPLAINT_STEP = "data_complaint", "complaint_step"
STEP, ANSWER, PACK = "access_step", "access_answer", "access_pack"


def clock_of(report: CaseEntry, entries: tuple[CaseEntry, ...], calendar: WorkingCalendar) -> AccessClock:
    """The clock of a request, by its entries that count; `calendar` is the one of offices outside the school."""
    return read_clock(received_on(report), tuple(_taken(entries)), calendar)


def received_on(report: CaseEntry) -> date:
    """The day on which a request came: what its entry says, never later than the entry itself."""
    logged = london_day(report.believed_at)
    return min(report.day("received_on") or logged, logged)


def _taken(entries: tuple[CaseEntry, ...]) -> Iterator[Taken]:
    for entry in entries:
        on = entry.day("on")
        if entry.kind == STEP and on is not None and entry.text("step") in set(Step):
            yield Taken(step=Step(entry.text("step")), on=min(on, london_day(entry.believed_at)))
