# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the staff side promises whoever reports: how little it takes, who can read it, and what happens in danger."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop.cases.case import Case
from desktop.sent import sent_by
from tests.school import Member
from tests.ui.conftest import Announcement
from tests.ui.staff.scenes import RISK, emergency
from tests.ui.staff.stage import STORY, K, Stage
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_journeys import confirmation, read_by
from ui.forms.form_page import FormPage
from ui.forms.notes import FixedText
from ui.staff.form_desk import FormDesk
from ui.staff.redirect_page import RedirectPage
from ui.widgets.field import Field
from ui.widgets.who_can_open import WhoCanOpen

SENTENCE = "He drove a pupil home."


def begin(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")


def go_on(stage: Stage, times: int = 1) -> None:
    for _ in range(times):
        stage.choose("Continue")


def no_child_at_risk(stage: Stage) -> None:
    stage.tab_to(RISK)
    stage.press(K.Key_N)


def desk(stage: Stage) -> FormDesk:
    page = stage.side._pages[-1]
    assert isinstance(page, FormDesk), stage.title
    return page


# How little it takes


def unlisted(stage: Stage) -> None:
    stage.tab_to("Name or job")
    stage.type("zz")
    stage.press(K.Key_End, K.Key_Return)


def rather_not_say(stage: Stage) -> None:
    stage.choose("I’d rather not say who")


def nothing(stage: Stage) -> None:
    pass


@pytest.mark.parametrize("who", [unlisted, rather_not_say, nothing], ids=lambda who: who.__name__)
def test_one_sentence_about_somebody_unknown_is_enough(stage: Stage, who: Callable[[Stage], None]) -> None:
    begin(stage)
    who(stage)
    go_on(stage)
    stage.tab_to("In your own words")
    stage.type(SENTENCE)
    go_on(stage, 2)
    no_child_at_risk(stage)
    go_on(stage, 3)
    stage.choose("Lock and send")
    case = read_by(stage, stage.school.dsl, confirmation(stage)._filed.case_id)
    assert case.report is not None
    assert case.report.values == {"what_happened": SENTENCE, "risk_now": "no"}


# Danger first


@pytest.mark.parametrize("form", ["Share a concern about an adult", "Tell us about yourself"])
def test_the_danger_panel_stands_before_the_first_field(stage: Stage, form: str) -> None:
    stage.choose(form)
    page = desk(stage)._steps.current
    assert isinstance(page, FormPage)
    (danger,) = (text for text in page.findChildren(FixedText) if text.is_urgent and text.isVisible())
    first = min(_top(field, page) for field in page.findChildren(Field) if field.isVisible())
    assert _top(danger, page) < first
    assert "call 999" in said(stage)


def _top(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).y()


def at_the_risk_question(stage: Stage) -> None:
    begin(stage)
    go_on(stage)
    stage.tab_to("In your own words")
    stage.type(SENTENCE)
    go_on(stage, 2)
    stage.tab_to(RISK)


@pytest.mark.parametrize("key", [K.Key_Y, K.Key_S], ids=["yes", "not sure"])
def test_a_child_who_may_be_at_risk_interrupts_with_whom_to_go_to(stage: Stage, key: K) -> None:
    at_the_risk_question(stage)
    stage.press(*([K.Key_Y] if key is K.Key_Y else [K.Key_N, K.Key_Right]))
    go_on(stage)
    assert "Please speak to someone before you go on" in said(stage)
    assert "Find Priya Nair: room 3, extension 204." in said(stage)
    assert "find Helen Marsh: head’s office, extension 201. If a child is in danger, call 999." in said(stage)


def test_a_plain_no_does_not_interrupt(stage: Stage) -> None:
    at_the_risk_question(stage)
    stage.press(K.Key_N)
    go_on(stage)
    assert desk(stage)._flow.at == "kind"


def test_the_interruption_is_heard_at_once(stage: Stage, announced: list[Announcement]) -> None:
    at_the_risk_question(stage)
    stage.press(K.Key_Y)
    go_on(stage)
    assert any(each.is_assertive and "Find Priya Nair" in each.text for each in announced)


def test_whoever_cannot_reach_anybody_is_shown_everybody_there_is(stage: Stage) -> None:
    emergency(stage)
    stage.choose("I can’t reach anyone")
    for name in ("Rhiannon Pryce", "Helen Marsh", "Northmere Council, LADO", "01632 960120", "999"):
        assert name in said(stage)


@pytest.mark.parametrize("way", ["I’ve spoken to Priya Nair: carry on", "I can’t reach anyone"])
def test_after_the_interruption_it_carries_on_with_nothing_lost(stage: Stage, way: str) -> None:
    emergency(stage)
    before = dict(desk(stage).filling.typed)
    stage.choose(way)
    if "can’t" in way:
        go_on(stage)
    assert desk(stage)._flow.at == "kind"
    after = desk(stage).filling.typed
    assert {name: after[name] for name in before} == before
    assert after["what_happened"].startswith(STORY.splitlines()[0])  # type: ignore[attr-defined] # it is text


def test_nobody_is_sent_to_the_person_it_is_about(stage: Stage) -> None:
    begin(stage)
    stage.tab_to("Name or job")
    stage.type("priya")
    stage.press(K.Key_Return)
    assert "Find Rhiannon Pryce (room 5, extension 207) or call 999." in said(stage)


def test_that_a_child_may_be_at_risk_comes_with_the_report(stage: Stage) -> None:
    emergency(stage)
    stage.choose("I’ve spoken to Priya Nair: carry on")
    go_on(stage, 2)
    stage.choose("Lock and send")
    case = read_by(stage, stage.school.dsl, confirmation(stage)._filed.case_id)
    assert case.report is not None
    assert (case.report.values["risk_now"], case.report.values["spoken_first"]) == ("yes", "spoken")


# A worry about a child


def test_a_worry_about_a_child_is_turned_to_the_other_route_and_nothing_is_kept(stage: Stage) -> None:
    begin(stage)
    unlisted(stage)
    stage.tab_to("What you know about them")
    stage.type("A child in Year 4")
    typed = desk(stage).filling.typed
    stage.choose("It’s about a child, not an adult at school")
    stage.choose("Clear it and show me")
    assert isinstance(stage.side._pages[-1], RedirectPage)
    assert "A worry about a child goes another way" in said(stage)
    assert "Tell Priya Nair about the child now: room 3, extension 204." in said(stage)
    assert (typed, stage.redirects) == ({}, 1)


def test_what_is_kept_is_that_somebody_was_redirected_and_the_day(stage: Stage) -> None:
    stage.do(stage.candour.note_redirect)

    def kept() -> list[Case]:
        session = stage.school.sign_in(stage.candour, stage.school.dsl)
        try:
            session.sync()
            return [session.case(case) for case in session.entries.cases()]
        finally:
            session.close()

    (case,) = stage.do(kept)
    (entry,) = case.entries
    assert (entry.kind, entry.author, dict(entry.values)) == ("redirect", None, {})
    assert entry.is_day_only


def test_whoever_thinks_again_keeps_writing(stage: Stage) -> None:
    begin(stage)
    unlisted(stage)
    stage.tab_to("What you know about them")
    stage.type("A coach")
    stage.choose("It’s about a child, not an adult at school")
    stage.press(K.Key_Escape)
    assert desk(stage).filling.typed["about_description"] == "A coach"
    assert stage.redirects == 0


# Who can open it


def readers(stage: Stage) -> str:
    (panel,) = (each for each in desk(stage).findChildren(WhoCanOpen) if each.isVisible())
    return panel.readers.names


def test_who_can_open_it_stands_on_every_page_by_name(stage: Stage) -> None:
    begin(stage)
    seen = [readers(stage)]
    go_on(stage)
    seen.append(readers(stage))
    stage.tab_to("In your own words")
    stage.type(SENTENCE)
    for _ in range(2):
        go_on(stage)
        seen.append(readers(stage))
    stage.tab_to(RISK)
    stage.press(K.Key_Y)
    go_on(stage)
    seen.append(readers(stage))
    stage.choose("I’ve spoken to Priya Nair: carry on")
    for _ in range(3):
        seen.append(readers(stage))
        if desk(stage)._flow.at != "check":
            go_on(stage)
    assert desk(stage)._flow.at == "check"
    assert seen == ["Priya Nair and Helen Marsh"] * 8


@pytest.mark.parametrize(
    ("typed", "names"),
    [("helen", "Martin Oyelaran"), ("priya", "Helen Marsh"), ("martin", "Ruth Adeyemi, Priya Nair and Helen Marsh")],
)
def test_it_changes_as_soon_as_somebody_is_chosen_and_is_said(
    stage: Stage, announced: list[Announcement], typed: str, names: str
) -> None:
    begin(stage)
    stage.tab_to("Name or job")
    stage.type(typed)
    stage.press(K.Key_Return)
    assert readers(stage) == names
    assert any(names in each.text for each in announced)


def test_it_changes_back_when_the_choice_is_taken_back(stage: Stage) -> None:
    begin(stage)
    stage.tab_to("Name or job")
    stage.type("helen")
    stage.press(K.Key_Return)
    stage.choose("Choose someone else")
    assert readers(stage) == "Priya Nair and Helen Marsh"


def test_it_changes_when_it_could_be_somebody_in_charge(stage: Stage) -> None:
    begin(stage)
    rather_not_say(stage)
    stage.tab_to("Could it be Priya Nair or Helen Marsh?")
    stage.press(K.Key_Y)
    assert readers(stage) == "Martin Oyelaran"


def test_whoever_reads_it_is_who_was_shown(stage: Stage) -> None:
    begin(stage)
    stage.tab_to("Name or job")
    stage.type("priya")
    stage.press(K.Key_Return)
    go_on(stage)
    stage.tab_to("In your own words")
    stage.type(SENTENCE)
    go_on(stage, 2)
    no_child_at_risk(stage)
    go_on(stage, 3)
    shown = readers(stage)
    stage.choose("Lock and send")
    case = confirmation(stage)._filed.case_id
    assert shown == "Helen Marsh"
    assert [holds(stage, member, case) for member in (stage.school.head, stage.school.dsl)] == [True, False]


def holds(stage: Stage, member: Member, case: str) -> bool:
    def look() -> bool:
        session = stage.school.sign_in(stage.candour, member)
        try:
            session.sync()
            return case in session.entries.cases()
        finally:
            session.close()

    return stage.do(look)


def test_a_walk_ups_name_is_a_claim_that_nobody_has_checked(stage: Stage) -> None:
    stage.at_check(name_choice="give", your_name="Beth Carver")
    stage.choose("Lock and send")
    case = read_by(stage, stage.school.dsl, confirmation(stage)._filed.case_id)
    assert case.report is not None
    assert (case.reporter, case.report.claims, case.is_anonymous) == (None, "Beth Carver", False)


def test_a_member_may_leave_their_name_off_and_is_told_what_that_means(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")
    case = read_by(stage, stage.school.dsl, confirmation(stage)._filed.case_id)
    assert case.is_anonymous
    assert "This won’t appear in what you’ve sent, because you left your name off." in said(stage)
    assert stage.do(lambda: sent_by(session)) == ()


# What leaving one's name off does not hide (architecture.md, decision 10)


@pytest.mark.parametrize(("choice", "told"), [("leave_off", True), ("not_yet", True), ("give", False)])
def test_without_a_name_it_is_said_before_sending_what_shows_all_the_same(
    stage: Stage, choice: str, told: bool
) -> None:
    stage.at_check(name_choice=choice, your_name="Joe Lindqvist")
    assert ("IT can see that this computer, and whoever is signed in to Windows on it" in said(stage)) is told
    assert ("School monitoring software may record this screen." in said(stage)) is told
