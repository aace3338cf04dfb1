# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every path of “Who do I tell?” leads to a name in three questions, whoever is away and whomever it is about."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.people import Absence, Contact, PersonId, Role, School
from desktop.whom_to_tell import Asked, Told, finder, whom_to_tell
from tests.desktop.routing.random_schools import IDS, schools
from tests.desktop.routing.schools import TODAY, away, full_school, person_changed

EVERY = list(product(finder().about, finder().what))
LADO = Contact(purpose="Local authority designated officer", name="LADO, Northmere", phone="01632 960114")
HELPLINE = Contact(purpose="Support", name="Listening line", phone="01632 960155")
SCHOOL = full_school()
LISTED = replace(SCHOOL, settings=replace(SCHOOL.settings, contacts=(HELPLINE, LADO)))
DSL, HEAD, CHAIR = (LISTED.holders(role, TODAY)[0] for role in (Role.DSL, Role.HEAD, Role.CHAIR))
PEOPLE = st.sampled_from((*IDS, None))


def told(about: str, what: str = "conduct", school: School | None = LISTED, **more: str) -> Told:
    return whom_to_tell(Asked(about=about, what=what, **more), school, TODAY)  # type: ignore[arg-type]  # plain strings


def ids(answer: Told) -> list[PersonId]:
    return [person.person_id for person in answer.people]


def all_away(school: School) -> School:
    return replace(school, absences=tuple(Absence(person_id=each) for each in school.people))


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_every_pair_of_answers_has_one_row(about: str, what: str) -> None:
    assert len([row for row in finder().rows if about in row.about and row.what == what]) == 1


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_every_pair_of_answers_names_somebody_at_school_whom_it_is_not_about(about: str, what: str) -> None:
    concerned = LISTED.holders(Role(about), TODAY) if about in set(Role) else ()
    answer = told(about, what)
    assert answer.people
    assert not {*ids(answer)} & {*concerned}
    assert answer.first == answer.people[0].name


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # others share the computer
@given(schools(), st.sampled_from(EVERY), PEOPLE)
def test_in_any_school_the_answer_is_a_name_of_somebody_there_and_apart(
    school: School, pair: tuple[str, str], me: PersonId | None
) -> None:
    about, what = pair
    answer = whom_to_tell(Asked(about=about, what=what, me=me), school, TODAY)
    concerned = school.holders(Role(about), TODAY) if about in set(Role) else ()
    assert answer.first
    for person in ids(answer):
        assert person not in {*concerned, me}
        assert school.absence(person, TODAY) is None
        assert not school.has_left(person, TODAY)


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_with_nobody_left_it_says_so_and_names_the_lado_or_999(about: str, what: str) -> None:
    answer = told(about, what, all_away(LISTED))
    assert answer.people == ()
    assert answer.words.startswith("Nobody at school who could hear this is here today")
    assert answer.first == ("Police and ambulance" if what == "danger" else LADO.name)


@pytest.mark.parametrize(("about", "what"), EVERY)
def test_without_a_school_there_is_still_somebody_outside(about: str, what: str) -> None:
    assert told(about, what, None).first


def test_about_the_head_it_is_the_chair_and_about_the_lead_the_head() -> None:
    assert ids(told("head"))[0] == CHAIR
    assert ids(told("dsl"))[0] == HEAD


def test_who_covers_stands_in_for_who_is_away() -> None:
    school = replace(LISTED, absences=(away(DSL, "W"),))
    assert "W" in ids(told("child", school=school))
    assert DSL not in ids(told("child", school=school))


def test_whoever_asks_is_not_sent_to_themselves() -> None:
    assert DSL not in ids(told("worker", me=DSL))
    assert ids(told("me", me=DSL)) == [HEAD]
    assert ids(told("me", me=HEAD)) == [CHAIR]


def test_at_a_site_whoever_is_there_comes_first_and_its_lado_is_named() -> None:
    deputy = next(each for each in ids(told("child")) if each != DSL)
    school = person_changed(LISTED, deputy, site="South")
    contacts = (replace(LADO, site="North"), replace(LADO, name="LADO, South", site="South"), HELPLINE)
    school = replace(school, settings=replace(school.settings, contacts=contacts))
    answer = told("child", school=school, site="South")
    assert ids(answer)[0] == deputy
    assert [each.name for each in answer.outside[:2]] == ["LADO, South", HELPLINE.name]


def test_in_danger_999_stands_first_outside_before_the_schools_own() -> None:
    assert told("worker", "danger").outside[0].phone == "999"


def test_a_danger_finds_the_chair_where_nobody_else_is_there() -> None:
    school = replace(LISTED, absences=tuple(Absence(person_id=each) for each in LISTED.people if each != CHAIR))
    assert ids(told("child", "danger", school)) == [CHAIR]
