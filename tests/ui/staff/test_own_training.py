# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody is reminded of training that is due, and looks at and adds to their own."""

from desktop.training.acting import all_training
from desktop.training.records import Standing
from tests.ui.staff.policies import own_training, training_due
from tests.ui.staff.stage import Stage
from tests.ui.staff.test_failures import said
from ui.training.own_page import OwnTrainingPage


def test_the_first_page_reminds_of_what_was_to_be_done_again(stage: Stage) -> None:
    training_due(stage)
    assert "Safeguarding and child protection: it was to be done again by 28 February 2025" in said(stage)


def test_their_own_page_says_what_was_not_agreed_and_why(stage: Stage) -> None:
    own_training(stage)
    assert "Prevent duty, 5 Jan 2026: not agreed. That was the meeting before it." in said(stage)
    assert "Done 29 Feb 2024, again by 28 Feb 2025" in said(stage)


def test_what_they_add_waits_to_be_agreed_to(stage: Stage) -> None:
    own_training(stage)
    page = stage.side._pages[-1]
    assert isinstance(page, OwnTrainingPage)
    page.form._filling.typed.update(course="online_safety", on="2026-03-02")
    stage.choose("Record it")
    assert stage.title == "Code of conduct and policies"
    kept = stage.do(lambda: all_training(stage.sessions[-1]))
    assert [each.standing for each in kept if each.said.course == "online_safety"] == [Standing.TO_AGREE]
