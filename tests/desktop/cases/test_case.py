# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a case's entries say taken together: what is missing, where it stands, and whose word counts."""

from collections.abc import Mapping

import pytest

from desktop.cases.case import Missing, Phase, build_case, may_meet_threshold
from desktop.cases.conflicts import Subject
from desktop.people import PersonId
from storage.body import Standing
from tests.desktop.cases.building import (
    CASE,
    CHAIR,
    CONCERN,
    COOK,
    DSL,
    HEAD,
    LIMBS,
    MEANING,
    SCHOOL,
    SUPPLY,
    TA,
    TEACHER,
    assessed,
    case_of,
    decision,
    eid,
    ending,
    entry,
    report,
    school_with,
    share,
    triage,
)

OUTCOMES = [f"T{number}" for number in range(9)]


def missing(*entries: object) -> set[Missing]:
    return {*case_of(*entries).missing}  # type: ignore[arg-type] # entries


# What is missing (practice.md R13, R19, R20, R22)


def test_a_new_concern_waits_for_its_decision() -> None:
    case = case_of(report())
    assert (case.phase, Missing.DECISION in case.missing) == (Phase.TO_DECIDE, True)


def test_a_triage_is_no_decision() -> None:
    assert case_of(report(), triage(2)).phase is Phase.TO_DECIDE


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_decision_is_not_missing_once_there_is_one(outcome: str) -> None:
    assert Missing.DECISION not in missing(report(), decision(2, outcome))


@pytest.mark.parametrize(("outcome", "another"), [(o, o in {"T0", "T1", "T7"}) for o in OUTCOMES])
def test_an_interim_decision_wants_another_one(outcome: str, another: bool) -> None:
    assert (Missing.FINAL_DECISION in missing(report(), decision(2, outcome))) is another


def test_a_second_decision_that_is_final_is_enough() -> None:
    assert Missing.FINAL_DECISION not in missing(
        report(), decision(2, "T1"), entry(3, "lado_consultation", DSL), decision(4, "T3")
    )


@pytest.mark.parametrize(("finding", "another"), [("unfounded", False), ("", True)])
def test_an_outcome_with_a_finding_ends_what_was_interim(finding: str, another: bool) -> None:
    outcome = entry(3, "outcome", DSL, {"finding": finding})
    assert (Missing.FINAL_DECISION in missing(report(), decision(2, "T1"), outcome)) is another


def test_a_finding_before_the_interim_decision_does_not_end_it() -> None:
    earlier = entry(3, "outcome", DSL, {"finding": "unfounded"})
    assert Missing.FINAL_DECISION in missing(report(), decision(2), earlier, decision(4, "T1"))


def test_a_finding_of_somebody_without_a_say_does_not_end_it() -> None:
    forged = entry(3, "outcome", TA, {"finding": "unfounded"})
    assert Missing.FINAL_DECISION in missing(report(), decision(2, "T1"), forged)


@pytest.mark.parametrize("limb", LIMBS)
@pytest.mark.parametrize(("answer", "waits"), [("yes", True), ("not_sure", True), ("no", False)])
def test_a_limb_that_is_yes_or_not_sure_wants_the_lado(limb: str, answer: str, waits: bool) -> None:
    decided = assessed("decision", 2, "T1", HEAD, **{limb: answer})
    assert (Missing.LADO in missing(report(), decided)) is waits


def test_a_limb_of_the_triage_counts_before_there_is_a_decision() -> None:
    assert Missing.LADO in missing(report(), triage(2, "T1", limb_harm="not_sure"))


def test_a_triage_after_the_decision_raises_it_again() -> None:
    assert Missing.LADO in missing(report(), decision(2), triage(3, "T1", limb_harm="yes"))


def test_a_decision_after_the_triage_stands() -> None:
    assert Missing.LADO not in missing(report(), triage(2, "T1", limb_harm="yes"), decision(3, "T3"))


@pytest.mark.parametrize("kind", ["lado_consultation", "lado_referral", "reason_without_advice"])
def test_the_lado_is_not_missing_once_asked_or_reasoned_away(kind: str) -> None:
    assert Missing.LADO not in missing(report(), decision(2, "T1", limb_harm="yes"), entry(3, kind, DSL))


