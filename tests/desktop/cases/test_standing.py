# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decisions that stand up: a second person, disagreement, and what may be left out (F12, F23, F24; practice.md R13)."""

from collections.abc import Mapping

import pytest

from desktop.cases.case import Case, Missing, Phase
from desktop.cases.entry import CaseEntry
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from desktop.cases.standing import SignOff
from desktop.cases.tracks import SecondPerson, shipped_tracks
from desktop.people import PersonId
from tests.desktop.cases.building import (
    CHAIR,
    CONCERN,
    COOK,
    DEPUTY,
    DSL,
    HEAD,
    MEANING,
    TA,
    VICE,
    case_of,
    decision,
    desk,
    eid,
    ending,
    entry,
    report,
    share,
    signed,
    triage,
)

ONE_READER: Mapping[str, object] = {"readers": [[HEAD, "head"]], "decider": HEAD}


def against(number: int, of: int, author: PersonId) -> CaseEntry:
    return entry(number, "disagreement", author, {"decision": eid(of), "reason": "It happened twice."})


def waiting(*entries: CaseEntry) -> SignOff:
    found = case_of(report(), *entries).sign_off
    assert found is not None
    return found


def why(case: Case, kind: str, values: Mapping[str, object], me: PersonId, **about: object) -> Refusal | None:
    return refusal(case, kind, values, desk(me, **about))


def may_sign(case: Case, me: PersonId) -> Refusal | None:
    of = case.sign_off.eid if case.sign_off else ""
    return why(case, "sign_off", {"decision": of, "says": "agrees"}, me)


# Lowering


def test_a_decision_that_lowers_what_its_author_set_does_not_stand_alone() -> None:
    case = case_of(report(), decision(2, "T1"), decision(3, "T3"))
    assert case.decision is not None
    assert (case.decision.eid, case.phase) == (eid(2), Phase.WITH_LADO)
    assert case.pending is not None
    assert case.pending.eid == eid(3)


def test_it_stands_once_another_reader_agrees() -> None:
    case = case_of(report(), decision(2, "T1"), decision(3, "T3"), signed(4, 3, DSL))
    assert case.decision is not None
    assert (case.decision.eid, case.pending, case.sign_off) == (eid(3), None, None)


@pytest.mark.parametrize("second", [signed(4, 3, HEAD), signed(4, 3, TA), signed(4, 3, DSL, "disagrees")])
def test_it_does_not_stand_by_its_authors_own_word_an_outsiders_or_a_no(second: CaseEntry) -> None:
    case = case_of(report(), decision(2, "T1"), decision(3, "T3"), second)
    assert case.decision is not None
    assert case.decision.eid == eid(2)


def test_somebody_who_was_merely_let_in_is_no_second_person() -> None:
    let_in = share(2, COOK)
    lowered = case_of(report(), let_in, decision(3, "T1"), decision(4, "T3"), signed(5, 4, COOK))
    assert lowered.pending is not None
    in_place = case_of(report(), let_in, decision(3, "T3", DSL), signed(4, 3, COOK), signed(5, 3, DEPUTY))
    assert in_place.sign_off is not None


def test_whoever_said_no_is_named() -> None:
    assert waiting(decision(2, "T1"), decision(3, "T3"), signed(4, 3, DSL, "disagrees")).refused_by == DSL


@pytest.mark.parametrize("outcome", ["T1", "T0"])
def test_raising_is_one_persons_step(outcome: str) -> None:
    case = case_of(report(), decision(2, "T3"), decision(3, outcome))
    assert case.decision is not None
    assert (case.decision.eid, case.pending) == (eid(3), None)


def test_another_person_lowers_it_in_one_step() -> None:
    case = case_of(report(), triage(2, "T1"), decision(3, "T3"))
    assert (case.decision is not None, case.pending) == (True, None)


@pytest.mark.parametrize("kind", ["lado_consultation", "lado_referral"])
def test_the_lados_advice_is_a_second_view(kind: str) -> None:
    assert case_of(report(), decision(2, "T1"), entry(3, kind, HEAD), decision(4, "T3")).pending is None


