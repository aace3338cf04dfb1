# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

import pytest

from desktop.importing.log_columns import LogKind
from desktop.importing.meant import Meanings, Meant
from desktop.people import Person, PersonId

TOM, ANIL, ANITA, JO, JOE = (PersonId(f"{number:032x}") for number in range(1, 6))
PEOPLE = {
    person.person_id: person
    for person in (
        Person(person_id=TOM, name="Tom Ashby", job="Teacher", aliases=("Tom Fisher",)),
        Person(person_id=ANIL, name="Anil Patel", job="Teacher"),
        Person(person_id=ANITA, name="Anita Patel", job="Cook"),
        Person(person_id=JO, name="Jo Lane", job="Teacher"),
        Person(person_id=JOE, name="Jo Lane", job="Cook"),
    )
}
ON = date(2026, 3, 1)


def meant(written: str, *, likely: bool = False, **by_hand: PersonId) -> Meant:
    meanings = Meanings(
        PEOPLE, {name.replace("_", " "): person for name, person in by_hand.items()}, takes_likely=likely
    )
    return meanings.of(LogKind.CONCERNS, {"subject": written}, ON)


@pytest.mark.parametrize("written", ["Tom Ashby", "ASHBY, TOM", "Mr Tom Ashby", "Ashby, Mr. Tom", "Tom Fisher"])
def test_a_name_as_it_is_listed_is_that_person_in_either_order(written: str) -> None:
    assert meant(written) == Meant(person=TOM)


@pytest.mark.parametrize("written", ["Tom Ashbey", "Mr T Ashby", "Ashby"])
def test_a_name_that_is_only_alike_is_proposed_and_not_taken(written: str) -> None:
    assert meant(written) == Meant(perhaps=(TOM,))


def test_a_likely_name_is_taken_where_somebody_said_so() -> None:
    assert meant("Mr T Ashby", likely=True) == Meant(person=TOM)


@pytest.mark.parametrize("written", ["A Patel", "Jo Lane"])
def test_a_name_that_could_be_two_people_is_never_taken(written: str) -> None:
    found = meant(written, likely=True)
    assert (found.person, len(found.perhaps)) == (None, 2)


def test_a_name_is_whom_somebody_said_by_hand() -> None:
    assert meant("JO  LANE", Jo_Lane=JOE) == Meant(person=JOE)


def test_somebody_who_is_not_listed_is_nobody() -> None:
    assert meant("Zebedee Quince") == Meant()


@pytest.mark.parametrize(("direction", "person"), [("received by staff", ANIL), ("given", TOM), ("", ANIL)])
def test_a_gift_is_about_the_adult_at_the_schools_end(direction: str, person: PersonId) -> None:
    cells = {"giver": "Tom Ashby", "recipient": "Anil Patel", "direction": direction}
    assert Meanings(PEOPLE, {}, takes_likely=False).of(LogKind.GIFTS, cells, ON) == Meant(person=person)
