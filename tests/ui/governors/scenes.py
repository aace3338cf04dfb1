# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page for a report to governors in its states, as the head of the small school sees it."""

from collections.abc import Callable, Mapping

from tests.desktop.desks import Desks
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.governors.page import GovernorsPage

Scene = Callable[[Desks, Review], Driver]


def governors_page_of(driver: Driver, card: str = "governors") -> GovernorsPage:
    """The page behind the card, with its file made."""
    page = page_of(driver)
    if page.cards.isVisible():
        page.cards.cards[card].click()
    driver.settle()
    behind = page.report(card)
    assert isinstance(behind, GovernorsPage)
    return behind


def made(driver: Driver) -> GovernorsPage:
    """The page once the file is made of what is typed."""
    page = governors_page_of(driver)
    page.make()
    driver.settle()
    return page


def _some(desks: Desks, review: Review) -> Driver:
    for _ in range(6):
        desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.head)
    governors_page_of(driver)
    return driver


def _none(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    governors_page_of(driver)
    return driver


def _named(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    page = governors_page_of(driver)
    page.options.measures.set_value(f"We thank {desks.school.teacher.name} for this.")
    made(driver)
    return driver


def _numbered(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    governors_page_of(driver).options.commentary.set_value("We trained 40 staff.")
    made(driver)
    return driver


SCENES: Mapping[str, Scene] = {"some": _some, "none": _none, "named": _named, "numbered": _numbered}
