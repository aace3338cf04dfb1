# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The board's page: what stands on it, what is done from it by keyboard, and what leaves it on paper (ux.md R7)."""

from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.auditing.deeds import Asked, Deed
from desktop.auditing.reading import read_audit
from desktop.board.board import When
from tests.desktop.desks import Desks
from tests.ui.actions.scenes import WHAT, page_of, set_up
from tests.ui.printing.printers import printer_into
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.actions.page import ActionsPage
from ui.widgets.line_input import LineInput

Key = Qt.Key


def cells(page: ActionsPage, column: int) -> list[str]:
    model = page.rows.table.model()
    return [str(model.index(number, column).data()) for number in range(model.rowCount())]


def shown(desks: Desks, review: Review) -> tuple[Driver, ActionsPage]:
    set_up(desks)
    driver = review(desks.school.dsl)
    return driver, page_of(driver)


def test_everything_open_is_listed_the_most_pressing_first(review: Review, desks: Desks) -> None:
    _, page = shown(desks, review)
    assert cells(page, 0)[0] == "Overdue"
    assert cells(page, 1)[0] == WHAT
    assert {"Decide", "Tell the reporter"} <= set(cells(page, 1))
    assert page.counts.words.startswith("1 overdue, 0 due today, 1 this week")


def test_a_group_and_ones_own_can_be_chosen(review: Review, desks: Desks) -> None:
    _, page = shown(desks, review)
    page.group.set_value(When.OVERDUE.value)
    assert cells(page, 1) == [WHAT]
    page.group.set_value("all")
    page.mine.setChecked(True)
    assert "Decide" not in cells(page, 1)
    page.group.set_value(When.DONE.value)
    assert page.empty.isVisible()


def test_an_action_is_done_by_keyboard_with_what_happened(review: Review, desks: Desks) -> None:
    driver, page = shown(desks, review)
    page.rows.table.setFocus()
    QTest.keyClick(page.rows.table, Key.Key_Home)
    card = page._card
    assert card is not None
    card.finish()
    assert card.happened.error == "Say what happened"
    assert isinstance(card.happened.control, LineInput)
    QTest.keyClicks(card.happened.control, "He walks them to the gate now.")
    card.finish()
    driver.settle()
    assert WHAT not in cells(page, 1)
    page.group.set_value(When.DONE.value)
    assert cells(page, 5) == ["Done, not shown yet"]


def test_enter_opens_the_record_and_back_leads_here(review: Review, desks: Desks) -> None:
    driver, page = shown(desks, review)
    page.rows.table.setFocus()
    QTest.keyClick(page.rows.table, Key.Key_Home)
    QTest.keyClick(page.rows.table, Key.Key_Return)
    driver.settle()
    assert driver.side.record.isVisible()
    driver.side.record.back_asked.emit()
    driver.settle()
    assert page.isVisible()


def test_the_daily_check_is_put_on_record_once(review: Review, desks: Desks) -> None:
    driver, page = shown(desks, review)
    assert page.counts.words.endswith("Today’s check isn’t on record yet.")
    page.check.click()
    driver.settle()
    assert page.counts.words.endswith("Today’s check is on record.")
    assert not page.check.isVisible()


def test_in_privacy_mode_people_are_initials_and_no_words_are_shown(review: Review, desks: Desks) -> None:
    _, page = shown(desks, review)
    page.show_private(private=True)
    assert set(cells(page, 2)) == {"TA"}
    assert WHAT not in cells(page, 1)


def test_todays_list_and_the_digest_are_saved(review: Review, desks: Desks, tmp_path: Path) -> None:
    driver, page = shown(desks, review)
    for name, save in (("list.pdf", page.paper.save_list), ("week.pdf", page.paper.save_digest)):
        save(str(tmp_path / name))
        driver.settle()
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_todays_list_and_the_digest_are_printed_and_that_is_on_record(
    review: Review, desks: Desks, tmp_path: Path
) -> None:
    driver, page = shown(desks, review)
    for name, put in (("list.pdf", page.paper.put_list), ("week.pdf", page.paper.put_digest)):
        put(printer_into(tmp_path / name))
        driver.settle()
        with PdfDocument((tmp_path / name).read_bytes()) as paper:
            assert len(paper) == 1
    deeds = driver.do(lambda: [line.deed for line in read_audit(driver.session, Asked()).lines])
    assert deeds.count(Deed.PRINTED) == 2


def test_with_nothing_open_it_says_so(review: Review, desks: Desks) -> None:
    page = page_of(review(desks.school.dsl))
    assert page.empty.isVisible()
