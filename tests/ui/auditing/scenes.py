# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit page, as the head of the small school sees it."""

from desktop.auditing.noting import note_search
from desktop.cases.acting import open_case
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.auditing.page import AuditPage
from ui.review.desk_page import Place


def page_of(driver: Driver) -> AuditPage:
    """The page, gone to."""
    driver.side.go(Place.AUDIT)
    driver.settle()
    page = driver.side.pages.page(Place.AUDIT)
    assert isinstance(page, AuditPage)
    return page


def audited(desks: Desks, review: Review) -> Driver:
    """A concern that the safeguarding lead opened and shared, and a search."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync(school.dsl)
    open_case(desks.of(school.dsl), case)
    desks.hands.forward(minutes=3)
    desks.act(school.dsl, case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
    desks.hands.forward(minutes=3)
    note_search(desks.of(school.dsl))
    desks.hands.forward(minutes=3)
    driver = review(school.head)
    page_of(driver)
    return driver
