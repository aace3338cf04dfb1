# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be recorded, by whom and when: each rule on both sides of its boundary (practice.md R12-R36; F12, F20)."""

from collections.abc import Mapping

import msgspec
import pytest

from desktop.cases.case import Case
from desktop.cases.deciders import may_decide
from desktop.cases.entry import CaseEntry
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from desktop.people import Appointment, PersonId, Role
from storage.body import Standing
from tests.desktop.cases.building import (
    CHAIR,
    CONCERN,
    COOK,
    DEPUTY,
    DSL,
    HEAD,
    LIMBS,
    MEANING,
    SUPPLY,
    TA,
    TEACHER,
    TODAY,
    VICE,
    case_of,
    decision,
    desk,
    eid,
    entry,
    report,
    school_with,
    share,
    triage,
)

LOW: Mapping[str, object] = {**LIMBS, "outcome": "T3"}
REPLY = "age1" + "q" * 58
ALWAYS = min(MEANING.always_threshold)
OUTCOMES = [f"T{number}" for number in range(9)]
ACTS = sorted(form for form, spec in MEANING.forms.items() if spec.kind.value == "act")


def why(case: Case, kind: str, values: Mapping[str, object], me: PersonId, **about: object) -> Refusal | None:
    return refusal(case, kind, values, desk(me, **about))


def deciders(case: Case, **about: object) -> set[PersonId]:
    everybody = (HEAD, DSL, DEPUTY, CHAIR, VICE, TA, TEACHER, COOK)
    return {person for person in everybody if may_decide(case, desk(person, **about))}


def read_by_all(*entries: CaseEntry) -> Case:
    """A case that the deputy, the chair and the vice-chair were added to."""
    added = [share(20 + at, person) for at, person in enumerate((DEPUTY, CHAIR, VICE))]
    return case_of(report(), *added, *entries)


# Who may act at all


@pytest.mark.parametrize("me", [TEACHER, TA, CHAIR, COOK])
@pytest.mark.parametrize("kind", ACTS)
def test_nobody_acts_in_a_case_that_they_do_not_read(me: PersonId, kind: str) -> None:
    assert why(case_of(report(), decision(2)), kind, LOW, me) is Refusal.NOT_A_READER


def test_a_reporter_does_not_act_in_their_own_case() -> None:
    assert why(case_of(report()), "note", {"text": "And another thing."}, TA) is Refusal.NOT_A_READER


# Who decides (R13, R14; F20; requirements.md §10 rule 7)


def test_the_routed_decider_decides() -> None:
    assert deciders(read_by_all()) == {HEAD}


def test_the_lead_does_not_decide() -> None:
    assert why(case_of(report()), "decision", LOW, DSL) is Refusal.NOT_THE_DECIDER


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_school_may_let_the_lead_decide_what_is_low_level(outcome: str) -> None:
    found = why(
        case_of(report()), "decision", {**LOW, "outcome": outcome}, DSL, school={"dsl_may_decide_low_level": True}
    )
    assert (found is Refusal.NOT_THE_DECIDER) is (outcome != "T3")


def test_that_is_for_the_lead_alone() -> None:
    found = why(read_by_all(), "decision", LOW, DEPUTY, school={"dsl_may_decide_low_level": True})
    assert found is Refusal.NOT_THE_DECIDER


@pytest.mark.parametrize("gone", [{"away": {HEAD: None}}, {"left": (HEAD,)}, {"without_office": (HEAD,)}])
def test_while_the_decider_is_gone_the_highest_offices_that_read_it_decide(gone: Mapping[str, object]) -> None:
    assert deciders(read_by_all(), school=gone) - {HEAD} == {CHAIR, VICE}


def test_somebody_who_covers_for_the_decider_decides() -> None:
    assert deciders(read_by_all(), school={"away": {HEAD: DEPUTY}}) - {HEAD} == {CHAIR, VICE, DEPUTY}