def test_a_consultation_by_somebody_without_a_say_is_none() -> None:
    forged = entry(3, "lado_consultation", TA)
    assert Missing.LADO in missing(report(), decision(2, "T1", limb_harm="yes"), forged)


@pytest.mark.parametrize(("about", "waits"), [(SUPPLY, True), (TEACHER, False)])
def test_another_employer_has_to_be_told(about: PersonId, waits: bool) -> None:
    assert (Missing.EMPLOYER in missing(report({**CONCERN, "about": about}), decision(2))) is waits


def test_an_employer_whom_the_reporter_named_has_to_be_told() -> None:
    assert Missing.EMPLOYER in missing(report({**CONCERN, "about_employer": "Supply & Co"}), decision(2))


def test_an_employer_is_told_once_that_is_recorded() -> None:
    told = entry(3, "employer_told", DSL, {"told": "no", "reason": "They have closed down."})
    assert Missing.EMPLOYER not in missing(report({**CONCERN, "about": SUPPLY}), decision(2), told)


@pytest.mark.parametrize("kind", [Missing.OUTCOME, Missing.LEARNING, Missing.FEEDBACK])
def test_an_ending_is_missing_until_it_is_recorded(kind: Missing) -> None:
    assert kind in missing(report(), decision(2))
    assert kind not in missing(report(), decision(2), *ending(3))


def test_what_another_record_carries_wants_no_ending_of_its_own() -> None:
    same = decision(2, "T8")
    assert missing(report({**CONCERN, "about": SUPPLY}), same) == {Missing.FEEDBACK}


def test_a_reporter_who_reads_the_case_needs_no_letter() -> None:
    assert Missing.FEEDBACK not in missing(report(author=DSL), decision(2))


def test_an_open_action_keeps_a_case_open() -> None:
    action = entry(6, "action", DSL, {"what": "Talk to him.", "owner": HEAD, "due": "2026-03-20"})
    assert missing(report(), decision(2), *ending(3), action) == {Missing.ACTIONS}


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_an_action_that_is_done_or_dropped_is_open_no_more(state: str) -> None:
    action = entry(6, "action", DSL, {"what": "Talk to him.", "owner": HEAD, "due": "2026-03-20"})
    done = entry(7, "action_update", DSL, {"action": action.eid, "state": state})
    assert missing(report(), decision(2), *ending(3), action, done) == set()


# Where it stands


def test_a_case_closes_by_itself_when_nothing_is_missing() -> None:
    assert case_of(report(), decision(2), *ending(3)).phase is Phase.CLOSED


def test_a_closed_case_opens_again_with_another_decision() -> None:
    assert case_of(report(), decision(2), *ending(3), decision(6, "T7")).phase is Phase.IN_PROGRESS


def test_a_closed_case_opens_again_with_an_action() -> None:
    action = entry(6, "action", DSL, {"what": "Talk to him.", "due": "2026-03-20"})
    assert case_of(report(), decision(2), *ending(3), action).phase is Phase.IN_PROGRESS


@pytest.mark.parametrize("outcome", ["T0", "T1"])
def test_what_met_the_threshold_is_with_the_lado(outcome: str) -> None:
    assert case_of(report(), decision(2, outcome)).phase is Phase.WITH_LADO


def test_what_needs_more_facts_is_in_progress() -> None:
    assert case_of(report(), decision(2, "T7")).phase is Phase.IN_PROGRESS


def test_a_decided_case_is_in_progress_until_it_ends() -> None:
    assert case_of(report(), decision(2), *ending(3)[:2]).phase is Phase.IN_PROGRESS


def test_entries_without_their_report_are_only_noted() -> None:
    case = case_of(entry(2, "note", DSL))
    assert (case.phase, case.readers, case.missing) == (Phase.NOTED, (), ())


def test_a_report_inside_anothers_case_does_not_open_it() -> None:
    second = entry(2, "report", COOK, {**CONCERN, "about": HEAD}, data={"readers": [[COOK, "head"]]})
    case = case_of(report(), second)
    assert case.report == report()
    assert case.uncounted == {second.eid}


@pytest.mark.parametrize(
    ("answer", "urgent"), [("yes", True), ("not_sure", True), ("no", False), ([], False), (7, False)]
)
def test_a_risk_now_makes_it_urgent(answer: object, urgent: bool) -> None:
    assert case_of(report({**CONCERN, "risk_now": answer})).is_urgent is urgent


