# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader who was added comes to hold all of a case, whoever wrote what before they heard of it."""

import pytest

from desktop.cases.acting import act, desk
from desktop.cases.deciders import may_decide
from desktop.cases.handing import OWES
from desktop.session import Session
from desktop.soundness import check
from tests.desktop.cases.test_acting import NOTE, roles_end, shared
from tests.desktop.desks import Desks, content, forge
from tests.school import Member


def held(desks: Desks, member: Member, case: str) -> set[str]:
    """What somebody holds of a case, the grants themselves apart."""
    return {each.entry.eid for each in desks.of(member).entries.of_case(case) if each.entry.body.kind != "grant"}


def grants(desks: Desks, by: Member, case: str) -> int:
    entries = desks.of(by).entries.of_case(case)
    own = desks.of(by).vault.kid
    return sum(each.entry.body.kind == "grant" and each.entry.author_kid == own for each in entries)


def handed_over(desks: Desks, by: Member, case: str, new: Member) -> str:
    return desks.act(by, case, "handover", {"with": [{"person": new.person_id}], "reason": "She is new."})


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about the teacher that both of its readers hold."""
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    return case


def test_what_somebody_wrote_before_they_saw_the_share_is_handed_on(desks: Desks, case: str) -> None:
    school = desks.school
    act(desks.of(school.dsl), case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
    note = act(desks.of(school.head), case, "note", NOTE).entry.eid  # has not looked since
    desks.sync(school.dsl, school.chair)
    assert note in held(desks, school.chair, case)


def test_its_author_hands_it_on_where_whoever_shared_never_looks_again(desks: Desks, case: str) -> None:
    school = desks.school
    act(desks.of(school.dsl), case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
    note = act(desks.of(school.head), case, "note", NOTE).entry.eid
    desks.sync(school.head, school.chair)
    assert note in held(desks, school.chair, case)


def test_the_first_reader_hands_on_once_whoever_shared_holds_no_office(desks: Desks, case: str) -> None:
    school = desks.school
    shared(desks, school.dsl, case, school.chair)
    desks.act(school.chair, case, "note", NOTE)
    late = desks.concern(school.ta, school.teacher)
    for role in ("dsl", "deputy_head"):
        roles_end(desks, role, school.dsl)
    desks.sync()
    assert held(desks, school.chair, case) == held(desks, school.head, case)
    assert held(desks, school.chair, late) == set()


def test_nothing_is_handed_on_twice(desks: Desks, case: str) -> None:
    shared(desks, desks.school.dsl, case, desks.school.chair)
    before = grants(desks, desks.school.dsl, case)
    desks.sync()
    desks.sync()
    assert grants(desks, desks.school.dsl, case) == before == 1
    assert grants(desks, desks.school.head, case) == 0


def test_a_share_that_was_stopped_half_way_is_finished_at_the_next_look(
    desks: Desks, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = desks.school
    desks.act(school.dsl, case, "note", NOTE)
    with monkeypatch.context() as stopped:
        stopped.setattr(Session, "hand_on", lambda *_: None)
        shared(desks, school.dsl, case, school.chair)
    assert desks.of(school.dsl).views.tagged(OWES) == [case]
    desks.leave(school.dsl)
    desks.sync(school.dsl, school.chair)
    assert desks.of(school.dsl).views.tagged(OWES) == []
    assert held(desks, school.chair, case) == held(desks, school.dsl, case)


def test_rows_made_again_still_know_what_is_owed(desks: Desks, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dsl = desks.of(desks.school.dsl)
    with monkeypatch.context() as stopped:
        stopped.setattr(Session, "hand_on", lambda *_: None)
        shared(desks, desks.school.dsl, case, desks.school.chair)
    dsl.project_everything()
    assert dsl.views.tagged(OWES) == [case]
    assert check(dsl).is_sound


def test_what_is_too_long_to_be_handed_on_keeps_nothing_else_waiting(desks: Desks, case: str) -> None:
    school = desks.school
    forge(
        desks, school.head, (school.dsl,), content(desks, "note", {"text": "x" * 200_000}, case=case, parents=(case,))
    )
    desks.act(school.dsl, case, "note", NOTE)
    shared(desks, school.dsl, case, school.chair)
    desks.sync(school.dsl, school.chair)
    kinds = sorted(each.kind for each in desks.case(school.chair, case).entries if each.kind != "grant")
    assert kinds == ["note", "report", "share"]


# By an office


def test_a_successor_hands_over_in_turn_what_was_handed_to_them(desks: Desks, case: str) -> None:
    school = desks.school
    handed_over(desks, school.dsl, case, school.deputy)
    handed_over(desks, school.deputy, case, school.chair)
    handed_over(desks, school.chair, case, school.vice_chair)
    desks.sync()
    assert held(desks, school.vice_chair, case) == held(desks, school.dsl, case)
    assert not any(entry.flags for entry in desks.case(school.vice_chair, case).entries)


def test_a_successor_who_loses_the_office_gets_nothing_new(desks: Desks, case: str) -> None:
    school = desks.school
    handed_over(desks, school.dsl, case, school.deputy)
    desks.sync()
    roles_end(desks, "deputy_dsl", school.deputy)
    note = desks.act(school.head, case, "note", NOTE)
    desks.sync(school.deputy)
    assert note not in held(desks, school.deputy, case)


def test_whoever_was_let_in_for_one_case_may_take_it_on_in_an_office(desks: Desks, case: str) -> None:
    school = desks.school
    shared(desks, school.dsl, case, school.deputy)
    handed_over(desks, school.dsl, case, school.deputy)
    handed_over(desks, school.deputy, case, school.chair)
    assert desks.reads(school.chair, case)


def test_the_new_head_decides_where_the_one_before_holds_no_office(desks: Desks, case: str) -> None:
    school = desks.school
    handed_over(desks, school.dsl, case, school.chair)
    roles_end(desks, "head", school.head)
    found = desks.case(school.chair, case)
    assert may_decide(found, desk(desks.of(school.chair), found))
