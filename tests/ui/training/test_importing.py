# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Importing a table of training on its page: what it says before anything is saved, and what is there afterwards."""

from pathlib import Path

from tests.desktop.desks import Desks
from tests.ui.conftest import Announcement
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.training.scenes import SCENES, table, training_page_of
from ui.importing.found_card import FoundCard
from ui.importing.settle_card import NamesCard
from ui.training.import_cards import ColumnsCard, CoursesCard
from ui.training.page import TrainingPage


def kept(page: TrainingPage) -> int:
    """How many courses of people are on record."""
    return sum(row.record is not None for row in page._book.rows) if page._book else 0


def _read(driver: Driver, file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    training_page_of(driver).bringing.read(str(file))
    driver.settle()


def test_a_table_is_settled_and_imported(
    desks: Desks, review: Review, tmp_path: Path, announced: list[Announcement]
) -> None:
    driver = SCENES["none"](desks, review)
    page = training_page_of(driver)
    _read(driver, tmp_path / "training.csv", table(desks))
    assert "training.csv: 2 new, 0 on record already, 1 to settle, 1 left out." in driver.words
    assert announced[-1].text.startswith("training.csv: 2 new")
    assert "Row 5: the date in “Date” can't be read." in driver.words
    assert kept(page) == 0
    (courses,) = page.findChildren(CoursesCard)
    assert courses.isAncestorOf(driver.focus), "nothing is imported before what comes first was looked at"
    courses.combos["Level 1 Refresher"].set_value("safeguarding")
    courses._tell()
    driver.settle()
    assert not page.findChildren(CoursesCard)
    (names,) = page.findChildren(NamesCard)
    names.likely.click()
    names._tell()
    driver.settle()
    (found,) = page.findChildren(FoundCard)
    found.import_asked.emit()
    driver.settle()
    assert kept(page) == 3
    assert not page.findChildren(FoundCard)
    _read(driver, tmp_path / "training.csv", table(desks))
    assert "0 new, 2 on record already" in driver.words


def test_columns_that_are_not_known_are_asked_for(desks: Desks, review: Review, tmp_path: Path) -> None:
    driver = SCENES["none"](desks, review)
    page = training_page_of(driver)
    _read(driver, tmp_path / "t.csv", f"Wer;Was;Wann\n{desks.school.ta.name};Prevent;02/03/2026\n")
    (card,) = page.findChildren(ColumnsCard)
    card._tell()
    assert "Choose a column" in driver.words
    for column, heading in (("person", "Wer"), ("course", "Was"), ("on", "Wann")):
        card.combos[column].set_value(heading)
    card._tell()
    driver.settle()
    assert "t.csv: 1 new" in driver.words
    page.findChildren(FoundCard)[0].cancelled.emit()
    driver.settle()
    assert kept(page) == 0
