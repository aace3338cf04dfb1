# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole way of a concern, by keys alone: from the start page into the safeguarding lead's vault."""

from desktop.cases.case import Case
from desktop.session import Session
from tests.school import Member
from tests.ui.staff.scenes import RISK
from tests.ui.staff.stage import STORY, K, Stage
from ui.staff.confirmation_page import ConfirmationPage


def name_the_teacher(stage: Stage) -> None:
    stage.press(K.Key_Space)  # the first card has the keyboard
    stage.tab_to("Name or job")
    stage.type("ash")
    stage.press(K.Key_Return, K.Key_Return)


def tell_what_happened(stage: Stage) -> None:
    stage.tab_to("In your own words")
    stage.type(STORY.splitlines()[0])
    stage.press(K.Key_Return, modifier=stage.ctrl)


def say_when_and_where(stage: Stage) -> None:
    stage.tab_to("What day did it happen?")
    stage.type("10 March")
    stage.tab_to("Where did it happen?")
    stage.type("Side gate")
    stage.press(K.Key_Return)


def say_no_child_is_at_risk(stage: Stage) -> None:
    stage.tab_to("Was a child there or affected?")
    stage.press(K.Key_Y)
    stage.tab_to("Initials")
    stage.type("L.M.")
    stage.tab_to(RISK)
    stage.press(K.Key_N)
    stage.choose("Continue")


def tick_what_it_was(stage: Stage) -> None:
    stage.choose("A lift in a car")
    stage.choose("Continue")


def answer_everything_but_the_name(stage: Stage) -> None:
    name_the_teacher(stage)
    tell_what_happened(stage)
    say_when_and_where(stage)
    say_no_child_is_at_risk(stage)
    tick_what_it_was(stage)


def confirmation(stage: Stage) -> ConfirmationPage:
    page = stage.side._pages[-1]
    assert isinstance(page, ConfirmationPage), stage.title
    return page


def read_by(stage: Stage, member: Member, case_id: str) -> Case:
    """What has come into somebody's vault."""

    def read() -> Case:
        session = stage.school.sign_in(stage.candour, member)
        try:
            session.sync()
            return session.case(case_id)
        finally:
            session.close()

    return stage.do(read)


def test_a_walk_up_gives_their_name(stage: Stage) -> None:
    answer_everything_but_the_name(stage)
    stage.tab_to("Do you want to give your name?")
    stage.press(K.Key_G)
    stage.tab_to("Your name")
    stage.type("Beth Carver")
    stage.press(K.Key_Return)
    stage.press(K.Key_Return)  # "Lock and send" has the keyboard
    filed = confirmation(stage)._filed
    case = read_by(stage, stage.school.dsl, filed.case_id)
    assert case.report is not None
    assert case.report.claims == "Beth Carver"
    assert case.report.values == {
        "about": stage.school.teacher.person_id,
        "what_happened": STORY.splitlines()[0],
        "when": {"certainty": "day", "date": "2026-03-10"},
        "where": {"words": "Side gate"},
        "child_affected": "yes",
        "children": [{"initials": "L.M."}],
        "risk_now": "no",
        "everyday": ["lift"],
        "name_choice": "give",
        "your_name": "Beth Carver",
    }


def test_a_walk_up_leaves_their_name_off(stage: Stage) -> None:
    answer_everything_but_the_name(stage)
    stage.tab_to("Do you want to give your name?")
    stage.press(K.Key_D)
    stage.choose("Continue")
    stage.press(K.Key_Return)
    filed = confirmation(stage)._filed
    case = read_by(stage, stage.school.head, filed.case_id)
    assert case.is_anonymous
    assert filed.phrase is not None
    assert len(filed.phrase.split()) == 5


def test_a_member_files_it_in_their_own_name_and_finds_it_again(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    answer_everything_but_the_name(stage)
    stage.choose("Continue")
    stage.press(K.Key_Return)
    filed = confirmation(stage)._filed
    assert filed.phrase is None
    assert read_by(stage, stage.school.dsl, filed.case_id).reporter == stage.school.ta.person_id
    stage.choose("Finish and clear this screen")
    assert stage.title == "Tell us something"
    stage.tab_to(f"Show details of {filed.reference}, Share a concern")
    stage.press(K.Key_Return)
    assert stage.title == "Share a concern"
    assert draft_names(stage, session) == []


def draft_names(stage: Stage, session: Session) -> list[tuple[str, str]]:
    return stage.do(session.drafts.names)


def test_a_concern_about_the_head_never_reaches_the_head(stage: Stage) -> None:
    stage.press(K.Key_Space)
    stage.tab_to("Name or job")
    stage.type("helen")
    stage.press(K.Key_Return, K.Key_Return)
    tell_what_happened(stage)
    stage.choose("Continue")
    stage.tab_to(RISK)
    stage.press(K.Key_N)
    for _ in range(3):
        stage.choose("Continue")
    stage.press(K.Key_Return)
    readers = {reader.person_id for reader in confirmation(stage)._filed.route.readers}
    assert readers == {stage.school.chair.person_id}
