# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writing a letter in its states, as the safeguarding lead of the small school sees it."""

from collections.abc import Callable, Mapping

from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.letters.panel import LetterPanel
from ui.review.act_panel import ActPanel
from ui.review.more_menu import Doing


def began(desks: Desks, review: Review, doing: Doing) -> Driver:
    """A record of a concern about the teacher, with this begun beside it."""
    case = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.side.record.do(doing)
    driver.settle()
    return driver


def panel_of(driver: Driver) -> LetterPanel:
    """The panel that stands beside the record."""
    panel = driver.side.record.panels.current
    assert isinstance(panel, LetterPanel)
    return panel


def chosen(driver: Driver, template: str) -> LetterPanel:
    """The panel, with a letter chosen, drafted and looked through."""
    panel = panel_of(driver)
    panel.which.set_value(template)
    driver.settle()
    return panel


def _choosing(desks: Desks, review: Review) -> Driver:
    return began(desks, review, Doing.LETTER)


def _drafted(desks: Desks, review: Review) -> Driver:
    driver = began(desks, review, Doing.LETTER)
    chosen(driver, "lado_referral")
    return driver


def _looked_at(desks: Desks, review: Review) -> Driver:
    driver = _drafted(desks, review)
    panel_of(driver).show_print()
    driver.settle()
    return driver


def _refused(desks: Desks, review: Review) -> Driver:
    driver = began(desks, review, Doing.LETTER)
    chosen(driver, "outcome")
    return driver


def _disclosing(desks: Desks, review: Review) -> Driver:
    driver = began(desks, review, Doing.DISCLOSE)
    assert isinstance(driver.side.record.panels.current, ActPanel)
    return driver


SCENES: Mapping[str, Callable[[Desks, Review], Driver]] = {
    "choosing": _choosing,
    "drafted": _drafted,
    "looked at": _looked_at,
    "refused": _refused,
    "disclosing": _disclosing,
}
