# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody signed in finds: what they have begun, what they have sent, and what came of it."""

from datetime import timedelta

import pytest

from desktop.cases.acting import act
from desktop.cases.tracks import Verdict
from desktop.changing.making import make_change
from desktop.drafts import drafts_of
from desktop.sent import SentItem, SentState
from desktop.session import Session
from storage.charter import RoleData
from tests.school import Member
from tests.ui.staff.scenes import own_name
from tests.ui.staff.stage import K, Stage
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_journeys import confirmation
from tests.ui.walkers import accessible_name
from ui.staff.form_desk import FormDesk
from ui.staff.home_page import HomePage, state_words

NOTE = "Nobody has received"
KIT = "You haven’t printed your recovery kit yet."


def send(stage: Stage, **answers: object) -> str:
    """Send a concern as whoever is signed in. Returns its case."""
    stage.at_check(**answers)
    stage.choose("Lock and send")
    case = confirmation(stage)._filed.case_id
    stage.choose("Finish and clear this screen")
    return case


def home(stage: Stage) -> None:
    """Show the first page again, as when somebody comes back to it."""
    stage.side.show_home(stage.sessions[-1])
    stage.settle()


def reads(stage: Stage, member: Member) -> Session:
    session = stage.do(lambda: stage.school.sign_in(stage.candour, member))
    stage.sessions.append(session)
    stage.do(session.sync)
    stage.sessions.pop()
    return session


def test_what_was_sent_is_listed_without_whom_it_is_about(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    assert "Share a concern" in said(stage)
    assert "Tom" not in said(stage)


def test_the_details_show_their_own_words_and_lead_back(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    case = send(stage)
    reference = stage.do(lambda: session.row(case)).reference
    stage.choose(f"Show details of {reference}, Share a concern")
    assert "Tom Ashby" in said(stage)
    assert "Nobody has replied yet." in said(stage)
    stage.choose("Back")
    assert stage.title == "Tell us something"


def test_whoever_received_it_is_named(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    stage.do(reads(stage, stage.school.dsl).close)
    home(stage)
    assert "Received by Priya" in said(stage)


def test_a_reply_is_shown_with_its_author(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    case = send(stage)
    reader = reads(stage, stage.school.dsl)
    stage.do(lambda: act(reader, case, "question", {"text": "Which gate was it?"}))
    stage.do(reader.close)
    home(stage)
    assert "Priya asked you something" in said(stage)
    reference = stage.do(lambda: session.row(case)).reference
    stage.choose(f"Show details of {reference}, Share a concern")
    assert "Priya Nair asked, Thursday 12 March at 15:12" in said(stage)


# Nobody has received it


def test_after_a_day_without_a_receipt_it_says_whom_to_tell(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    assert NOTE not in said(stage)
    stage.hands.forward(hours=24)
    home(stage)
    assert NOTE in said(stage)
    assert "More than a day has passed. Tell Priya Nair (room 3, extension 204) in person." in said(stage)


def test_nobody_is_told_to_go_to_the_person_it_is_about(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage, about=stage.school.dsl.person_id)
    stage.hands.forward(hours=30)
    home(stage)
    assert "Tell Rhiannon Pryce (room 5, extension 207) in person." in said(stage)


def test_what_somebody_has_received_raises_no_alarm(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    stage.do(reads(stage, stage.school.head).close)
    stage.hands.forward(days=2)
    home(stage)
    assert NOTE not in said(stage)


# Reminders


def test_who_is_asked_to_sign_a_change_is_told_and_led_to_it(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    head = stage.do(lambda: stage.school.sign_in(stage.candour, stage.school.head))
    role = RoleData(role="deputy_dsl", person=stage.school.ta.person_id)
    stage.do(lambda: make_change(head, [role]))
    stage.do(head.close)
    asked: list[str] = []
    stage.side.settings_asked.connect(asked.append)
    home(stage)
    assert "A change waits for your signature." in said(stage)
    assert KIT not in said(stage)
    stage.choose("Look at it now")
    assert asked == ["roles"]


def test_a_reminder_gives_way_to_what_is_more_serious(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    send(stage)
    assert KIT in said(stage)
    stage.hands.forward(hours=24)
    home(stage)
    assert KIT not in said(stage)


# Drafts


def begin(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("Continue")
    stage.tab_to("In your own words")
    stage.type("He drove a pupil home.")


def test_what_was_begun_is_carried_on_with_where_it_was_left(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    begin(stage)
    stage.choose("Save and finish later")
    assert "What you’ve started" in said(stage)
    stage.choose("Carry on with Share a concern, saved Thursday 12 March at 15:12")
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk)
    assert (desk._flow.at, desk.filling.typed["what_happened"]) == ("what", "He drove a pupil home.")


def test_leaving_takes_the_draft_away_after_asking(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    begin(stage)
    stage.press(K.Key_S, modifier=stage.ctrl)
    assert len(stage.do(lambda: drafts_of(session))) == 1
    stage.choose("Leave without sending")
    assert "and so will the draft of it" in said(stage)
    stage.choose("Clear and leave")
    stage.settle()
    assert stage.do(lambda: drafts_of(session)) == ()


def test_being_turned_to_child_protection_leaves_no_draft(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    begin(stage)
    stage.press(K.Key_S, modifier=stage.ctrl)
    stage.choose("Back")
    stage.choose("It’s about a child, not an adult at school")
    stage.choose("Clear it and show me")
    assert stage.title == "A worry about a child goes another way"
    assert stage.do(lambda: drafts_of(session)) == ()


def test_a_walk_up_who_signs_in_finds_their_words_as_a_draft(stage: Stage) -> None:
    begin(stage)
    stage.choose("Sign in and finish later")
    session = stage.sign_in(stage.school.ta)
    assert isinstance(stage.side._pages[-1], HomePage)
    (kept,) = stage.do(lambda: drafts_of(session))
    assert kept.draft.typed["what_happened"] == "He drove a pupil home."
    assert "What you’ve started" in said(stage)


def test_whoever_turns_back_from_signing_in_has_lost_nothing(stage: Stage) -> None:
    begin(stage)
    stage.choose("Sign in and finish later")
    stage.choose("Back")
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk)
    assert desk.filling.typed["what_happened"] == "He drove a pupil home."


def test_whoever_chooses_themselves_is_asked_whether_they_mean_the_other_form(stage: Stage) -> None:
    own_name(stage)
    assert accessible_name(stage.focus) == "Switch to that form"
    stage.press(K.Key_Space)
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk)
    assert desk.filling.spec.form_id == "self_report"


def test_whoever_means_this_form_goes_on_with_it(stage: Stage) -> None:
    own_name(stage)
    stage.choose("Carry on here")
    assert accessible_name(stage.focus) == "Continue"
    assert "It sounds as if you want to tell us about yourself." not in said(stage)


@pytest.mark.parametrize(("days", "words"), [(0, "Approved"), (1, "Approved, now over")])
def test_a_permission_that_is_over_says_so(stage: Stage, days: int, words: str) -> None:
    today = stage.candour.machine.today()
    item = SentItem(
        case_id="ab" * 32,
        reference="7KQ4-M2XR",
        form="permission",
        at=stage.candour.machine.now(),
        state=SentState.DECIDED,
        received={},
        replies=(),
        further=(),
        readers=(),
        values={},
        verdict=Verdict.APPROVED,
        until=today - timedelta(days=days),
    )
    assert state_words(item, stage.side._here) == words
