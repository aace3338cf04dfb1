# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order deputies are asked."""

from desktop.changing.deputies import last_place, reordered
from desktop.people import Appointment, PersonId, Role, School

FIRST, SECOND, THIRD = (PersonId(letter * 32) for letter in "abc")
DEPUTY = Role.DEPUTY_DSL


def school(*people: PersonId) -> School:
    held = tuple(Appointment(role=DEPUTY, person_id=person, order=order) for order, person in enumerate(people))
    return School(school_id="", name="", version=1, version_hash="", appointments=held)


def test_only_those_whose_place_changes_are_changed() -> None:
    said = reordered(school(FIRST, SECOND, THIRD), DEPUTY, (SECOND, FIRST, THIRD))
    assert {(each.person, each.order) for each in said} == {(SECOND, 0), (FIRST, 1)}


def test_the_same_order_changes_nothing() -> None:
    assert reordered(school(FIRST, SECOND), DEPUTY, (FIRST, SECOND)) == ()


def test_whoever_comes_into_a_role_stands_behind_the_others() -> None:
    assert last_place(school(FIRST, SECOND), DEPUTY, THIRD) == 2


def test_whoever_holds_it_already_keeps_their_place() -> None:
    assert last_place(school(FIRST, SECOND), DEPUTY, FIRST) == 0


def test_nobody_has_a_place_in_an_office_of_one() -> None:
    held = (Appointment(role=Role.HEAD, person_id=FIRST),)
    head = School(school_id="", name="", version=1, version_hash="", appointments=held)
    assert last_place(head, Role.HEAD, SECOND) == 0


def test_the_first_deputy_stands_first() -> None:
    assert last_place(school(), DEPUTY, FIRST) == 0