def test_going_on_without_advice_is_none() -> None:
    without = entry(3, "reason_without_advice", HEAD, {"reason": "No answer."})
    assert case_of(report(), decision(2, "T1"), without, decision(4, "T3")).pending is not None


def test_another_readers_view_since_then_is_one_and_from_before_is_none() -> None:
    since = case_of(report(), decision(2, "T1"), triage(3, "T3"), decision(4, "T3"))
    before = case_of(report(), triage(2, "T3"), decision(3, "T1"), decision(4, "T3"))
    assert (since.pending is None, before.pending is None) == (True, False)


def test_while_the_first_decision_waits_the_case_is_still_to_be_decided() -> None:
    case = case_of(report(), triage(2, "T1", HEAD), decision(3, "T3"))
    assert (case.phase, case.decision) == (Phase.TO_DECIDE, None)


# In the decider's place (R13)


def test_a_decision_of_the_lead_is_confirmed_by_the_head() -> None:
    case = case_of(report(), decision(2, "T3", DSL), *ending(3))
    assert (case.phase, case.missing) == (Phase.IN_PROGRESS, (Missing.SIGN_OFF,))
    assert may_sign(case, HEAD) is None
    assert may_sign(case, DSL) is Refusal.OWN_DECISION
    closed = case_of(report(), decision(2, "T3", DSL), *ending(3), signed(6, 2, HEAD))
    assert closed.phase is Phase.CLOSED


def test_another_reader_does_not_confirm_in_the_heads_name() -> None:
    case = case_of(report(), share(2, VICE), decision(3, "T3", DSL))
    assert may_sign(case, VICE) is Refusal.NOT_YOURS_TO_SIGN


def test_the_routed_decider_and_a_senior_office_in_their_place_need_nobody() -> None:
    assert case_of(report(), decision(2)).sign_off is None
    assert case_of(report(), share(2, CHAIR), decision(3, "T3", CHAIR)).sign_off is None


# Other reasons


def test_a_decider_who_reported_it_needs_a_second_person() -> None:
    assert case_of(report(author=HEAD), decision(2)).sign_off is not None
    found = case_of(report(author=HEAD), decision(2)).sign_off
    assert found is not None
    assert found.why is SecondPerson.OWN_REPORT


def test_going_on_below_the_threshold_without_the_lado_needs_a_second_person() -> None:
    without = entry(2, "reason_without_advice", HEAD, {"reason": "No answer."})
    assert waiting(without, decision(3, "T3", limb_harm="yes")).why is SecondPerson.WITHOUT_ADVICE
    asked = entry(2, "lado_consultation", HEAD)
    assert case_of(report(), asked, decision(3, "T3", limb_harm="yes")).sign_off is None


def test_a_disagreement_stays_and_somebody_other_than_the_two_settles_it() -> None:
    case = case_of(report(), share(2, CHAIR), decision(3), against(4, 3, DSL))
    assert case.sign_off is not None
    assert (case.sign_off.why, case.sign_off.apart) == (SecondPerson.DISAGREED, frozenset({HEAD, DSL}))
    assert may_sign(case, CHAIR) is None
    assert may_sign(case, DSL) is Refusal.DISAGREED_YOURSELF
    settled = case_of(report(), share(2, CHAIR), decision(3), against(4, 3, DSL), signed(5, 3, CHAIR))
    assert settled.sign_off is None
    assert settled.of_kind("disagreement")


def test_a_signature_from_before_a_disagreement_settles_nothing() -> None:
    entries = (share(2, CHAIR), decision(3), signed(4, 3, CHAIR), against(5, 3, DSL))
    assert case_of(report(), *entries).sign_off is not None


def test_a_new_decision_answers_a_disagreement_with_the_old_one() -> None:
    assert case_of(report(), decision(2), against(3, 2, DSL), decision(4, "T3")).sign_off is None


