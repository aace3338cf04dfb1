# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page for a report to governors: its preview is the file, a name keeps it from being saved, nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit

from desktop.governors.drafting import kept_asked
from desktop.governors.issuing import issued_reports
from tests.desktop.desks import Desks
from tests.sampling import some
from tests.ui.governors.scenes import SCENES, governors_page_of, made
from tests.ui.printing.printers import pages_on, printer_into
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.review.desk_page import Place
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme


@pytest.fixture
def at_work(desks: Desks, review: Review) -> Driver:
    """The head, with six concerns."""
    return SCENES["some"](desks, review)


def test_only_head_and_chair_have_a_card(desks: Desks, review: Review) -> None:
    cards = {
        member.name: [card for card in page_of(review(member)).cards.cards if card in {"governors", "supplement"}]
        for member in (desks.school.head, desks.school.dsl, desks.school.chair)
    }
    assert list(cards.values()) == [["governors"], [], ["supplement"]]


def test_what_is_shown_is_what_is_saved(at_work: Driver, tmp_path: Path) -> None:
    page = governors_page_of(at_work)
    assert page.prepared is not None
    shown = page.prepared.content
    page.save_to(str(tmp_path / "report.pdf"))
    at_work.settle()
    assert (tmp_path / "report.pdf").read_bytes() == shown
    assert len(at_work.do(lambda: issued_reports(at_work.session))) == 1


def test_the_summary_is_drafted_from_the_figures(at_work: Driver) -> None:
    assert governors_page_of(at_work).options.summary.value().startswith("6 concerns were shared")


def test_a_summary_of_ones_own_stays_until_another_is_drafted(at_work: Driver) -> None:
    page = governors_page_of(at_work)
    page.options.summary.set_value("All is well.")
    assert made(at_work).options.summary.value() == "All is well."
    page.options.again.click()
    assert made(at_work).options.summary.value().startswith("6 concerns")


def test_while_somebody_is_named_nothing_is_saved(desks: Desks, review: Review) -> None:
    driver = SCENES["named"](desks, review)
    page = governors_page_of(driver)
    page.save.click()
    driver.settle()
    assert page.prepared is not None
    assert page.prepared.named
    assert not driver.do(lambda: issued_reports(driver.session))


def test_a_name_is_taken_out_by_the_link_of_its_banner(desks: Desks, review: Review) -> None:
    driver = SCENES["named"](desks, review)
    page = governors_page_of(driver)
    page.names.settle.click()
    assert made(driver).prepared is not None
    assert (page.options.measures.value(), page.prepared and page.prepared.named) == ("We thank for this.", ())


def test_show_me_puts_the_keyboard_on_the_name(desks: Desks, review: Review) -> None:
    driver = SCENES["named"](desks, review)
    page = governors_page_of(driver)
    page.names.show_me.click()
    editor = driver.focus
    assert isinstance(editor, QPlainTextEdit)
    assert editor.textCursor().selectedText() == "Tom Ashby"


def test_a_number_that_was_typed_keeps_it_from_being_saved_until_it_is_confirmed(
    at_work: Driver, tmp_path: Path
) -> None:
    page = governors_page_of(at_work)
    page.options.commentary.set_value("We trained 40 staff \U0001f393. Then 41 more.")
    page = made(at_work)
    page.save.click()
    assert "while you have not looked at the numbers" in at_work.words
    page.numbers.settle.click()
    page = made(at_work)
    page.numbers.show_me.click()
    editor = at_work.focus
    assert isinstance(editor, QPlainTextEdit)
    assert editor.textCursor().selectedText() == "41"
    page.numbers.settle.click()
    page = made(at_work)
    assert not page.numbers.isVisible()
    page.save_to(str(tmp_path / "report.pdf"))
    at_work.settle()
    assert (tmp_path / "report.pdf").exists()


def test_it_is_issued_on_paper(at_work: Driver, tmp_path: Path) -> None:
    page = governors_page_of(at_work)
    page.print_on(printer_into(tmp_path / "paper.pdf"))
    at_work.settle()
    (issued,) = at_work.do(lambda: issued_reports(at_work.session))
    assert pages_on(tmp_path / "paper.pdf") == issued.manifest.pages


def test_what_is_typed_is_kept_when_the_page_is_left(desks: Desks, review: Review) -> None:
    driver = SCENES["none"](desks, review)
    governors_page_of(driver).options.commentary.set_value("Much was done.")
    driver.side.leave()
    kept = driver.do(lambda: kept_asked(driver.session))
    assert kept is not None
    assert kept.commentary == "Much was done."


def test_pages_are_turned(at_work: Driver) -> None:
    preview = governors_page_of(at_work).preview
    first = preview.place.text()
    preview.on.click()
    assert (first, preview.place.text(), preview.at) == ("Pages 1 and 2 of 3", "Page 3 of 3", 2)


@pytest.mark.parametrize("scene", some(((scene, scene) for scene in SCENES), 2))
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    for size, scale in (((1366, 688), 1.0), ((911, 512), 1.5)):
        driver.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        driver.side.resize(*size)
        driver.settle()
        assert clipped_labels(driver.side.pages.page(Place.REPORTS)) == []


def test_the_check_stands_in_sight_beside_the_buttons_that_it_blocks(at_work: Driver) -> None:
    page = governors_page_of(at_work)
    at_work.side.resize(1366, 688)
    at_work.settle()
    for widget in (page.names, page.save, page.print):
        corner = widget.mapTo(at_work.side, widget.rect().bottomRight())
        assert at_work.side.rect().contains(corner)


def test_in_a_small_window_it_stands_below_and_takes_no_room_from_what_is_typed(at_work: Driver) -> None:
    page = governors_page_of(at_work)
    at_work.side.resize(911, 512)
    at_work.settle()
    assert page.foot.count() == 0
    assert page.names.mapTo(page, page.names.rect().topLeft()).y() > page.preview.mapTo(page, QPoint()).y()
