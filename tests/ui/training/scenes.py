# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page about training in its states, as the head of the small school sees it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from tempfile import NamedTemporaryFile

from desktop.clocks.months import months_after
from desktop.training.acting import record_training
from tests.desktop.desks import Desks
from tests.desktop.training.test_acting import said
from tests.ui.reports.scenes import page_of
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.training.page import TrainingPage

Scene = Callable[[Desks, Review], Driver]


def training_page_of(driver: Driver) -> TrainingPage:
    """The page behind the card."""
    page = page_of(driver)
    page.show_report("training", "")
    driver.settle()
    behind = page.report("training")
    assert isinstance(behind, TrainingPage)
    return behind


def trained(desks: Desks) -> None:
    """The teacher's is overdue, the teaching assistant's due soon; the assistant says to have done another."""
    school, today = desks.school, desks.of(desks.school.head).machine.today()
    head = desks.of(school.head)
    record_training(head, said(school.teacher, on="2024-02-29", level="Level 2", evidence="Certificate 1178"))
    record_training(head, said(school.ta, on=months_after(today + timedelta(days=20), -12).isoformat()))
    record_training(desks.of(school.ta), said(school.ta, course="prevent", on="2026-02-27"))
    desks.sync()


def _none(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    training_page_of(driver)
    return driver


def some_trained(desks: Desks, review: Review) -> Driver:
    """Something is overdue, something due soon, something to be agreed to."""
    trained(desks)
    driver = review(desks.school.head)
    training_page_of(driver)
    return driver


def chosen(desks: Desks, review: Review) -> Driver:
    """What the teaching assistant says of themselves is chosen."""
    driver = some_trained(desks, review)
    page = training_page_of(driver)
    choose(page, "prevent", str(desks.school.ta.person_id))
    driver.settle()
    return driver


def choose(page: TrainingPage, course: str, person: str) -> None:
    """Choose the row of a person and a course."""
    ids = [each.row_id for each in page._rows()]
    page.rows.table.selectRow(next(place for place, each in enumerate(ids) if each.startswith(f"{person} {course}")))


def _recording(desks: Desks, review: Review) -> Driver:
    driver = some_trained(desks, review)
    training_page_of(driver).record.click()
    driver.settle()
    return driver


def table(desks: Desks) -> str:
    """A table with a row that is clear, a course and a name to settle, and a day that cannot be read."""
    school = desks.school
    surname = school.teacher.name.rpartition(" ")[2]
    rows = (
        f"{school.ta.name},Prevent,02/03/2026",
        f"{school.ta.name},Level 1 Refresher,02/03/2026",
        f"Mr {surname},Prevent,02/03/2026",
        f"{school.ta.name},Prevent,some day",
    )
    return "\n".join(("Staff name,Course,Date", *rows))


def _importing(desks: Desks, review: Review) -> Driver:
    driver = review(desks.school.head)
    with NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        file.write(table(desks))
        file.flush()
        training_page_of(driver).bringing.read(file.name)
        driver.settle()
    return driver


SCENES: Mapping[str, Scene] = {
    "none": _none,
    "some": some_trained,
    "chosen": chosen,
    "recording": _recording,
    "importing": _importing,
}
