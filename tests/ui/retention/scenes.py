# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page “Keeping and deleting” in its states."""

from collections.abc import Callable, Mapping

from desktop.policies.confirming import Confirmed, confirm
from desktop.retention.acting import hold, propose
from desktop.training.acting import record_training
from tests.desktop.desks import Desks
from tests.desktop.retention.records import decided, gone, signed, waited
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.reports.page import ReportsPage
from ui.retention.page import KeepingPage
from ui.review.desk_page import Place

Scene = Callable[[Desks, Review], Driver]
HOLD = {"basis": "court", "reason": "Claim 12/2026, asked for by the school’s solicitor", "until": "2026-09-01"}


def page_of(driver: Driver) -> KeepingPage:
    """The page, gone to from its card."""
    driver.side.go(Place.REPORTS)
    driver.settle()
    page = driver.side.pages.page(Place.REPORTS)
    assert isinstance(page, ReportsPage)
    page.cards.cards["keeping"].click()
    driver.settle()
    behind = page.report("keeping")
    assert isinstance(behind, KeepingPage)
    return behind


def over(desks: Desks) -> str:
    """A record whose time is over."""
    case = decided(desks)
    gone(desks, desks.school.teacher)
    return case


def chosen(driver: Driver) -> KeepingPage:
    """The page, with its first record chosen."""
    page = page_of(driver)
    page.rows.table.selectRow(0)
    driver.settle()
    return page


def _due(desks: Desks, review: Review) -> Driver:
    over(desks)
    driver = review(desks.school.dsl)
    chosen(driver)
    return driver


def _held(desks: Desks, review: Review) -> Driver:
    hold(desks.of(desks.school.head), over(desks), HOLD)
    driver = review(desks.school.dsl)
    chosen(driver)
    return driver


def _to_sign(desks: Desks, review: Review) -> Driver:
    propose(desks.of(desks.school.dsl), over(desks))
    driver = review(desks.school.head)
    chosen(driver)
    return driver


def _destroyed(desks: Desks, review: Review) -> Driver:
    signed(desks, over(desks))
    waited(desks)
    driver = review(desks.school.dsl)
    chosen(driver)
    return driver


def _apart(desks: Desks, review: Review) -> Driver:
    """Training and a confirmation of somebody who left six years ago."""
    school = desks.school
    for on in ("2026-03-02", "2026-03-09"):
        said = {"person": school.teacher.person_id, "course": "safeguarding", "on": on, "refresh": "usual"}
        record_training(desks.of(school.head), said)
    confirm(desks.of(school.teacher), Confirmed(policy="code", version="ab" * 32))
    desks.sync()
    gone(desks, school.teacher)
    desks.hands.forward(days=6 * 366)
    driver = review(school.dsl)
    chosen(driver)
    return driver


def _empty(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.dsl)
    page_of(driver)
    return driver


SCENES: Mapping[str, Scene] = {
    "empty": _empty,
    "due": _due,
    "apart": _apart,
    "held": _held,
    "to sign": _to_sign,
    "destroyed": _destroyed,
}
