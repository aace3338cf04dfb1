# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people: who has anything on record, found by a few letters, in two orders (ux.md R4)."""

import secrets
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.chronology.kinds import Kind, count_words
from desktop.chronology.listing import People, Sort, people_of, read_people
from desktop.chronology.page import read_page
from desktop.chronology.tags import PERSON, OnRecord, on_record
from desktop.people import Person, PersonId
from storage.database import create_database
from storage.slots import KEY_BYTES
from storage.vault import DATABASE, migrate, migrations
from storage.views import View, Views
from tests.desktop.desks import Desks

TODAY = date(2026, 3, 12)
ANN, BEA, CAL = (PersonId(name) for name in ("ann", "bea", "cal"))
PEOPLE = (
    Person(person_id=ANN, name="Ann Abel", job="Cook"),
    Person(person_id=BEA, name="Béa Brandt", job="Teacher", end=date(2026, 1, 1)),
    Person(person_id=CAL, name="Callum Reid", job="Coach"),
)
FOUND = {
    CAL: OnRecord(total=2, newest=date(2026, 3, 1), recent=(Kind.CONCERN, Kind.DECLARATION)),
    BEA: OnRecord(total=2, newest=date(2026, 3, 2), recent=(Kind.CONCERN,)),
}


def people() -> People:
    return people_of(PEOPLE, FOUND, TODAY)


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


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Views]:
    """The rows of a new vault, as no person's."""
    folder = tmp_path_factory.mktemp("views")
    database = create_database(folder / DATABASE, secrets.token_bytes(KEY_BYTES))
    migrate(database, folder, migrations())
    yield Views(database)
    database.close()


MARKS = st.tuples(st.sampled_from([ANN, BEA]), st.dates(date(2024, 1, 1), TODAY), st.sampled_from(Kind))


@settings(max_examples=40, deadline=None)
@given(st.lists(MARKS), st.dates(date(2024, 1, 1), TODAY))
def test_what_is_on_record_is_counted_as_by_hand(
    views: Views, marks: list[tuple[PersonId, date, Kind]], since: date
) -> None:
    views.clear()
    tags = [f"{PERSON}{person} {day} {kind.value}" for person, day, kind in marks]
    views.put(View(f"{number:064x}", "closed", "", b"", (tag,)) for number, tag in enumerate(tags))
    for one in (ANN, BEA, CAL):
        days = [(day, kind) for person, day, kind in marks if person == one]
        recent = sorted((day, kind.value) for day, kind in days if day > since)
        newest = max((day for day, _ in days), default=None)
        told = OnRecord(total=len(days), newest=newest, recent=tuple(Kind(kind) for _, kind in recent))
        assert on_record(views, one, since) == told


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
