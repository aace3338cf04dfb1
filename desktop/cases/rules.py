# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be recorded in a case, by whom and when: each rule says no with a reason, or nothing.

The rules are asked before an act is signed; a form's own rules (what must be filled in) are its validator's.
"""

from collections.abc import Callable, Mapping

from desktop.access.order import amiss
from desktop.cases.actions import comes_too_late
from desktop.cases.case import Case, lado_was_asked, latest_assessment, may_meet_threshold
from desktop.cases.deciders import Desk, Values, barring, may_decide, offices, somebody_else_reads
from desktop.cases.declared import keeps_money, lacks_conditions, lacks_the_board, permits_longer
from desktop.cases.letting_in import (
    by_the_chairs_side,
    describes_somebody,
    into_an_office,
    may_be_shared_with,
    may_identify,
    may_take_back,
    not_a_reader_yet,
    reads_by_no_office_yet,
    reads_by_office,
    was_described,
)
from desktop.cases.refusals import Refusal
from desktop.cases.standing import is_seconded, lowers
from desktop.cases.tracks import SecondPerson
from desktop.people import Role
from desktop.sharing.weighing import not_to_be_shared

Rule = Callable[[Case, Values, Desk], Refusal | None]


def refusal(case: Case, kind: str, values: Values, desk: Desk) -> Refusal | None:
    """Say why this act may not be recorded, or None when it may."""
    if closed := closed_here(case, desk):
        return closed
    if case.reads(desk.me) and kind in desk.meaning.tracks.decisions - {case.track.decision, case.track.prepared_by}:
        return Refusal.OTHER_DECISION
    decides = _DECLARED if kind == case.track.decision and kind not in _RULES else ()
    rules = (_must_read, *decides, *_RULES.get(kind, ()))
    return next((found for rule in rules if (found := rule(case, values, desk))), None)


def closed_here(case: Case, desk: Desk) -> Refusal | None:
    """Say why nothing at all may be recorded in a case by this Candour, or None."""
    if desk.is_read_only:
        return Refusal.READ_ONLY
    return Refusal.NEWER_CANDOUR if case.newer else None


_OPTIONS = 2
"""What else was considered, at the least: doing nothing is one of them."""


def _no_tie(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    return barring(case, desk)


def _must_read(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    if desk.me in case.aside:
        return Refusal.STOOD_ASIDE
    return None if case.reads(desk.me) else Refusal.NOT_A_READER


def _decider_only(case: Case, values: Values, desk: Desk) -> Refusal | None:
    low_level = values.get("outcome") in desk.meaning.outcomes.low_level
    lead = Role.DSL in offices(desk.me, desk) and desk.school.settings.dsl_may_decide_low_level and low_level
    return None if lead or may_decide(case, desk) else Refusal.NOT_THE_DECIDER


def _not_own_report(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    # A reader who reported it cannot be the only decider (requirements.md §10 rule 7).
    alone = case.reporter == desk.me and case.decider != desk.me
    return Refusal.OWN_REPORT if alone else None


def _lado_before_going_on(case: Case, values: Values, desk: Desk) -> Refusal | None:
    waits = desk.meaning.asks_the_lado(values) and not lado_was_asked(case)
    return Refusal.LADO_FIRST if waits and values.get("outcome") not in desk.meaning.outcomes.without_lado else None


def _advice_on_record(case: Case, values: Values, desk: Desk) -> Refusal | None:
    after = values.get("outcome") in desk.meaning.outcomes.after_lado
    asked = case.of_kind("lado_consultation") or case.of_kind("lado_referral")
    return Refusal.LADO_NOT_ON_RECORD if after and not asked else None


def _serious_kinds_start_high(case: Case, values: Values, desk: Desk) -> Refusal | None:
    named = {*_texts(values.get("categories")), *_texts(case.report.values.get("categories") if case.report else None)}
    if named.isdisjoint(desk.meaning.always_threshold) or lado_was_asked(case):
        return None
    low = values.get("outcome") not in desk.meaning.outcomes.without_lado
    return Refusal.ALWAYS_THRESHOLD if low else None


def _history_seen(_case: Case, _values: Values, desk: Desk) -> Refusal | None:
    return Refusal.EARLIER_RECORDS_UNSEEN if desk.unseen_earlier else None


def _lowered_with_somebody(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Raising is one person's step; what somebody set themselves they lower only if somebody else can agree to it."""
    before = latest_assessment(case)
    if before is None or before.author != desk.me or somebody_else_reads(case, desk):
        return None
    lower = lowers(str(values.get("outcome")), before, desk.meaning)
    return Refusal.LOWERED_ALONE if lower and not is_seconded(before, case.counted) else None


