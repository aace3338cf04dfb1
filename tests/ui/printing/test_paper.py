# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is printed is what the file would be; it is on record, and lies on no disk but the printer's."""

from pathlib import Path

import pytest

from desktop.cases.acting import ACCESS, EXPORT
from desktop.documents.preview import page_pictures
from desktop.exports.watching import Stopping
from desktop.faults import DeskFault, KnownError
from tests.desktop.desks import Desks
from tests.ui.printing.printers import pages_on, printer_into
from tests.ui.reports.scenes import choose_first, fill_in
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.printing import paper
from ui.printing.paper import print_pages
from ui.reports.case_file_order import CaseFileOrder
from ui.review.records import Refused


@pytest.fixture
def ordering(desks: Desks, review: Review) -> tuple[Driver, CaseFileOrder]:
    """The safeguarding lead, who has said for whom a case file is."""
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    order = choose_first(driver).order
    assert order is not None
    fill_in(order)
    return driver, order


def test_every_page_comes_out_and_it_is_on_record_as_printed_and_as_opened(
    ordering: tuple[Driver, CaseFileOrder], tmp_path: Path
) -> None:
    driver, order = ordering
    case_id, before = order.row.case_id, set(tmp_path.iterdir())
    opened = len(driver.entries(case_id, ACCESS))
    order.print_on(printer_into(tmp_path / "paper.pdf"))
    driver.settle()
    (entry,) = driver.entries(case_id, EXPORT)
    assert (entry.text("protection"), entry.text("formats")) == ("paper", "PDF")
    assert len(driver.entries(case_id, ACCESS)) == opened + 1
    assert pages_on(tmp_path / "paper.pdf") == int(entry.text("pages"))
    assert set(tmp_path.iterdir()) - before == {tmp_path / "paper.pdf"}
    assert f"Printed, {entry.text('pages')} pages. That is on record." in driver.words


def test_nothing_is_printed_until_it_is_said_for_whom(desks: Desks, review: Review) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    order = choose_first(driver).order
    assert order is not None
    order.print.click()
    assert "Say who it is for" in driver.words


def test_without_a_printer_it_says_so(ordering: tuple[Driver, CaseFileOrder], monkeypatch: pytest.MonkeyPatch) -> None:
    driver, order = ordering
    monkeypatch.setattr(paper, "has_printer", lambda: False)
    order.print.click()
    assert "No printer is set up on this computer." in driver.words


def test_a_stop_ends_the_printing_and_says_what_is_on_record(
    ordering: tuple[Driver, CaseFileOrder], tmp_path: Path
) -> None:
    driver, order = ordering
    told: list[Refused] = []
    order.refused.connect(told.append)
    saved = tmp_path / "file.pdf"
    order.protect.choice.set_value("none")
    order.save_to(str(saved))
    driver.settle()
    stopping = Stopping()
    stopping.stop()
    with pytest.raises(KnownError) as raised:
        print_pages(printer_into(tmp_path / "paper.pdf"), saved.read_bytes(), 4, stopping)
    assert raised.value.code is DeskFault.PRINTING_STOPPED


def test_a_page_is_drawn_over_the_whole_sheet(ordering: tuple[Driver, CaseFileOrder], tmp_path: Path) -> None:
    driver, order = ordering
    order.protect.choice.set_value("none")
    order.save_to(str(tmp_path / "file.pdf"))
    driver.settle()
    content = (tmp_path / "file.pdf").read_bytes()
    print_pages(printer_into(tmp_path / "paper.pdf"), content, 4)
    pair = (content, (tmp_path / "paper.pdf").read_bytes())
    here, there = (page_pictures(each, 60)[0].rgb for each in pair)
    different = sum(abs(one - other) > 90 for one, other in zip(here, there, strict=True))
    assert different < len(here) / 20