# Who it is about


def test_it_is_about_whom_the_report_names() -> None:
    also = {"also_about": [{"person": COOK}, {"description": "a man at the gate"}]}
    assert case_of(report({**CONCERN, **also})).subjects == (
        Subject(person_id=TEACHER),
        Subject(person_id=COOK),
        Subject(description="a man at the gate"),
    )


@pytest.mark.parametrize("form", ["self_report", "wrongdoing"])
def test_a_self_report_is_about_its_sender(form: str) -> None:
    assert case_of(report({"what_happened": "I drove a child home."}, form=form)).concerned() == {TA}


def test_a_self_report_at_a_walk_up_is_about_whom_it_claims() -> None:
    walk_up = report({}, form="self_report", author=None, standing=Standing.WALK_UP_NAMED, claims="Jo, cook")
    assert case_of(walk_up).subjects == (Subject(description="Jo, cook"),)


def test_a_form_that_is_not_known_here_is_about_somebody() -> None:
    assert case_of(report(form="from_the_future")).subjects == (Subject(description=""),)


# Whose word counts (security.md 3.11, T8; requirements.md §10 rule 8)


def test_the_readers_are_those_of_the_report() -> None:
    assert [(reader.person_id, reader.role) for reader in case_of(report()).readers] == [(DSL, "dsl"), (HEAD, "head")]


def test_a_share_adds_a_reader() -> None:
    case = case_of(report(), share(2, CHAIR))
    assert [(reader.person_id, reader.role) for reader in case.readers][-1] == (CHAIR, "share")


def test_somebody_added_may_add_another() -> None:
    assert case_of(report(), share(2, CHAIR), share(3, COOK, author=CHAIR)).reads(COOK)


@pytest.mark.parametrize("author", [TA, TEACHER, COOK])
def test_a_share_by_somebody_without_a_say_adds_nobody(author: PersonId) -> None:
    assert not case_of(report(), share(2, COOK, author=author)).reads(COOK)


@pytest.mark.parametrize("also_reads", [TEACHER, COOK])
def test_a_share_never_adds_a_person_concerned(also_reads: PersonId) -> None:
    about_two = report({**CONCERN, "also_about": [{"person": COOK}]})
    assert not case_of(about_two, share(2, also_reads)).reads(also_reads)


def test_a_report_cannot_make_a_person_concerned_its_reader() -> None:
    forged = report({**CONCERN, "about": HEAD}, data={"readers": [[HEAD, "head"], [CHAIR, "chair"]], "decider": HEAD})
    case = case_of(forged, decision(2))
    assert (case.reads(HEAD), case.decider, case.decision) == (False, None, None)


@pytest.mark.parametrize("author", [TA, None])
def test_a_report_cannot_give_a_say_to_somebody_without_office(author: PersonId | None) -> None:
    forged = report(author=author, data={"readers": [[TA, "head"], [HEAD, "head"]], "decider": TA})
    case = case_of(forged, decision(2, author=TA))
    assert (case.reads(TA), case.decider, case.decision) == (False, None, None)


def test_what_somebody_decided_still_counts_when_they_hold_no_office_any_more() -> None:
    today = school_with(without_office=(HEAD,))
    case = build_case(CASE, (report(), decision(2)), today, MEANING, lambda _number: SCHOOL)
    assert case.decision is not None


def test_a_directory_that_is_not_known_here_makes_nobody_less_of_a_reader() -> None:
    assert build_case(CASE, (report(),), SCHOOL, MEANING, lambda _number: None).reads(HEAD)


def test_a_reporter_who_is_a_reader_by_office_keeps_their_say() -> None:
    assert case_of(report(author=DSL), triage(2)).triage is not None


@pytest.mark.parametrize("author", [TA, TEACHER, CHAIR, None])
@pytest.mark.parametrize("kind", ["decision", "triage", "lado_consultation", "outcome", "feedback", "learning"])
def test_an_entry_of_somebody_without_a_say_is_shown_and_changes_nothing(author: PersonId | None, kind: str) -> None:
    forged = assessed(kind, 2, "T6", author) if author else entry(2, kind, None, {"outcome": "T6"})
    case, plain = case_of(report(), forged), case_of(report())
    assert forged in case.entries
    assert case.uncounted == {forged.eid}
    assert (case.phase, case.missing, case.decision, case.triage) == (plain.phase, plain.missing, None, None)


