# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes of help at the moment of doubt: questions that others have asked, and what to do when a child tells you."""

from desktop.questions.publishing import publishing
from desktop.questions.text import question_of
from tests.ui.staff.policies import POLICIES
from tests.ui.staff.stage import Stage
from ui.wording.checked_text import CheckedText

ASKED = "Questions others have asked"
LIFT = question_of("May I give a child a lift home when nobody has come?", "Ring the office first. Never alone.", "5.3")
PHONE = question_of(
    "May I use my own phone for pictures on a trip when the class camera is broken?",
    "No. No pictures of children are taken on anybody’s own phone. The office lends spare cameras.\n\n"
    "If there is none left, go without pictures.",
)


def put_up(stage: Stage) -> None:
    """Publish two questions, as two officers sign them."""
    for question in (LIFT, PHONE):
        stage.publish("settings", publishing(stage.candour.machine, question), "head", "chair")


def questions(stage: Stage) -> None:
    put_up(stage)
    stage.choose(POLICIES)
    stage.choose(ASKED)


def questions_none(stage: Stage) -> None:
    stage.choose(POLICIES)
    stage.choose(ASKED)


def child_card(stage: Stage) -> None:
    stage.choose("When a child tells you something")


def child_card_in_form(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.choose("I’d rather not say who")
    stage.choose("Continue")
    stage.choose("When a child tells you something")


def words_to_think_about(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.choose("I’d rather not say who")
    stage.choose("Continue")
    stage.tab_to("In your own words")
    stage.put_in("She has an older boyfriend. Staff say that she is attention-seeking and puts herself at risk.")
    for checked in stage.side.findChildren(CheckedText):
        checked.look()


QUESTION_SCENES = (questions, questions_none, child_card, child_card_in_form, words_to_think_about)