def _options_where_it_is_lowered(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """OVS-077: who lowers a level without anybody else's advice says what else was weighed; never before the LADO."""
    before, outcome = latest_assessment(case), str(values.get("outcome"))
    if before is None or outcome in desk.meaning.outcomes.without_lado or not lowers(outcome, before, desk.meaning):
        return None
    if before.text("outcome") in desk.meaning.outcomes.finds_out_more or is_seconded(before, case.counted):
        return None
    considered = [line for line in str(values.get("options_considered", "")).splitlines() if line.strip()]
    return None if len(considered) >= _OPTIONS else Refusal.OPTIONS_MISSING


def _no_interview_before_lado(case: Case, values: Values, desk: Desk) -> Refusal | None:
    early = may_meet_threshold(case, desk.meaning) and not lado_was_asked(case)
    with_whom = values.get("spoke_to") in desk.meaning.interviews_that_wait
    return Refusal.INTERVIEW_BEFORE_LADO if early and with_whom else None


def _after_decision(case: Case, _values: Values, _desk: Desk) -> Refusal | None:
    return None if case.decision else Refusal.NO_DECISION_YET


def _what_waits_is_signed(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    waits = case.sign_off is not None and values.get("decision") == case.sign_off.eid
    return None if waits else Refusal.NOTHING_TO_SIGN


def _by_a_second_person(case: Case, _values: Values, desk: Desk) -> Refusal | None:
    """Whoever decided never signs their own decision; nor does whoever disagreed; nor somebody without an office."""
    waiting = case.sign_off
    decided = case.entry(waiting.eid) if waiting else None
    if waiting is None or decided is None:
        return Refusal.NOTHING_TO_SIGN
    if decided.author == desk.me:
        return Refusal.OWN_DECISION
    if desk.me in waiting.apart:
        return Refusal.DISAGREED_YOURSELF
    confirms = waiting.why is not SecondPerson.IN_PLACE or may_decide(case, desk)
    return None if confirms and offices(desk.me, desk) else Refusal.NOT_YOURS_TO_SIGN


def _others_decision(case: Case, values: Values, desk: Desk) -> Refusal | None:
    if case.decision is None or values.get("decision") != case.decision.eid:
        return Refusal.NO_DECISION_YET
    return Refusal.OWN_DECISION if case.decision.author == desk.me else None


def _may_leave_out(case: Case, values: Values, desk: Desk) -> Refusal | None:
    if not may_decide(case, desk) and (case.decision is None or case.decision.author != desk.me):
        return Refusal.NOT_THE_DECIDER
    about = values.get("about")
    return None if about in case.track.exceptions and about in case.missing else Refusal.NOT_TO_BE_LEFT_OUT


def _own_entry(case: Case, values: Values, desk: Desk) -> Refusal | None:
    entry = case.entry(str(values.get("corrects")))
    if entry is None:
        return Refusal.NO_SUCH_ENTRY
    return None if entry.author == desk.me else Refusal.NOT_YOUR_ENTRY


def _open_action(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    named = any(action.eid == values.get("action") and action.is_open for action in case.actions)
    return None if named else Refusal.NO_SUCH_ACTION


def _at_once_comes_first(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    return Refusal.AT_ONCE_TOO_LATE if comes_too_late(case.actions, values) else None


def _can_be_answered(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    by_phrase = values.get("channel", "phrase") == "phrase"
    reachable = case.report is not None and (case.reporter is not None or case.report.reply is not None)
    return Refusal.NO_WAY_TO_REPLY if by_phrase and not reachable else None


def _request_in_order(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    why = amiss(case, values)
    return Refusal(why) if why else None


def _may_go_out(_case: Case, values: Values, _desk: Desk) -> Refusal | None:
    return not_to_be_shared(values)


def _told_where_it_has_to_be(case: Case, values: Values, desk: Desk) -> Refusal | None:
    """Going on without the LADO, where the harm threshold may be met, is an act of its own with its own reason."""
    waits = may_meet_threshold(case, desk.meaning) and not lado_was_asked(case)
    return Refusal.LADO_FIRST if waits and values.get("recipient_type") == "lado" else None


_DECIDING: tuple[Rule, ...] = (
    _no_tie,
    _history_seen,
    _lado_before_going_on,
    _advice_on_record,
    _serious_kinds_start_high,
    _lowered_with_somebody,
)
_RULES: Mapping[str, tuple[Rule, ...]] = {
    "triage": _DECIDING,
    "decision": (_no_tie, _not_own_report, _decider_only, *_DECIDING, _options_where_it_is_lowered),
    "sign_off": (_no_tie, _what_waits_is_signed, _by_a_second_person),
    "disagreement": (_no_tie, _others_decision),
    "exception": (_no_tie, _after_decision, _may_leave_out),
    "outcome": (_no_tie, _after_decision),
    "note": (_no_interview_before_lado,),
    "action": (_at_once_comes_first,),
    "action_update": (_open_action,),
    "correction": (_own_entry,),
    "share": (_no_tie, reads_by_office, may_be_shared_with, not_a_reader_yet),
    "handover": (
        _no_tie,
        reads_by_office,
        by_the_chairs_side,
        may_be_shared_with,
        reads_by_no_office_yet,
        into_an_office,
    ),
    "feedback": (_no_tie, _after_decision, _can_be_answered),
    "question": (_can_be_answered,),
    "learning": (_after_decision,),
    "disclosure": (_no_tie, _may_go_out),
    "not_shared": (_no_tie, _told_where_it_has_to_be),
    "identification": (describes_somebody, may_identify),
    "not_them": (was_described, may_take_back),
    "access_step": (_no_tie, _request_in_order),
    "access_answer": (_no_tie, _decider_only, _request_in_order),
    "complaint_step": (_no_tie, _request_in_order),
    "complaint_answer": (_no_tie, _decider_only),
}


def _money_may_be_kept(case: Case, values: Values, desk: Desk) -> Refusal | None:
    return Refusal.CASH_NOT_ALLOWED if keeps_money(case, values, desk.school.settings) else None


def _board_has_said_yes(case: Case, values: Values, desk: Desk) -> Refusal | None:
    return Refusal.BOARD_FIRST if lacks_the_board(case, values, desk.school.settings) else None


def _permission_in_order(case: Case, values: Values, _desk: Desk) -> Refusal | None:
    if lacks_conditions(case, values):
        return Refusal.CONDITIONS_NOT_MET
    return Refusal.LONGER_THAN_ASKED if permits_longer(case, values) else None


_LIMITS: tuple[Rule, ...] = (_money_may_be_kept, _board_has_said_yes, _permission_in_order)
_DECLARED: tuple[Rule, ...] = (_no_tie, _not_own_report, _decider_only, *_LIMITS)
"""What holds for every decision on what somebody declared."""


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
