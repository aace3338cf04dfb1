# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions about a day: who holds a role, who is away, who may not read about whom, and who has an office at all."""

from datetime import date

import pytest

from desktop.people import Absence, Appointment, ConflictPair, Person, PersonId, Role, School

ANN, BEN, CAT, DAN = (PersonId(f"{number:032x}") for number in range(1, 5))
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 6)
BEFORE, AFTER = date(2026, 3, 1), date(2026, 3, 7)


def school(**given: object) -> School:
    people = (
        Person(person_id=ANN, name="Ann Bell", start=None),
        Person(person_id=BEN, name="Ben Cole", manager=ANN),
        Person(person_id=CAT, name="Cat Dean", known_as="Kit", employer="Supply & Co", end=LAST),
        Person(person_id=DAN, name="Dan East"),
    )
    known = {person.person_id: person for person in people}
    return School(school_id="00", name="A School", version=1, version_hash="00", people=known, **given)  # type: ignore[arg-type] # each test names fields of School


@pytest.mark.parametrize(("day", "holds"), [(BEFORE, False), (FIRST, True), (LAST, True), (AFTER, False)])
def test_an_appointment_counts_from_its_first_to_its_last_day(day: date, holds: bool) -> None:
    appointed = school(appointments=(Appointment(role=Role.HEAD, person_id=ANN, since=FIRST, until=LAST),))
    assert (ANN in appointed.holders(Role.HEAD, day)) is holds
    assert (Role.HEAD in appointed.roles_of(ANN, day)) is holds


@pytest.mark.parametrize(("day", "away"), [(BEFORE, False), (FIRST, True), (LAST, True), (AFTER, False)])
def test_an_absence_lasts_both_its_days(day: date, away: bool) -> None:
    absent = school(absences=(Absence(person_id=ANN, since=FIRST, until=LAST, cover=BEN),))
    assert (absent.absence(ANN, day) is not None) is away


def test_deputies_stand_in_their_order() -> None:
    deputies = (
        Appointment(role=Role.DEPUTY_DSL, person_id=ANN, order=2),
        Appointment(role=Role.DEPUTY_DSL, person_id=BEN, order=1),
    )
    assert school(appointments=deputies).holders(Role.DEPUTY_DSL, FIRST) == (BEN, ANN)


@pytest.mark.parametrize(("reader", "about"), [(ANN, BEN), (BEN, ANN)])
def test_a_tie_counts_both_ways_round(reader: PersonId, about: PersonId) -> None:
    assert school(conflicts=(ConflictPair(reader=ANN, about=BEN),)).is_conflicted(reader, about, FIRST)


def test_a_tie_to_an_employer_counts_for_its_people_in_any_case() -> None:
    tied = school(conflicts=(ConflictPair(reader=ANN, about_employer="SUPPLY & CO"),))
    assert tied.is_conflicted(ANN, CAT, FIRST)
    assert not tied.is_conflicted(CAT, ANN, FIRST)
    assert not tied.is_conflicted(ANN, BEN, FIRST)


def test_a_tie_to_no_employer_is_no_tie_to_people_without_one() -> None:
    assert not school(conflicts=(ConflictPair(reader=ANN),)).is_conflicted(ANN, BEN, FIRST)


@pytest.mark.parametrize(("day", "counts"), [(LAST, True), (AFTER, False)])
def test_a_tie_ends_after_its_last_day(day: date, counts: bool) -> None:
    tied = school(conflicts=(ConflictPair(reader=ANN, about=BEN, until=LAST),))
    assert tied.is_conflicted(ANN, BEN, day) is counts


@pytest.mark.parametrize(("day", "left"), [(LAST, False), (AFTER, True)])
def test_somebody_has_left_after_their_last_day(day: date, left: bool) -> None:
    assert school().has_left(CAT, day) is left


def test_who_is_not_listed_has_not_left() -> None:
    assert not school().has_left(PersonId("ff" * 16), AFTER)


@pytest.mark.parametrize("person", [ANN, BEN, CAT])
def test_an_office_is_a_role_cover_or_people_to_manage(person: PersonId) -> None:
    offices = school(
        appointments=(Appointment(role=Role.HEAD, person_id=BEN, since=AFTER),),
        absences=(Absence(person_id=BEN, since=FIRST, until=LAST, cover=CAT),),
    )
    assert offices.has_office(person)


def test_everybody_else_has_no_office() -> None:
    assert not school(appointments=(Appointment(role=Role.HEAD, person_id=BEN),)).has_office(DAN)


@pytest.mark.parametrize(("person", "name"), [(CAT, "Kit"), (ANN, "Ann")])
def test_a_first_name_is_what_somebody_is_known_as(person: PersonId, name: str) -> None:
    assert school().people[person].first_name == name
