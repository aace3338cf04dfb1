# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reviewer reads what the code says beside a record, as it read when the record was written."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.desktop.desks import LOW_LEVEL, Desks
from tests.desktop.policies.codes import code
from tests.ui.policies.scenes import put_in_force
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.clauses.link import CitedLink
from ui.clauses.panel import ClausePanel
from ui.review.act_panel import Begun
from ui.review.desk_page import Place
from ui.widgets.labels import PlainLabel

OLD = ("Declare each gift above ten pounds.",)
Key = Qt.Key


@pytest.fixture
def reworded(desks: Desks) -> str:
    """A concern about favouritism or gifts, from before the clause on gifts was reworded."""
    put_in_force(desks, code(paragraphs=OLD))
    desks.hands.forward(hours=1)
    case = desks.concern(desks.school.ta, desks.school.teacher, everyday=["favouritism"])
    put_in_force(desks, code("Second edition"))
    return case


def panel(driver: Driver) -> ClausePanel | None:
    """The panel over the page."""
    return next((each for each in driver.side.findChildren(ClausePanel) if each.isVisible()), None)


def told(driver: Driver) -> str:
    """Every word in the panel."""
    shown = panel(driver)
    assert shown is not None
    return "\n".join(label.words for label in shown.findChildren(PlainLabel))


def choose(driver: Driver, within: QWidget) -> CitedLink:
    """Press the link to the code that is in sight there."""
    link = next(each for each in within.findChildren(CitedLink) if each.isVisible())
    link.setFocus()
    driver.press(link, Key.Key_Space)
    return link


def in_inbox(driver: Driver, case: str) -> QWidget:
    driver.rows.choose(case)
    driver.press(driver.rows, Key.Key_Return)
    return driver.side.inbox.detail


def in_story(driver: Driver, case: str) -> QWidget:
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.side.record.timeline.opened.emit(case)
    driver.settle()
    current = driver.side.record.panels.current
    assert current is not None
    return current


@pytest.mark.parametrize("place", [in_inbox, in_story])
def test_an_old_record_shows_the_words_of_its_day_and_says_that_they_were_changed(
    review: Review, desks: Desks, reworded: str, place: Callable[[Driver, str], QWidget]
) -> None:
    driver = review(desks.school.head)
    choose(driver, place(driver, reworded))
    said = told(driver)
    assert "As it read when this was written." in said
    assert said.index(OLD[0]) < said.index("It has been reworded since.") < said.index("Staff code of conduct, Second")


def test_a_decision_on_record_shows_what_its_categories_rest_on(review: Review, desks: Desks, reworded: str) -> None:
    desks.act(desks.school.dsl, reworded, "triage", {**LOW_LEVEL, "categories": ["gift_to_child"]})
    driver = review(desks.school.head)
    driver.side.inbox.open_record(reworded)
    driver.settle()
    [triage] = driver.entries(reworded, "triage")
    driver.side.record.timeline.opened.emit(triage.eid)
    driver.settle()
    current = driver.side.record.panels.current
    assert current is not None
    choose(driver, current)
    assert "About: Gift given to a child\n5.5.4 Gifts" in told(driver)


def test_a_decision_being_written_shows_todays_words_on_the_other_side(review: Review, desks: Desks) -> None:
    put_in_force(desks, code())
    case = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.head)
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.side.record.panels.begin(Begun("advice_answer"))
    driver.settle()
    current = driver.side.record.panels.current
    assert current is not None
    link = choose(driver, current)
    shown = panel(driver)
    assert shown is not None
    assert "Type the number of a clause" in told(driver)
    assert shown.mapToGlobal(shown.rect().topRight()).x() <= link.mapToGlobal(link.rect().topLeft()).x()


def test_its_keys_are_its_own_and_escape_brings_the_keyboard_back(review: Review, desks: Desks, reworded: str) -> None:
    driver = review(desks.school.head)
    link = choose(driver, in_story(driver, reworded))
    driver.press(driver.focus, Key.Key_N)
    assert panel(driver) is not None
    driver.press(driver.focus, Key.Key_Escape)
    assert panel(driver) is None
    assert driver.focus is link
    assert driver.side.record.isVisible()


def test_it_goes_with_the_record_that_it_is_about_and_with_the_page(
    review: Review, desks: Desks, reworded: str
) -> None:
    other = desks.concern(desks.school.ta, desks.school.teacher, everyday=["lift"])
    driver = review(desks.school.head)
    choose(driver, in_inbox(driver, reworded))
    choose(driver, in_inbox(driver, other))
    assert OLD[0] not in told(driver)
    driver.side.go(Place.KEYS)
    driver.settle()
    assert panel(driver) is None
