# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit page: what its lines say, what chooses among them, and what leaves the program."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.auditing.deeds import Deed
from tests.desktop.desks import Desks
from tests.ui.auditing.scenes import audited, page_of
from tests.ui.reports.scenes import fill_in
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.review.test_around import news
from tests.ui.walkers import assert_accessible
from ui.auditing.page import AuditPage
from ui.review.news_banner import message_of
from ui.theme.tokens import Tone
from ui.widgets.labels import PlainLabel


@pytest.fixture
def at_audit(desks: Desks, review: Review) -> tuple[Driver, AuditPage]:
    driver = audited(desks, review)
    return driver, page_of(driver)


def said(page: AuditPage) -> list[str]:
    """The sentences in the table, without their references."""
    model = page.table.model()
    words = (str(model.index(row, 1).data()) for row in range(model.rowCount()))
    return [" ".join(sentence.split()[:4]) for sentence in words]


def test_it_tells_who_did_what_the_latest_first(at_audit: tuple[Driver, AuditPage]) -> None:
    _, page = at_audit
    assert said(page) == ["Priya Nair searched their", "Priya Nair let Martin", said(page)[2]]
    assert said(page)[2].startswith("Priya Nair opened")
    assert page.said.words == "3 lines"


def test_it_is_chosen_by_what_was_done(at_audit: tuple[Driver, AuditPage]) -> None:
    driver, page = at_audit
    page.deed.set_value(Deed.SHARED.value)
    driver.settle()
    assert said(page) == ["Priya Nair let Martin"]
    page.deed.set_value(Deed.PRINTED.value)
    driver.settle()
    assert said(page) == []


def test_all_entries_are_checked_on_request(at_audit: tuple[Driver, AuditPage]) -> None:
    driver, page = at_audit
    page.check.click()
    driver.settle()
    assert page.found.isVisible()
    (words,) = (label.words for label in page.found.findChildren(PlainLabel) if "intact" in label.words)
    assert words.endswith("entries are intact. Checked at 15:21.")


def test_what_is_shown_is_saved_and_that_is_told(at_audit: tuple[Driver, AuditPage], tmp_path: Path) -> None:
    driver, page = at_audit
    page.save.click()
    assert page.place.order_page is not None
    order = page.place.order_page.order
    fill_in(order)
    order.protect.choice.set_value("none")
    order.save_to(str(tmp_path / "audit.csv"))
    driver.settle()
    assert (tmp_path / "audit.csv").read_text(encoding="utf-8-sig").count("\n") == 4
    assert said(page)[0] == "Helen Marsh made a"


def test_a_line_leads_to_its_record(at_audit: tuple[Driver, AuditPage]) -> None:
    driver, page = at_audit
    page.table.row_opened.emit("2")
    driver.settle()
    assert driver.side.record.page is not None


def test_everything_on_it_can_be_heard(at_audit: tuple[Driver, AuditPage]) -> None:
    driver, _ = at_audit
    assert_accessible(driver.side)


def test_who_opened_records_about_many_people_is_told_in_the_banner_of_the_others() -> None:
    message = message_of(replace(news(), noticed=("Priya Nair opened many.",)), None)
    assert message is not None
    assert (message.tone, message.lead) == (Tone.WARN, "Priya Nair opened many.")


def test_another_period_is_read_anew(desks: Desks, at_audit: tuple[Driver, AuditPage]) -> None:
    driver, page = at_audit
    desks.hands.forward(hours=24 * 40)
    page.come_in("")
    driver.settle()
    assert said(page) == []
    page.period.set_value("")
    driver.settle()
    assert len(said(page)) == 3
