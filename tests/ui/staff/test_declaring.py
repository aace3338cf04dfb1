# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody declares something, by keys alone, and finds what came of it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt

from desktop.cases.acting import act
from desktop.forms.flow import CHECK, change
from desktop.sent import sent_by
from desktop.session import Session
from storage.charter import AbsenceData
from tests.ui.staff.declared import (
    gift_check,
    gift_for_pupil,
    gift_sent,
    gift_what,
    more_than_a_gift,
    something_more,
    tie_who,
)
from tests.ui.staff.stage import Stage
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_home import home, reads
from tests.ui.staff.test_journeys import confirmation
from tests.ui.walkers import accessible_name
from ui.widgets.dialog import Dialog
from ui.widgets.door_card import DoorCard
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.plain_view import PlainView
from ui.widgets.who_can_open import WhoCanOpen

K = Qt.Key
GIFT: Mapping[str, object] = {"direction": "offered", "what_happened": "A box of biscuits.", "worth": 500}


def test_a_gift_is_declared_by_keys_and_reaches_whoever_decides(stage: Stage) -> None:
    gift_sent(stage)
    case = confirmation(stage)._filed.case_id
    session = reads(stage, stage.school.head)
    values = stage.do(lambda: session.case(case)).report
    assert values is not None
    assert (values.values["worth"], values.values["giver"], values.values["did"]) == (6_000, "Mrs Jones", "accepted")
    stage.do(session.close)


def test_a_gift_is_read_back_to_the_penny(stage: Stage) -> None:
    gift_check(stage)
    assert "£60" in said(stage)


def test_the_school_says_that_it_asks_about_every_gift(stage: Stage) -> None:
    gift_what(stage)
    assert "Your school asks to hear about every gift." in said(stage)


def test_a_gift_is_promised_no_hour_and_no_silence(stage: Stage) -> None:
    gift_sent(stage)
    assert "Helen reads it and decides what to do" in said(stage)
    assert "Helen lets you know what was decided" in said(stage)
    assert "15:12 on" not in said(stage)
    assert "Don’t ask the child" not in said(stage)


def test_the_confirmation_of_a_gift_says_nothing_of_whom_it_came_from(stage: Stage) -> None:
    gift_sent(stage)
    assert "Jones" not in said(stage)
    assert "watch" not in said(stage)


def test_a_gift_to_a_pupil_offers_to_be_told_as_more(stage: Stage) -> None:
    gift_for_pupil(stage)
    assert "Should someone look at it as more than a gift?" in said(stage)
    stage.choose("I’d rather tell you about myself")
    assert "What would you like us to know?" in said(stage)
    desk = stage.side._stack.desk
    assert desk is not None
    assert desk.filling.typed["what_happened"] == "A book."


