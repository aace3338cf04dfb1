# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that says what may stand in a reference, in its states, as the head of the small school sees it."""

from collections.abc import Callable, Mapping

from tests.desktop.desks import LADO, LOW_LEVEL, THRESHOLD, Desks
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.references.page import ReferencePage

Scene = Callable[[Desks, Review], Driver]
FOUND = {
    "outcomes": ["advice"],
    "reason": "He was told so in writing.",
    "finding": "substantiated",
    "finding_reason": "Two people saw it, and he said so himself.",
    "dbs_considered": "not_needed",
    "tra_considered": "not_needed",
    "person_told": "yes",
    "person_told_on": "2026-03-12",
}


def reference_page_of(driver: Driver, person: str = "") -> ReferencePage:
    """The page behind the card, about somebody."""
    page = page_of(driver)
    page.show_report("reference", person)
    driver.settle()
    behind = page.report("reference")
    assert isinstance(behind, ReferencePage)
    return behind


def ordered(driver: Driver, person: str) -> ReferencePage:
    """The page about somebody, with what a copy of it asks."""
    page = reference_page_of(driver, person)
    assert page.shown is not None
    page.shown.save.click()
    driver.settle()
    return page


def substantiated(desks: Desks) -> str:
    """A concern about the teacher that met the threshold and was substantiated."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", THRESHOLD)
    desks.act(school.dsl, case, "lado_consultation", LADO)
    desks.act(school.head, case, "outcome", FOUND)
    desks.sync()
    return case


def _nobody(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    reference_page_of(driver)
    return driver


def _low_level(desks: Desks, review: Review) -> Driver:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.act(desks.school.head, case, "decision", LOW_LEVEL)
    driver = review(desks.school.head)
    reference_page_of(driver, desks.school.teacher.person_id)
    return driver


def _included(desks: Desks, review: Review) -> Driver:
    substantiated(desks)
    driver = review(desks.school.head)
    reference_page_of(driver, desks.school.teacher.person_id)
    return driver


def _order(desks: Desks, review: Review) -> Driver:
    driver = _included(desks, review)
    ordered(driver, desks.school.teacher.person_id)
    return driver


SCENES: Mapping[str, Scene] = {"nobody": _nobody, "low level": _low_level, "included": _included, "order": _order}
