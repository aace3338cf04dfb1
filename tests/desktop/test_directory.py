# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The signed directory read as a school, and a school's facts written for the directory."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.directory import charter, profile_of, read_school, role_fact
from desktop.people import Appointment, Person, PersonId, Role, School, Settings, WorkerType
from storage.charter import AbsenceFact, ConflictFact, PersonFact, RoleFact
from storage.directory import DirectoryState

ANN, BEN = "01" * 16, "02" * 16
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))


def state(**given: object) -> DirectoryState:
    plain = DirectoryState(
        school="ab" * 32,
        n=3,
        head="cd" * 32,
        at="2026-03-02T09:00:00Z",
        name="A School",
        recovery="00" * 32,
        charter=charter(),
        slots=8,
        people={ANN: {"name": "Ann Bell"}, BEN: {"name": "Ben Cole"}},
        keys={},
        roles=(),
    )
    return msgspec.structs.replace(plain, **given)


def people() -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        person_id=st.just(PersonId(ANN)),
        name=WORDS.filter(bool),
        known_as=WORDS,
        aliases=st.lists(WORDS, max_size=2).map(tuple),
        job=WORDS,
        worker_type=st.sampled_from(WorkerType),
        employer=WORDS,
        manager=st.none() | st.just(PersonId(BEN)),
        start=DAYS,
        end=DAYS,
    )


def read_again(fact: PersonFact) -> Person:
    """A person as written to JSON and read from a directory."""
    profile = msgspec.json.decode(msgspec.json.encode(fact.profile))
    return read_school(state(people={fact.id: profile})).people[PersonId(fact.id)]


@given(people())
def test_a_person_is_read_as_they_were_written(person: Person) -> None:
    assert read_again(profile_of(person)) == person


def test_a_profile_holds_only_what_is_known() -> None:
    assert profile_of(Person(person_id=PersonId(ANN), name="Ann Bell")).profile == {
        "name": "Ann Bell",
        "worker_type": "employee",
    }


def test_no_hours_with_children_are_something_else_than_hours_that_nobody_told() -> None:
    assert (
        profile_of(Person(person_id=PersonId(ANN), name="Ann Bell", contact_minutes=0)).profile["contact_minutes"] == 0
    )


def test_a_profile_with_something_new_in_it_is_read_all_the_same() -> None:
    person = read_school(state(people={ANN: {"name": "Ann Bell", "job": "Cook", "pronouns": "she"}})).people
    assert person[PersonId(ANN)].job == "Cook"


@pytest.mark.parametrize("odd", [{"worker_type": "astronaut"}, {"start": "tomorrow"}, {"aliases": 3}])
def test_somebody_whose_profile_is_not_understood_is_listed_by_name(odd: dict[str, object]) -> None:
    listed = read_school(state(people={ANN: {"name": "Ann Bell", **odd}})).people
    assert listed[PersonId(ANN)].name == "Ann Bell"


def test_a_profile_that_is_not_understood_in_one_place_is_in_the_others() -> None:
    odd = {"name": "Ann Bell", "worker_type": "astronaut", "employer": "Supply & Co", "end": "2026-03-06"}
    ann = read_school(state(people={ANN: odd})).people[PersonId(ANN)]
    assert (ann.employer, ann.end) == ("Supply & Co", date(2026, 3, 6))


def test_a_profile_cannot_give_somebody_another_id() -> None:
    listed = read_school(state(people={ANN: {"name": "Ann Bell", "person_id": BEN}})).people
    assert listed[PersonId(ANN)].person_id == ANN


def test_a_role_that_is_not_known_here_leads_to_nobody() -> None:
    assert read_school(state(roles=(RoleFact(role="sage", person=ANN),))).appointments == ()


@given(st.sampled_from(Role), st.integers(0, 99), DAYS, DAYS)
def test_an_appointment_is_read_as_it_was_written(
    role: Role, order: int, since: date | None, until: date | None
) -> None:
    made = Appointment(role=role, person_id=PersonId(ANN), order=order, since=since, until=until)
    assert read_school(state(roles=(role_fact(made),))).appointments == (made,)


def test_absences_and_ties_are_read_with_their_days() -> None:
    school = read_school(
        state(
            absences=(AbsenceFact(person=ANN, since="2026-03-02", until="2026-03-06", cover=BEN),),
            conflicts=(ConflictFact(reader=ANN, employer="Supply & Co", until="2026-12-31"),),
        )
    )
    assert (school.absences[0].cover, school.absences[0].until) == (BEN, date(2026, 3, 6))
    assert (school.conflicts[0].about, school.conflicts[0].until) == (None, date(2026, 12, 31))


def settings_of(**stated: object) -> Settings:
    return read_school(state(settings=stated)).settings


def test_a_setting_that_is_not_understood_leaves_the_others_as_they_are() -> None:
    assert settings_of(decision_hours="soon", lado_hours=24) == Settings(lado_hours=24)


def test_a_setting_that_is_not_known_changes_nothing() -> None:
    assert settings_of(colour="blue") == Settings()


def test_settings_are_read_as_they_were_written() -> None:
    made = Settings(closure_days=(date(2026, 4, 1),), places=("Hall",), head_is_proprietor=True)
    assert settings_of(**msgspec.json.decode(msgspec.json.encode(made))) == made


def test_a_school_says_of_which_statement_it_is() -> None:
    school = read_school(state())
    assert (school.version, school.version_hash, school.school_id) == (3, "cd" * 32, "ab" * 32)


# The charter (security.md 3.2, requirements.md §10 R41)


def test_the_charter_wants_two_persons() -> None:
    assert charter().quorum == 2


def test_every_role_of_the_charter_is_one_of_ours() -> None:
    named = {*charter().officers, *charter().registrars, *charter().guarded, *charter().oversight}
    named |= {*charter().deputies, *(role for roles in charter().deputies.values() for role in roles)}
    assert named <= {role.value for role in Role}


def test_whoever_reads_whole_records_by_office_is_guarded() -> None:
    readers = {Role.HEAD, Role.DSL, Role.DEPUTY_DSL, Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD, Role.DPO, Role.CLERK}
    assert {role.value for role in readers} <= {*charter().guarded}


def test_the_school_is_a_plain_value() -> None:
    assert isinstance(read_school(state()), School)
