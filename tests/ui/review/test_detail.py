# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The record beside the list: what it says of a report, and what it does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.case_book import CaseBook
from desktop.cases.acting import open_case
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.review.detail_pane import DetailPane
from ui.review.due_banner import DueBanner
from ui.review.limit_view import LimitView
from ui.review.report_view import EarlierRecords
from ui.widgets.button import Button
from ui.widgets.plain_view import PlainView
from ui.widgets.tag import Tag

Key = Qt.Key
TOLD: dict[str, object] = {
    "what_happened": "I was locking the side gate.\n\nTom told a boy to hop in.",
    "when": {"certainty": "day", "date": "2026-03-10"},
    "time": {"band": "after_school"},
    "where": {"words": "Side gate"},
    "child_affected": "yes",
    "children": [{"initials": "L.M.", "year": "4"}],
    "risk_now": "no",
    "name_choice": "give",
    "name_to_person": "no",
}


def opened(driver: Driver) -> DetailPane:
    driver.press(driver.rows, Key.Key_Return)
    return driver.side.inbox.detail


def tags(pane: DetailPane) -> list[str]:
    return [tag.accessibleName() for tag in pane.findChildren(Tag) if tag.isVisible()]


def banners(pane: DetailPane) -> list[str]:
    return [banner.words for banner in pane.findChildren(DueBanner)]


def buttons(pane: DetailPane) -> list[str]:
    return [button.text() for button in pane.findChildren(Button) if button.isVisible() and button.text()]


def test_it_says_who_what_when_where_and_by_when(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher, **TOLD)
    driver = review(desks.school.dsl)
    pane = opened(driver)
    assert tags(pane) == ["To decide", "Concern", "PE and Year 4 teacher"]
    assert banners(pane) == ["Decide by 15:12 tomorrow, Friday 13 March. You have 24 hours."]
    for words in (
        "A concern about Tom Ashby",
        "Tue 10 March, after school",
        "Side gate",
        "One. L.M., Year 4",
        "What Beth Carver wrote",
        "Sent by Beth Carver, teaching assistant",
        "Name Not to be shared with Tom",
        "Helen Marsh hasn’t opened it yet.",
    ):
        assert words in driver.words, words


def test_the_words_stand_there_as_they_were_written(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher, **TOLD)
    pane = opened(review(desks.school.dsl))
    view = pane.findChildren(PlainView)[0]
    assert (view.toPlainText(), view.accessibleName()) == (TOLD["what_happened"], "What Beth Carver wrote")


def test_an_anonymous_report_shows_its_day_and_no_time(review: Review, desks: Desks) -> None:
    values = {**TOLD, "about": desks.school.teacher.person_id, "name_choice": "leave_off", "name_to_person": None}
    desks.candour.file_walk_up("concern", {name: value for name, value in values.items() if value})
    driver = review(desks.school.dsl)
    pane = opened(driver)
    assert "Sent today" in driver.words
    assert "Sent without a name. Only the day is known." in driver.words
    assert "What the reporter wrote" in driver.words
    assert banners(pane) == ["Decide by the end of tomorrow, Friday 13 March. You have 32 hours."]
    assert "15:12" not in driver.words.replace("Checked at 15:12", "")


def test_a_name_that_nobody_has_checked_is_said_to_be_so(review: Review, desks: Desks) -> None:
    values = {**TOLD, "about": desks.school.teacher.person_id, "your_name": "Jo Bloggs"}
    desks.candour.file_walk_up("concern", values)
    driver = review(desks.school.dsl)
    opened(driver)
    assert "Says they are Jo Bloggs. Not checked." in driver.words


