# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar of duties in its states."""

from collections.abc import Callable, Mapping

from desktop.duties.acting import say_done
from tests.desktop.desks import Desks
from tests.desktop.duties.test_acting import TERM, set_terms
from tests.ui.policies.scenes import put_in_force
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.staff.policies import FIRST, version
from ui.duties.page import CalendarPage

Scene = Callable[[Desks, Review], Driver]


def calendar_page_of(driver: Driver) -> CalendarPage:
    """The page behind the card."""
    page = page_of(driver)
    page.show_report("calendar", "")
    driver.settle()
    behind = page.report("calendar")
    assert isinstance(behind, CalendarPage)
    return behind


def choose(driver: Driver, line_id: str) -> CalendarPage:
    """The page, with this duty chosen."""
    page = calendar_page_of(driver)
    page.rows.table.selectRow([line.line_id for line in page._lines].index(line_id))
    driver.settle()
    return page


def _none(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    calendar_page_of(driver)
    return driver


def of_a_year(desks: Desks, review: Review) -> Driver:
    """Terms are set, one policy's review is late, and one duty was done; an overdue one is chosen."""
    set_terms(desks)
    put_in_force(desks, version(FIRST, "October 2025"))
    say_done(desks.of(desks.school.dsl), "guidance", TERM, "All but one, who is away")
    desks.sync()
    driver = review(desks.school.head)
    choose(driver, f"code {TERM}")
    return driver


def _done(desks: Desks, review: Review) -> Driver:
    driver = of_a_year(desks, review)
    choose(driver, f"guidance {TERM}")
    return driver


SCENES: Mapping[str, Scene] = {"none": _none, "year": of_a_year, "done": _done}
