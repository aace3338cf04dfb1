# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inbox's filter by category, beside its shelves and its search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.cases.rows import Shelf
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.review.test_inbox import titles
from ui.review.category_filter import CategoryFilter

Key = Qt.Key


@pytest.fixture
def driver(review: Review, desks: Desks) -> Driver:
    """The lead, before whom one concern about touch and two about lifts lie, with the filter open."""
    school = desks.school
    for about, said in ((school.teacher, "touch"), (school.supply, "lift"), (school.deputy, "lift")):
        desks.concern(school.ta, about, everyday=[said])
        desks.hands.forward(hours=1)
    driver = review(school.dsl)
    driver.side.inbox.list_pane.category.button.click()
    driver.settle()
    return driver


def filter_of(driver: Driver) -> CategoryFilter:
    return driver.side.inbox.list_pane.category


def choose(driver: Driver, category: str) -> list[str]:
    filter_of(driver).set_value(category)
    driver.settle()
    return titles(driver)


def test_it_offers_what_records_bear_and_has_the_keyboard(driver: Driver) -> None:
    combo = filter_of(driver)
    assert [combo.itemText(at) for at in range(combo.count())] == ["Every category", "A lift in a car", "Touch"]
    assert combo.hasFocus()


def test_only_what_bears_the_category_is_listed_and_counted(driver: Driver) -> None:
    assert choose(driver, "A lift in a car") == ["To decide", "Joe Lindqvist", "Rhiannon Pryce"]
    assert driver.side.inbox.list_pane._shelves.buttons[0].text() == "Needs you 2"
    assert len(choose(driver, "")) == 4


def test_a_search_looks_among_what_bears_it(driver: Driver) -> None:
    choose(driver, "A lift in a car")
    pane = driver.side.inbox.list_pane
    pane.search.set_value("ashby")
    pane._typing.stop()
    pane.read()
    driver.settle()
    assert "Nothing matches “ashby”." in driver.words
    assert "Only what has the category “A lift in a car” was looked at." in driver.words


def test_a_shelf_without_it_says_so_and_how_to_see_the_rest(driver: Driver) -> None:
    choose(driver, "Touch")
    driver.side.inbox.list_pane._shelves.set_value(Shelf.CLOSED.value)
    driver.settle()
    assert "Nothing here has the category “Touch”." in driver.words
    assert "The funnel shows every category again." in driver.words


def test_closing_it_shows_everything_again(driver: Driver) -> None:
    choose(driver, "Touch")
    driver.press(filter_of(driver).button, Key.Key_Space)
    assert filter_of(driver).isHidden()
    assert len(titles(driver)) == 4


def test_a_category_that_nothing_bears_any_more_stays_chosen(driver: Driver) -> None:
    choose(driver, "Touch")
    filter_of(driver).take(["A lift in a car"])
    assert filter_of(driver).category == "Touch"
    assert filter_of(driver).count() == 3


def test_the_waiting_in_the_navigation_is_not_filtered(driver: Driver) -> None:
    choose(driver, "Touch")
    assert driver.side.inbox.list_pane._inbox is not None
    assert driver.side.inbox.list_pane._inbox.counts[Shelf.NEEDS_YOU] == 3
    QTest.keyClick(driver.side, Key.Key_F5)
    driver.settle()
    assert titles(driver) == ["To decide", "Tom Ashby"]
