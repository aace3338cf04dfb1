# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By when a complaint about somebody's data has to be acknowledged, and whether it was. Pure.

The days and their source stand in resources/access/clock.toml (Data Protection Act 2018, section 164A).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from desktop.access.clock import shipped_clock, working_day
from desktop.access.reading import COMPLAINT_STEP, received_on
from desktop.cases.entry import CaseEntry
from desktop.clocks import Rule, WorkingCalendar, london_day

RULE = "complaint"
"""The name of the time limit."""

LETTER = "complaint_received"
"""The letter that acknowledges one (resources/letters/templates)."""


class ComplaintStep(StrEnum):
    """What may be recorded on the way to the outcome (resources/forms/acts/complaint_step.toml)."""

    ACKNOWLEDGED = "acknowledged"
    PROGRESS_TOLD = "progress_told"
    COMPLAINANT_KNOWN = "complainant_known"


class ComplaintClock(msgspec.Struct, frozen=True, kw_only=True):
    """When a complaint came, by the end of which day it has to be acknowledged, and when it was."""

    received: date
    due: date
    acknowledged: date | None


def complaint_clock(report: CaseEntry, entries: Iterable[CaseEntry], calendar: WorkingCalendar) -> ComplaintClock:
    """The clock of a complaint, by its entries that count; `calendar` is the one of offices outside the school."""
    received = received_on(report)
    days = timedelta(days=shipped_clock().complaint.days)
    told = [day for entry in entries if (day := _acknowledged(entry)) is not None]
    due = working_day(received + days, calendar)
    return ComplaintClock(received=received, due=due, acknowledged=min(told, default=None))


def complaint_rule(clock: ComplaintClock) -> Rule:
    """The time limit as a rule that stands beside the school's others, with its source."""
    return Rule(rule_id=RULE, source=shipped_clock().complaint.source, day=clock.due)


def _acknowledged(entry: CaseEntry) -> date | None:
    """The day on which an entry says that the receipt was acknowledged, or none."""
    written = london_day(entry.believed_at)
    if entry.kind == COMPLAINT_STEP and entry.text("step") == ComplaintStep.ACKNOWLEDGED:
        return min(entry.day("on") or written, written)
    return written if entry.kind == "letter" and entry.text("template") == LETTER else None
