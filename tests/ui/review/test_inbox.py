# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inbox over real vaults: what is listed, how it is opened, what arriving changes."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.cases.acting import open_case
from desktop.cases.rows import Shelf
from desktop.faults import DeskFault, KnownError
from tests.desktop.desks import Desks
from tests.ui.conftest import Announcement
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_row import ROW_ROLE

Key = Qt.Key


def titles(driver: Driver) -> list[str]:
    model = driver.rows.model_rows
    for number in range(model.rowCount()):
        model.index(number).data(ROW_ROLE)
    driver.settle()
    return [str(model.index(number).data()) for number in range(model.rowCount())]


@pytest.fixture
def three(desks: Desks) -> list[str]:
    """Three concerns, an hour after each other."""
    school, cases = desks.school, []
    for about in (school.teacher, school.supply, school.deputy):
        cases.append(desks.concern(school.ta, about))
        desks.hands.forward(hours=1)
    return cases


def test_what_is_due_first_stands_first_under_its_heading(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    assert titles(driver) == ["To decide", "Tom Ashby", "Joe Lindqvist", "Rhiannon Pryce"]


def test_compact_rows_are_lower_at_once_and_headings_are_not(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    rows = driver.rows
    before = [rows.visualRect(rows.model_rows.index(row)).height() for row in range(3)]
    driver.theme.choose(msgspec.structs.replace(driver.theme.appearance, compact_rows=True))
    driver.settle()
    lower = [rows.visualRect(rows.model_rows.index(row)).height() for row in range(3)]
    assert [was - now for was, now in zip(before, lower, strict=True)] == [0, 8, 8]


def test_a_child_at_risk_stands_above_all(review: Review, desks: Desks, three: list[str]) -> None:
    desks.concern(desks.school.ta, desks.school.teacher, risk_now="yes")
    driver = review(desks.school.dsl)
    assert titles(driver)[:3] == ["A child may be at risk now", "Tom Ashby", "To decide"]


def test_nothing_at_all_says_that_there_are_no_reports_yet(review: Review, desks: Desks) -> None:
    assert "No reports yet." in review(desks.school.dsl).words


def test_an_empty_shelf_says_what_would_stand_there(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    driver.side.inbox.list_pane._shelves.set_value(Shelf.IN_PROGRESS.value)
    driver.settle()
    assert "Nothing is in progress." in driver.words


def test_records_that_cannot_be_read_say_so_and_can_be_tried_again(
    review: Review, desks: Desks, three: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = review(desks.school.dsl)

    def broken(_shelf: Shelf) -> list[str]:
        raise KnownError(DeskFault.FILE_UNREADABLE)

    monkeypatch.setattr(driver.session, "shelf", broken)
    driver.side.inbox.list_pane.read()
    driver.settle()
    assert "Your records can’t be read." in driver.words
    monkeypatch.undo()
    driver.side.inbox.list_pane._again.click()
    driver.settle()
    assert titles(driver)[1:] == ["Tom Ashby", "Joe Lindqvist", "Rhiannon Pryce"]


def test_the_shelves_say_how_many_stand_on_them(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    shelves = driver.side.inbox.list_pane._shelves
    assert [button.text() for button in shelves.buttons] == ["Needs you 3", "In progress", "Closed"]


def test_the_navigation_counts_what_waits(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    names = [button.accessibleName() for button in driver.side.navigation._nav._buttons]
    assert names[0] == "Inbox, 3 waiting"


class TestOpening:
    def test_resting_on_a_row_opens_it_and_that_is_noted(
        self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]
    ) -> None:
        driver = review(desks.school.dsl)
        side = driver.side
        QTest.keyClick(driver.rows, Key.Key_Down)
        qtbot.waitUntil(lambda: side.inbox.detail.page is not None)
        driver.settle()
        assert side.inbox.detail.page is not None
        assert side.inbox.detail.page.case_id == three[1]
        assert len(driver.entries(three[1], "access")) == 1

    def test_moving_over_rows_opens_none(self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        with qtbot.waitSignal(driver.rows.rested) as rested:
            QTest.keyClick(driver.rows, Key.Key_Down)
            QTest.keyClick(driver.rows, Key.Key_Down)
        driver.settle()
        assert rested.args == [three[2]]
        assert [len(driver.entries(case, "access")) for case in three] == [0, 0, 1]

    def test_nothing_is_opened_by_itself(self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        assert driver.rows.current_id() == three[0]
        with qtbot.assertNotEmitted(driver.rows.rested, wait=400):
            driver.rows.setFocus()
        assert [driver.entries(case, "access") for case in three] == [[], [], []]

    def test_enter_opens_at_once_and_goes_there(self, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Return)
        assert driver.side.inbox.detail.isAncestorOf(driver.focus)
        driver.press(driver.focus, Key.Key_Escape)
        assert driver.focus is driver.rows

    def test_an_open_row_is_no_longer_unread(self, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        titles(driver)
        assert driver.rows.model_rows.row(three[0]).is_unread  # type: ignore[union-attr]  # it is listed
        driver.press(driver.rows, Key.Key_Return)
        titles(driver)
        assert not driver.rows.model_rows.row(three[0]).is_unread  # type: ignore[union-attr]  # as above

    def test_the_same_record_is_not_opened_again_by_looking_again(
        self, review: Review, desks: Desks, three: list[str]
    ) -> None:
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Return)
        driver.press(driver.rows, Key.Key_Return)
        driver.side.refresh()
        driver.settle()
        assert len(driver.entries(three[0], "access")) == 1


class TestArriving:
    def test_keeps_the_row_that_is_chosen_and_opens_nothing(
        self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]
    ) -> None:
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Down)
        qtbot.waitUntil(lambda: driver.side.inbox.detail.page is not None)
        new = desks.concern(desks.school.ta, desks.school.teacher, risk_now="not_sure")
        with qtbot.waitSignal(driver.side.something_arrived):
            driver.side.refresh()
        driver.settle()
        assert titles(driver)[:2] == ["A child may be at risk now", "Tom Ashby"]
        assert driver.rows.current_id() == three[1]
        assert driver.entries(new, "access") == []

    def test_is_told_without_saying_about_whom(
        self, review: Review, desks: Desks, announced: list[Announcement]
    ) -> None:
        driver = review(desks.school.dsl)
        desks.concern(desks.school.ta, desks.school.teacher)
        driver.side.refresh()
        driver.settle()
        said = [each for each in announced if each.text.startswith("New ")]
        assert said == [Announcement("New concern. Decide by 15:12 tomorrow, Friday 13 March.", is_assertive=False)]

    def test_several_are_counted(self, review: Review, desks: Desks, announced: list[Announcement]) -> None:
        driver = review(desks.school.dsl)
        for about in (desks.school.teacher, desks.school.supply):
            desks.concern(desks.school.ta, about)
        driver.side.refresh()
        driver.settle()
        assert "2 new reports." in [each.text for each in announced]

    def test_what_somebody_else_wrote_shows_in_the_open_record(
        self, review: Review, desks: Desks, three: list[str]
    ) -> None:
        driver = review(desks.school.dsl)
        driver.press(driver.rows, Key.Key_Return)
        assert "Helen Marsh hasn’t opened it yet." in driver.words
        desks.sync(desks.school.head)
        open_case(desks.of(desks.school.head), three[0])
        driver.side.refresh()
        driver.settle()
        assert "Helen Marsh opened it at 18:12." in driver.words


class TestSearching:
    def search(self, driver: Driver, typed: str) -> list[str]:
        pane = driver.side.inbox.list_pane
        QTest.keyClick(driver.side, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert pane.search.hasFocus()
        driver.press(pane.search, text=typed)
        pane._typing.stop()
        pane.read()
        driver.settle()
        return titles(driver)

    def test_looks_on_all_shelves_and_says_on_which(self, review: Review, desks: Desks, three: list[str]) -> None:
        assert self.search(review(desks.school.dsl), "lindq") == ["Needs you", "Joe Lindqvist"]

    def test_finds_nothing_and_says_so(self, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        self.search(driver, "nobody")
        assert "Nothing matches “nobody”." in driver.words

    def test_shows_the_nearest_words_and_says_so_until_something_else_is_typed(
        self, review: Review, desks: Desks, three: list[str], announced: list[Announcement]
    ) -> None:
        driver = review(desks.school.dsl)
        assert self.search(driver, "lindkvist") == ["Needs you", "Joe Lindqvist"]
        assert "Nothing says “lindkvist”. Shown: “lindqvist”." in driver.words
        assert [each.text() for each in driver.side.inbox.list_pane.go_to.buttons] == ["Joe Lindqvist"]
        assert [each.text for each in announced if "Shown" in each.text] == [
            "Nothing says “lindkvist”. Shown: “lindqvist”."
        ]
        driver.side.inbox.list_pane.search.clear()
        self.search(driver, "ashby")
        assert "Shown:" not in driver.words

    def test_waits_until_the_typing_pauses(self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        pane = driver.side.inbox.list_pane
        pane.search.setFocus()
        with qtbot.waitSignal(pane.counted):
            QTest.keyClicks(pane.search, "ashby")
        driver.settle()
        assert titles(driver) == ["Needs you", "Tom Ashby"]

    def test_escape_gives_the_shelf_back(self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        self.search(driver, "lindq")
        pane = driver.side.inbox.list_pane
        with qtbot.waitSignal(pane.counted):
            QTest.keyClick(pane.search, Key.Key_Escape)
        driver.settle()
        assert driver.rows.hasFocus()
        assert len(titles(driver)) == 4


class TestLetters:
    def test_jump_to_a_name(self, review: Review, desks: Desks, three: list[str]) -> None:
        driver = review(desks.school.dsl)
        titles(driver)
        QTest.keyClicks(driver.rows, "rh")
        assert driver.rows.current_id() == three[2]

    def test_that_are_part_of_a_name_begin_no_act(
        self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]
    ) -> None:
        driver = review(desks.school.dsl)
        titles(driver)
        with qtbot.assertNotEmitted(driver.rows.act_asked):
            QTest.keyClicks(driver.rows, "rhian")

    def test_jump_to_those_names_too_when_single_keys_are_off(
        self, qtbot: QtBot, review: Review, desks: Desks, three: list[str]
    ) -> None:
        driver = review(desks.school.dsl)
        driver.side.keys._single.setChecked(False)
        with qtbot.assertNotEmitted(driver.rows.act_asked):
            QTest.keyClicks(driver.rows, "dn")


def test_privacy_mode_shows_initials_until_it_is_off_again(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    titles(driver)
    QTest.keyClick(driver.rows, Key.Key_P, both)
    assert titles(driver)[1:] == ["TA", "JL", "RP"]
    QTest.keyClick(driver.rows, Key.Key_P, both)
    assert titles(driver)[1:] == ["Tom Ashby", "Joe Lindqvist", "Rhiannon Pryce"]


def test_a_half_written_note_marks_the_row(review: Review, desks: Desks, three: list[str]) -> None:
    driver = review(desks.school.dsl)
    driver.press(driver.rows, Key.Key_N)
    driver.press(driver.focus, text="Half a")
    driver.press(driver.focus, Key.Key_Escape)
    titles(driver)
    spoken = driver.rows.model_rows.find(three[0]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Draft" in spoken


def test_an_empty_state_is_said_calmly(review: Review, desks: Desks) -> None:
    driver = review(desks.school.dsl)
    assert any(each.isVisible() for each in driver.side.findChildren(EmptyState))
