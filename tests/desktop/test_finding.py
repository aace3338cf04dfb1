# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding people by a few letters."""

import pytest

from desktop.finding import PeopleIndex
from desktop.people import Person, PersonId

NAMES = {"Tom Ashby": "Year 4 teacher", "Ash Ferreira": "Lunchtime supervisor", "Nadia Ashraf": "Governor"}
PEOPLE = [
    *(Person(person_id=PersonId(name), name=name, job=job) for name, job in NAMES.items()),
    Person(person_id=PersonId("Z"), name="Łukasz O’Neill-Brânză", known_as="Luke", job="Caretaker", group="Oak class"),
]


def found(typed: str, *, by_name: bool = False) -> list[str]:
    return [person.name for person in PeopleIndex(PEOPLE, by_name=by_name).find(typed)]


def test_whose_name_begins_so_comes_first() -> None:
    assert found("ash") == ["Ash Ferreira", "Nadia Ashraf", "Tom Ashby"]


@pytest.mark.parametrize("typed", ["LUKASZ", "luke", "o'neill", "oneill branza", "oak", "caretaker"])
def test_accents_capitals_nicknames_jobs_and_classes_match(typed: str) -> None:
    assert found(typed) == ["Łukasz O’Neill-Brânză"]


def test_at_sign_in_jobs_do_not_count() -> None:
    assert found("governor", by_name=True) == []


@pytest.mark.parametrize("typed", ["", "   ", "’", "Zebedee"])
def test_nothing_matches_nothing(typed: str) -> None:
    assert found(typed) == []
