# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may stand in a reference, in the window (requirements.md F41; practice.md R29, R42)."""

from pathlib import Path

import pytest

from desktop.registers.line import REGISTER_EXPORT
from tests.desktop.desks import Desks
from tests.sampling import some
from tests.ui.printing.printers import pages_on, printer_into
from tests.ui.references.scenes import SCENES, ordered, reference_page_of, substantiated
from tests.ui.reports.scenes import fill_in
from tests.ui.review.conftest import Review
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.review.desk_page import Place


def test_what_was_substantiated_is_shown_as_facts_and_its_record_opens(desks: Desks, review: Review) -> None:
    case = substantiated(desks)
    driver = review(desks.school.head)
    page = reference_page_of(driver, desks.school.teacher.person_id)
    assert "Found: Substantiated" in driver.words
    assert page.shown is not None
    page.shown.case_asked.emit(case)
    driver.settle()
    assert driver.side.record.page is not None


def test_what_is_left_out_is_said_by_its_rule(desks: Desks, review: Review) -> None:
    driver = SCENES["low level"](desks, review)
    assert "Nothing on record may stand in a reference about Tom Ashby." in driver.words
    assert "Low-level concerns are not in a reference" in driver.words


def test_the_heads_own_is_refused_to_the_lead(desks: Desks, review: Review) -> None:
    driver = review(desks.school.dsl)
    page = reference_page_of(driver, desks.school.head.person_id)
    assert page.shown is None
    assert "the chair’s to see" in driver.words


def test_nobody_is_shown_who_was_looked_at_before(desks: Desks, review: Review) -> None:
    driver = SCENES["low level"](desks, review)
    page = reference_page_of(driver)
    driver.side.go(Place.PEOPLE)
    driver.settle()
    page.leave()
    assert (page.shown, page.picker.value()) == (None, None)


def test_what_is_shown_is_printed_once_it_is_said_for_whom(desks: Desks, review: Review, tmp_path: Path) -> None:
    driver = SCENES["included"](desks, review)
    page = ordered(driver, desks.school.teacher.person_id)
    order = page.order
    assert order is not None
    order.form.choose_place()
    assert "Say who it is for" in driver.words
    fill_in(order.form)
    order.form.print_on(printer_into(tmp_path / "paper.pdf"))
    driver.settle()
    assert driver.do(lambda: len(driver.session.of_form(REGISTER_EXPORT))) == 1
    assert pages_on(tmp_path / "paper.pdf") == 2
    assert page.order is None
    assert page.shown is not None
    assert driver.focus is page.shown.save


def test_a_copy_that_is_not_wanted_after_all_is_put_away(desks: Desks, review: Review) -> None:
    driver = SCENES["low level"](desks, review)
    page = ordered(driver, desks.school.teacher.person_id)
    order = page.order
    assert order is not None
    order.close_it.click()
    driver.settle()
    assert page.order is None
    assert driver.do(lambda: driver.session.of_form(REGISTER_EXPORT)) == []


@pytest.mark.parametrize("scene", some(((name, name) for name in SCENES), 4))
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    driver.side.resize(911, 512)
    driver.settle()
    assert clipped_labels(driver.side.pages.page(Place.REPORTS)) == []
