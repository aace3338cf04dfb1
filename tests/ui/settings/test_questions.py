# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: a question is published for everybody, or taken back (requirements.md F44)."""

from desktop.cases.acting import act
from desktop.founding import publish
from desktop.questions.publishing import publishing
from desktop.questions.text import question_of
from tests.school import SmallSchool, signing
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.questions.publish_page import PublishPage
from ui.questions.question_card import QuestionCard


def card_of(stage: Stage) -> QuestionCard:
    """The card on which it is written."""
    assert isinstance(stage.side.page, PublishPage)
    return stage.side.page.card


def written(stage: Stage, question: str, answer: str = "Ring the office first.") -> QuestionCard:
    """A question and its answer, typed and read over."""
    card = card_of(stage)
    card.question.set_value(question)
    card.answer.set_value(answer)
    card.read_over.setChecked(True)
    return card


def test_a_question_is_proposed_and_nothing_is_published_by_one_alone(
    settings: Opened, small_school: SmallSchool
) -> None:
    stage = settings(small_school.head, "questions")
    written(stage, "May I give a child a lift?")
    stage.choose("Publish it for everyone")
    assert stage.hands.sees("“May I give a child a lift?” The answer: “Ring the office first.”")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran")
    assert stage.candour.school.settings.questions == ()


def test_what_names_somebody_is_marked_while_it_is_written_and_goes_nowhere(
    settings: Opened, small_school: SmallSchool
) -> None:
    stage = settings(small_school.head, "questions")
    card = written(stage, f"May I do what {small_school.ta.name} did?")
    assert stage.hands.sees(f"“{small_school.ta.name}”")
    stage.choose("Publish it for everyone")
    assert not stage.hands.sees("Your passphrase again")
    card.question.set_value("May I do that?")
    assert card.named.isHidden()


def test_it_has_to_be_read_over_after_every_change(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "questions")
    card = written(stage, "May I give a child a lift?")
    card.answer.set_value("No.")
    stage.choose("Publish it for everyone")
    assert stage.hands.sees("Read it over once more, then tick this")


def test_what_was_asked_stands_beside_and_is_refused_in_the_same_words(
    settings: Opened, small_school: SmallSchool
) -> None:
    stage = settings(small_school.head, "questions")
    cases: list[str] = []
    stage.tasks.run(stage.tasks, lambda: _answered(stage), cases.append, stage.bugs.append)
    stage.settle()
    stage.go(f"questions:{cases[0]}")
    card = card_of(stage)
    assert card.which.value() == cases[0]
    assert "May I take them home?" in card._was.toPlainText()
    written(stage, "May I take them home?")
    stage.choose("Publish it for everyone")
    assert stage.hands.sees("That is the question in the words in which it was asked.")


def test_one_that_is_published_can_be_taken_back(settings: Opened, small_school: SmallSchool) -> None:
    candour = small_school.open()
    said = publishing(candour.machine, question_of("May I give a child a lift?", "Ring the office first."))
    publish(
        candour.machine, "settings", said, [signing(candour, each) for each in (small_school.head, small_school.chair)]
    )
    stage = settings(small_school.head, "questions")
    stage.choose("Take it back: May I give a child a lift?")
    assert stage.hands.sees("A question is taken back")


def _answered(stage: Stage) -> str:
    """Somebody without a sign-in asks, and the head answers; in the worker. Returns the case."""
    asked: dict[str, object] = {"what_happened": "May I take them home?", "chosen_reader": stage.session.me}
    stage.candour.file_walk_up("advice", asked)
    stage.session.sync()
    (case,) = stage.session.of_form("advice")
    act(stage.session, case, "advice_answer", {"outcome": "no", "rationale": "No, never without leave."})
    return case
