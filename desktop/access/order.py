# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has to come before what in a request for somebody's own data, or a complaint about it. Pure; words: casework."""

from collections.abc import Mapping

from desktop.access.clock import Step
from desktop.access.complaint_clock import ComplaintStep
from desktop.access.reading import COMPLAINT, FORM, clock_of
from desktop.cases.case import Case
from desktop.clocks import load_calendar

NOT_A_COMPLAINT = "not_a_complaint"
NOT_A_REQUEST, EXTENDED_LATE, IDENTITY_FIRST = "not_a_request", "extended_late", "identity_first"
_HANDS_OVER = frozenset({"given", "given_in_part"})


def amiss(case: Case, values: Mapping[str, object]) -> str:
    """Why a step or an answer may not be recorded as it is; empty where it may.

    More time is told within the first month; a copy is handed over once it is clear who asks (UK GDPR Article 12A and
    12(6)).
    """
    form = case.report.form if case.report else ""
    if values.get("step") in set(ComplaintStep):
        return "" if form == COMPLAINT else NOT_A_COMPLAINT
    if case.report is None or form != FORM:
        return NOT_A_REQUEST
    clock = clock_of(case.report, case.counted, load_calendar())
    is_late = values.get("step") == Step.EXTENDED and str(values.get("on")) > clock.first_due.isoformat()
    if is_late:
        return EXTENDED_LATE
    return IDENTITY_FIRST if values.get("outcome") in _HANDS_OVER and not clock.is_identified else ""
