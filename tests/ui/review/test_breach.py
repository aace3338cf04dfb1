# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lost data in the head's inbox: with the regulator's time, and without the four questions of a concern."""

from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.deciding import Key, go_on
from ui.review.act_panel import ActPanel

LOST = {
    "what_happened": "My laptop is gone.",
    "noticed": "2026-03-12",
    "noticed_at": {"at": "14:00"},
    "kind": "lost_device",
}


def test_lost_data_says_by_when_the_regulator_has_to_know(review: Review, desks: Desks) -> None:
    case = desks.of(desks.school.ta).file("breach", dict(LOST)).case_id
    driver = review(desks.school.head)
    driver.press(driver.rows, Key.Key_Return)
    assert "Lost or leaked data" in driver.words
    assert "Tell the regulator, or say why not by 14:00 on Sunday 15 March." in driver.words
    assert driver.do(lambda: driver.session.row(case)).decide_by is not None


def test_an_undecided_regulator_is_asked_about_again(review: Review, desks: Desks) -> None:
    case = desks.of(desks.school.ta).file("breach", dict(LOST)).case_id
    driver = review(desks.school.head)
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.press(driver.side.record, Key.Key_D)
    panel = driver.side.record.panels.current
    assert isinstance(panel, ActPanel)
    said = {"risk": "not_known", "outcome": "still_open", "rationale": "We are still looking for it.", "closed": "no"}
    panel.form.filling.typed.update(said)
    go_on(driver)
    assert len(driver.entries(case, "breach_decision")) == 1
    assert driver.do(lambda: driver.session.row(case)).decide_by is not None
    assert "The final decision" in driver.words