def test_a_decider_who_is_back_decides_again_alone() -> None:
    assert deciders(read_by_all(), school={"away": {DSL: None}}) == {HEAD}


def test_somebody_who_covers_but_does_not_read_the_case_does_not_decide() -> None:
    assert deciders(case_of(report()), school={"away": {HEAD: CHAIR}}) - {HEAD} == set()


def test_where_nobody_was_to_decide_the_highest_offices_that_read_it_may() -> None:
    nobody = case_of(report(data={"decider": None}), share(2, CHAIR))
    assert deciders(nobody) == {HEAD, CHAIR}


def test_a_deputy_head_may_decide_when_the_head_is_away() -> None:
    # practice.md R13: "the head's (or the head's named deputy's) decision entry".
    school = school_with(away={HEAD: None})
    named = (*school.appointments, Appointment(role=Role.DEPUTY_HEAD, person_id=DSL))
    asked = msgspec.structs.replace(desk(DSL), school=msgspec.structs.replace(school, appointments=named))
    assert may_decide(case_of(report()), asked)


def test_about_the_head_the_chair_decides() -> None:
    data = {"readers": [[CHAIR, "chair"], [VICE, "vice_chair"]], "decider": CHAIR}
    assert deciders(case_of(report({**CONCERN, "about": HEAD}, data=data))) == {CHAIR}


@pytest.mark.parametrize("tie", [(HEAD, TEACHER), (TEACHER, HEAD)])
@pytest.mark.parametrize("kind", ["triage", "decision", "outcome", "share", "feedback"])
def test_a_declared_tie_blocks(tie: tuple[PersonId, PersonId], kind: str) -> None:
    case = case_of(report(), decision(2))
    values = {**LOW, "with": [{"person": COOK}], "channel": "letter"}
    assert why(case, kind, values, HEAD, school={"ties": (tie,)}) in {Refusal.DECLARED_TIE, Refusal.NOT_THE_DECIDER}
    assert why(case, kind, values, HEAD) is None


def test_a_tie_of_the_decider_lets_another_who_reads_it_decide() -> None:
    assert deciders(read_by_all(), school={"ties": ((HEAD, TEACHER),)}) == {CHAIR, VICE}


def test_a_tie_to_somebody_else_blocks_nobody() -> None:
    assert deciders(read_by_all(), school={"ties": ((HEAD, COOK),)}) == {HEAD}


def test_a_reader_who_reported_it_does_not_decide_it() -> None:
    case = case_of(report(author=DSL))
    assert why(case, "decision", LOW, DSL, school={"dsl_may_decide_low_level": True}) is Refusal.OWN_REPORT


def test_a_reader_who_reported_it_does_not_decide_while_the_decider_is_away() -> None:
    case = case_of(report(author=CHAIR), share(2, CHAIR))
    assert why(case, "decision", LOW, CHAIR, school={"away": {HEAD: None}}) is Refusal.OWN_REPORT


def test_a_reader_who_reported_it_may_triage_it() -> None:
    assert why(case_of(report(author=DSL)), "triage", LOW, DSL) is None


def test_a_decider_who_reported_it_may_decide_and_another_confirms() -> None:
    assert why(case_of(report(author=HEAD)), "decision", LOW, HEAD) is None


# The LADO (R20, R34)


@pytest.mark.parametrize("limb", LIMBS)
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_may_meet_the_threshold_goes_to_the_lado_first(limb: str, answer: str, outcome: str) -> None:
    waits = outcome not in {"T0", "T1", "T7"}
    found = why(case_of(report()), "triage", {**LIMBS, limb: answer, "outcome": outcome}, DSL)
    assert (found is Refusal.LADO_FIRST) is waits


@pytest.mark.parametrize("asked", ["lado_consultation", "lado_referral", "reason_without_advice"])
def test_once_the_lado_was_asked_or_reasoned_away_it_goes_on(asked: str) -> None:
    case = case_of(report(), entry(2, asked, DSL))
    assert why(case, "triage", {**LIMBS, "limb_harm": "yes", "outcome": "T3"}, DSL) is None


