# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: the guidance that everybody is asked to have read."""

from datetime import date

from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.policies.asked_page import AskedPage


def page(stage: Stage) -> AskedPage:
    """The page."""
    shown = stage.side.page
    assert isinstance(shown, AskedPage)
    return shown


def test_an_edition_is_proposed_and_said_in_words(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "guidance")
    page(stage).edition.set_value("September 2026")
    page(stage).by.set_value(date(2026, 10, 1))
    stage.choose("Propose")
    assert stage.hands.sees("say by 1 October 2026 that they have read “Keeping children safe in education”")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran")
    assert stage.candour.school.settings.readings == ()


def test_what_is_missing_is_asked_for(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "guidance")
    page(stage).which.set_value("else")
    stage.choose("Propose")
    assert stage.hands.sees("This is needed.")
    assert page(stage).called.isVisible()


def test_what_nobody_is_asked_for_cannot_be_dropped(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "guidance")
    stage.choose("Ask for it no longer")
    assert stage.hands.sees("Nobody is asked for it now.")


def test_it_says_that_a_newer_edition_may_be_in_force(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "guidance")
    assert stage.hands.sees("name the edition that your school works by")
