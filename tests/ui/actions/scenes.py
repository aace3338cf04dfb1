# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The board's page in its states, as the safeguarding lead of the small school sees it."""

from collections.abc import Callable, Mapping

from tests.desktop.desks import LOW_LEVEL, Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.actions.page import ActionsPage
from ui.review.desk_page import Place

WHAT = "Talk to Tom Ashby about lifts"


def set_up(desks: Desks) -> str:
    """A decided concern with an action of the lead's, overdue by a day, and one that is still to be decided."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.act(school.dsl, case, "action", {"what": WHAT, "owner": school.dsl.person_id, "due": "2026-03-12"})
    desks.hands.forward(days=1)
    desks.concern(school.ta, school.teacher, what_happened="He shouted in the hall.")
    return case


def page_of(driver: Driver) -> ActionsPage:
    """The page, gone to."""
    driver.side.go(Place.ACTIONS)
    driver.settle()
    page = driver.side.pages.page(Place.ACTIONS)
    assert isinstance(page, ActionsPage)
    return page


def _open(desks: Desks, review: Review) -> Driver:
    set_up(desks)
    driver = review(desks.school.dsl)
    page = page_of(driver)
    page.rows.table.selectRow(0)
    driver.settle()
    return driver


def _empty(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.dsl)
    page_of(driver)
    return driver


SCENES: Mapping[str, Callable[[Desks, Review], Driver]] = {"open": _open, "empty": _empty}
