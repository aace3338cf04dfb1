# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Logging a request for somebody's own data, and the list of those that a reader answers (R32)."""

from collections.abc import Mapping

import msgspec

from desktop.access.clock import AccessClock
from desktop.access.gathering import gather
from desktop.access.reading import FORM, PACK, clock_of
from desktop.access.weighing import Weighed, weigh
from desktop.access.work import Work
from desktop.cases.case import Case
from desktop.faults import DeskFault
from desktop.filing import Filed
from desktop.people import Person, PersonId
from desktop.session import Session
from storage.errors import KnownError


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One request as its reader sees it: whose data, where its clock stands, what was answered, how many copies."""

    case: Case
    person: Person
    clock: AccessClock
    answer: str
    copies: int


def log_request(session: Session, person: PersonId, values: Mapping[str, object]) -> Filed:
    """Log a request. Raises what `Session.file` raises; KnownError(NO_SUCH_FORM) for somebody without an office."""
    return session.file(FORM, {**values, "about": person})


def requests(session: Session) -> tuple[Request, ...]:
    """Every request that this person answers, the first due first, those that were answered at the end."""
    cases = (session.case(case_id) for case_id in session.of_form(FORM))
    found = [request_of(session, case) for case in cases if case.reads(session.me) and case.report is not None]
    return tuple(sorted(found, key=lambda each: (bool(each.answer), each.clock.due, each.case.case_id)))


def request_of(session: Session, case: Case) -> Request:
    """Read a request. Raises KnownError(NOT_A_REQUEST) for another record, or one that somebody else answers."""
    people = session.machine.school.people
    about = next((people[each] for each in sorted(case.concerned()) if each in people), None)
    if case.report is None or case.report.form != FORM or about is None or not case.reads(session.me):
        raise KnownError(DeskFault.NOT_A_REQUEST)
    return Request(
        case=case,
        person=about,
        clock=clock_of(case.report, case.counted, session.clocks.office),
        answer=case.decision.text("outcome") if case.decision else "",
        copies=len(case.of_kind(PACK)),
    )


def weighed_of(session: Session, request: Request, work: Work) -> Weighed:
    """Gather what is kept about whose request it is, and put what was decided beside it. Raises KnownError(VAULT_*)."""
    machine = session.machine
    return weigh(gather(session, request.person.person_id), work, machine.school, machine.today())
