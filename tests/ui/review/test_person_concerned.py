# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reviewer whom a report is about: for them it is not there, and nothing says that it is (ux.md R2)."""

import pytest
from PySide6.QtCore import Qt

from desktop.phrases import reference
from tests.desktop.desks import Desks
from tests.ui.conftest import Announcement
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver


@pytest.fixture
def case(desks: Desks) -> str:
    return desks.concern(desks.school.ta, desks.school.dsl)


@pytest.fixture
def lead(review: Review, desks: Desks, case: str) -> Driver:
    """The lead's side, in a school where somebody has written about the lead."""
    return review(desks.school.dsl)


def test_finds_no_trace_of_it(lead: Driver) -> None:
    assert "No reports yet." in lead.words
    assert "waiting" not in lead.side.navigation._nav._buttons[0].accessibleName()
    assert "Set aside" not in [button.text() for button in lead.side.navigation._nav._buttons]


def test_finds_it_by_no_search(lead: Driver, desks: Desks, case: str) -> None:
    pane = lead.side.inbox.list_pane
    for typed in (desks.school.dsl.name, "shouted", reference(case)):
        pane.search.setText(typed)
        pane.read()
        lead.settle()
        assert f"Nothing matches “{typed}”." in lead.words


def test_hears_nothing_when_it_comes(review: Review, desks: Desks, announced: list[Announcement]) -> None:
    driver = review(desks.school.dsl)
    told: list[object] = []
    driver.side.something_arrived.connect(lambda: told.append(1))
    desks.concern(desks.school.ta, desks.school.dsl)
    driver.side.refresh()
    driver.settle()
    assert told == []
    assert [each.text for each in announced if "New" in each.text] == []


def test_whoever_reads_it_sees_that_they_do_not(review: Review, desks: Desks, case: str) -> None:
    head = review(desks.school.head)
    head.press(head.rows, Qt.Key.Key_Return)
    page = head.side.inbox.detail.page
    assert page is not None
    assert desks.school.dsl.name not in [line.name for line in page.readers]
