# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that says who has read the code."""

from tests.desktop.desks import Desks
from tests.ui.policies.scenes import (
    SCENES,
    chasing_page_of,
    guidance_asked,
    new_in_office,
    put_in_force,
    some_confirmed,
)
from tests.ui.review.conftest import Review
from tests.ui.staff.policies import FIRST, version
from tests.ui.walkers import accessible_name
from ui.widgets.tag import Tag


def test_it_names_who_has_still_to_confirm_and_who_is_asked_again(desks: Desks, review: Review) -> None:
    words = some_confirmed(desks, review).words
    school = desks.school
    again = next(line for line in words.split(" | ") if line.startswith("Asked again"))
    waiting = next(line for line in words.split(" | ") if line.startswith("Still to confirm"))
    assert school.teacher.name in again
    assert school.ta.name not in again + waiting
    assert "in no figure: Vera Isitor." in words
    assert "1 of " in words
    assert "figures may be low" not in words


def test_a_late_review_is_marked(desks: Desks, review: Review) -> None:
    driver = some_confirmed(desks, review)
    assert "Review overdue" in [accessible_name(tag) for tag in driver.side.findChildren(Tag) if tag.isVisible()]


def test_what_nobody_is_asked_to_confirm_says_so(desks: Desks, review: Review) -> None:
    put_in_force(desks, version(FIRST, "October 2025"), None)
    driver = review(desks.school.head)
    chasing_page_of(driver)
    assert "Nobody is asked to confirm it." in driver.words


def test_without_policies_it_says_how_one_comes_in(desks: Desks, review: Review) -> None:
    assert "No policy is here yet" in SCENES["none"](desks, review).words


def test_guidance_stands_beside_the_policies_with_its_edition(desks: Desks, review: Review) -> None:
    words = guidance_asked(desks, review).words
    school = desks.school
    assert "Keeping children safe in education, September 2026" in words
    again = next(line for line in words.split(" | ") if line.startswith("Asked again, for another edition"))
    assert school.teacher.name in again
    assert school.ta.name not in again


def test_whoever_is_sent_no_confirmation_of_somebody_does_not_say_that_they_have_none(
    desks: Desks, review: Review
) -> None:
    guidance_asked(desks, review)
    driver = review(desks.school.dsl)
    chasing_page_of(driver)
    waiting = next(line for line in driver.words.split(" | ") if line.startswith("Still to confirm"))
    assert desks.school.head.name not in waiting
    assert "whose confirmations go to others" in driver.words


def test_somebody_new_in_office_is_told_why_the_figures_may_be_low(desks: Desks, review: Review) -> None:
    assert "Helen Marsh’s computer has not been heard from" in new_in_office(desks, review).words
