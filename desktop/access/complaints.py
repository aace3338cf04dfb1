# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Complaints about how somebody's data is handled: logged beside requests, acknowledged in time, answered (R32)."""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.access.complaint_clock import ComplaintClock, ComplaintStep, complaint_clock
from desktop.access.reading import COMPLAINT, COMPLAINT_STEP
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.rows import names_about
from desktop.filing import Filed
from desktop.people import PersonId
from desktop.session import Session

_NOT_YET = "not_yet"


class Complaint(msgspec.Struct, frozen=True, kw_only=True):
    """One complaint as its reader sees it: whose data, where its clock stands, what came of it.

    `is_identified`: they are on the staff list, or it is on record how it is clear who they are.
    """

    case: Case
    name: str
    clock: ComplaintClock
    answer: str
    is_identified: bool

    @property
    def place(self) -> tuple[bool, date, str]:
        """Where it stands in a list: the first due first, what was answered at the end."""
        return bool(self.answer), self.clock.due, self.case.case_id


def log_complaint(session: Session, person: PersonId | None, values: Mapping[str, object]) -> Filed:
    """Log a complaint; without a person it is by somebody unlisted, whom the values name.

    Raises what `Session.file` raises.
    """
    return session.file(COMPLAINT, {**values, "who": "listed" if person else "unlisted", "about": person})


def complaints(session: Session) -> tuple[Complaint, ...]:
    """Every complaint that this person answers, the first due first, those that were answered at the end."""
    cases = (session.case(case_id) for case_id in session.of_form(COMPLAINT))
    found = [
        Complaint(
            case=case,
            name=", ".join(names_about(case, session.machine.school)),
            clock=complaint_clock(case.report, case.counted, session.clocks.office),
            answer=case.decision.text("outcome") if case.decision else "",
            is_identified=_is_identified(case, case.report),
        )
        for case in cases
        if case.reads(session.me) and case.report is not None
    ]
    return tuple(sorted(found, key=lambda each: each.place))


def _is_identified(case: Case, report: CaseEntry) -> bool:
    checked = report.text("identity_check") or _NOT_YET
    steps = {entry.text("step") for entry in case.of_kind(COMPLAINT_STEP)}
    return bool(case.concerned()) or checked != _NOT_YET or ComplaintStep.COMPLAINANT_KNOWN in steps
