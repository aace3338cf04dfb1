# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Complaints about how somebody's data is handled: logged beside requests, acknowledged in time, answered (R32)."""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.access.complaint_clock import ComplaintClock, complaint_clock
from desktop.access.reading import COMPLAINT
from desktop.cases.case import Case
from desktop.cases.rows import names_about
from desktop.filing import Filed
from desktop.people import PersonId
from desktop.session import Session


class Complaint(msgspec.Struct, frozen=True, kw_only=True):
    """One complaint as its reader sees it: whose data, where its clock stands, what came of it."""

    case: Case
    name: str
    clock: ComplaintClock
    answer: str

    @property
    def place(self) -> tuple[bool, date, str]:
        """Where it stands in a list: the first due first, what was answered at the end."""
        return bool(self.answer), self.clock.due, self.case.case_id


def log_complaint(session: Session, person: PersonId, values: Mapping[str, object]) -> Filed:
    """Log a complaint. Raises what `Session.file` raises."""
    return session.file(COMPLAINT, {**values, "about": person})


def complaints(session: Session) -> tuple[Complaint, ...]:
    """Every complaint that this person answers, the first due first, those that were answered at the end."""
    cases = (session.case(case_id) for case_id in session.of_form(COMPLAINT))
    found = [
        Complaint(
            case=case,
            name=", ".join(names_about(case, session.machine.school)),
            clock=complaint_clock(case.report, case.counted, session.clocks.office),
            answer=case.decision.text("outcome") if case.decision else "",
        )
        for case in cases
        if case.reads(session.me) and case.report is not None
    ]
    return tuple(sorted(found, key=lambda each: each.place))
