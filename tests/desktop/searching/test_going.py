# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the search leads besides records: to pages by name, and to people about whom this reader may see anything."""

import pytest

from desktop.searching.going import MOST, Destination, pages_like, people_like
from tests.desktop.desks import Desks
from tests.school import Member

PAGES = tuple(
    Destination(place=name.lower(), name=name)
    for name in ("People", "Patterns", "Who has read the code", "Gifts and hospitality", "A case file")
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pat", ["Patterns"]),
        ("code read", ["Who has read the code"]),
        ("HOSP", ["Gifts and hospitality"]),
        ("p", ["People", "Patterns"]),
        ("terns", []),
        ("pat x", []),
        (" ", []),
    ],
)
def test_a_page_is_found_by_how_its_words_begin(typed: str, found: list[str]) -> None:
    assert [page.name for page in pages_like(PAGES, typed)] == found


def test_no_more_pages_than_have_room_are_offered() -> None:
    assert len(pages_like([Destination(place="x", name="Page")] * 9, "pa")) == MOST


def offered(desks: Desks, reader: Member, typed: str) -> list[str]:
    return [each.name for each in people_like(desks.of(reader), "people", typed)]


def test_a_person_is_offered_to_whoever_may_see_something_about_them(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    assert offered(desks, desks.school.dsl, "ashb") == [desks.school.teacher.name]
    assert offered(desks, desks.school.dsl, "tom a") == [desks.school.teacher.name]


def test_nobody_is_offered_of_whom_this_reader_may_see_nothing(desks: Desks) -> None:
    """That a person is offered would tell that something is on record: about the lead, the head alone knows."""
    desks.concern(desks.school.ta, desks.school.dsl)
    desks.sync()
    lead = desks.school.dsl.name.split()[-1]
    assert offered(desks, desks.school.head, lead) == [desks.school.dsl.name]
    assert offered(desks, desks.school.dsl, lead) == []
    assert offered(desks, desks.school.head, desks.school.teacher.name) == []
