# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two spellings of one person are proposed and never linked by themselves; a link can be refused, and taken back."""

import pytest

from desktop.chronology.likely import Likely
from desktop.chronology.linking import Proposal, deny, link, read_proposals, read_so_far
from desktop.chronology.page import read_page
from desktop.people import Person, PersonId
from tests.desktop.desks import Desks
from tests.school import Member

WORDS = "Mr Tom Ashbey, PE"
PEOPLE = (
    Person(person_id=PersonId("reid"), name="Callum Reid", job="Year 6 teacher", group="Cedar class"),
    Person(person_id=PersonId("coach"), name="Kieran Doyle", job="Sports coach"),
    Person(person_id=PersonId("sam 1"), name="Sam Taylor", job="Teaching assistant"),
    Person(person_id=PersonId("sam 2"), name="Sam Tayler", job="Lunchtime supervisor"),
    Person(person_id=PersonId("obrien"), name="Niamh O’Brien", job="Cook"),
)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Calum Reed", ["reid"]),
        ("Mr Reid, I think", ["reid"]),
        ("Callum, who does football", ["reid"]),
        ("the man who coaches sports on Fridays", ["coach"]),
        ("Niamh O'Brien", ["obrien"]),
        ("Sam", []),
        ("a teacher", []),
        ("A tall man with a van", []),
        ("", []),
    ],
)
def test_whom_words_may_mean(words: str, people: list[str]) -> None:
    assert list(Likely(PEOPLE).of(words)) == people


def test_of_two_people_with_nearly_one_name_both_are_asked_about() -> None:
    assert set(Likely(PEOPLE).of("S. Taylor")) >= {"sam 1"}


def proposals(desks: Desks, by: Member) -> tuple[Proposal, ...]:
    """What is put to somebody."""
    desks.of(by).sync()
    return read_proposals(desks.of(by))


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about the teacher under another spelling."""
    return desks.concern(desks.school.ta, about_description=WORDS, could_be_someone_in_charge="no")


def test_another_spelling_is_proposed_to_who_decides_and_linked_by_nobody(desks: Desks, case: str) -> None:
    school = desks.school
    (found,) = proposals(desks, school.head)
    assert (found.case_id, found.words, found.person.person_id) == (case, WORDS, school.teacher.person_id)
    assert read_page(desks.of(school.head), school.teacher.person_id).items == ()


def test_it_is_not_proposed_to_who_may_not_link_it(desks: Desks, case: str) -> None:
    assert desks.reads(desks.school.dsl, case)
    assert proposals(desks, desks.school.dsl) == ()


def test_what_was_linked_stands_on_the_page_and_is_proposed_no_more(desks: Desks, case: str) -> None:
    school = desks.school
    (found,) = proposals(desks, school.head)
    link(desks.of(school.head), case, found.words, found.person.person_id, "There is only one Tom in PE.")
    assert [item.words for item in read_page(desks.of(school.head), school.teacher.person_id).items] == [WORDS]
    assert proposals(desks, school.head) == ()


def test_what_was_denied_is_proposed_no_more(desks: Desks, case: str) -> None:
    school = desks.school
    proposals(desks, school.head)
    deny(desks.of(school.head), case, WORDS, school.teacher.person_id)
    assert proposals(desks, school.head) == ()


def test_a_link_can_be_taken_back(desks: Desks, case: str) -> None:
    school = desks.school
    proposals(desks, school.head)
    link(desks.of(school.head), case, WORDS, school.teacher.person_id, "He says so.")
    deny(desks.of(school.head), case, WORDS, school.teacher.person_id, "It was his brother.")
    assert read_page(desks.of(school.head), school.teacher.person_id).items == ()


def test_looking_back_shows_a_link_from_the_day_on_which_it_was_made(desks: Desks, case: str) -> None:
    school = desks.school
    proposals(desks, school.head)
    day = desks.candour.machine.today()
    desks.hands.forward(days=3)
    link(desks.of(school.head), case, WORDS, school.teacher.person_id, "He says so.")
    session = desks.of(school.head)
    assert read_page(session, school.teacher.person_id, day).items == ()
    assert len(read_page(session, school.teacher.person_id).items) == 1


def test_what_a_reader_has_read_so_far_is_said(desks: Desks, case: str) -> None:
    school = desks.school
    desks.act(school.dsl, case, "note", {"text": "Asked the office."})
    found = desks.case(school.head, case)
    so_far = read_so_far(desks.of(school.head), found, school.dsl.person_id)
    assert so_far is not None
    assert (so_far.entries, so_far.opened_at) == (2, desks.hands.at.replace(microsecond=0))
    assert read_so_far(desks.of(school.head), found, school.teacher.person_id) is None
