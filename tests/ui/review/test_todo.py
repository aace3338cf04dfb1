# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record still lacks, who brings it, and that it closes by itself."""

from PySide6.QtCore import Qt

from desktop.cases.rows import Shelf
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.ui.review.conftest import Review
from tests.ui.review.deciding import banners, begin, click, go_on, record_low_level
from ui.review.todo_panel import TodoPanel

Key = Qt.Key


class TestWhatIsStillToDo:
    def decided(self, desks: Desks) -> str:
        school = desks.school
        case = desks.concern(school.ta, school.teacher)
        desks.act(school.dsl, case, "triage", LOW_LEVEL)
        desks.sync(school.head)
        desks.act(school.head, case, "decision", LOW_LEVEL)
        return case

    def test_waits_for_whoever_decides(self, review: Review, desks: Desks) -> None:
        school = desks.school
        case = desks.concern(school.ta, school.teacher)
        driver = review(school.dsl)
        begin(driver)
        record_low_level(driver)
        assert "Prepared. Helen Marsh makes the decision." in driver.words
        assert "Recorded. It can’t be changed, but you can add to it." in driver.words
        assert len(driver.entries(case, "triage")) == 1

    def test_is_a_list_with_a_way_to_each(self, review: Review, desks: Desks) -> None:
        self.decided(desks)
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Return)
        driver.side.inbox._ask_record()
        driver.settle()
        for words in ("Low-level concern", "Decided by Helen Marsh", "What came of it", "The reporter told"):
            assert words in driver.words, words

    def test_closes_by_itself_when_nothing_is_missing(self, review: Review, desks: Desks) -> None:
        case = self.decided(desks)
        for kind, values in (
            (
                "outcome",
                {"outcomes": ["none"], "reason": "Once only.", "person_told": "no", "person_told_why_not": "x"},
            ),
            ("feedback", {"channel": "in_person", "words": "Thank you."}),
        ):
            desks.act(desks.school.head, case, kind, values)
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Return)
        driver.side.inbox._ask_record()
        driver.settle()
        panel = driver.side.record.panels.current
        assert isinstance(panel, TodoPanel)
        click(panel, "Record it")
        driver.settle()
        driver.press(driver.focus, text="Say it sooner.")
        go_on(driver)
        assert "Nothing is missing. This record is closed." in banners(driver.side.record)
        assert driver.do(lambda: driver.session.shelf(Shelf.CLOSED)) == [case]

    def test_of_somebody_who_only_sent_it_is_nothing(self, review: Review, desks: Desks) -> None:
        case = desks.concern(desks.school.deputy, desks.school.teacher)
        driver = review(desks.school.deputy)
        driver.side.inbox.open_record(case)
        driver.settle()
        assert "You sent this. Somebody else decides it." in driver.words
        assert not driver.side.record.composer.isVisible()
        driver.press(driver.focus, Key.Key_D, Key.Key_A)
        assert isinstance(driver.side.record.panels.current, TodoPanel)

    def test_a_closed_record_is_still_looked_at_again(self, review: Review, desks: Desks) -> None:
        school = desks.school
        case = desks.concern(school.ta, school.teacher)
        desks.act(school.head, case, "decision", {**LOW_LEVEL, "review_on": "2026-05-04"})
        driver = review(school.dsl)
        driver.press(driver.rows, Key.Key_Return)
        driver.side.inbox._ask_record()
        driver.settle()
        panel = driver.side.record.panels.current
        assert isinstance(panel, TodoPanel)
        assert "Look at it again on Monday 4 May" in driver.words
        click(panel, "Say what you found")
        assert driver.side.record.panels.current is not panel
