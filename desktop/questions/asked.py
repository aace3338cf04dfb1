# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The questions before acting that somebody reads and that have an answer: what may become questions for everybody."""

from desktop.advising.raising import ADVICE
from desktop.cases.case import Case
from desktop.faults import DeskFault, KnownError
from desktop.phrases import reference
from desktop.questions.checking import Asked
from desktop.session import Session


def answered(session: Session) -> tuple[Asked, ...]:
    """Every one, the latest first. Reads the vault."""
    cases = [session.case(case_id) for case_id in session.of_form(ADVICE)]
    read = [case for case in cases if case.reads(session.me) and case.decision is not None]
    return tuple(_asked(case) for case in sorted(read, key=_answered_at, reverse=True))


def find_asked(session: Session, typed: str) -> Asked:
    """One of them by its reference. Raises KnownError(NO_SUCH_CASE, NOT_A_QUESTION)."""
    case_id = session.find(typed)
    found = next((each for each in answered(session) if each.case_id == case_id), None)
    if found is None:
        raise KnownError(DeskFault.NOT_A_QUESTION)
    return found


def _answered_at(case: Case) -> str:
    return case.decision.at.isoformat() if case.decision else ""


def _asked(case: Case) -> Asked:
    report, decision = case.report, case.decision
    return Asked(
        case_id=case.case_id,
        reference=reference(case.case_id),
        question=report.account if report else "",
        answer=decision.text("rationale") if decision else "",
        clause=decision.text("code_clause") if decision else "",
        claims=report.claims if report else "",
    )
