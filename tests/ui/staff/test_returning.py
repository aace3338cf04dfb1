# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Coming back with a return phrase, page by page, and saying more of what was sent."""

import pytest

from desktop.cases.acting import act
from desktop.cases.case import Case
from desktop.filing import Filed
from desktop.sent import SentItem, sent_by
from tests.school import Member
from tests.ui.staff.scenes import filed_without_name
from tests.ui.staff.stage import CTRL, STORY, K, Stage
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_home import home, send
from tests.ui.staff.test_journeys import confirmation
from ui.staff.more_page import MorePage
from ui.staff.return_page import ReturnPage
from ui.staff.returned_page import ReturnedPage
from ui.staff.start_page import StartPage
from ui.staff.tries import Tries
from ui.widgets.plain_view import PlainView

WRONG = "antelope taco cartwheel spinach wreath"
QUESTION = "Which gate was it?"
ANSWER = "The side gate."


def look(stage: Stage, phrase: str) -> None:
    """Type a phrase on its page, and press Enter."""
    stage.choose("Come back to it")
    stage.put_in(phrase)
    stage.press(K.Key_Return)


def quoted(stage: Stage) -> list[str]:
    """What people wrote, as it is shown."""
    return [view.toPlainText() for view in stage.side._pages[-1].findChildren(PlainView)]


def read_by(stage: Stage, member: Member, case: str) -> Case:
    def read() -> Case:
        session = stage.school.sign_in(stage.candour, member)
        session.sync()
        try:
            return session.case(case)
        finally:
            session.close()

    return stage.do(read)


def asked(stage: Stage, case: str) -> None:
    def ask() -> None:
        session = stage.school.sign_in(stage.candour, stage.school.dsl)
        session.sync()
        act(session, case, "question", {"text": QUESTION})
        session.close()

    stage.do(ask)


def item_of(stage: Stage) -> SentItem:
    (item,) = stage.do(lambda: sent_by(stage.sessions[-1]))
    return item


# The phrase


def test_the_confirmation_says_what_the_phrase_is_for(stage: Stage) -> None:
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")
    assert "The phrase lets you read a reply or add more. We can’t look it up for you." in said(stage)
    assert "Look for a reply with your return phrase" in said(stage)


def test_the_phrase_of_the_confirmation_leads_back(stage: Stage) -> None:
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")
    filed: Filed = confirmation(stage)._filed
    stage.choose("Finish and clear this screen")
    look(stage, filed.phrase or "")
    assert stage.title == f"Your report {filed.reference}"
    assert "Nobody has replied yet. Priya has until Friday 13 March." in said(stage)


def test_a_question_is_shown_with_who_asked_it(stage: Stage) -> None:
    look(stage, filed_without_name(stage, QUESTION).upper().replace(" ", "-"))
    assert quoted(stage) == [QUESTION]
    assert "Priya Nair asked, Thursday 12 March at 15:12" in said(stage)


def test_neither_the_report_nor_who_it_is_about_is_on_the_page(stage: Stage) -> None:
    look(stage, filed_without_name(stage, QUESTION))
    assert "Tom" not in said(stage)
    assert "chess" not in said(stage)


def test_wrong_words_are_said_to_match_nothing_and_stay_to_be_checked(stage: Stage) -> None:
    look(stage, WRONG)
    assert (
        "Those words don’t match anything here. Check each one. If you sent it from another computer, replies may take "
        "a few minutes to arrive." in said(stage)
    )
    page = stage.side._pages[-1]
    assert isinstance(page, ReturnPage)
    assert page._words.value() == WRONG


def test_no_words_are_asked_for(stage: Stage) -> None:
    stage.choose("Come back to it")
    stage.press(K.Key_Return)
    assert "Type the five words that you were given" in said(stage)


def test_after_many_wrong_words_one_waits_also_on_a_new_page(stage: Stage) -> None:
    for _ in range(5):
        stage.side._returning._tries.note_wrong()
    look(stage, WRONG)
    assert "Try again in 10 seconds." in said(stage)
    stage.choose("Back")
    stage.choose("Come back to it")
    assert "Try again in" in said(stage)


def test_the_wait_grows_and_ends_with_the_right_words() -> None:
    now = [100.0]
    tries = Tries(lambda: now[0])
    waits = []
    for _ in range(7):
        tries.note_wrong()
        waits.append(tries.seconds_left)
    assert waits == [0, 0, 0, 0, 10, 15, 22]
    now[0] += 10
    assert tries.seconds_left == 12
    tries.note_right()
    assert tries.seconds_left == 0


def test_a_search_that_is_stopped_leaves_the_words(stage: Stage) -> None:
    phrase = filed_without_name(stage)
    stage.choose("Come back to it")
    stage.put_in(phrase)
    page = stage.side._pages[-1]
    assert isinstance(page, ReturnPage)
    page._look()
    page.stop()
    stage.settle()
    assert stage.title == "Type your return phrase"
    assert page._words.value() == phrase
    assert not page.buttons.primary.is_busy


def test_what_was_found_before_the_stop_was_heard_is_not_shown(stage: Stage) -> None:
    phrase = filed_without_name(stage)
    stage.choose("Come back to it")
    stage.put_in(phrase)
    page = stage.side._pages[-1]
    assert isinstance(page, ReturnPage)
    page._look()
    stage.tasks._worker.submit(lambda: None).result()  # it has found it; the window has not heard
    page.stop()
    stage.settle()
    assert stage.title == "Type your return phrase"
    assert page._words.value() == phrase
    assert not page.buttons.primary.is_busy


