# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Standing aside: what it ends, who decides then, what the others are told and what stays (F20, COC-070, COC-088)."""

import pytest

from desktop.cases.acting import desk
from desktop.cases.deciders import may_decide
from desktop.cases.refusals import Refusal
from desktop.cases.rows import Shelf
from desktop.founding import publish
from desktop.soundness import check
from storage.charter import ConflictData
from tests.desktop.cases.building import CHAIR, DEPUTY, DSL, HEAD, case_of, decision, entry, report
from tests.desktop.cases.building import desk as plain_desk
from tests.desktop.cases.test_acting import NOTE, refused
from tests.desktop.cases.test_handing import held
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.school import Member


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about the teacher that both of its readers hold."""
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    return case


def decides(desks: Desks, member: Member, case: str) -> bool:
    found = desks.case(member, case)
    return may_decide(found, desk(desks.of(member), found))


def test_who_stood_aside_reads_no_longer_and_adds_nothing() -> None:
    case = case_of(report(), entry(2, "recusal", HEAD))
    assert (case.aside, [reader.person_id for reader in case.readers]) == ((HEAD,), [DSL])
    assert not may_decide(case, plain_desk(HEAD))


def test_the_decider_moves_one_step_along_the_chain() -> None:
    assert case_of(report(), entry(2, "recusal", HEAD)).decider == CHAIR


def test_the_decider_stays_where_somebody_else_stood_aside() -> None:
    assert case_of(report(), entry(2, "recusal", DSL)).decider == HEAD


def test_two_who_stood_aside_are_both_passed_over() -> None:
    both = (report(), entry(2, "share", DSL, {"with": [{"person": CHAIR}]}), entry(3, "recusal", CHAIR))
    case = case_of(*both, entry(4, "recusal", HEAD))
    assert case.decider not in {HEAD, CHAIR, None}


def test_what_they_recorded_before_still_counts() -> None:
    case = case_of(report(), decision(2), entry(3, "recusal", HEAD))
    assert case.decision is not None


def test_what_follows_on_it_by_the_same_hand_changes_nothing() -> None:
    later = decision(3)
    case = case_of(report(), entry(2, "recusal", HEAD), later)
    assert case.decision is None
    assert case.uncounted == {later.eid}


def test_nobody_is_stood_aside_by_another() -> None:
    assert case_of(report(), entry(2, "recusal", DEPUTY, {"with": HEAD})).aside == ()


def test_whoever_decides_then_is_let_in_and_can_decide(desks: Desks, case: str) -> None:
    school = desks.school
    desks.act(school.head, case, "recusal", {})
    assert decides(desks, school.chair, case)
    assert not decides(desks, school.dsl, case)
    desks.act(school.chair, case, "decision", LOW_LEVEL)
    assert desks.case(school.dsl, case).decision is not None


def test_nothing_new_reaches_them_and_what_they_had_stays(desks: Desks, case: str) -> None:
    school = desks.school
    desks.act(school.dsl, case, "note", NOTE)
    desks.act(school.head, case, "recusal", {})
    before = held(desks, school.head, case)
    desks.act(school.dsl, case, "note", NOTE)
    desks.sync()
    assert held(desks, school.head, case) == before
    assert case in desks.of(school.head).shelf(Shelf.CLOSED)
    assert check(desks.of(school.head)).is_sound


def test_they_add_nothing_more_and_are_told_so(desks: Desks, case: str) -> None:
    desks.act(desks.school.head, case, "recusal", {})
    assert refused(desks, desks.school.head, case, "note", NOTE) is Refusal.STOOD_ASIDE


def test_they_are_not_let_in_again(desks: Desks, case: str) -> None:
    school = desks.school
    desks.act(school.head, case, "recusal", {})
    values = {"with": [{"person": school.head.person_id}], "reason": "We miss her."}
    assert refused(desks, school.dsl, case, "share", values) is Refusal.SHARED_WITH_ASIDE


def test_who_reads_it_alone_and_is_kept_away_can_still_stand_aside(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.dsl)  # to the head alone
    desks.sync()
    tie = ConflictData(reader=school.head.person_id, about=school.dsl.person_id)
    signers = tuple(desks.of(each).vault.keys.signing for each in (school.head, school.chair))
    publish(desks.candour.machine, "conflict", tie, signers)
    desks.act(school.head, case, "recusal", {})
    assert decides(desks, school.chair, case)
    assert desks.case(school.chair, case).report is not None


def test_the_last_of_all_cannot(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.head)  # to the chair alone, then to the vice-chair
    desks.act(school.chair, case, "recusal", {})
    assert decides(desks, school.vice_chair, case)
    assert refused(desks, school.vice_chair, case, "recusal", {}) is Refusal.LAST_READER


def test_the_others_see_who_stands_aside_and_no_reason(desks: Desks, case: str) -> None:
    desks.act(desks.school.head, case, "recusal", {"carry_on": "I rang the LADO."})
    (told,) = desks.case(desks.school.dsl, case).of_kind("recusal")
    assert (told.author, dict(told.values)) == (desks.school.head.person_id, {"carry_on": "I rang the LADO."})
