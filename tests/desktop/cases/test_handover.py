# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Handing cases over to somebody new in an office: what is proposed, what has to be picked, and what never goes."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cases.case import Case
from desktop.cases.handover import Fate, Handed, Offer, fate, hand_over, in_order, look_through, readable
from desktop.faults import DeskFault, KnownError
from desktop.people import Appointment, PersonId, Role, School
from desktop.routing.day import Day
from tests.desktop.cases import building
from tests.desktop.cases.building import (
    CHAIR,
    COOK,
    DEPUTY,
    DSL,
    HEAD,
    SUPPLY,
    TEACHER,
    VICE,
    case_of,
    decision,
    desk,
    ending,
    entry,
    report,
    share,
)  # fmt: skip
from tests.desktop.desks import Desks
from tests.desktop.routing.random_schools import IDS, NAMES, schools
from tests.desktop.routing.schools import TODAY
from tests.school import Member

REASON = "She is the new deputy."


def unheard(_done: int, _all: int) -> None:
    """Nobody watches."""


def about(**values: Any) -> Case:
    return case_of(report({**building.CONCERN, **values}))


# Which cases (architecture.md, decision 7; requirements.md §10, rules 1, 3 and 8)


def test_an_open_case_is_proposed() -> None:
    assert fate(case_of(report()), DEPUTY, desk(DSL)) is Fate.PROPOSED


def test_a_closed_case_is_picked_by_choice() -> None:
    closed = case_of(report(), decision(2), *ending(3))
    assert fate(closed, DEPUTY, desk(DSL)) is Fate.BY_CHOICE


def test_who_reads_it_already_is_left_as_they_are() -> None:
    assert fate(case_of(report()), HEAD, desk(DSL)) is Fate.READS_IT


@pytest.mark.parametrize(
    "values",
    [
        {"about": DEPUTY},
        {"about": None, "about_description": "Mrs Prycey, I think"},
        {"others_present": [{"person": DEPUTY}]},
    ],
    ids=["concerned", "described", "a witness"],
)
def test_a_case_that_somebody_is_in_is_not_for_them(values: dict[str, Any]) -> None:
    assert fate(about(**values), DEPUTY, desk(DSL)) is Fate.NOT_FOR_THEM


def test_their_own_report_is_not_for_them() -> None:
    assert fate(case_of(report(author=DEPUTY)), DEPUTY, desk(DSL)) is Fate.NOT_FOR_THEM


def test_a_case_about_somebody_they_are_kept_away_from_is_not_for_them() -> None:
    assert fate(case_of(report()), DEPUTY, desk(DSL, school={"ties": ((DEPUTY, TEACHER),)})) is Fate.NOT_FOR_THEM


def test_nothing_is_handed_over_to_somebody_without_an_office() -> None:
    assert fate(case_of(report()), COOK, desk(DSL)) is Fate.NOT_FOR_THEM


def test_who_was_let_in_for_one_case_hands_nothing_over() -> None:
    let_in = case_of(report(), share(2, CHAIR))
    assert fate(let_in, DEPUTY, desk(CHAIR)) is Fate.NOT_FOR_THEM


def test_a_case_about_a_head_is_handed_over_by_the_chairs_side_only() -> None:
    readers = {"readers": [[CHAIR, "chair"], [SUPPLY, "governor"]], "decider": CHAIR}
    case = case_of(report({**building.CONCERN, "about": HEAD}, rule="R01.head", data=readers))
    assert fate(case, VICE, desk(CHAIR)) is Fate.PROPOSED
    assert fate(case, VICE, desk(SUPPLY)) is Fate.NOT_FOR_THEM


@pytest.mark.parametrize("words", ["I told Rhiannon about it.", "Riannon Price was in the hall.", "pryce said so"])
def test_words_that_may_speak_of_them_have_to_be_looked_at(words: str) -> None:
    assert fate(about(what_happened=words), DEPUTY, desk(DSL)) is Fate.TO_CONFIRM


def test_words_of_a_reviewer_count_too() -> None:
    name = building.SCHOOL.people[DEPUTY].name
    case = case_of(report(), entry(2, "note", DSL, {"text": f"{name} rang me."}))
    assert fate(case, DEPUTY, desk(DSL)) is Fate.TO_CONFIRM


