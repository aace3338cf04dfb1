# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A gift, from its place in the inbox to the decision on it, by keys."""

from collections.abc import Mapping

from desktop.cases.inbox import read_rows
from desktop.sent import SentState, sent_by
from tests.desktop.desks import Desks
from tests.school import Member
from tests.ui.review.conftest import Review
from tests.ui.review.deciding import Key, go_on
from tests.ui.review.driving import Driver
from tests.ui.review.rows import AT
from ui.review.act_panel import ActPanel
from ui.review.decision_panel import DecisionPanel
from ui.review.looks import list_row
from ui.review.todo_panel import TodoPanel

GIFT: Mapping[str, object] = {
    "direction": "offered",
    "kind": "gift",
    "what_happened": "A watch from a leaver’s family.",
    "worth": 6_000,
    "giver_type": "parent_or_pupil",
    "giver": "Mrs Jones",
    "did": "accepted",
    "permission": "not_yet",
}


def declared(desks: Desks, **values: object) -> str:
    """The teaching assistant declares a gift. Returns the case."""
    return desks.of(desks.school.ta).file("gift", {**GIFT, **values}).case_id


def opened(review: Review, member: Member, case: str) -> Driver:
    """Somebody's side, with the record open."""
    driver = review(member)
    driver.side.inbox.open_record(case)
    driver.settle()
    return driver


def test_the_row_of_a_gift_says_what_it_is_and_that_it_came_late(review: Review, desks: Desks) -> None:
    case = declared(desks)
    driver = review(desks.school.head)
    [row] = driver.do(lambda: read_rows(driver.session, [case]))
    shown = list_row(row, AT, (), private=False)
    assert [tag.words for tag in shown.tags] == ["Gift", "Declared late"]
    assert (shown.title, shown.line, shown.clock) == ("Beth Carver", "A watch from a leaver’s family.", None)


def test_what_goes_with_a_gift_stands_beside_it(review: Review, desks: Desks) -> None:
    declared(desks, worth=2_550)
    driver = opened(review, desks.school.head, declared(desks))
    driver.press(driver.side.record, Key.Key_D)
    assert "Accepted before anyone at school had said yes." in driver.words
    assert "2 since 1 September 2025, as far as you can open it, this one included: £85.50." in driver.words


def test_the_four_questions_of_a_concern_are_not_asked_about_a_gift(review: Review, desks: Desks) -> None:
    driver = opened(review, desks.school.head, declared(desks))
    assert isinstance(driver.side.record.panels.current, TodoPanel)
    driver.press(driver.side.record, Key.Key_D)
    assert not driver.side.findChildren(DecisionPanel)


def test_the_head_decides_by_keys_and_the_sender_reads_it(review: Review, desks: Desks) -> None:
    case = declared(desks)
    driver = opened(review, desks.school.head, case)
    driver.press(driver.side.record, Key.Key_D)
    driver.press(driver.focus, Key.Key_Space)
    panel = driver.side.record.panels.current
    assert isinstance(panel, ActPanel)
    panel.form.filling.typed["rationale"] = "A kind thought at the end of a long year."
    go_on(driver)
    [decided] = driver.entries(case, "gift_decision")
    assert decided.text("outcome") == "keep"
    session = desks.of(desks.school.ta)
    session.sync()
    [item] = sent_by(session)
    assert (item.state, str(item.verdict)) == (SentState.DECIDED, "approved")
    assert "May keep it" in item.replies[0].words


def test_the_lead_reads_a_gift_and_is_offered_no_decision(review: Review, desks: Desks) -> None:
    driver = opened(review, desks.school.dsl, declared(desks))
    assert "This is for Helen Marsh to decide." in driver.words
    driver.press(driver.side.record, Key.Key_D)
    assert isinstance(driver.side.record.panels.current, TodoPanel)