def test_an_action_of_somebody_without_a_say_is_none() -> None:
    assert case_of(report(), entry(2, "action", TA, {"what": "Nothing."})).actions == ()


def test_an_update_of_somebody_without_a_say_moves_nothing() -> None:
    action = entry(2, "action", DSL, {"what": "Talk to him.", "due": "2026-03-20"})
    forged = entry(3, "action_update", TA, {"action": action.eid, "state": "done"})
    assert case_of(report(), action, forged).actions[0].is_open


# Actions


def test_an_action_moved_keeps_count_of_it() -> None:
    action = entry(2, "action", DSL, {"what": "Talk to him.", "owner": HEAD, "due": "2026-03-20"})
    moved = [
        entry(at, "action_update", DSL, {"action": action.eid, "state": "moved", "due": due, "reason": why})
        for at, due, why in ((3, "2026-03-27", "He is away."), (4, "2026-04-03", "Still away."))
    ]
    (found,) = case_of(report(), action, *moved).actions
    assert (found.what, found.owner, found.due, found.is_open) == ("Talk to him.", HEAD, "2026-04-03", True)
    assert [(move.to, move.reason) for move in found.moves] == [
        ("2026-03-27", "He is away."),
        ("2026-04-03", "Still away."),
    ]


def test_an_update_to_an_action_that_is_not_here_is_ignored() -> None:
    assert case_of(report(), entry(2, "action_update", DSL, {"action": eid(9), "state": "done"})).actions == ()


# Two who did not see each other (security.md 4.5)


def test_two_decisions_made_apart_are_both_there() -> None:
    one = decision(2, "T3", parents=(eid(1),))
    other = decision(3, "T1", parents=(eid(1),), author=DSL)
    case = case_of(report(), one, other)
    assert {each.eid for each in case.of_kind("decision")} == {one.eid, other.eid}


@pytest.mark.parametrize("swapped", [False, True])
def test_two_decisions_made_apart_count_the_same_for_whoever_got_either_first(swapped: bool) -> None:
    pair = [decision(2, "T3", parents=(eid(1),)), decision(3, "T1", parents=(eid(1),))]
    case = case_of(report(), *(reversed(pair) if swapped else pair))
    assert case.decision == case_of(report(), *pair).decision


def test_a_case_is_the_same_in_whatever_order_its_entries_came() -> None:
    entries = (report(), triage(2), decision(3), *ending(4), share(7, CHAIR))
    assert case_of(*reversed(entries)) == case_of(*entries)


# Opening


def test_a_reader_has_opened_a_case_when_they_added_something() -> None:
    case = case_of(report(), entry(2, "access", DSL), entry(3, "note", DSL))
    opened = {reader.person_id: reader.opened_at for reader in case.readers}
    assert opened == {DSL: entry(2, "access", DSL).at, HEAD: None}


def test_filing_is_not_opening() -> None:
    case = case_of(report(author=DSL))
    assert [reader.opened_at for reader in case.readers] == [None, None]


def test_an_anonymous_report_has_no_reporter() -> None:
    case = case_of(report(author=None, standing=Standing.WALK_UP_ANONYMOUS))
    assert (case.is_anonymous, case.reporter) == (True, None)


def test_the_threshold_may_be_met_before_anybody_decided() -> None:
    case = case_of(report(), triage(2, "T1", limb_offence="yes"))
    assert may_meet_threshold(case, MEANING)


def test_nothing_meets_the_threshold_unassessed() -> None:
    assert not may_meet_threshold(case_of(report()), MEANING)


@pytest.mark.parametrize(
    "data",
    [
        {"readers": None},
        {"readers": "everyone"},
        {"readers": [[DSL]]},
        {"readers": [[[], {}]]},
        {"readers": [DSL, HEAD]},
        {"decider": [HEAD]},
        {"decider": {}},
    ],
)
def test_a_report_that_says_nonsense_of_its_readers_is_still_shown(data: Mapping[str, object]) -> None:
    assert case_of(report(data=dict(data))).report is not None
