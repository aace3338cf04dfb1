# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Reports page in its states, as the safeguarding lead of the small school sees it."""

from collections.abc import Callable, Mapping

from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.reports.case_file_page import CaseFilePage
from ui.reports.figures_page import FiguresPage
from ui.reports.order_form import OrderForm
from ui.reports.page import ReportsPage
from ui.review.desk_page import Place

Scene = Callable[[Desks, Review], Driver]


def page_of(driver: Driver) -> ReportsPage:
    """The page, gone to."""
    driver.side.go(Place.REPORTS)
    driver.settle()
    page = driver.side.pages.page(Place.REPORTS)
    assert isinstance(page, ReportsPage)
    return page


def case_file_page_of(driver: Driver) -> CaseFilePage:
    """The page behind the card of the case file."""
    page = page_of(driver)
    page.cards.cards["case_file"].click()
    driver.settle()
    behind = page.report("case_file")
    assert isinstance(behind, CaseFilePage)
    return behind


def _cards(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.dsl)
    page_of(driver)
    return driver


def _records(desks: Desks, review: Review) -> Driver:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    case_file_page_of(driver)
    return driver


def _order(desks: Desks, review: Review) -> Driver:
    driver = _records(desks, review)
    choose_first(driver)
    return driver


def choose_first(driver: Driver) -> CaseFilePage:
    """The first record chosen for a case file."""
    page = case_file_page_of(driver)
    page.chooser.table.selectRow(0)
    page.chooser.choose(page.chooser.table.current_id())
    driver.settle()
    return page


def fill_in(order: OrderForm, kind: str = "lado") -> None:
    """Say for whom and why."""
    order.form.views["recipient_kind"].set_value(kind)
    order.form.views["recipient"].set_value("Northmere Council")
    order.form.views["purpose"].set_value("A consultation")


def _no_records(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.dsl)
    case_file_page_of(driver)
    return driver


def figures_page_of(driver: Driver) -> FiguresPage:
    """The page behind the card of the figures."""
    page = page_of(driver)
    page.show_report("figures")
    driver.settle()
    behind = page.report("figures")
    assert isinstance(behind, FiguresPage)
    return behind


def _figures(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.dsl)
    figures_page_of(driver)
    return driver


SCENES: Mapping[str, Scene] = {
    "cards": _cards,
    "figures": _figures,
    "records": _records,
    "no records": _no_records,
    "case file": _order,
}
