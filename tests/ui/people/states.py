# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages about people in every state, as somebody comes to them."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from desktop.clocks import london_day
from tests.school import MEMBERS
from tests.ui.review.driving import Driver
from ui.people.people_page import PeoplePage
from ui.review.desk_page import Place


def page_of(driver: Driver) -> PeoplePage:
    """The page of a side, gone to."""
    driver.side.go(Place.PEOPLE)
    driver.settle()
    page = driver.side.pages.page(Place.PEOPLE)
    assert isinstance(page, PeoplePage)
    return page


def people(driver: Driver) -> None:
    page_of(driver)


def person(driver: Driver, who: str = "teacher") -> PeoplePage:
    page = page_of(driver)
    page.show_person(MEMBERS[who].person_id)
    driver.settle()
    return page


def months(driver: Driver) -> None:
    view = person(driver).desk.view
    assert view is not None
    view.strip.switch.click()
    driver.settle()


def note(driver: Driver) -> None:
    person(driver).desk.begin_note()
    driver.settle()


def pdf(driver: Driver) -> None:
    person(driver).desk.begin_pdf()
    driver.settle()


def looking_back(driver: Driver) -> None:
    desk = person(driver).desk
    desk.head.look_back.click()
    desk.head.day.set_value(london_day(driver.clock.now()) - timedelta(days=1))
    desk.head.day.submitted.emit()
    driver.settle()


def nothing(driver: Driver) -> None:
    person(driver, "chair")


STATES: Mapping[str, Callable[[Driver], object]] = {"people": people, "person": person, "person note": note}
"""Those that are tried at every size; the others are more of the same."""

MORE_STATES: Mapping[str, Callable[[Driver], object]] = {
    "person months": months,
    "person pdf": pdf,
    "person looked back at": looking_back,
    "person with nothing": nothing,
}