def test_what_is_overdue_says_by_how_much(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.hands.forward(hours=27)
    pane = opened(review(desks.school.dsl))
    assert tags(pane)[0] == "Overdue"
    assert banners(pane) == ["This was due by 15:12 today, Friday 13 March. Overdue by 3 h."]


def test_a_clock_goes_on_while_it_is_looked_at(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    pane = opened(review(desks.school.dsl))
    desks.hands.forward(hours=23)
    banner = pane.findChildren(DueBanner)[0]
    banner.go_on()
    assert banner.words.endswith("You have 1 hour.")


def test_closed_days_stand_beside_the_clock(review: Review, desks: Desks) -> None:
    desks.hands.forward(days=1)
    desks.concern(desks.school.ta, desks.school.teacher)
    pane = opened(review(desks.school.dsl))
    first, rest = banners(pane)[0].split(" hours. ")
    assert first == "Decide by 15:12 tomorrow, Saturday 14 March. You have 24"
    assert rest == "School is closed then: tell Helen Marsh today if you’ll need longer."


def test_where_a_limit_comes_from_stands_behind_a_link(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    limit = opened(review(desks.school.dsl)).findChildren(LimitView)[0]
    assert (limit.link.text(), limit.words) == ("Where this limit comes from", [])
    limit.link.click()
    assert limit.words[0].startswith(
        "24 hours, until 15:12 on Friday 13 March 2026. Project SAFE, management oversight"
    )
    limit.link.click()
    assert limit.words == []


class TestEarlierRecords:
    @pytest.fixture
    def earlier(self, desks: Desks) -> str:
        case = desks.concern(desks.school.ta, desks.school.teacher, what_happened="He shouted in the hall.")
        desks.hands.forward(days=1)
        desks.concern(desks.school.ta, desks.school.teacher, **TOLD)
        return case

    def open_last(self, driver: Driver) -> DetailPane:
        driver.press(driver.rows, Key.Key_End)
        return opened(driver)

    def test_are_listed_with_what_became_of_them(self, review: Review, desks: Desks, earlier: str) -> None:
        pane = self.open_last(review(desks.school.dsl))
        assert "1 earlier record" in tags(pane)
        table = pane.findChildren(EarlierRecords)[0].table
        said = [str(table.model().index(0, column).data()) for column in range(3)]
        assert said == ["Yesterday", "He shouted in the hall.", "Not opened yet"]

    def test_open_in_full_with_the_keyboard(self, review: Review, desks: Desks, earlier: str) -> None:
        driver = review(desks.school.dsl)
        table = self.open_last(driver).findChildren(EarlierRecords)[0].table
        table.setFocus()
        driver.press(table, Key.Key_Down, Key.Key_Return)
        page = driver.side.record.page
        assert page is not None
        assert page.case_id == earlier
        assert len(driver.entries(earlier, "access")) == 1

    def test_that_there_are_none_is_said(self, review: Review, desks: Desks) -> None:
        desks.concern(desks.school.ta, desks.school.supply)
        driver = review(desks.school.dsl)
        opened(driver)
        assert "No earlier records about Joe Lindqvist that you can open." in driver.words


def test_who_opened_it_when_is_said(review: Review, desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(desks.school.head)
    open_case(desks.of(desks.school.head), case)
    desks.hands.forward(hours=1)
    driver = review(desks.school.dsl)
    opened(driver)
    assert "Helen Marsh opened it at 15:12." in driver.words


def test_what_is_odd_about_it_is_said_in_words(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.hands.forward(days=9)
    driver = review(desks.school.dsl)
    opened(driver)
    assert "It arrived more than a week after the time that it gives." in driver.words


def test_the_buttons_are_those_that_fit_the_record(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    pane = opened(review(desks.school.dsl))
    assert buttons(pane) == ["Start the decision", "Add a note", "Ask Beth a question"]


def test_nobody_asks_themselves_a_question(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.dsl, desks.school.teacher)
    desks.leave(desks.school.dsl)
    pane = opened(review(desks.school.dsl))
    assert buttons(pane) == ["Start the decision", "Add a note"]


def test_a_remark_that_has_no_room_is_not_cut(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    bar = opened(review(desks.school.dsl))._bar
    assert bar.remark.isVisible()
    bar.resize(bar.width() - 60, bar.height())
    assert not bar.remark.isVisible()


def test_a_narrow_bar_leaves_out_the_last_button_and_keeps_the_first(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl, width=1366)
    pane = opened(driver)
    pane._bar.resize(370, pane._bar.height())
    assert buttons(pane) == ["Start the decision", "Add a note"]


def test_a_redirect_is_noted_and_nothing_else(review: Review, desks: Desks) -> None:
    desks.candour.note_redirect()
    driver = review(desks.school.dsl)
    pane = opened(driver)
    assert "Somebody with a worry about a child" in driver.words
    assert "Nothing that they typed was kept." in driver.words
    assert (banners(pane), tags(pane)) == ([], ["To note", "Shown another way"])


def test_a_record_that_has_gone_says_so(review: Review, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    monkeypatch.setattr(CaseBook, "read", lambda _book, _case: [])
    opened(driver)
    assert "Candour" in driver.words or "reference" in driver.words
    assert driver.side.inbox.detail.page is None


@pytest.mark.parametrize("key", [Key.Key_D, Key.Key_N, Key.Key_A, Key.Key_Q])
def test_single_keys_begin_their_act_beside_the_list(review: Review, desks: Desks, key: Key) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    opened(driver)
    driver.press(driver.focus, key)
    assert driver.side.record.isVisible()


def test_single_keys_begin_nothing_when_they_are_off(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    opened(driver)
    driver.side.keys._single.setChecked(False)
    driver.press(driver.focus, Key.Key_D)
    assert not driver.side.record.isVisible()


def test_ctrl_p_asks_what_the_copy_is_for(review: Review, desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    opened(driver)
    QTest.keyClick(driver.focus, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    assert "Save a case file" in driver.words