def test_ones_own_decision_is_not_disagreed_with() -> None:
    case = case_of(report(), decision(2))
    assert why(case, "disagreement", {"decision": eid(2)}, HEAD) is Refusal.OWN_DECISION
    assert why(case, "disagreement", {"decision": eid(2)}, DSL) is None
    assert why(case, "disagreement", {"decision": eid(9)}, DSL) is Refusal.NO_DECISION_YET


@pytest.mark.parametrize("kind", ["sign_off", "disagreement", "exception"])
def test_a_declared_tie_blocks_a_second_person_too(kind: str) -> None:
    case = case_of(report(), decision(2, "T3", DSL))
    values = {"decision": eid(2), "says": "agrees", "about": "learning"}
    teacher = PersonId(str(CONCERN["about"]))
    assert why(case, kind, values, HEAD, school={"ties": ((HEAD, teacher),)}) is Refusal.DECLARED_TIE


def test_what_does_not_wait_is_not_signed() -> None:
    assert may_sign(case_of(report(), decision(2)), DSL) is Refusal.NOTHING_TO_SIGN
    pending = case_of(report(), decision(2, "T1"), decision(3, "T3"))
    assert why(pending, "sign_off", {"decision": eid(2)}, DSL) is Refusal.NOTHING_TO_SIGN


# Left out (F23, OVS-041)


def left_out(number: int, about: str, author: PersonId = HEAD) -> CaseEntry:
    return entry(number, "exception", author, {"about": about, "reason": "The agency has closed."})


def test_whatever_is_missing_keeps_a_case_open() -> None:
    case = case_of(report({**CONCERN, "about_employer": "Agency"}), decision(2), *ending(3))
    assert (case.phase, case.missing) == (Phase.IN_PROGRESS, (Missing.EMPLOYER,))


def test_a_signed_exception_closes_it() -> None:
    case = case_of(report({**CONCERN, "about_employer": "Agency"}), decision(2), *ending(3), left_out(6, "employer"))
    assert case.phase is Phase.CLOSED


def test_an_exception_of_somebody_who_does_not_decide_is_none() -> None:
    case = case_of(report(), decision(2), left_out(3, "learning", DSL))
    assert Missing.LEARNING in case.missing
    assert why(case, "exception", {"about": "learning"}, DSL) is Refusal.NOT_THE_DECIDER
    assert why(case, "exception", {"about": "learning"}, HEAD) is None


@pytest.mark.parametrize("about", ["sign_off", "actions", "decision", "final_decision", "lado"])
def test_some_things_are_never_left_out(about: str) -> None:
    action = entry(2, "action", DSL, {"what": "Talk.", "due": "2026-03-20"})
    case = case_of(report(), action, decision(3, "T1", DSL, limb_harm="yes"), left_out(4, about, DSL))
    assert why(case, "exception", {"about": about}, HEAD) is Refusal.NOT_TO_BE_LEFT_OUT
    if about != "decision":
        assert about in case.missing


def test_a_new_decision_ends_the_exceptions_to_the_old_one() -> None:
    case = case_of(report(), decision(2), left_out(3, "learning"), decision(4))
    assert Missing.LEARNING in case.missing


def test_what_the_form_offers_is_what_may_be_left_out() -> None:
    (field,) = (field for _, field in MEANING.forms["exception"].fields() if field.name == "about")
    assert {term.value for term in field.choices} == shipped_tracks().tracks["concern"].exceptions


# The LADO's reference


@pytest.mark.parametrize(
    ("more", "lacks"),
    [
        ((entry(3, "lado_referral", DSL, {"reference": ""}),), True),
        ((entry(3, "lado_referral", DSL, {"reference": "TR-12"}),), False),
        ((entry(3, "lado_referral", DSL), entry(4, "lado_reference", DSL, {"reference": "TR-12"})), False),
        ((entry(3, "lado_consultation", DSL),), False),
    ],
)
def test_a_referral_needs_its_reference_before_the_case_closes(more: tuple[CaseEntry, ...], lacks: bool) -> None:
    case = case_of(report(), decision(2, "T1", limb_harm="yes"), *more)
    assert (Missing.LADO_REFERENCE in case.missing) is lacks
