# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying who somebody unlisted is, from the record itself, and taking it back (ux.md R4)."""

from PySide6.QtCore import Qt

from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.review.act_panel import ActPanel
from ui.review.more_menu import Doing

WORDS = "A tall man with a van"


def panel(driver: Driver) -> ActPanel:
    """The panel that the menu begins."""
    driver.side.record.do(Doing.IDENTIFY)
    driver.settle()
    found = driver.side.record.panels.current
    assert isinstance(found, ActPanel)
    return found


def offered(driver: Driver) -> bool:
    """Whether the menu has it."""
    actions = driver.side.record.head._more._menu.actions()
    return next(action.isVisible() for action in actions if action.data() is Doing.IDENTIFY)


def test_it_is_offered_only_where_somebody_was_described(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.head)
    driver.press(driver.rows, Qt.Key.Key_D)
    assert not offered(driver)


def test_who_it_is_is_recorded_and_can_be_taken_back(desks: Desks, review: Review) -> None:
    school = desks.school
    case = desks.concern(school.ta, about_description=WORDS, could_be_someone_in_charge="no")
    driver = review(school.head)
    driver.press(driver.rows, Qt.Key.Key_D)
    assert offered(driver)
    linking = panel(driver)
    linking.form.filling.typed |= {"person": school.teacher.person_id, "reason": "He told me."}
    linking._save.click()
    driver.settle()
    assert [entry.text("described") for entry in driver.entries(case, "identification")] == [WORDS]
    taking_back = panel(driver)
    assert taking_back.title.words == "Who is it not?"
    taking_back._save.click()
    driver.settle()
    assert len(driver.entries(case, "not_them")) == 1
