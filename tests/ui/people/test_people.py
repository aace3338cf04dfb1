# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people in the window: found, opened and linked by keyboard (ux.md R4)."""

import pytest
from PySide6.QtCore import Qt

from desktop.chronology.linking import Proposal, read_so_far
from tests.desktop.desks import Desks
from tests.ui.people.states import page_of
from tests.ui.review.conftest import Review
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.people.people_page import PeoplePage

Key = Qt.Key
WORDS = "Mr Tom Ashbey, PE"


def names(page: PeoplePage) -> list[str]:
    """The first column of the table."""
    table = page.list.table.model()
    return [table.data(table.index(row, 0)) for row in range(table.rowCount())]


def test_people_with_anything_on_record_are_listed(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    page = page_of(review(desks.school.dsl))
    assert names(page) == [desks.school.teacher.name]


def test_everyone_can_be_shown_and_found_by_a_few_letters(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    page = page_of(driver)
    page.list.everyone.click()
    assert len(names(page)) == len(desks.school.members)
    driver.press(page.list.search, text="oyel")
    assert names(page) == [desks.school.chair.name]


def test_nobody_has_anything_is_said(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    page_of(driver)
    assert "Nobody has anything on record." in driver.words


def test_somebody_is_opened_with_enter_and_left_with_the_link(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    page = page_of(driver)
    page.list.table.selectRow(0)
    driver.press(page.list.table, Key.Key_Return)
    assert desks.school.teacher.name in driver.words
    driver.press(page.desk.head.back, Key.Key_Return)
    assert page.list.isVisible()


def test_privacy_mode_shows_initials(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    page = page_of(driver)
    driver.side.pages.show_private(private=True)
    assert names(page) == ["TA"]


# Two spellings


@pytest.fixture
def proposed(desks: Desks) -> str:
    """A concern about the teacher under another spelling."""
    return desks.concern(desks.school.ta, about_description=WORDS, could_be_someone_in_charge="no")


def test_another_spelling_is_proposed_in_the_design_s_words(desks: Desks, review: Review, proposed: str) -> None:
    driver = review(desks.school.head)
    page_of(driver)
    assert f"‘{WORDS}’ may be {desks.school.teacher.name}." in driver.words
    assert_accessible(driver.side)
    assert clipped_labels(driver.side) == []


def test_linking_asks_how_it_is_known_and_records_it(desks: Desks, review: Review, proposed: str) -> None:
    driver = review(desks.school.head)
    page = page_of(driver)
    card = page.list.proposals
    driver.press(card.link, Key.Key_Return)
    driver.press(card.reason, Key.Key_Return)
    assert "Say how you know" in driver.words
    driver.press(card.reason, text="There is only one Tom in PE.")
    driver.press(card.reason, Key.Key_Return)
    assert [entry.text("reason") for entry in driver.entries(proposed, "identification")] == [
        "There is only one Tom in PE."
    ]
    assert names(page) == [desks.school.teacher.name]
    assert card.isHidden()


def test_not_the_same_is_recorded(desks: Desks, review: Review, proposed: str) -> None:
    driver = review(desks.school.head)
    page = page_of(driver)
    driver.press(page.list.proposals.deny, Key.Key_Return)
    assert len(driver.entries(proposed, "not_them")) == 1
    assert page.list.proposals.isHidden()


def test_what_a_reader_has_read_is_said_before_they_are_linked(desks: Desks, review: Review) -> None:
    school = desks.school
    case = desks.concern(school.ta, about_description="A woman in her thirties", could_be_someone_in_charge="no")
    desks.act(school.dsl, case, "note", {"text": "Asked the office."})
    driver = review(school.head)
    person = driver.candour.school.people[school.dsl.person_id]
    so_far = driver.do(lambda: read_so_far(driver.session, driver.session.case(case), person.person_id))
    card = page_of(driver).list.proposals
    card.show_proposals([Proposal(case_id=case, words="A woman in her thirties", person=person, so_far=so_far)])
    driver.press(card.link, Key.Key_Return)
    said = "Priya Nair can open this record now, and has 2 entries of it, opened first on 12 March 2026."
    assert said in driver.words
