# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A second computer joins a school in the window, after somebody has compared six words; and takes a report."""

from pathlib import Path

import pytest

from desktop.first_run import look_at_school
from desktop.phrases import fingerprint
from tests.ui.setup.first_steps import FirstSteps
from tests.ui.shell.conftest import START
from tests.ui.walkers import assert_accessible
from ui.tour.hands import Key


@pytest.fixture
def looking(steps: FirstSteps) -> FirstSteps:
    """The page that joins, with the folder and the code of the school typed and looked up."""
    school = steps.house.school
    steps.house.choose("Join my school")
    steps.house.fill("The folder", str(school.exchange))
    steps.house.fill("The code", school.enrolment_code, Key.Key_Return)
    steps.house.settle()
    return steps


def test_the_six_words_are_shown_and_nothing_has_changed_yet(looking: FirstSteps) -> None:
    looking.house.sees("You’re joining Hollowbrook Primary School")
    looking.house.sees(f"Fingerprint: {looking.house.school.fingerprint}. Check it matches")
    assert not looking.candour.has_school
    assert_accessible(looking.house.window)


def test_where_they_match_the_computer_joins_and_takes_reports(looking: FirstSteps) -> None:
    looking.house.choose("It matches")
    looking.house.sees("This computer belongs to Hollowbrook Primary School now.")
    assert_accessible(looking.house.window)
    looking.house.choose("Use this computer for anyone to report from")
    looking.house.sees(START)
    assert fingerprint(looking.candour.school.school_id) == looking.house.school.fingerprint
    looking.house.write_something()
    looking.house.choose("Continue")
    looking.house.sees("When and where")


def test_whoever_joins_may_go_on_to_their_own_sign_in(looking: FirstSteps) -> None:
    looking.house.choose("It matches")
    looking.house.sees("This computer belongs to")
    looking.house.choose("and set up my own sign-in")
    looking.house.sees("The code of your invitation")
    looking.house.choose("Back")
    looking.house.sees(START)


def test_where_they_differ_it_stops_and_says_whom_to_tell(looking: FirstSteps) -> None:
    looking.house.choose("It’s different")
    looking.house.sees("Don’t go on. Tell Helen Marsh: this folder may not be the real one.")
    assert not looking.candour.machine.home.root.exists()


def test_a_code_that_is_mistyped_is_told_in_words(steps: FirstSteps) -> None:
    steps.house.choose("Join my school")
    steps.house.fill("The folder", str(steps.house.school.exchange))
    steps.house.fill("The code", "AAAAA", Key.Key_Return)
    steps.house.settle()
    steps.house.sees("That code isn’t right")


def test_a_folder_that_holds_no_school_is_told(steps: FirstSteps, tmp_path: Path) -> None:
    steps.house.choose("Join my school")
    steps.house.fill("The folder", str(tmp_path))
    steps.house.fill("The code", steps.house.school.enrolment_code, Key.Key_Return)
    steps.house.settle()
    steps.house.sees("can’t be reached")


def test_without_code_and_folder_it_asks_for_them(steps: FirstSteps) -> None:
    steps.house.choose("Join my school")
    steps.house.choose("Find my school")
    steps.house.sees("Choose the folder")
    steps.house.sees("Type the code")


def test_what_was_found_goes_when_the_code_is_changed(looking: FirstSteps) -> None:
    looking.house.fill("The code", "X")
    looking.house.until(lambda: not looking.house.hands.sees("You’re joining"))


def test_looking_at_a_school_leaves_nothing_on_the_computer(steps: FirstSteps) -> None:
    school = steps.house.school
    seen = look_at_school(steps.candour, school.exchange, school.enrolment_code)
    assert (seen.name, seen.fingerprint, seen.head) == ("Hollowbrook Primary School", school.fingerprint, "Helen Marsh")
    assert not steps.candour.machine.home.root.exists()
