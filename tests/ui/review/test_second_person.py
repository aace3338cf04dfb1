# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A decision that needs a second person, in the window: asked for, given, refused; disagreement; what is left out."""

import pytest
from PySide6.QtCore import Qt

from tests.desktop.desks import LOW_LEVEL, RATIONALE, THRESHOLD, Desks
from tests.school import Member
from tests.ui.review.conftest import Review
from tests.ui.review.deciding import click, go_on, texts
from tests.ui.review.driving import Driver
from ui.review.act_panel import ActPanel
from ui.review.todo_panel import TodoPanel
from ui.widgets.plain_view import PlainView

Key = Qt.Key


@pytest.fixture
def lowered(desks: Desks) -> str:
    """The head decided that it may meet the threshold, and then alone that it does not."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", {**THRESHOLD, "lado_contact": school.head.person_id})
    desks.act(school.head, case, "decision", LOW_LEVEL)
    return case


def todo(review: Review, member: Member, case: str) -> tuple[Driver, TodoPanel]:
    driver = review(member)
    driver.side.inbox.open_record(case)
    driver.settle()
    panel = driver.side.record.panels.current
    assert isinstance(panel, TodoPanel)
    return driver, panel


def test_a_lowering_waits_for_the_other_reader_who_agrees_by_keyboard(
    review: Review, desks: Desks, lowered: str
) -> None:
    driver, panel = todo(review, desks.school.dsl, lowered)
    assert "Needs your agreement" in driver.words
    click(panel, "Agree or not")
    driver.settle()
    asked = driver.side.record.panels.current
    assert isinstance(asked, ActPanel)
    assert RATIONALE in {view.toPlainText() for view in asked.findChildren(PlainView)}
    driver.press(driver.focus, text="y")
    go_on(driver)
    (signed,) = driver.entries(lowered, "sign_off")
    assert signed.text("says") == "agrees"
    decision = driver.do(lambda: driver.session.case(lowered)).decision
    assert decision is not None
    assert decision.text("outcome") == "T3"


def test_its_author_is_told_whose_agreement_it_waits_for(review: Review, desks: Desks, lowered: str) -> None:
    driver, panel = todo(review, desks.school.head, lowered)
    assert "Needs Priya Nair’s agreement." in driver.words
    assert "Agree or not" not in texts(panel)


def test_a_reader_puts_on_record_that_they_disagree(review: Review, desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    driver, panel = todo(review, school.dsl, case)
    click(panel, "I don’t agree with this decision")
    driver.settle()
    driver.press(driver.focus, text="It was the second time in a month.")
    go_on(driver)
    assert len(driver.entries(case, "disagreement")) == 1
    assert "nobody who reads this can be that" in driver.words
    assert "decides next: share the record with them." in driver.words


def test_whoever_decides_leaves_something_out_and_says_why(review: Review, desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    driver, panel = todo(review, school.head, case)
    assert texts(panel).count("Close without it") == 3
    click(panel, "Close without it")
    driver.settle()
    driver.press(driver.focus, text="Nothing came of it, and both have left the school.")
    go_on(driver)
    (signed,) = driver.entries(case, "exception")
    assert signed.text("about") == "outcome"


def test_whoever_does_not_decide_leaves_nothing_out(review: Review, desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    _, panel = todo(review, school.dsl, case)
    assert "Close without it" not in texts(panel)
