# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, roles: which deputy comes first, and a reader who is kept from everybody of an employer."""

import msgspec
import pytest

from desktop.changing.change import appointed, listed
from desktop.founding import publish
from desktop.people import Role
from tests.school import NOW, SmallSchool, signing
from tests.ui.settings.conftest import Opened
from ui.tour.hands import Key

TODAY = NOW.date()
AGENCY = "Northmere Supply Ltd"


@pytest.fixture
def two_deputies(small_school: SmallSchool) -> SmallSchool:
    """The small school with the teacher as a second deputy safeguarding lead."""
    candour = small_school.open()
    said = appointed(Role.DEPUTY_DSL, small_school.teacher.person_id, None, None, 1)
    signers = [signing(candour, each) for each in (small_school.head, small_school.chair, small_school.teacher)]
    publish(candour.machine, "role", said, signers)
    return small_school


def test_a_deputy_is_moved_up_and_everybody_concerned_signs(settings: Opened, two_deputies: SmallSchool) -> None:
    stage = settings(two_deputies.head, "roles")
    stage.choose("Move Tom Ashby up")
    stage.choose("Propose this order")
    stage.confirm(two_deputies.head)
    for member in (two_deputies.chair, two_deputies.teacher, two_deputies.deputy):
        if stage.hands.finds(f"{member.name} signs here"):
            stage.choose(f"{member.name} signs here")
            stage.fill("Passphrase", member.passphrase)
            stage.choose("Confirm")
    order = stage.candour.school.holders(Role.DEPUTY_DSL, TODAY)
    assert order == (two_deputies.teacher.person_id, two_deputies.deputy.person_id)


def test_the_order_that_holds_is_not_proposed(settings: Opened, two_deputies: SmallSchool) -> None:
    stage = settings(two_deputies.head, "roles")
    stage.choose("Move Tom Ashby up")
    stage.choose("Move Rhiannon Pryce up")
    assert not stage.hands.finds("Propose this order")


def test_an_order_that_is_not_proposed_yet_stays_when_somebody_looks_elsewhere(
    settings: Opened, two_deputies: SmallSchool
) -> None:
    stage = settings(two_deputies.head, "roles")
    stage.choose("Move Tom Ashby up")
    stage.go("contacts")
    stage.go("roles")
    assert stage.hands.finds("Propose this order")


def test_without_two_of_a_kind_there_is_no_order(settings: Opened, small_school: SmallSchool) -> None:
    assert not settings(small_school.head, "roles").hands.sees("Who comes first")


@pytest.fixture
def with_agency(small_school: SmallSchool) -> SmallSchool:
    """The small school whose supply teacher works for an agency."""
    candour = small_school.open()
    person = candour.school.people[small_school.supply.person_id]
    said = listed(msgspec.structs.replace(person, employer=AGENCY))
    publish(candour.machine, "people", said, [signing(candour, small_school.dsl)])
    return small_school


def test_a_reader_stands_aside_from_everybody_of_an_employer(settings: Opened, with_agency: SmallSchool) -> None:
    stage = settings(with_agency.dsl, "roles")
    stage.fill("Or about anybody of this employer", AGENCY.lower())
    stage.choose("Save")
    assert stage.hands.sees(f"Priya Nair does not read anything about anybody of {AGENCY.lower()}.")
    stage.confirm(with_agency.dsl)
    school, dsl = stage.candour.school, with_agency.dsl.person_id
    assert school.is_conflicted(dsl, with_agency.supply.person_id, TODAY)
    assert not school.is_conflicted(dsl, with_agency.teacher.person_id, TODAY)


@pytest.mark.parametrize(
    ("employer", "person", "said"),
    [
        ("Nobody’s Ltd", "", "Nobody on the staff list works for this employer."),
        (AGENCY, "Tom Ashby", "Choose a person above or write an employer, not both."),
        ("", "", "Choose somebody from the list."),
    ],
)
def test_an_employer_that_cannot_be_meant_is_said(
    settings: Opened, with_agency: SmallSchool, employer: str, person: str, said: str
) -> None:
    stage = settings(with_agency.dsl, "roles")
    if person:
        stage.fill("Reads nothing about", person)
        stage.hands.press(Key.Key_Down, Key.Key_Return)
    stage.fill("Or about anybody of this employer", employer)
    stage.choose("Save")
    assert stage.hands.sees(said)
    assert stage.candour.school.conflicts == ()
