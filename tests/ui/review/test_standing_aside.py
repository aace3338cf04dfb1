# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Standing aside from a record in the window: by keyboard, and what stands there afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.founding import publish
from storage.charter import ConflictData
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.review.test_record import act_panel, click, items, opened
from ui.review.inbox_list import Act
from ui.review.more_menu import Doing
from ui.review.todo_panel import TodoPanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(desks: Desks) -> str:
    return desks.concern(desks.school.ta, desks.school.teacher)


def stood_aside(driver: Driver) -> Driver:
    driver.side.record.do(Doing.STAND_ASIDE)
    driver.settle()
    QTest.keyClick(driver.focus, Qt.Key.Key_Return, CTRL)
    driver.settle()
    return driver


def test_the_panel_says_what_the_others_will_see(review: Review, desks: Desks, case: str) -> None:
    driver = opened(review(desks.school.dsl), case)
    driver.side.record.do(Doing.STAND_ASIDE)
    driver.settle()
    assert act_panel(driver).title.words == "Stand aside from this"
    assert "The other readers see that you stand aside, and nothing about why." in driver.words


def test_it_is_recorded_from_the_keyboard_without_a_word(review: Review, desks: Desks, case: str) -> None:
    driver = stood_aside(opened(review(desks.school.dsl), case))
    assert items(driver)[-1].title == "Priya Nair stands aside"
    assert "You stood aside from this record. What you had read stays here, and nothing new comes." in driver.words


def test_nothing_more_can_be_begun_afterwards(review: Review, desks: Desks, case: str) -> None:
    driver = stood_aside(opened(review(desks.school.dsl), case))
    before = driver.side.record.panels.current
    driver.side.record.do(Doing.SHARE)
    driver.settle()
    assert driver.side.record.panels.current is before


def test_who_is_kept_away_is_told_so_and_led_to_stand_aside(review: Review, desks: Desks, case: str) -> None:
    school = desks.school
    desks.sync()
    tie = ConflictData(reader=school.head.person_id, about=school.teacher.person_id)
    signers = tuple(desks.of(each).vault.keys.signing for each in (school.head, school.chair))
    publish(desks.candour.machine, "conflict", tie, signers)
    driver = opened(review(school.head), case)
    assert "the school’s list of readers keeps you away from the person concerned" in driver.words
    driver.side.record.begin_act(Act.DECIDE)
    driver.settle()
    panel = driver.side.record.panels.current
    assert isinstance(panel, TodoPanel)
    click(panel, "Stand aside")
    driver.settle()
    assert act_panel(driver).title.words == "Stand aside from this"


def test_a_tie_that_the_reader_declared_is_named_to_them_alone(review: Review, desks: Desks, case: str) -> None:
    school = desks.school
    said = {"tie": "partner", "state": "current", "other_party": [{"person": school.teacher.person_id}]}
    desks.sync()
    desks.of(school.head).file("relationship", {**said, "since": "2020-01-01"})
    assert "You have declared a tie to somebody whom this is about" in opened(review(school.head), case).words
    assert "declared a tie" not in opened(review(school.dsl), case).words