def test_a_search_ends_with_the_program(stage: Stage) -> None:
    phrase = filed_without_name(stage)
    stage.choose("Come back to it")
    stage.put_in(phrase)
    page = stage.side._pages[-1]
    assert isinstance(page, ReturnPage)
    page._look()
    stage.theme.application.aboutToQuit.emit()
    stage.settle()
    assert stage.title == "Type your return phrase"


def test_a_folder_out_of_reach_is_said(stage: Stage) -> None:
    phrase = filed_without_name(stage)
    stage.school.exchange.rename(stage.school.home / "gone")
    look(stage, phrase)
    assert "folder" in said(stage)
    assert stage.title == "Type your return phrase"


# Adding with the phrase


def test_an_answer_reaches_who_asked_as_by_the_return_phrase(stage: Stage) -> None:
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")
    filed: Filed = confirmation(stage)._filed
    stage.choose("Finish and clear this screen")
    asked(stage, filed.case_id)
    look(stage, filed.phrase or "")
    stage.choose("Add something")
    stage.put_in(ANSWER)
    stage.press(K.Key_Return, modifier=CTRL)
    assert "What you added has been sent. Priya Nair and Helen Marsh can open it. You can’t reopen it here." in said(
        stage
    )
    (added,) = read_by(stage, stage.school.dsl, filed.case_id).of_kind("addition")
    assert added.text("text") == ANSWER
    stage.choose("Finish and clear this screen")
    assert stage.title == "What would you like to tell us?"


def test_who_can_open_it_stands_beside_what_is_added(stage: Stage) -> None:
    look(stage, filed_without_name(stage))
    stage.choose("Add something")
    assert "Priya Nair" in said(stage)
    assert "Helen Marsh" in said(stage)


def test_leaving_asks_before_a_walk_ups_words_are_lost(stage: Stage) -> None:
    look(stage, filed_without_name(stage))
    stage.choose("Add something")
    stage.put_in(ANSWER)
    stage.choose("Leave without sending")
    stage.choose("Keep writing")
    page = stage.side._pages[-1]
    assert isinstance(page, MorePage)
    assert page._text.value() == ANSWER
    stage.choose("Leave without sending")
    stage.choose("Clear and leave")
    assert isinstance(stage.side._pages[-1], ReturnedPage)


def test_nothing_is_sent_without_words(stage: Stage) -> None:
    look(stage, filed_without_name(stage))
    stage.choose("Add something")
    stage.choose("Lock and send")
    assert "Write what you would like to add" in said(stage)


@pytest.mark.parametrize("is_found", [True, False])
def test_what_stands_there_is_watched_and_cleared_as_any_walk_ups_words(stage: Stage, is_found: bool) -> None:
    phrase = filed_without_name(stage, QUESTION) if is_found else WRONG
    look(stage, phrase)
    assert stage.side.has_words
    stage.side.show_start()
    stage.settle()
    assert [type(page) for page in stage.side._pages] == [StartPage]


# Signed in


@pytest.mark.parametrize(
    ("button", "kind", "send_it"),
    [
        ("Add something", "addition", "Lock and send"),
        ("Add a correction", "correction", "Add the correction"),
        ("Take back what I said", "taking_back", "Take it back"),
    ],
)
def test_a_member_says_more_of_what_they_sent(stage: Stage, button: str, kind: str, send_it: str) -> None:
    stage.sign_in(stage.school.ta)
    case = send(stage)
    stage.side._on_details(item_of(stage))
    stage.choose(button)
    stage.put_in(ANSWER)
    stage.choose(send_it)
    assert stage.title == "Tell us something"
    (said_more,) = read_by(stage, stage.school.dsl, case).of_kind(kind)
    assert said_more.text("text") == ANSWER
    stage.side._on_details(item_of(stage))
    stage.settle()
    assert quoted(stage) == [ANSWER]


def test_taking_it_back_says_that_nothing_is_deleted(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    stage.side._on_details(item_of(stage))
    stage.choose("Take back what I said")
    assert "Taking it back doesn’t delete it. It tells Priya and Helen you no longer stand by it, and why." in said(
        stage
    )


def test_what_a_member_began_to_add_is_there_again(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    stage.side._on_details(item_of(stage))
    stage.choose("Add something")
    stage.put_in(ANSWER)
    stage.choose("Back")
    home(stage)
    stage.side._on_details(item_of(stage))
    stage.choose("Add something")
    page = stage.side._pages[-1]
    assert isinstance(page, MorePage)
    assert page._text.value() == ANSWER


def test_what_was_sent_leaves_no_draft(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    send(stage)
    stage.side._on_details(item_of(stage))
    stage.choose("Add something")
    stage.put_in(ANSWER)
    stage.choose("Lock and send")
    assert stage.do(session.drafts.names) == []


def test_a_walk_ups_words_are_kept_nowhere(stage: Stage) -> None:
    look(stage, filed_without_name(stage))
    stage.choose("Add something")
    stage.put_in(ANSWER)
    page = stage.side._pages[-1]
    assert isinstance(page, MorePage)
    page.save_draft()
    stage.settle()
    assert STORY not in said(stage)
    assert not any(ANSWER.encode() in path.read_bytes() for path in stage.school.home.rglob("*") if path.is_file())
