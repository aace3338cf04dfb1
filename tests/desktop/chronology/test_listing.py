# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people: who has anything on record, found by a few letters, in two orders (ux.md R4)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.chronology.kinds import Kind, count_words
from desktop.chronology.listing import People, Sort, people_of, read_people
from desktop.chronology.page import read_page
from desktop.chronology.tags import Mark
from desktop.people import Person, PersonId
from tests.desktop.desks import Desks

TODAY = date(2026, 3, 12)
ANN, BEA, CAL = (PersonId(name) for name in ("ann", "bea", "cal"))
PEOPLE = (
    Person(person_id=ANN, name="Ann Abel", job="Cook"),
    Person(person_id=BEA, name="Béa Brandt", job="Teacher", end=date(2026, 1, 1)),
    Person(person_id=CAL, name="Callum Reid", job="Coach"),
)
MARKS = (
    Mark(person_id=CAL, day=date(2026, 3, 1), kind=Kind.CONCERN),
    Mark(person_id=CAL, day=date(2026, 2, 1), kind=Kind.DECLARATION),
    Mark(person_id=BEA, day=date(2026, 3, 2), kind=Kind.CONCERN),
    Mark(person_id=BEA, day=date(2020, 3, 2), kind=Kind.CONCERN),
)


def people() -> People:
    return people_of(PEOPLE, MARKS, TODAY)


def names(found: People, typed: str = "", sort: Sort = Sort.NAME, *, everyone: bool = False) -> list[str]:
    return [each.person.person_id for each in found.shown(typed, sort, everyone=everyone)]


def test_people_with_nothing_on_record_are_not_listed_unless_asked_for() -> None:
    assert names(people()) == [BEA, CAL]
    assert names(people(), everyone=True) == [ANN, BEA, CAL]


def test_the_most_recent_come_first_when_asked_for() -> None:
    assert names(people(), sort=Sort.RECENT, everyone=True) == [BEA, CAL, ANN]


def test_a_few_letters_find_somebody_without_accents() -> None:
    assert names(people(), "bea b") == [BEA]
    assert names(people(), "coach") == [CAL]


def test_records_older_than_a_year_are_not_counted_but_keep_somebody_listed() -> None:
    bea = people().shown()[0]
    assert (bea.counts, bea.total, bea.has_left) == ({Kind.CONCERN: 1}, 2, True)


def test_counts_are_said_in_words() -> None:
    assert count_words({Kind.DECLARATION: 1, Kind.CONCERN: 2}) == ("2 concerns", "1 declaration")


@given(st.lists(st.builds(Mark, person_id=st.sampled_from([ANN, BEA, CAL]), day=st.dates(date(2024, 1, 1), TODAY),
                          kind=st.sampled_from(Kind))))  # fmt: skip
def test_every_record_is_counted_once(found: list[Mark]) -> None:
    listed = people_of(PEOPLE, found, TODAY).listed
    assert sum(each.total for each in listed) == len(found)


def test_the_list_counts_what_the_page_counts(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.teacher)
    desks.concern(school.ta, school.teacher, when={"certainty": "day", "date": "2024-01-20"})
    desks.concern(school.ta, school.supply)
    session = desks.of(school.dsl)
    session.sync()
    for each in read_people(session).shown():
        page = read_page(session, each.person.person_id)
        assert (each.counts, each.total) == (page.counts, len(page.items))
