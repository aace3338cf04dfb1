# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that orders a case file: what its recipient is usually not given, the reporter's name, and the password."""

from pathlib import Path

import pypdfium2
import pytest
from typing_extensions import override

from desktop.cases.acting import EXPORT
from desktop.exports.choices import Recipient, usual
from desktop.exports.watching import Stopping
from desktop.faults import KnownError
from tests.desktop.desks import Desks
from tests.ui.reports.scenes import choose_first, fill_in
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.reports.case_file_order import CaseFileOrder
from ui.reports.order_form import _save

PASSWORD = "twisting secluding guts untrained sulk"


@pytest.fixture
def ordering(desks: Desks, review: Review) -> tuple[Driver, CaseFileOrder]:
    """The safeguarding lead, who chose a concern of the teaching assistant."""
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    order = choose_first(driver).order
    assert order is not None
    return driver, order


def left_out(order: CaseFileOrder) -> object:
    return order.form.views["leaves_out"].value()


def test_whoever_it_is_for_decides_what_is_left_out(ordering: tuple[Driver, CaseFileOrder]) -> None:
    _, order = ordering
    order.form.views["recipient_kind"].set_value("hr")
    assert left_out(order) == list(usual(Recipient.HR).values)
    order.form.views["recipient_kind"].set_value("police")
    assert left_out(order) == []


def test_the_reporters_name_is_warned_of_until_it_is_left_out(ordering: tuple[Driver, CaseFileOrder]) -> None:
    _, order = ordering
    fill_in(order)
    assert order.leave_name.isVisible()
    order.leave_name.click()
    assert not order.leave_name.isVisible()
    assert "reporter" in str(left_out(order))


def test_a_look_at_attached_files_is_asked_for_where_names_are_left_out(
    ordering: tuple[Driver, CaseFileOrder],
) -> None:
    _, order = ordering
    fill_in(order)
    order.files_too.setChecked(True)
    assert not order.looked_at.isVisible()
    order.leave_name.click()
    assert order.looked_at.isVisible()


def test_more_than_usual_is_not_left_out_without_a_reason(ordering: tuple[Driver, CaseFileOrder]) -> None:
    driver, order = ordering
    fill_in(order)
    order.leave_name.click()
    order.protect.choice.set_value("none")
    order.choose_place()
    driver.settle()
    assert "Say why it is left out" in driver.words


def test_it_opens_with_the_password_that_was_typed_twice(
    ordering: tuple[Driver, CaseFileOrder], tmp_path: Path
) -> None:
    driver, order = ordering
    fill_in(order)
    order.protect.first.set_value(PASSWORD)
    order.protect.again.set_value(PASSWORD)
    case_id = order.row.case_id
    order.save_to(str(tmp_path / "file.pdf"))
    driver.settle()
    with pypdfium2.PdfDocument((tmp_path / "file.pdf").read_bytes(), password=PASSWORD) as document:
        assert len(document) > 1
    (entry,) = driver.entries(case_id, EXPORT)
    assert (entry.text("protection"), entry.text("recipient_kind")) == ("password", "lado")


def test_it_is_sealed_to_whoever_was_chosen(
    desks: Desks, ordering: tuple[Driver, CaseFileOrder], tmp_path: Path
) -> None:
    driver, order = ordering
    fill_in(order)
    order.protect.choice.set_value("sealed")
    assert not order.protect.check()
    order.protect.reader.set_value(order.context.kit().row(desks.school.chair.person_id))
    assert order.protect.check()
    order.save_to(str(tmp_path / "file.candour"))
    driver.settle()
    (entry,) = driver.entries(order.row.case_id, EXPORT)
    assert (entry.text("protection"), entry.text("sealed_to")) == ("sealed", desks.school.chair.person_id)


@pytest.mark.parametrize(("first", "again"), [("short", "short"), (PASSWORD, "something else entirely"), ("", "")])
def test_a_password_that_cannot_be_used_stops_it(
    ordering: tuple[Driver, CaseFileOrder], first: str, again: str
) -> None:
    _, order = ordering
    fill_in(order)
    order.protect.first.set_value(first)
    order.protect.again.set_value(again)
    assert not order.protect.check()


def test_stop_is_heard_by_whatever_makes_the_file(ordering: tuple[Driver, CaseFileOrder], tmp_path: Path) -> None:
    driver, order = ordering
    fill_in(order)
    order.protect.choice.set_value("none")
    order.save_to(str(tmp_path / "file.pdf"))
    assert order.progress.isVisible()
    order.progress.stop_asked.emit()
    with pytest.raises(KnownError):
        order.stopping(1)
    driver.settle()


def test_a_long_file_says_how_far_it_is_and_stops_inside_it(
    ordering: tuple[Driver, CaseFileOrder], tmp_path: Path
) -> None:
    driver, order = ordering
    fill_in(order)
    order.protect.choice.set_value("none")
    told: list[float] = []

    class Impatient(Stopping):
        @override
        def __call__(self, done: float) -> None:
            told.append(done)
            if done > 0.3:
                self.stop()
            super().__call__(done)

    stopping = Impatient()
    with pytest.raises(KnownError):
        driver.do(lambda: _save(order.leaving(order.order()), tmp_path / "file.pdf", stopping, driver.session))
    assert 0.3 < stopping.done < 0.6
    assert len({round(each, 2) for each in told}) > 5
    order._begin()
    order.stopping.done = 0.42
    order._tell_progress()
    assert "42%" in driver.words
    assert {each.name for each in tmp_path.iterdir()} <= {"home"}