def test_advice_recorded_by_somebody_without_a_say_is_none() -> None:
    case = case_of(report(), entry(2, "lado_consultation", TA))
    assert why(case, "triage", {**LOW, "limb_harm": "yes"}, DSL) is Refusal.LADO_FIRST


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("lado_consultation", None),
        ("lado_referral", None),
        ("reason_without_advice", Refusal.LADO_NOT_ON_RECORD),
        ("note", Refusal.LADO_NOT_ON_RECORD),
    ],
)
def test_handled_after_advice_needs_the_advice(asked: str, found: Refusal | None) -> None:
    assert why(case_of(report(), entry(2, asked, DSL)), "triage", {**LOW, "outcome": "T2"}, DSL) is found


@pytest.mark.parametrize("reported", [True, False])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_some_conduct_always_starts_at_the_threshold(reported: bool, outcome: str) -> None:
    case = case_of(report({**CONCERN, "categories": [ALWAYS]} if reported else CONCERN))
    values = {**LOW, "outcome": outcome, "categories": [] if reported else [ALWAYS]}
    found = why(case, "triage", values, DSL)
    low = outcome not in {"T0", "T1", "T7"}
    assert (found in {Refusal.ALWAYS_THRESHOLD, Refusal.LADO_NOT_ON_RECORD}) is low


def test_even_that_may_be_lowered_after_the_lados_advice() -> None:
    case = case_of(report({**CONCERN, "categories": [ALWAYS]}), entry(2, "lado_consultation", DSL))
    assert why(case, "triage", LOW, DSL) is None


@pytest.mark.parametrize("with_whom", ["person_concerned", "witness", "child_or_family"])
def test_nobody_is_interviewed_before_the_lado_was_asked(with_whom: str) -> None:
    met = triage(2, "T1", limb_harm="yes")
    note = {"note_kind": "conversation", "spoke_to": with_whom, "text": "…"}
    assert why(case_of(report(), met), "note", note, DSL) is Refusal.INTERVIEW_BEFORE_LADO
    assert why(case_of(report(), met, entry(3, "lado_consultation", DSL)), "note", note, DSL) is None
    assert why(case_of(report(), triage(2)), "note", note, DSL) is None


@pytest.mark.parametrize("with_whom", ["reporter", "other"])
def test_a_word_with_the_reporter_waits_for_nobody(with_whom: str) -> None:
    case = case_of(report(), triage(2, "T1", limb_harm="yes"))
    assert why(case, "note", {"spoke_to": with_whom}, DSL) is None


def test_an_interview_waits_again_when_a_later_triage_raises_it() -> None:
    case = case_of(report(), decision(2), triage(3, "T1", limb_harm="not_sure"))
    assert why(case, "note", {"spoke_to": "witness"}, DSL) is Refusal.INTERVIEW_BEFORE_LADO


# What came before, and the level that it was given (F12)


@pytest.mark.parametrize("kind", ["triage", "decision"])
def test_earlier_records_are_looked_at_first(kind: str) -> None:
    case = case_of(report())
    assert why(case, kind, LOW, HEAD, unseen_earlier=(eid(9),)) is Refusal.EARLIER_RECORDS_UNSEEN
    assert why(case, kind, LOW, HEAD) is None


@pytest.mark.parametrize("kind", ["note", "action", "lado_consultation", "share"])
def test_other_acts_do_not_wait_for_earlier_records(kind: str) -> None:
    values = {"with": [{"person": COOK}]}
    assert why(case_of(report()), kind, values, HEAD, unseen_earlier=(eid(9),)) is None


