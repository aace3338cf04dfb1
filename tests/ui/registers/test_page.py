# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The registers' page: what is in the table, what chooses among it, and what leaves the program."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.people import Role
from desktop.registers.declared import Register
from desktop.registers.views import View
from tests.desktop.desks import Desks
from tests.desktop.registers.offices import appoint
from tests.ui.registers.scenes import SCENES, declare, page_of
from tests.ui.reports.scenes import fill_in
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.registers.page import RegistersPage
from ui.review.desk_page import Place
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme

Key = Qt.Key


def cells(page: RegistersPage) -> list[list[str]]:
    """What stands in the table."""
    if page.table is None or page.table.isHidden():
        return []
    model = page.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def column(page: RegistersPage, number: int) -> list[str]:
    """One column of the table."""
    return [row[number] for row in cells(page)]


@pytest.fixture
def at_registers(desks: Desks, review: Review) -> tuple[Driver, RegistersPage]:
    """The head at the registers."""
    declare(desks)
    driver = review(desks.school.head)
    return driver, page_of(driver)


def test_gifts_stand_with_their_worth_and_state(at_registers: tuple[Driver, RegistersPage]) -> None:
    _, page = at_registers
    assert sorted(row[3:6] for row in cells(page)) == [
        ["Hall & Sons", "£12.50", "Approved"],
        ["Mrs Jones", "£20", "To decide"],
    ]
    assert page.said.words.startswith("2 declarations, as far as you can open them.")
    assert "Offered to people of the school: £32.50 in all." in page.said.words


def test_another_school_year_is_read_when_it_is_chosen(desks: Desks, review: Review) -> None:
    declare(desks)
    desks.hands.forward(days=300)
    desks.of(desks.school.ta).file("gift", {"direction": "offered", "what_happened": "Tea.", "giver": "Mr Vane"})
    driver = review(desks.school.head)
    page = page_of(driver)
    assert column(page, 3) == ["Mr Vane"]
    page.year.set_value("2025")
    driver.settle()
    assert sorted(column(page, 3)) == ["Hall & Sons", "Mrs Jones"]
    page.year.set_value("")
    driver.settle()
    assert len(cells(page)) == 3
    page.tabs.choose(Register.TIES.value)
    driver.settle()
    assert cells(page) == []


def test_words_and_states_choose_rows_and_nothing_that_fits_is_said(at_registers: tuple[Driver, RegistersPage]) -> None:
    driver, page = at_registers
    driver.press(page.search, text="jones")
    assert column(page, 3) == ["Mrs Jones"]
    page.state.set_value("approved")
    assert "Nothing fits what you chose." in driver.words


def test_enter_opens_the_record_and_its_way_back_leads_here(at_registers: tuple[Driver, RegistersPage]) -> None:
    driver, page = at_registers
    assert page.table is not None
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    driver.press(page.table, Key.Key_Return)
    assert driver.side.record.isVisible()
    driver.press(driver.side.record, Key.Key_Escape)
    assert page.isVisible()


def test_a_heading_sorts_by_worth_and_not_by_its_words(at_registers: tuple[Driver, RegistersPage]) -> None:
    _, page = at_registers
    assert page.table is not None
    page.table.sort_asked.emit("worth", False)
    assert column(page, 4) == ["£12.50", "£20"]
    page.table.sort_asked.emit("worth", True)
    assert column(page, 4) == ["£20", "£12.50"]


def test_totals_and_who_has_not_answered_are_shown(at_registers: tuple[Driver, RegistersPage]) -> None:
    _, page = at_registers
    page.views.choose(View.TOTALS.value)
    assert cells(page)[0] == ["2025–26", "2", "£32.50", "0"]
    page.tabs.choose(Register.TIES.value)
    page.views.choose(View.RETURNS.value)
    answers = {row[0]: row[1] for row in cells(page)}
    assert answers["Beth Carver"] == "Has declared something"
    assert answers["Tom Ashby"] == "Nothing to declare"
    assert answers["Helen Marsh"] == "Not answered yet"


