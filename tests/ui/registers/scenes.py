# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The registers' page in its states, as the head of the small school sees it."""

from collections.abc import Callable, Mapping

from desktop.registers.views import View
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.registers.page import RegistersPage
from ui.review.desk_page import Place

GIFT: dict[str, object] = {"direction": "offered", "kind": "gift", "what_happened": "Tea.", "giver_type": "supplier"}
TIE: dict[str, object] = {"tie": "former_pupil", "other_name": "R. Quayle", "state": "current"}
REASON = "A kind thought at the end of a long year."


def declare(desks: Desks) -> tuple[str, str]:
    """Two gifts, of which one is decided, a tie and a return of nothing. Returns the cases of the gifts."""
    school = desks.school
    first = desks.of(school.ta).file("gift", {**GIFT, "worth": 1_250, "giver": "Hall & Sons"}).case_id
    desks.of(school.ta).file("relationship", dict(TIE))
    second = desks.of(school.teacher).file("gift", {**GIFT, "worth": 2_000, "giver": "Mrs Jones"}).case_id
    desks.of(school.teacher).file("relationship", {"tie": "none", "nothing_of": ["ties"]})
    desks.act(school.head, first, "gift_decision", {"outcome": "keep", "rationale": REASON})
    desks.leave(school.head)
    return first, second


def page_of(driver: Driver) -> RegistersPage:
    """The page, gone to."""
    driver.side.go(Place.REGISTERS)
    driver.settle()
    page = driver.side.pages.page(Place.REGISTERS)
    assert isinstance(page, RegistersPage)
    return page


def _shown(view: View) -> Callable[[Desks, Review], Driver]:
    def shown(desks: Desks, review: Review) -> Driver:
        declare(desks)
        driver = review(desks.school.head)
        page_of(driver).views.choose(view.value)
        driver.settle()
        return driver

    return shown


def _empty(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    page_of(driver)
    return driver


def _saving(desks: Desks, review: Review) -> Driver:
    driver = _shown(View.ROWS)(desks, review)
    page_of(driver).save.click()
    driver.settle()
    return driver


SCENES: Mapping[str, Callable[[Desks, Review], Driver]] = {
    **{view.value: _shown(view) for view in View},
    "empty": _empty,
    "saving": _saving,
}
