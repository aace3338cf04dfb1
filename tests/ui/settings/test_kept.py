# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, deadlines: for how many years each class of records is kept, changed by two officers together."""

from desktop.retention.every_kind import every_kind
from desktop.retention.rules import ClassId
from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.deadlines_page import DeadlinesPage
from ui.settings.kept_rows import KeptYearsRow
from ui.widgets.labels import PlainLabel


def row_of(stage: Stage) -> KeptYearsRow:
    page = stage.side.page
    assert isinstance(page, DeadlinesPage)
    row = page.rows["kept_years"]
    assert isinstance(row, KeptYearsRow)
    return row


def test_every_class_that_a_school_may_set_stands_there_with_its_years(
    settings: Opened, small_school: SmallSchool
) -> None:
    shown = {each.rule.class_id: each.line.text() for each in row_of(settings(small_school.head, "deadlines")).classes}
    assert (shown[ClassId.GIFT], shown[ClassId.ALLEGATION], shown[ClassId.LOW_LEVEL]) == ("6", "10", "0")


def test_other_years_are_proposed_and_wait_for_a_second_officer(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "deadlines")
    gift = next(each for each in row_of(stage).classes if each.rule.class_id is ClassId.GIFT)
    gift.line.set_value("4")
    stage.choose("Propose")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran")
    assert stage.candour.school.settings.kept_years == ()


def test_less_than_guidance_asks_for_is_refused(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "deadlines")
    allegation = next(each for each in row_of(stage).classes if each.rule.class_id is ClassId.ALLEGATION)
    allegation.line.set_value("3")
    stage.choose("Propose")
    assert allegation.field.error == "Write a whole number of years, 10 at least."


def test_it_says_what_stays_for_good_and_why(settings: Opened, small_school: SmallSchool) -> None:
    row = row_of(settings(small_school.head, "deadlines"))
    shown = {label.text() for label in row.widget.findChildren(PlainLabel)}
    assert {each.because for each in every_kind().stays} <= shown
