# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar of duties: what is due, saying that it was done, and the way there from the board."""

from PySide6.QtCore import Qt

from desktop.duties.calendar import DutyState
from tests.desktop.desks import Desks
from tests.desktop.duties.test_acting import TERM
from tests.ui.actions.scenes import page_of as actions_of
from tests.ui.duties.scenes import SCENES, calendar_page_of, choose, of_a_year
from tests.ui.review.conftest import Review
from ui.reports.page import ReportsPage
from ui.review.desk_page import Place


def test_a_duty_is_said_to_be_done_and_taken_back(desks: Desks, review: Review) -> None:
    driver = of_a_year(desks, review)
    page = calendar_page_of(driver)
    assert page.card is not None
    driver.press(page.card.note, Qt.Key.Key_Return)
    assert page.rows.table.hasFocus()
    assert {line.line_id: line.state for line in page._lines}[f"code {TERM}"] is DutyState.DONE
    choose(driver, f"code {TERM}")
    page.card.take_back()
    driver.settle()
    assert {line.line_id: line.state for line in page._lines}[f"code {TERM}"] is DutyState.OVERDUE


def test_what_is_typed_stays_when_something_comes(desks: Desks, review: Review) -> None:
    driver = of_a_year(desks, review)
    page = calendar_page_of(driver)
    assert page.card is not None
    driver.press(page.rows.table, Qt.Key.Key_Return)
    assert page.card.note.hasFocus()
    driver.press(page.card.note, text="Read out on 2 September")
    page.come_in("")
    driver.settle()
    assert page.card.note.value() == "Read out on 2 September"


def test_what_was_done_says_by_whom_and_what_shows_it(desks: Desks, review: Review) -> None:
    driver = SCENES["done"](desks, review)
    assert "Shown by: All but one, who is away." in driver.words
    card = calendar_page_of(driver).card
    assert card is not None
    assert (card.undo.isVisible(), card.done.isVisible()) == (True, False)


def test_without_terms_it_says_why_nothing_is_due(desks: Desks, review: Review) -> None:
    assert "No terms are set for this school year" in SCENES["none"](desks, review).words


def test_a_duty_on_the_board_leads_to_the_calendar(desks: Desks, review: Review) -> None:
    driver = of_a_year(desks, review)
    driver.side.go(Place.ACTIONS)
    driver.settle()
    page = actions_of(driver)
    page._open_line(f" duty-code {TERM}")
    driver.settle()
    reports = driver.side.pages.page(Place.REPORTS)
    assert isinstance(reports, ReportsPage)
    assert reports.report("calendar").isVisible()


def test_what_the_records_show_stands_with_the_duty_and_leads_there(desks: Desks, review: Review) -> None:
    driver = of_a_year(desks, review)
    card = calendar_page_of(driver).card
    assert card is not None
    assert "0 of 6 have confirmed “Staff code of conduct”." in driver.words
    card.show_me.click()
    driver.settle()
    reports = driver.side.pages.page(Place.REPORTS)
    assert isinstance(reports, ReportsPage)
    assert reports.report("policies").isVisible()
