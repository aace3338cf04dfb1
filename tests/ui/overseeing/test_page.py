# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The chair lands on what came since the last visit, and gets from there to the record, the report and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.governors.issuing import issue
from tests.desktop.desks import Desks
from tests.desktop.governors.test_issuing import made
from tests.ui.overseeing.scenes import SCENES, come_back
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.governors.issued_page import IssuedPage
from ui.overseeing.page import LandingPage
from ui.review.desk_page import Place
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme
from ui.widgets.link_button import LinkButton

Key = Qt.Key


def page_of(driver: Driver) -> LandingPage:
    page = driver.side.pages.page(Place.LANDING)
    assert isinstance(page, LandingPage)
    return page


def test_the_chair_lands_on_what_came_since_and_enter_opens_it(desks: Desks, review: Review) -> None:
    come_back(desks)
    driver = review(desks.school.chair)
    page = page_of(driver)
    assert page.isVisible()
    assert page.heading.words == "Since you were last here, on 12 March 2026"
    assert "What waits for you | A concern about Helen Marsh" in driver.words
    driver.press(driver.focus, Key.Key_Return)
    assert driver.side.record.isVisible()
    driver.press(driver.side.record, Key.Key_Escape)
    assert page.isVisible()


def test_nothing_sent_is_said_with_when_to_look_again(desks: Desks, review: Review) -> None:
    words = review(desks.school.chair).words
    assert "Nothing has been sent to you." in words
    assert "Your access works. You’ll be asked to check again in April." in words


def test_a_report_is_opened_from_here(desks: Desks, review: Review, tmp_path: Path) -> None:
    head = desks.of(desks.school.head)
    first = issue(head, made(head), tmp_path / "one.pdf")
    desks.hands.forward(days=1)
    issue(head, made(head), tmp_path / "two.pdf")
    driver = review(desks.school.chair)
    links = [each for each in page_of(driver).findChildren(LinkButton) if each.text().startswith("Issued on")]
    links[-1].click()
    driver.settle()
    issued = driver.side.pages.page(Place.REPORTS).findChild(IssuedPage)
    assert isinstance(issued, IssuedPage)
    assert issued.which.value() == first.entry


def test_nobody_is_named_in_privacy_mode(desks: Desks, review: Review) -> None:
    come_back(desks)
    driver = review(desks.school.chair)
    page_of(driver).show_private(private=True)
    assert "A concern about Helen Marsh" not in driver.words


def test_the_head_lands_on_the_inbox_and_has_no_such_page(desks: Desks, review: Review) -> None:
    driver = review(desks.school.head)
    assert driver.side.inbox.isVisible()
    assert Place.LANDING not in driver.side.pages


@pytest.mark.parametrize("scene", list(SCENES))
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    for size, scale in (((1366, 688), 1.0), ((911, 512), 1.5)):
        driver.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        driver.side.resize(*size)
        driver.settle()
        assert clipped_labels(page_of(driver)) == []
