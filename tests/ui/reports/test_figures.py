# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of figures: what there is to choose from, and that what is chosen is made."""

import io
from pathlib import Path

import openpyxl
import pytest

from desktop.registers.declared import Register
from tests.desktop.desks import Desks
from tests.ui.reports.scenes import figures_page_of, fill_in
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.reports.figures_page import FiguresOrder


@pytest.fixture
def figures(desks: Desks, review: Review) -> tuple[Driver, FiguresOrder]:
    """The safeguarding lead, who reads one concern."""
    desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    order = figures_page_of(driver).order
    assert order is not None
    fill_in(order, "inspector")
    order.protect.choice.set_value("none")
    return driver, order


def test_the_lead_is_offered_no_register_that_they_may_not_see(figures: tuple[Driver, FiguresOrder]) -> None:
    _, order = figures
    offered = {button.choice.id for button in order.what.buttons}
    assert Register.GIFTS.value in offered
    assert Register.NOTICES.value not in offered


@pytest.mark.parametrize("what", ["inspection", "actions", "gifts"])
def test_what_is_chosen_is_made_as_a_workbook(what: str, figures: tuple[Driver, FiguresOrder], tmp_path: Path) -> None:
    driver, order = figures
    order.what.set_value(what)
    order.save_to(str(tmp_path / "figures.xlsx"))
    driver.settle()
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "figures.xlsx").read_bytes()))
    assert len(book.worksheets) == (5 if what == "inspection" else 1)
    assert order.where.isVisible()


def test_it_can_be_made_again_with_what_was_typed(figures: tuple[Driver, FiguresOrder], tmp_path: Path) -> None:
    driver, order = figures
    for name in ("a", "b"):
        order.save_to(str(tmp_path / name))
        driver.settle()
    assert {file.name for file in tmp_path.glob("*.xlsx")} == {"a.xlsx", "b.xlsx"}
