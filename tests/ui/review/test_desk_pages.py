# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the reviewers' navigation: made when first gone to, told of what comes, heard when they tell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.review import places
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.places import DeskEntry
from ui.review.records import News
from ui.theme.icons import Icon
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton


class Shelf(DeskPage):
    """A page that remembers what it was told."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.told: list[str] = []
        self.setLayout(Column(context.theme, QLabel("A shelf")))

    @override
    def come_in(self, what: str) -> None:
        self.told.append(f"in {what}")

    @override
    def take_news(self, news: News) -> None:
        self.told.append(f"{len(news.arrived)} new")

    @override
    def leave(self) -> None:
        self.told.append("left")

    @override
    def show_private(self, *, private: bool) -> None:
        self.told.append("private" if private else "plain")


@pytest.fixture
def driver(review: Review, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> Driver:
    entries = (DeskEntry(Place.PEOPLE, lambda: "Shelf", Icon.USERS, "Ctrl+9", Shelf, count=lambda _: (3, True)),)
    monkeypatch.setattr(places, "DESK_PAGES", entries)
    desks.concern(desks.school.ta, desks.school.teacher)
    return review(desks.school.dsl)


def shelf(driver: Driver) -> Shelf:
    page = next(iter(driver.side.pages))
    assert isinstance(page, Shelf)
    return page


def test_no_page_is_made_before_it_is_gone_to(driver: Driver) -> None:
    assert list(driver.side.pages) == []


def test_what_waits_there_is_told_at_sign_in_and_by_the_page_itself_from_then_on(driver: Driver) -> None:
    driver.settle()
    assert driver.side.navigation.waiting(Place.PEOPLE) == 3
    driver.side.go(Place.PEOPLE)
    shelf(driver).counted.emit(Place.PEOPLE, 1, False)
    driver.side.pages.count()
    driver.settle()
    assert driver.side.navigation.waiting(Place.PEOPLE) == 1


def test_its_key_leads_there(driver: Driver) -> None:
    QTest.keyClick(driver.focus, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert shelf(driver).isVisible()
    assert shelf(driver).told == ["plain", "in "]


def test_it_is_asked_to_show_what_another_page_points_at(driver: Driver) -> None:
    driver.side.go(Place.PEOPLE, "p1")
    assert shelf(driver).told[-1] == "in p1"


def test_it_hears_of_news_privacy_and_leaving(driver: Driver, desks: Desks) -> None:
    driver.side.go(Place.PEOPLE)
    desks.concern(desks.school.ta, desks.school.teacher)
    driver.side.refresh()
    driver.settle()
    driver.side.turn_privacy()
    driver.side.leave()
    assert shelf(driver).told[-3:] == ["1 new", "private", "left"]


def test_a_record_opened_from_it_leads_back_to_it_by_name(driver: Driver, desks: Desks) -> None:
    driver.side.go(Place.PEOPLE)
    case_id = desks.concern(desks.school.ta, desks.school.teacher)
    driver.side.refresh()
    driver.settle()
    shelf(driver).case_asked.emit(case_id)
    driver.settle()
    assert driver.side.record.isVisible()
    back = driver.side.record.head.findChild(LinkButton)
    assert isinstance(back, LinkButton)
    assert back.text().strip() == "Shelf"
    back.click()
    driver.settle()
    assert shelf(driver).isVisible()


def test_what_waits_there_stands_in_the_navigation(driver: Driver) -> None:
    driver.side.go(Place.PEOPLE)
    shelf(driver).counted.emit(Place.PEOPLE, 3, True)
    assert any("Shelf" in name and "3" in name for name in names(driver))


def names(driver: Driver) -> list[str]:
    return [button.accessibleName() for button in driver.side.navigation._nav._buttons]
