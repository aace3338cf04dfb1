# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every time limit that still runs on a case, with all the rules that set it (requirements.md F26, section 11.7).

The decision's and the LADO's come from desktop.cases.clocks; here stand those that begin with the decision: the first
enquiry, telling whoever reported it, and looking at the matter again.
"""

from collections.abc import Mapping
from enum import StrEnum

from desktop.cases.case import Case, Missing
from desktop.cases.clocks import Clocks, decision_clock, is_awaited, lado_clock
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.clocks import ClockStart, Deadline, StartsFrom, deadline, given_rule

REVIEW = "review"
"""The act by which a matter was looked at again."""


class Limit(StrEnum):
    """What a time limit is for."""

    DECISION = "decision"
    BREACH = "breach"
    ACCESS = "access"
    COMPLAINT = "complaint"
    LADO = "lado"
    ENQUIRY = "enquiry"
    FEEDBACK = "feedback"
    REVIEW = "review"


def decided_by(case: Case) -> Limit:
    """Under which limit its decision stands, if that has one."""
    return Limit(case.track.clock or Limit.DECISION)


def running(case: Case, clocks: Clocks, meaning: Meaning) -> Mapping[Limit, Deadline]:
    """What is still open and by when it is due, each with every rule that says so, the strictest first."""
    decision = decision_clock(case, clocks) if is_awaited(case) else None
    limits = {
        decided_by(case): decision,
        Limit.LADO: lado_clock(case, clocks, meaning),
        Limit.ENQUIRY: _enquiry(case, clocks, meaning),
        Limit.FEEDBACK: _feedback(case, clocks),
        Limit.REVIEW: _review(case, clocks),
    }
    return {limit: due for limit, due in limits.items() if due is not None}


def _enquiry(case: Case, clocks: Clocks, meaning: Meaning) -> Deadline | None:
    """Until when the school finds out more: the first enquiry's days, or the day that the decision gives."""
    decision = case.decision
    if decision is None or Missing.FINAL_DECISION not in case.missing:
        return None
    if decision.text("outcome") not in meaning.outcomes.finds_out_more:
        return None
    given = decision.day("more_by")
    rules = (clocks.rules["enquiry"], *([given_rule("given", given)] if given else []))
    return deadline(_start(decision), rules, clocks.calendar)


def _feedback(case: Case, clocks: Clocks) -> Deadline | None:
    """By when whoever reported it hears back, from the decision on."""
    if case.decision is None or Missing.FEEDBACK not in case.missing:
        return None
    return deadline(_start(case.decision), (clocks.rules["feedback"],), clocks.calendar)


def _review(case: Case, clocks: Clocks) -> Deadline | None:
    """When the matter is looked at again: the last day that a decision or a review gives, and nothing after it."""
    said = [entry for entry in case.entries if entry in (*case.of_kind(case.track.decision), *case.of_kind(REVIEW))]
    day = said[-1].day("review_on") if said else None
    return deadline(_start(said[-1]), (given_rule("review", day),), clocks.calendar) if day else None


def _start(entry: CaseEntry) -> ClockStart:
    return ClockStart(at=entry.believed_at, starts_from=StartsFrom.DECISION)
