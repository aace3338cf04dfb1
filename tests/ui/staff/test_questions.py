# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions that others have asked, as anybody reads them (requirements.md F44)."""

from desktop.machine import Machine
from tests.ui.staff.questions import LIFT, PHONE, questions, questions_none
from tests.ui.staff.stage import Stage
from ui.questions.list_page import QuestionsPage
from ui.staff.form_desk import FormDesk
from ui.widgets.labels import PlainLabel


def shown(stage: Stage) -> str:
    """The words on the page."""
    [page] = stage.side.findChildren(QuestionsPage)
    return " | ".join(label.words for label in page.findChildren(PlainLabel))


def test_anybody_reads_questions_and_answers_the_latest_first_without_a_sign_in(stage: Stage) -> None:
    questions(stage)
    words = shown(stage)
    assert words.index(PHONE.question) < words.index(LIFT.question)
    assert LIFT.answer in words
    assert "Part of the code: 5.3" in words


def test_they_are_read_while_the_shared_folder_is_away(stage: Stage) -> None:
    stage.school.exchange.rename(stage.school.home / "gone")
    questions(stage)
    assert LIFT.answer in shown(stage)


def test_a_text_that_has_not_come_yet_is_said(stage: Stage) -> None:
    questions(stage)
    stage.choose("Back")
    machine: Machine = stage.candour.machine
    for file in machine.home.documents.iterdir():
        file.unlink()
    stage.choose("Questions others have asked")
    assert "2 more questions have not reached this computer yet." in shown(stage)


def test_without_any_somebody_is_led_to_ask(stage: Stage) -> None:
    questions_none(stage)
    assert "Nobody’s question is here yet" in shown(stage)
    stage.choose("Ask “May I…?”")
    [desk] = stage.side.findChildren(FormDesk)
    assert desk.filling.spec.form_id == "advice"