def test_names_become_jobs_for_publishing(at_registers: tuple[Driver, RegistersPage]) -> None:
    _, page = at_registers
    page.views.choose(View.PUBLISHED.value)
    assert column(page, 1) == ["Beth Carver"]
    page.jobs.setChecked(True)
    assert column(page, 1) == ["Teaching assistant"]


def test_what_is_shown_is_saved_and_that_is_put_on_record(
    at_registers: tuple[Driver, RegistersPage], tmp_path: Path
) -> None:
    driver, page = at_registers
    driver.press(page.search, text="jones")
    page.save.click()
    assert page.place.order_page is not None
    order = page.place.order_page.order
    fill_in(order)
    order.protect.choice.set_value("none")
    order.save_to(str(tmp_path / "gifts.csv"))
    driver.settle()
    rows = list(csv.reader((tmp_path / "gifts.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row[3] for row in rows[1:]] == ["Mrs Jones"]
    (eid,) = driver.do(lambda: driver.session.of_form("register_export"))
    said = driver.do(lambda: driver.session.case(eid)).entries[0]
    assert (said.text("register"), said.text("recipient_kind")) == ("gifts", "lado")
    assert page.table is not None
    assert page.table.isVisible()


def test_nothing_is_saved_until_it_is_said_for_whom_and_alt_left_leads_back(
    at_registers: tuple[Driver, RegistersPage],
) -> None:
    driver, page = at_registers
    page.save.click()
    assert page.place.order_page is not None
    page.place.order_page.order.choose_place()
    assert "Say who it is for" in driver.words
    driver.side.activateWindow()
    driver.settle()
    QTest.keyClick(driver.focus, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert driver.focus is page.save


def test_what_gifts_add_up_to_is_saved_as_it_stands_there(
    at_registers: tuple[Driver, RegistersPage], tmp_path: Path
) -> None:
    driver, page = at_registers
    page.views.choose(View.TOTALS.value)
    page.save.click()
    assert page.place.order_page is not None
    order = page.place.order_page.order
    fill_in(order)
    order.protect.choice.set_value("none")
    order.save_to(str(tmp_path / "totals.csv"))
    driver.settle()
    rows = list(csv.reader((tmp_path / "totals.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1] == ["2025–26", "2", "32.50", "0"]


def test_privacy_mode_leaves_initials(at_registers: tuple[Driver, RegistersPage]) -> None:
    _, page = at_registers
    page.show_private(private=True)
    assert sorted(column(page, 1)) == ["BC", "TA"]


def test_the_lead_is_shown_no_notices_and_a_line_does_not_open(desks: Desks, review: Review) -> None:
    appoint(desks, Role.BUSINESS_MANAGER, desks.school.teacher)
    desks.of(desks.school.ta).file("gift", {"direction": "offered", "what_happened": "Tea.", "worth": 500})
    driver = review(desks.school.teacher)
    page = page_of(driver)
    assert page._book is not None
    assert Register.NOTICES not in page._book.rows
    assert page.table is not None
    page.table.row_opened.emit(page._book.rows[Register.GIFTS][0].case_id)
    driver.settle()
    assert page.isVisible()
    assert "Of this one you can see no more than this line." in driver.words


def test_its_key_leads_here_and_the_keyboard_is_on_the_page(desks: Desks, review: Review) -> None:
    driver = review(desks.school.head)
    for key in (Key.Key_5, Key.Key_1, Key.Key_5):
        QTest.keyClick(driver.focus, key, Qt.KeyboardModifier.ControlModifier)
        driver.settle()
    page = driver.side.pages.page(Place.REGISTERS)
    assert page.isVisible()
    assert page.isAncestorOf(driver.focus)


@pytest.mark.parametrize("scene", ["rows", "empty", "saving"])
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    for size, scale in (((1366, 688), 1.0), ((911, 512), 1.5)):
        driver.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        driver.side.resize(*size)
        driver.settle()
        assert clipped_labels(driver.side.pages.page(Place.REGISTERS)) == []