def test_what_was_decided_is_found_with_what_was_sent(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    case = stage.do(lambda: session.file("gift", dict(GIFT))).case_id
    head = reads(stage, stage.school.head)
    answers = {"outcome": "return", "rationale": "They are about to bid for the kitchen."}
    stage.do(lambda: act(head, case, "gift_decision", answers))
    stage.do(head.close)
    home(stage)
    assert "Turned down" in said(stage)
    reference = stage.do(lambda: session.row(case)).reference
    stage.choose(f"Show details of {reference}, Declare a gift or hospitality")
    words = [view.toPlainText() for view in stage.side.findChildren(PlainView)]
    assert "Decision: Return it with thanks\nReason: They are about to bid for the kitchen." in words


def test_a_tie_to_a_colleague_is_said_to_be_kept_from_them(stage: Stage) -> None:
    tie_who(stage)
    assert "not Tom Ashby" in said(stage)


def test_the_rarer_forms_come_when_they_are_asked_for(stage: Stage) -> None:
    assert len(stage.side.findChildren(DoorCard)) == 4
    something_more(stage)
    assert accessible_name(stage.focus).startswith("Report lost or leaked data")
    titles = [accessible_name(door) for door in stage.side.findChildren(DoorCard)]
    assert len(titles) == 11


def signed_in_a_year_later(stage: Stage) -> Session:
    """The teaching assistant, who declared a tie in the school year before."""
    session = stage.sign_in(stage.school.ta)
    tie = {"tie": "friend", "state": "current", "other_party": [{"person": stage.school.teacher.person_id}]}
    since = {"since": {"certainty": "about", "date": "2026-01-10"}, "touches": ["same_team"]}
    stage.do(lambda: session.file("relationship", {**tie, **since}))
    stage.hands.forward(days=190)
    home(stage)
    return session


def test_nothing_is_asked_about_a_tie_of_this_school_year(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    stage.do(lambda: session.file("relationship", {"tie": "pupil", "pupil": [{"initials": "L.M."}]}))
    home(stage)
    assert "Are these still right?" not in said(stage)


def test_all_ties_that_are_still_so_are_sent_again_in_one_step(stage: Stage) -> None:
    session = signed_in_a_year_later(stage)
    assert "Are these still right? 1 declaration" in said(stage)
    assert "Tom Ashby" not in said(stage)
    [item] = stage.do(lambda: sent_by(session))
    stage.choose("All still right")
    stage.choose("Lock and send it")
    newest, _ = stage.do(lambda: sent_by(session))
    assert (newest.values["state"], newest.values["former_reference"]) == ("renewed", item.reference)
    assert newest.values["since"] == item.values["since"]
    home(stage)
    assert "Are these still right?" not in said(stage)


def test_who_can_open_each_is_shown_before_and_no_is_the_safe_answer(stage: Stage) -> None:
    session = signed_in_a_year_later(stage)
    stage.choose("All still right")
    [dialog] = stage.side.findChildren(Dialog)
    assert "Who can open it: Helen Marsh." in " ".join(label.words for label in dialog.findChildren(PlainLabel))
    stage.press(K.Key_Escape)
    assert len(stage.do(lambda: sent_by(session))) == 1


def test_nothing_is_sent_where_others_would_read_it_by_now(stage: Stage) -> None:
    session = signed_in_a_year_later(stage)
    stage.choose("All still right")
    stage.publish("absence", AbsenceData(person=stage.school.head.person_id), "head", "chair")
    stage.choose("Lock and send it")
    dialogs = [dialog for dialog in stage.side.findChildren(Dialog) if dialog.isVisible()]
    words = " ".join(label.words for dialog in dialogs for label in dialog.findChildren(PlainLabel))
    assert "Other people can open them now." in words
    assert "Martin Oyelaran" in words
    assert len(stage.do(lambda: sent_by(session))) == 1


def test_a_tie_that_has_changed_is_asked_about_from_the_start(stage: Stage) -> None:
    signed_in_a_year_later(stage)
    [link] = [each for each in stage.side.findChildren(LinkButton) if accessible_name(each).startswith("Change this")]
    link.click()
    stage.settle()
    assert "What kind of link is it?" in said(stage)


def test_of_a_tie_that_has_ended_the_day_is_asked(stage: Stage) -> None:
    signed_in_a_year_later(stage)
    [link] = [each for each in stage.side.findChildren(LinkButton) if accessible_name(each).startswith("It has ended")]
    link.click()
    stage.settle()
    assert "When did it end?" in said(stage)


def test_a_present_that_was_more_than_a_gift_is_told_in_one_journey_as_two_records(stage: Stage) -> None:
    more_than_a_gift(stage)
    assert "One part is still to be sent." in said(stage)
    stage.choose("Go on to the second part")
    second = stage.side._stack.desk
    assert second is not None
    assert second.filling.typed["what_happened"] == "A book about sharks."
    second._show(change(CHECK))
    panel = second.findChild(WhoCanOpen)
    assert panel is not None
    assert panel.readers.names == "Priya Nair and Helen Marsh"
    stage.choose("Lock and send")
    session = stage.side._here.session
    assert session is not None
    told, gift = stage.do(partial(sent_by, session))
    assert (told.form, gift.form) == ("self_report", "gift")
    assert told.values["declared_with"] == gift.reference


def test_whoever_chairs_a_panel_hears_yes_and_not_what_the_tie_is(stage: Stage) -> None:
    school = stage.school
    teller = stage.sign_in(school.ta)
    tie = {"tie": "applicant", "relation": "cousin", "other_name": "R. Quayle", "what_happened": "He asked me."}
    stage.do(lambda: teller.file("relationship", {**tie, "panel_chair": school.teacher.person_id}))
    stage.do(teller.close)
    session = stage.sign_in(school.teacher)
    stage.do(session.sync)
    home(stage)
    assert "For a panel that you chair" in said(stage)
    assert "Quayle" not in said(stage)
    stage.choose("Show who it is about")
    dialog = next(each for each in stage.side.findChildren(Dialog) if each.isVisible())
    words = " ".join(label.words for label in dialog.findChildren(PlainLabel))
    assert "12 Mar 2026: Beth Carver and R. Quayle: yes." in words
    assert "cousin" not in words.lower()