@pytest.mark.parametrize("higher", ["T0", "T1", "T7"])
def test_nobody_lowers_alone_where_nobody_else_could_agree(higher: str) -> None:
    alone = {"readers": [[HEAD, "head"]], "decider": HEAD}
    case = case_of(report(data=alone), decision(2, higher))
    assert why(case, "decision", {**LOW, "outcome": "T6"}, HEAD) is Refusal.LOWERED_ALONE
    assert why(case_of(report(), decision(2, higher)), "decision", {**LOW, **OPTIONS, "outcome": "T6"}, HEAD) is None


OPTIONS = {"options_considered": "Asking the LADO: the advice line had said no.\nDoing nothing: he would not know."}


def test_another_person_may_lower_it() -> None:
    assert why(case_of(report(), triage(2, "T1")), "decision", {**LOW, **OPTIONS}, HEAD) is None


@pytest.mark.parametrize("words", ["", "Doing nothing: he would not know.", "Doing nothing.\n \n"])
def test_whoever_lowers_it_says_what_else_they_considered(words: str) -> None:
    case = case_of(report(), triage(2, "T1"))
    values = {**LOW, "options_considered": words}
    assert why(case, "decision", values, HEAD) is Refusal.OPTIONS_MISSING
    assert why(case, "decision", {**values, "outcome": "T1"}, HEAD) is None
    assert why(case_of(report(), triage(2, "T0")), "decision", {**values, "outcome": "T1"}, HEAD) is None


def test_after_the_lados_advice_nothing_else_has_to_be_considered() -> None:
    case = case_of(report(), triage(2, "T1"), entry(3, "lado_consultation", DSL))
    assert why(case, "decision", LOW, HEAD) is None


@pytest.mark.parametrize("kind", ["triage", "decision"])
def test_the_same_level_or_a_higher_one_is_one_persons_step(kind: str) -> None:
    case = case_of(report(), decision(2, "T3"))
    assert why(case, kind, {**LOW, "outcome": "T3"}, HEAD) is None
    assert why(case, kind, {**LOW, "outcome": "T1"}, HEAD) is None


# What comes after a decision


@pytest.mark.parametrize("kind", ["outcome", "feedback", "learning"])
def test_what_comes_after_a_decision_waits_for_it(kind: str) -> None:
    values = {"channel": "letter"}
    assert why(case_of(report()), kind, values, DSL) is Refusal.NO_DECISION_YET
    assert why(case_of(report(), decision(2)), kind, values, DSL) is None


def test_a_decision_of_somebody_without_a_say_is_not_waited_for() -> None:
    assert why(case_of(report(), decision(2, author=TA)), "outcome", {}, DSL) is Refusal.NO_DECISION_YET


# Corrections and actions


def test_one_corrects_what_one_wrote_oneself() -> None:
    case = case_of(report(), entry(2, "note", DSL), entry(3, "note", HEAD))
    assert why(case, "correction", {"corrects": eid(2)}, DSL) is None
    assert why(case, "correction", {"corrects": eid(3)}, DSL) is Refusal.NOT_YOUR_ENTRY


@pytest.mark.parametrize("typed", ["", eid(99), "the second one"])
def test_what_is_not_there_is_not_corrected(typed: str) -> None:
    assert why(case_of(report()), "correction", {"corrects": typed}, DSL) is Refusal.NO_SUCH_ENTRY


def test_an_open_action_is_updated() -> None:
    action = entry(2, "action", DSL, {"what": "Talk to him."})
    done = entry(3, "action_update", DSL, {"action": action.eid, "state": "done"})
    values = {"action": action.eid, "state": "moved"}
    assert why(case_of(report(), action), "action_update", values, HEAD) is None
    assert why(case_of(report(), action, done), "action_update", values, HEAD) is Refusal.NO_SUCH_ACTION
    assert why(case_of(report()), "action_update", values, HEAD) is Refusal.NO_SUCH_ACTION


# Sharing (requirements.md §10 rule 8, sharp case k)


