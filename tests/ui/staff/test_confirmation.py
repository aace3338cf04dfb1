# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""After it was sent: nothing is said that is not so, and what happens next is said by name and hour."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.changing.setting import change_settings
from desktop.filing import Filed
from storage.exchange import Area
from storage.receipts import make_token
from tests.school import Member
from tests.ui.staff.stage import K, Stage, signing
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_journeys import confirmation
from ui.staff.start_page import StartPage

SENT = "Thank you. Your report has been sent."
WAITING = "Thank you. Your report is locked and waiting to go."


def send(stage: Stage, **answers: object) -> Filed:
    stage.at_check(**answers)
    stage.choose("Lock and send")
    return confirmation(stage)._filed


def look(stage: Stage) -> None:
    """Let the page look for news, as its clock does every few seconds."""
    confirmation(stage)._ask()
    stage.settle()


def receive(stage: Stage, member: Member) -> None:
    session = stage.do(lambda: stage.school.sign_in(stage.candour, member))
    stage.do(session.sync)
    stage.do(session.close)


def away(stage: Stage) -> None:
    stage.school.exchange.rename(stage.school.home / "gone")


def back(stage: Stage) -> None:
    (stage.school.home / "gone").rename(stage.school.exchange)


# By role


def test_without_names_every_page_on_the_way_calls_readers_by_their_roles(stage: Stage) -> None:
    stage.publish("settings", change_settings({"readers_named": False}), "head", "chair")
    stage.side.show_start()
    stage.settle()
    stage.at_check()
    assert "Designated safeguarding lead" in said(stage)
    assert "Helen" not in said(stage)
    stage.choose("Lock and send")
    assert "The designated safeguarding lead lets you know it has been dealt with" in said(stage)
    assert "Helen" not in said(stage)


# Sent, and received


def test_sent_is_said_when_it_lies_in_the_exchange(stage: Stage) -> None:
    before = len(list(stage.school.exchange.rglob("*.cenv")))
    send(stage)
    assert SENT in said(stage)
    assert len(list(stage.school.exchange.rglob("*.cenv"))) == before + 2  # with its slip


def test_what_is_kept_here_is_said_to_wait_and_not_to_be_sent(stage: Stage) -> None:
    stage.at_check()
    away(stage)
    stage.choose("Lock and send")
    assert WAITING in said(stage)
    assert SENT not in said(stage)
    assert "Locked and delivered" not in said(stage)
    assert len(stage.candour.machine.spool.names()) == 2  # with its slip


def test_what_waited_is_said_to_be_sent_when_it_has_gone(stage: Stage) -> None:
    stage.at_check()
    away(stage)
    stage.choose("Lock and send")
    look(stage)
    assert WAITING in said(stage)
    back(stage)
    before = len(list(stage.school.exchange.rglob("*.cenv")))
    look(stage)
    assert len(list(stage.school.exchange.rglob("*.cenv"))) == before + 2
    assert SENT in said(stage)
    assert WAITING not in said(stage)
    assert "Locked and delivered" in said(stage)


def test_what_waits_goes_also_after_its_page_was_left(stage: Stage) -> None:
    stage.at_check()
    away(stage)
    stage.choose("Lock and send")
    stage.choose("Finish and clear this screen")
    assert "The shared folder can’t be reached." in said(stage)
    back(stage)
    before = len(list(stage.school.exchange.rglob("*.cenv")))
    stage.side._clock.timeout.emit()
    stage.settle()
    assert len(list(stage.school.exchange.rglob("*.cenv"))) == before + 2
    assert "The shared folder can’t be reached." not in said(stage)


def test_nobody_is_said_to_have_received_it_before_they_have(stage: Stage) -> None:
    send(stage)
    look(stage)
    assert "Received by" not in said(stage)


def test_a_reader_who_has_opened_it_is_named_with_the_time(stage: Stage) -> None:
    send(stage)
    receive(stage, stage.school.dsl)
    look(stage)
    assert "Received by Priya Nair at 15:12" in said(stage)
    assert "Received by Helen Marsh" not in said(stage)


def test_a_forged_receipt_is_not_believed(stage: Stage) -> None:
    filed = send(stage)
    ack = filed.watched.entry.body.ack
    (wrong,) = signing(stage, "chair")
    exchange = stage.candour.machine.exchange
    for kid, name in filed.watched.tokens.items():
        token = make_token(ack, kid, wrong, "2026-03-12T15:12")
        assert token.name == name
        exchange.put(Area.RECEIPTS, token.name, token.content)
    look(stage)
    assert "Received by" not in said(stage)


def test_garbage_in_the_place_of_a_receipt_is_not_believed(stage: Stage) -> None:
    filed = send(stage)
    for name in filed.watched.tokens.values():
        stage.candour.machine.exchange.put(Area.RECEIPTS, name, b"received")
    look(stage)
    assert "Received by" not in said(stage)


# What happens next


def test_who_reads_it_and_by_when_they_decide(stage: Stage) -> None:
    send(stage, name_choice="give", your_name="Beth Carver")
    assert "Priya or Helen reads it and decides what to do" in said(stage)
    assert "By 15:12 on Friday 13 March." in said(stage)
    assert "Priya lets you know it has been dealt with" in said(stage)


def test_an_anonymous_report_is_told_by_the_day_only(stage: Stage) -> None:
    send(stage, name_choice="leave_off")
    assert "15:12" not in said(stage)
    assert "By the end of Friday 13 March." in said(stage)
    assert "Look for a reply with your return phrase, from Friday 13 March." in said(stage)


def test_whoever_gave_their_name_is_still_let_know(stage: Stage) -> None:
    send(stage, name_choice="give", your_name="Beth Carver")
    assert "Priya lets you know it has been dealt with" in said(stage)


def test_neither_the_person_nor_a_word_of_it_is_on_the_page(stage: Stage) -> None:
    send(stage)
    assert "Tom" not in said(stage)
    assert "chess" not in said(stage)


def test_reference_and_phrase_are_copied_for_a_minute(stage: Stage) -> None:
    filed = send(stage)
    stage.choose("Copy both")
    clipboard = QApplication.clipboard()
    assert clipboard.text() == f"{filed.reference}\n{filed.phrase}"
    assert "Copied. The clipboard clears in one minute." in said(stage)
    stage.side.forms._clipboard._clock.timeout.emit()
    assert clipboard.text() == ""


# Leaving no trace on the screen


@pytest.mark.parametrize("button", ["Finish and clear this screen", "Send something else"])
def test_it_is_gone_when_it_is_finished(stage: Stage, button: str) -> None:
    filed = send(stage)
    stage.choose(button)
    assert isinstance(stage.side._pages[-1], StartPage)
    assert filed.reference not in said(stage)


def test_it_is_gone_after_three_idle_minutes(stage: Stage) -> None:
    send(stage)
    page = confirmation(stage)
    assert (page._idle.isActive(), page._idle.interval()) == (True, 3 * 60_000)
    page._idle.timeout.emit()
    stage.settle()
    assert isinstance(stage.side._pages[-1], StartPage)


def test_a_touch_begins_the_three_minutes_anew(stage: Stage) -> None:
    send(stage)
    idle = confirmation(stage)._idle
    idle.stop()
    stage.press(K.Key_Tab)
    assert idle.isActive()


def test_whoever_does_not_feel_taken_seriously_finds_the_other_ways_and_comes_back(stage: Stage) -> None:
    filed = send(stage)
    stage.choose("If you don’t feel this was taken seriously")
    assert "Northmere Council, LADO" in said(stage)
    stage.choose("Back")
    assert filed.reference in said(stage)