def test_whom_the_reporter_asked_to_leave_out_has_to_be_confirmed() -> None:
    assert fate(about(not_to=[{"person": DEPUTY}]), DEPUTY, desk(DSL)) is Fate.TO_CONFIRM


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Case, School, PersonId, PersonId]:
    """A case of any school, somebody who reads it and somebody who might take it on."""
    school = draw(schools())
    concerned, author, reader, new = (draw(st.sampled_from(IDS)) for _ in range(4))
    described = draw(st.sampled_from((None, None, *NAMES, "the headteacher")))
    names = {"about": None, "about_description": described} if described else {"about": concerned}
    data = {"readers": [[reader, "head"]], "decider": reader}
    first = report({**building.CONCERN, **names}, author=author, data=data)
    given_office = Appointment(role=draw(st.sampled_from(list(Role))), person_id=new)
    school = msgspec.structs.replace(school, appointments=(*school.appointments, given_office))
    return case_of(first, school=school), school, reader, new


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_cases())
def test_a_handover_never_reaches_a_person_concerned_nor_who_is_kept_away(
    drawn: tuple[Case, School, PersonId, PersonId],
) -> None:
    case, school, reader, new = drawn
    who = msgspec.structs.replace(desk(reader), school=school, today=TODAY)
    if fate(case, new, who) in {Fate.PROPOSED, Fate.BY_CHOICE, Fate.TO_CONFIRM}:
        assert new not in case.concerned()
        assert new != case.reporter
        assert not any(school.is_conflicted(new, each, TODAY) for each in case.concerned())
        assert school.people[new].name not in {subject.description for subject in case.subjects}
        assert Day(school, TODAY).roles(new)


# In real vaults


def handed(desks: Desks, by: Member, new: Member, *cases: str, is_confirmed: bool = False) -> Handed:
    desks.sync(by)
    return hand_over(desks.of(by), new.person_id, dict.fromkeys(cases, is_confirmed), REASON, unheard)


def offers(desks: Desks, by: Member, new: Member) -> tuple[Offer, ...]:
    session = desks.of(by)
    return in_order(look_through(session, new.person_id, readable(session, new.person_id)))


def test_what_is_offered_says_only_that_a_case_is_not_for_them(desks: Desks) -> None:
    school = desks.school
    mine = desks.concern(school.ta, school.deputy)
    other = desks.concern(school.ta, school.teacher)
    desks.sync()
    found = offers(desks, school.dsl, school.deputy)
    assert [(offer.row.case_id, offer.fate) for offer in found] == [
        (other, Fate.PROPOSED),
        (mine, Fate.NOT_FOR_THEM),
    ]


def test_each_case_that_was_picked_arrives_whole(desks: Desks) -> None:
    school = desks.school
    cases = [desks.concern(school.ta, school.teacher) for _ in range(2)]
    desks.act(school.head, cases[0], "note", {"text": "I rang her."})
    result = handed(desks, school.dsl, school.deputy, *cases)
    desks.sync()
    assert result.done == tuple(cases)
    for case in cases:
        kinds = {e.kind for e in desks.case(school.deputy, case).entries}
        assert {"report", "handover"} <= kinds
        assert desks.reads(school.deputy, case)
    assert desks.case(school.deputy, cases[0]).of_kind("note")


def test_the_other_readers_see_who_handed_it_over(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    handed(desks, school.dsl, school.deputy, case)
    (told,) = desks.case(school.head, case).of_kind("handover")
    assert (told.author, told.text("reason")) == (school.dsl.person_id, REASON)


def test_a_case_about_the_new_reader_leaves_nothing_with_them(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.deputy)
    result = handed(desks, school.dsl, school.deputy, case, is_confirmed=True)
    desks.sync()
    assert result.left == (case,)
    assert desks.of(school.deputy).entries.of_case(case) == []


def test_words_that_may_speak_of_them_go_only_once_confirmed(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher, what_happened=f"{school.deputy.name} told me that he shouted.")
    assert handed(desks, school.dsl, school.deputy, case).left == (case,)
    assert handed(desks, school.dsl, school.deputy, case, is_confirmed=True).done == (case,)


class StoppedError(Exception):
    """Somebody pressed Stop."""


def test_what_was_stopped_goes_on_where_it_stopped(desks: Desks) -> None:
    school = desks.school
    cases = [desks.concern(school.ta, school.teacher) for _ in range(3)]
    desks.sync()

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        hand_over(desks.of(school.dsl), school.deputy.person_id, dict.fromkeys(cases, False), REASON, stop)
    assert [desks.reads(school.deputy, case) for case in cases] == [True, True, False]
    assert handed(desks, school.dsl, school.deputy, *cases).done == tuple(cases)
    assert [len(desks.case(school.dsl, case).of_kind("handover")) for case in cases] == [1, 1, 1]


@pytest.mark.parametrize("name", ["dsl", "supply"])
def test_nothing_is_handed_over_to_oneself_or_to_who_has_no_sign_in(desks: Desks, name: str) -> None:
    new: Member = getattr(desks.school, name)
    with pytest.raises(KnownError) as raised:
        offers(desks, desks.school.dsl, new)
    assert raised.value.code is DeskFault.HANDED_TO_NOBODY
