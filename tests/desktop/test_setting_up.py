# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is still missing before a school can be founded, and who would read what in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.founding import new_person_id
from desktop.importing.staff import read_staff_list
from desktop.people import Person, PersonId, Role
from desktop.setting_up import (
    READING_ROLES,
    About,
    Draft,
    Missing,
    Step,
    Suggestion,
    lines_of,
    missing,
    plan_of,
    reads_about_themselves,
    suggest,
    with_holder,
    with_people,
    without_person,
)

TODAY = date(2026, 3, 12)
PRIYA, HELEN, MARTIN, RUTH, TOM = (PersonId(f"{number:032x}") for number in range(1, 6))
PEOPLE = (
    Person(person_id=PRIYA, name="Priya Nair", job="Designated safeguarding lead"),
    Person(person_id=HELEN, name="Helen Marsh", job="Headteacher"),
    Person(person_id=MARTIN, name="Martin Oyelaran", job="Chair of governors"),
    Person(person_id=RUTH, name="Ruth Adeyemi", job="Vice-chair of governors"),
    Person(person_id=TOM, name="Tom Ashby", job="Teacher"),
)
HOLDERS = {Role.DSL: (PRIYA,), Role.HEAD: (HELEN,), Role.CHAIR: (MARTIN,)}
DRAFT = Draft(name="Hollowbrook", people=PEOPLE, holders=HOLDERS, exchange="")


def lines(draft: Draft) -> dict[About, tuple[PersonId, ...]]:
    return {line.about: tuple(sorted(line.readers)) for line in lines_of(draft, TODAY)}


def test_the_lines_are_those_of_the_rules() -> None:
    assert lines(with_holder(DRAFT, Role.VICE_CHAIR, (RUTH,))) == {
        About.WORKER: (PRIYA, HELEN),
        About.DSL: (HELEN,),
        About.HEAD: (MARTIN,),
        About.GOVERNOR: (PRIYA, HELEN, MARTIN),
        About.CHAIR: (PRIYA, HELEN, RUTH),
    }


def test_without_anybody_nobody_reads_anything() -> None:
    assert set(lines(Draft()).values()) == {()}


def test_nothing_is_missing_from_a_whole_draft() -> None:
    ready = (PRIYA, HELEN, MARTIN)
    assert [each for step in Step for each in missing(DRAFT, step, TODAY, ready)] == []


def test_an_empty_draft_misses_something_in_every_step_that_asks_for_something() -> None:
    empty = {step for step in Step if missing(Draft(), step, TODAY)}
    assert empty == set(Step) - {Step.POLICIES}


@pytest.mark.parametrize("role", [Role.DSL, Role.HEAD, Role.CHAIR])
def test_a_role_that_founds_a_school_has_to_be_held(role: Role) -> None:
    assert Missing(role.value) in missing(with_holder(DRAFT, role, ()), Step.READERS, TODAY)


def test_one_person_in_all_offices_cannot_found_a_school() -> None:
    alone = Draft(people=PEOPLE, holders=dict.fromkeys(HOLDERS, (HELEN,)))
    assert missing(alone, Step.READERS, TODAY) == (Missing.SECOND_OFFICER,)


def test_two_officers_have_to_choose_a_passphrase() -> None:
    assert Missing.OFFICERS_KEYS in missing(DRAFT, Step.KEYS, TODAY, (HELEN,))


def test_a_report_that_nobody_with_a_key_could_open_keeps_the_school_from_being_founded() -> None:
    assert missing(DRAFT, Step.KEYS, TODAY, (HELEN, PRIYA)) == (Missing.READERS_KEYS,)


def test_only_the_chair_reads_about_the_head_and_the_vice_chair_is_suggested() -> None:
    head = next(line for line in lines_of(DRAFT, TODAY) if line.about is About.HEAD)
    assert head.alone == MARTIN
    assert suggest(DRAFT, head, TODAY) == Suggestion(RUTH, Role.VICE_CHAIR)


def test_with_a_vice_chair_nobody_is_alone_about_the_head() -> None:
    draft = with_holder(DRAFT, Role.VICE_CHAIR, (RUTH,))
    assert next(line for line in lines_of(draft, TODAY) if line.about is About.HEAD).alone is None


def test_nobody_is_suggested_whose_job_does_not_say_so() -> None:
    draft = without_person(DRAFT, RUTH)
    head = next(line for line in lines_of(draft, TODAY) if line.about is About.HEAD)
    assert suggest(draft, head, TODAY) is None


def test_roles_that_a_staff_list_names_are_taken_over_where_nobody_holds_them() -> None:
    data = b"Name,Roles\nAnn Lee,DSL\nBo May,head\nCy Poe,deputy DSL\nDi Rue,deputy DSL\n"
    draft = with_people(with_holder(DRAFT, Role.DSL, (PRIYA,)), read_staff_list(data, PEOPLE, new_person_id))
    held = {role: [draft.by_id[person].name for person in people] for role, people in draft.holders.items() if people}
    assert held[Role.DSL] == ["Priya Nair"]
    assert held[Role.HEAD] == ["Helen Marsh"]
    assert held[Role.DEPUTY_DSL] == ["Cy Poe", "Di Rue"]


def test_whoever_is_taken_off_the_list_holds_nothing_and_manages_nobody() -> None:
    managed = Person(person_id=PersonId("aa" * 16), name="Bo May", manager=HELEN)
    draft = without_person(Draft(people=(*PEOPLE, managed), holders=HOLDERS), HELEN)
    assert HELEN not in draft.by_id
    assert draft.office_holders == (PRIYA, MARTIN)
    assert draft.by_id[managed.person_id].manager is None


def test_the_plan_ranks_deputies_in_the_order_of_the_draft() -> None:
    plan = plan_of(with_holder(DRAFT, Role.DEPUTY_DSL, (TOM, RUTH)))
    assert [each.person_id for each in plan.appointments if each.role is Role.DEPUTY_DSL] == [TOM, RUTH]
    assert [each.order for each in plan.appointments if each.role is Role.DEPUTY_DSL] == [0, 1]


PERSONS = st.sampled_from([person.person_id for person in PEOPLE])
ANY_HOLDERS = st.dictionaries(st.sampled_from(READING_ROLES), st.lists(PERSONS, max_size=2, unique=True).map(tuple))


@given(ANY_HOLDERS)
def test_nobody_ever_reads_about_themselves(holders: dict[Role, tuple[PersonId, ...]]) -> None:
    draft = Draft(people=PEOPLE, holders=holders)
    assert reads_about_themselves(draft, TODAY) == ()
    for line in lines_of(draft, TODAY):
        if line.about in {About.DSL, About.HEAD, About.CHAIR}:
            assert not set(draft.holders.get(Role(line.about.value), ())[:1]) & set(line.readers)
