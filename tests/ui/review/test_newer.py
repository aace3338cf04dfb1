# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record in which a newer Candour recorded something: read, and left as it is (ux.md Y6)."""

from PySide6.QtCore import Qt

from desktop.synced import Alarm
from tests.desktop.cases.test_newer import said_in
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.rows import AT
from tests.ui.review.test_around import click, news
from ui.review.news_banner import message_of
from ui.theme.tokens import Tone

HERE = "Something here was recorded with a newer Candour."


def test_it_is_said_over_the_record_and_nothing_is_offered(review: Review, desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    said_in(desks, case, "wellbeing_check")
    driver = review(desks.school.dsl)
    driver.press(driver.rows, Qt.Key.Key_Return)
    assert HERE in driver.words
    assert not driver.side.inbox.detail._note.isVisible()
    driver.side.inbox.detail.record_asked.emit()
    driver.settle()
    assert HERE in driver.words
    assert "Update Candour on this computer to go on" in driver.words
    assert not driver.side.record.composer.isVisible()


def test_a_school_that_uses_a_newer_candour_is_told_calmly() -> None:
    message = message_of(news(alarms=(Alarm.NEWER_CANDOUR,)), AT)
    assert message is not None
    assert (message.tone, message.lead) == (Tone.WARN, "This school uses a newer Candour.")
    assert message.text == "You can read and send; update to review."


def test_a_clock_that_is_behind_is_told_calmly_after_what_is_serious() -> None:
    message = message_of(news(alarms=(Alarm.CLOCK_BEHIND,)), AT)
    assert message is not None
    assert (message.tone, message.lead) == (Tone.WARN, "This computer’s clock is behind another one.")
    both = message_of(news(alarms=(Alarm.CLOCK_BEHIND, Alarm.OLDER_VAULT)), AT)
    assert both is not None
    assert both.tone is Tone.DANGER


def test_a_clock_that_is_behind_is_not_told_again_to_who_carries_on(review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl)
    asked: list[str] = []
    driver.side.help_page_asked.connect(asked.append)
    driver.side.news.show_news(news(alarms=(Alarm.CLOCK_BEHIND,)), AT)
    assert "This computer’s clock is behind another one." in driver.words
    click(driver.side.news, "How to fix")
    click(driver.side.news, "Carry on")
    driver.side.news.show_news(news(alarms=(Alarm.CLOCK_BEHIND,)), AT)
    assert "This computer’s clock is behind another one." not in driver.words
    assert asked == ["clock"]
