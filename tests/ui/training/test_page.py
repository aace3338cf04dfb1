# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page about training: who needs some, what is on record, and what the head does about it."""

from shiboken6 import isValid

from desktop.training.records import Standing
from desktop.training.register import State
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.training.scenes import SCENES, choose, chosen, some_trained, training_page_of
from ui.training.record_form import RecordForm
from ui.widgets.line_input import LineInput


def test_what_needs_doing_stands_first_and_rates_have_their_denominator(desks: Desks, review: Review) -> None:
    driver = some_trained(desks, review)
    page = training_page_of(driver)
    rows = page._rows()
    assert rows[0].claim is not None
    assert [each.state for each in rows[1:4]] == [State.OVERDUE, State.SOON, State.MISSING]
    assert {each.course_id for each in rows if not each.claim} == {"safeguarding"}
    assert "Safeguarding and child protection: 1 of 6 up to date (16%)" in driver.words
    assert "Online safety: nothing is recorded in Candour yet, for " in driver.words


def test_the_head_agrees_to_what_somebody_recorded_of_themselves(desks: Desks, review: Review) -> None:
    driver = chosen(desks, review)
    page = training_page_of(driver)
    assert page.card is not None
    page.card.agree.click()
    driver.settle()
    assert page.rows.table.hasFocus()
    assert "to be agreed" not in driver.words
    page.show_what.set_value("prevent")
    held = [each.record for each in page._rows() if each.record]
    assert [each.standing for each in held] == [Standing.AGREED]


def test_a_reason_that_is_typed_stays_when_something_comes(desks: Desks, review: Review) -> None:
    driver = chosen(desks, review)
    page = training_page_of(driver)
    assert page.card is not None
    why = page.card.why.control
    assert isinstance(why, LineInput)
    driver.press(why, text="Another course")
    page.come_in("")
    driver.settle()
    assert (isValid(why), page.card.why.control is why) == (True, True)


def test_not_agreeing_asks_for_the_reason_first(desks: Desks, review: Review) -> None:
    driver = chosen(desks, review)
    card = training_page_of(driver).card
    assert card is not None
    card.turn_down.click()
    driver.settle()
    assert "Give the reason" in driver.words
    assert not card.turn_down.is_busy


def test_what_is_recorded_comes_into_the_list(desks: Desks, review: Review) -> None:
    driver = SCENES["recording"](desks, review)
    page = training_page_of(driver)
    assert page.form is not None
    school = desks.school
    page.form._filling.typed.update(person=school.teacher.person_id, course="safeguarding", on="2026-03-02")
    page.form.finish()
    driver.settle()
    assert page.findChildren(RecordForm) == []
    page.show_what.set_value("safeguarding")
    driver.settle()
    choose(page, "safeguarding", str(school.teacher.person_id))
    driver.settle()
    assert "Done 2 Mar 2026, again by 2 Mar 2027" in driver.words
