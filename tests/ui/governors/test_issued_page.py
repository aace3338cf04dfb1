# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reports that were issued can be read again by those who keep them."""

from pathlib import Path

import msgspec

from desktop.governors.issuing import issue, prepare, read_ground
from desktop.governors.periods import offered
from desktop.governors.report import Asked
from desktop.registers.line import REGISTER_EXPORT
from tests.desktop.desks import Desks
from tests.ui.printing.printers import pages_on, printer_into
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import assert_accessible
from ui.governors.issued_page import IssuedPage


def issued_page_of(driver: Driver) -> IssuedPage:
    page = page_of(driver)
    page.cards.cards["issued"].click()
    driver.settle()
    behind = page.report("issued")
    assert isinstance(behind, IssuedPage)
    return behind


def test_the_chair_sees_the_pages_of_the_latest(desks: Desks, review: Review, tmp_path: Path) -> None:
    head = desks.of(desks.school.head)
    ground = read_ground(head)
    asked = Asked(period=offered(ground.today, ground.staff)[0][1])
    typed = msgspec.structs.replace(asked, actions="We trained 40 staff.", seen=frozenset({"We trained 40 staff."}))
    issue(head, prepare(ground, typed), tmp_path)
    chair = desks.of(desks.school.chair)
    chair.sync()
    driver = review(desks.school.chair)
    page = issued_page_of(driver)
    assert page.which.currentText().startswith("Issued on 12 March 2026")
    assert page.preview.place.text() == "Pages 1 and 2 of 3"
    assert "Helen Marsh said of these numbers that they tell nothing of records: 40" in driver.words
    assert_accessible(driver.side)


def test_one_is_printed_again_and_that_is_told_to_those_who_keep_it(
    desks: Desks, review: Review, tmp_path: Path
) -> None:
    head = desks.of(desks.school.head)
    ground = read_ground(head)
    issue(head, prepare(ground, Asked(period=offered(ground.today, ground.staff)[0][1])), tmp_path)
    driver = review(desks.school.chair)
    page = issued_page_of(driver)
    page.print_on(printer_into(tmp_path / "paper.pdf"))
    driver.settle()
    assert pages_on(tmp_path / "paper.pdf") == 3
    (eid,) = driver.do(lambda: driver.session.of_form(REGISTER_EXPORT))
    said = driver.do(lambda: driver.session.case(eid)).entries[0]
    assert (said.text("register"), said.text("protection")) == ("governors_report", "paper")
    desks.sync(desks.school.head)
    assert desks.of(desks.school.head).of_form(REGISTER_EXPORT) == [eid]


def test_before_the_first_there_is_nothing_to_choose(desks: Desks, review: Review) -> None:
    driver = review(desks.school.chair)
    assert not issued_page_of(driver).which.isVisible()
    assert "No report was issued yet." in driver.words