def shared_with(person: PersonId, values: Mapping[str, object] = CONCERN, **about: object) -> Refusal | None:
    return why(case_of(report(values)), "share", {"with": [{"person": person}]}, DSL, **about)


def test_a_case_is_shared_with_another_reader() -> None:
    assert shared_with(CHAIR) is None


def test_a_case_is_not_shared_with_whom_it_is_about() -> None:
    assert shared_with(TEACHER) is Refusal.SHARED_WITH_CONCERNED


def test_a_case_about_two_is_shared_with_neither() -> None:
    two = {**CONCERN, "also_about": [{"person": COOK}]}
    assert {shared_with(TEACHER, two), shared_with(COOK, two)} == {Refusal.SHARED_WITH_CONCERNED}


def test_a_self_report_is_not_shared_with_its_sender() -> None:
    case = case_of(report({"what_happened": "I drove a child home."}, form="self_report"))
    assert why(case, "share", {"with": [{"person": TA}]}, DSL) is Refusal.SHARED_WITH_CONCERNED


@pytest.mark.parametrize("words", ["Martin Oyelaren", "the chair of governors", "Mr Oyelaran"])
def test_a_case_is_not_shared_with_whom_its_words_could_mean(words: str) -> None:
    assert shared_with(CHAIR, {**CONCERN, "about": None, "about_description": words}) is Refusal.SHARED_WITH_CONCERNED


def test_a_self_report_at_a_walk_up_is_not_shared_with_whom_it_claims_to_be() -> None:
    walk_up = report({}, form="self_report", author=None, standing=Standing.WALK_UP_NAMED, claims="Beth Carver, TA")
    assert why(case_of(walk_up), "share", {"with": [{"person": TA}]}, DSL) is Refusal.SHARED_WITH_CONCERNED


def test_words_that_mean_nobody_here_bar_nobody() -> None:
    assert shared_with(CHAIR, {**CONCERN, "about": None, "about_description": "a man with a van"}) is None


@pytest.mark.parametrize("tie", [(CHAIR, TEACHER), (TEACHER, CHAIR)])
def test_a_case_is_not_shared_with_somebody_tied_to_whom_it_is_about(tie: tuple[PersonId, PersonId]) -> None:
    assert shared_with(CHAIR, school={"ties": (tie,)}) is Refusal.SHARED_WITH_CONCERNED


def test_a_case_is_not_shared_with_a_reader_again() -> None:
    assert shared_with(HEAD) is Refusal.SHARED_ALREADY


def test_one_of_two_who_may_not_read_it_stops_the_share() -> None:
    values = {"with": [{"person": CHAIR}, {"person": TEACHER}]}
    assert why(case_of(report()), "share", values, DSL) is Refusal.SHARED_WITH_CONCERNED


def test_a_case_is_shared_with_the_reporter_too() -> None:
    assert shared_with(TA) is None


# Answering the reporter


@pytest.mark.parametrize(
    ("author", "reply", "found"),
    [(TA, None, None), (None, REPLY, None), (None, None, Refusal.NO_WAY_TO_REPLY)],
)
def test_a_reply_needs_somebody_to_reply_to(author: PersonId | None, reply: str | None, found: Refusal | None) -> None:
    case = case_of(report(author=author, reply=reply), decision(2))
    assert why(case, "question", {"text": "When?"}, DSL) is found
    assert why(case, "feedback", {"channel": "phrase", "words": "Thank you."}, DSL) is found


def test_a_letter_needs_no_return_phrase() -> None:
    case = case_of(report(author=None), decision(2))
    assert why(case, "feedback", {"channel": "letter", "words": "Thank you."}, DSL) is None


def test_the_desk_is_a_plain_value() -> None:
    assert (desk(DSL).today, desk(SUPPLY).unseen_earlier) == (TODAY, ())


def test_what_an_enquiry_found_out_lowers_nothing() -> None:
    assert why(case_of(report(), decision(2, "T7")), "decision", {**LOW, "outcome": "T6"}, HEAD) is None
