# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A request for somebody's own data among the records: with its own time limit, and the answer as its decision."""

from desktop.access.requests import log_request
from tests.desktop.desks import Desks
from tests.ui.access.scenes import ASKED
from tests.ui.review.conftest import Review
from tests.ui.review.deciding import Key
from ui.review.act_panel import ActPanel


def test_it_says_by_when_and_is_answered_by_its_own_form(review: Review, desks: Desks) -> None:
    case = log_request(desks.of(desks.school.head), desks.school.teacher.person_id, ASKED).case_id
    driver = review(desks.school.head)
    driver.side.inbox.open_record(case)
    driver.settle()
    assert "Tom Ashby" in driver.words
    driver.press(driver.side.record, Key.Key_D)
    panel = driver.side.record.panels.current
    assert isinstance(panel, ActPanel)
    assert "How was the request answered?" in driver.words


def test_the_inbox_says_what_has_to_be_done_by_when(review: Review, desks: Desks) -> None:
    log_request(desks.of(desks.school.dsl), desks.school.teacher.person_id, ASKED)
    driver = review(desks.school.head)
    driver.press(driver.rows, Key.Key_Return)
    assert "Tom Ashby asks for their own data" in driver.words
    assert "Answer the request by the end of Thursday 2 April." in driver.words
