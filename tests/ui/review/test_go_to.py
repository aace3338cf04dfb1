# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ctrl K goes to people and pages, too."""

import pytest

from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.review.desk_page import Place
from ui.review.go_to import GoTo


@pytest.fixture
def searching(desks: Desks, review: Review) -> tuple[Driver, GoTo]:
    """The safeguarding lead, to whom a concern about the teacher has come."""
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    return driver, driver.side.inbox.list_pane.go_to


def typed(driver: Driver, words: str) -> None:
    pane = driver.side.inbox.list_pane
    pane.search.setText(words)
    pane.read()
    driver.settle()


def test_nothing_is_offered_before_anything_is_typed(searching: tuple[Driver, GoTo]) -> None:
    _, go_to = searching
    assert not go_to.isVisible()


def test_it_goes_to_a_page_by_its_name(searching: tuple[Driver, GoTo]) -> None:
    driver, go_to = searching
    typed(driver, "regi")
    (button,) = go_to.buttons
    button.click()
    driver.settle()
    assert driver.side.pages.page(Place.REGISTERS).isVisible()


def test_it_goes_to_a_report_behind_its_card(searching: tuple[Driver, GoTo]) -> None:
    driver, go_to = searching
    typed(driver, "keeping")
    (button,) = go_to.buttons
    button.click()
    driver.settle()
    assert "Keeping and deleting" in driver.words


def test_it_goes_to_a_person(desks: Desks, searching: tuple[Driver, GoTo]) -> None:
    driver, go_to = searching
    typed(driver, "ashby")
    (button,) = go_to.buttons
    assert button.accessibleName() == f"Go to {desks.school.teacher.name}"
    button.click()
    driver.settle()
    assert driver.side.pages.page(Place.PEOPLE).isVisible()
    assert desks.school.teacher.name in driver.words


def test_it_shows_initials_where_names_are_hidden(searching: tuple[Driver, GoTo]) -> None:
    driver, go_to = searching
    typed(driver, "ashby")
    go_to.show_private(private=True)
    assert [button.accessibleName() for button in go_to.buttons] == ["Go to TA"]


def test_it_goes_with_the_words(searching: tuple[Driver, GoTo]) -> None:
    driver, go_to = searching
    typed(driver, "ashby")
    typed(driver, "")
    assert not go_to.isVisible()
