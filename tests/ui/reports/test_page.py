# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Reports page: its cards, the way to what is behind them and back, and a case file that it makes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.cases.acting import EXPORT
from desktop.cases.inbox import SHELVES
from tests.desktop.desks import Desks
from tests.ui.reports.scenes import SCENES, case_file_page_of, choose_first, fill_in, page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.reports.cards import CARDS
from ui.review.desk_page import Place
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme

Key = Qt.Key


@pytest.fixture
def at_work(desks: Desks, review: Review) -> Driver:
    """The safeguarding lead, with one concern."""
    desks.concern(desks.school.ta, desks.school.teacher)
    return review(desks.school.dsl)


def test_its_key_leads_here_and_the_keyboard_is_on_a_card(at_work: Driver) -> None:
    QTest.keyClick(at_work.focus, Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    at_work.settle()
    page = at_work.side.pages.page(Place.REPORTS)
    assert page.isVisible()
    assert at_work.focus is page_of(at_work).cards.cards["case_file"]


def test_each_card_says_who_may_open_the_result() -> None:
    assert all(card.note() for card in CARDS)


def test_a_card_leads_to_its_page_and_the_page_back(at_work: Driver) -> None:
    page = page_of(at_work)
    page.cards.cards["calendar"].click()
    at_work.settle()
    assert page.report("calendar").isVisible()
    QTest.keyClick(at_work.focus, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    at_work.settle()
    assert at_work.focus is page.cards.cards["calendar"]


def test_it_opens_at_a_card_about_a_record(at_work: Driver) -> None:
    (case_id,) = at_work.do(lambda: at_work.session.shelf(SHELVES[0]))
    at_work.side.go(Place.REPORTS, f"case_file:{case_id}")
    at_work.settle()
    assert case_file_page_of(at_work).order is not None


def test_records_are_found_by_a_word(at_work: Driver) -> None:
    page = case_file_page_of(at_work)
    page.chooser.search.setText("nowhere")
    page.chooser.read()
    at_work.settle()
    assert "Nothing on record fits that." in at_work.words


def test_a_file_is_not_made_before_it_is_said_what_for(at_work: Driver) -> None:
    page = choose_first(at_work)
    assert page.order is not None
    page.order.where.click()
    at_work.settle()
    assert "Say who it is for" in at_work.words


def test_a_case_file_is_saved_and_that_is_put_on_record(at_work: Driver, tmp_path: Path) -> None:
    page = choose_first(at_work)
    assert page.order is not None
    case_id = page.order.row.case_id
    fill_in(page.order)
    page.order.protect.choice.set_value("none")
    page.order.save_to(str(tmp_path / "file.pdf"))
    at_work.settle()
    assert (tmp_path / "file.pdf").read_bytes().startswith(b"%PDF")
    assert len(at_work.entries(case_id, EXPORT)) == 1


@pytest.mark.parametrize("scene", SCENES)
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    for size, scale in (((1366, 688), 1.0), ((911, 512), 1.5)):
        driver.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        driver.side.resize(*size)
        driver.settle()
        assert clipped_labels(driver.side.pages.page(Place.REPORTS)) == []
