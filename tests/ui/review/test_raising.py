# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Raising a question before acting to a concern, from its record (requirements.md F44)."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.declarations.following import Following
from desktop.phrases import reference
from tests.desktop.advising.questions import ASKED, asked, raised_by_the_head
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import accessible_name
from ui.review.more_menu import Doing
from ui.widgets.link_button import LinkButton


def offered(driver: Driver) -> bool:
    """Whether the menu has it."""
    actions = driver.side.record.head._more._menu.actions()
    return next(action.isVisible() for action in actions if action.data() is Doing.RAISE)


def opened(review: Review, desks: Desks, case: str) -> Driver:
    """The head's side, with the record open."""
    driver = review(desks.school.head)
    driver.side.inbox.open_record(case)
    driver.settle()
    return driver


def test_a_question_is_raised_from_its_menu(desks: Desks, review: Review, qtbot: QtBot) -> None:
    driver = opened(review, desks, asked(desks))
    assert offered(driver)
    with (
        qtbot.waitSignals([driver.side.new_record_asked, driver.side.form_asked], order="strict"),
        qtbot.waitSignal(driver.side.form_asked) as begun,
    ):
        driver.side.record.do(Doing.RAISE)
    (leads_to,) = begun.args or []
    assert isinstance(leads_to, Following)
    assert ASKED in str(leads_to.typed["what_happened"])


def test_nothing_else_is_raised(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.head)
    driver.press(driver.rows, Qt.Key.Key_D)
    assert not offered(driver)


def test_one_leads_to_the_other_and_back(desks: Desks, review: Review) -> None:
    question = asked(desks)
    concern = raised_by_the_head(desks, question)
    driver = opened(review, desks, question)
    for case in (concern, question):
        [link] = [each for each in driver.side.record.findChildren(LinkButton) if _leads_to(each, case)]
        link.click()
        driver.settle()
        assert driver.side.record.page is not None
        assert driver.side.record.page.case_id == case


def _leads_to(link: LinkButton, case: str) -> bool:
    return link.isVisible() and accessible_name(link).endswith(reference(case))


def test_the_question_says_which_concern_came_of_it(desks: Desks, review: Review) -> None:
    question = asked(desks)
    raised_by_the_head(desks, question)
    driver = review(desks.school.head)
    driver.side.inbox._read(question)
    driver.settle()
    assert "Raised to a concern" in driver.words
