# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terms of a school: typed, checked, kept in the directory and read from it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.changing.making import make_change
from desktop.changing.setting import change_settings
from desktop.changing.telling import tell_change
from desktop.changing.terms import check_terms, read_term, write_term
from desktop.clocks import terms
from desktop.faults import DeskFault
from desktop.people import SchoolTerm
from storage.errors import KnownError
from tests.desktop.changing.conftest import Office
from tests.school import NOW, SmallSchool

TODAY = NOW.date()
SPRING = SchoolTerm(first=date(2026, 1, 5), last=date(2026, 3, 27))
SUMMER = SchoolTerm(first=date(2026, 4, 13), last=date(2026, 7, 21))
BOTH = [{"first": "2026-04-13", "last": "2026-07-21"}, {"first": "2026-01-05", "last": "2026-03-27"}]


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_term_that_was_written_is_read_again(first: date, last: date) -> None:
    term = SchoolTerm(first=first, last=last)
    assert read_term(write_term(term), TODAY) == term


@pytest.mark.parametrize("typed", ["2026-01-05 to 2026-03-27", "5/1/2026 – 27/3/2026", "5 Jan 2026 until 27 Mar 2026"])
def test_a_term_is_read_as_people_type_it(typed: str) -> None:
    assert read_term(typed, TODAY) == SPRING


@pytest.mark.parametrize(
    "typed", ["spring", "5 January to 27 March", "5 January 2026", "1/1/2026 to 2/1/2026 to 3/1/2026"]
)
def test_what_could_be_meant_otherwise_is_no_term(typed: str) -> None:
    assert read_term(typed, TODAY) is None


def test_terms_beside_each_other_are_taken() -> None:
    check_terms([SUMMER, SPRING])


@pytest.mark.parametrize(
    "terms_",
    [[SchoolTerm(first=SPRING.last, last=SPRING.first)], [SPRING, SchoolTerm(first=SPRING.last, last=SUMMER.first)]],
)
def test_terms_that_are_reversed_or_share_a_day_are_refused(terms_: list[SchoolTerm]) -> None:
    with pytest.raises(KnownError, match=DeskFault.TERMS_REFUSED):
        check_terms(terms_)


def test_terms_are_read_from_the_directory_in_order(office: Office, small_school: SmallSchool) -> None:
    head = office.of(small_school.head)
    said = change_settings({"terms": BOTH})
    make_change(head, [said], {small_school.chair.person_id: small_school.chair.passphrase})
    assert terms(head.machine.school.settings) == ((SPRING.first, SPRING.last), (SUMMER.first, SUMMER.last))


def test_terms_that_share_a_day_change_nothing(office: Office, small_school: SmallSchool) -> None:
    head = office.of(small_school.head)
    with pytest.raises(KnownError, match=DeskFault.TERMS_REFUSED):
        make_change(head, [change_settings({"terms": [BOTH[0], BOTH[0]]})])
    assert terms(head.machine.school.settings) == ()


def test_a_term_is_told_in_a_sentence(office: Office, small_school: SmallSchool) -> None:
    machine = office.of(small_school.head).machine
    (told, _) = tell_change(change_settings({"terms": BOTH}), machine.school, machine.state)
    assert told == "A term runs from 13 April 2026 to 21 July 2026."
