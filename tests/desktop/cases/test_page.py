# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One case as its page shows it to one reader."""

import msgspec
import pytest

from desktop.cases.page import Part, SenderKind, kind_of_decision, open_page, read_page
from desktop.people import PersonId
from tests.desktop.desks import LOW_LEVEL, Desks

TOLD: dict[str, object] = {
    "what_happened": "He drove a boy home.",
    "when": {"certainty": "day", "date": "2026-03-10"},
    "time": {"band": "after_school"},
    "where": {"words": "Side gate"},
    "child_affected": "yes",
    "children": [{"initials": "L.M.", "year": "4"}],
    "child_seemed": "Happy.",
    "name_choice": "give",
    "name_to_person": "no",
    "keep_from": "The head’s secretary.",
    "happened_before": "no",
    "risk_now": "no",
}


@pytest.fixture
def case(desks: Desks) -> str:
    filed = desks.concern(desks.school.ta, desks.school.teacher, **TOLD)
    desks.sync(desks.school.dsl, desks.school.head)
    return filed


def test_the_facts_are_when_where_and_which_children(desks: Desks, case: str) -> None:
    page = read_page(desks.of(desks.school.dsl), case)
    facts = [(row.label, row.value) for row in page.facts]
    assert facts == [("When", "Tue 10 March, after school"), ("Where", "Side gate"), ("Children", "One. L.M., Year 4")]


def test_the_rest_of_the_answers_is_there_once(desks: Desks, case: str) -> None:
    page = read_page(desks.of(desks.school.dsl), case)
    assert [(row.label, row.value) for row in page.more] == [
        ("Happened before", "No"),
        ("Children", "Happy."),
        ("A child hurt or at risk now", "No"),
    ]


def test_wishes_about_the_name_are_the_reporters(desks: Desks, case: str) -> None:
    wishes = read_page(desks.of(desks.school.dsl), case).wishes
    assert (wishes.to_person, wishes.keep_from) == ("no", "The head’s secretary.")


def test_a_member_who_sent_it_is_named_with_their_job(desks: Desks, case: str) -> None:
    sender = read_page(desks.of(desks.school.dsl), case).sender
    assert (sender.kind, sender.name, sender.job) == (SenderKind.MEMBER, "Beth Carver", "Teaching assistant")


def test_a_walk_ups_name_is_only_claimed(desks: Desks) -> None:
    values: dict[str, object] = {**TOLD, "about": desks.school.teacher.person_id, "your_name": "Jo Bloggs"}
    case = desks.candour.file_walk_up("concern", values).case_id
    desks.sync(desks.school.dsl)
    sender = read_page(desks.of(desks.school.dsl), case).sender
    assert (sender.kind, sender.name) == (SenderKind.CLAIMED, "Jo Bloggs")


def test_nobody_is_named_who_left_their_name_off(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher, name_choice="leave_off")
    desks.sync(desks.school.dsl)
    page = read_page(desks.of(desks.school.dsl), case)
    assert (page.sender.kind, page.row.filed_day_only) == (SenderKind.ANONYMOUS, True)


def test_the_lead_prepares_and_the_head_decides(desks: Desks, case: str) -> None:
    school = desks.school
    parts = {member.name: read_page(desks.of(member), case).part for member in (school.dsl, school.head, school.ta)}
    assert parts == {school.dsl.name: Part.PREPARES, school.head.name: Part.DECIDES, school.ta.name: Part.READS}
    assert read_page(desks.of(school.dsl), case).decider == "Helen Marsh"


def test_opening_leaves_an_entry_and_reading_again_does_not(desks: Desks, case: str) -> None:
    session = desks.of(desks.school.dsl)
    read_page(session, case)
    assert session.row(case).is_unread
    open_page(session, case)
    read_page(session, case)
    assert [entry.kind for entry in session.case(case).entries] == ["report", "access"]


def test_what_came_since_the_last_opening_is_new(desks: Desks, case: str) -> None:
    school = desks.school
    assert open_page(desks.of(school.dsl), case).story.first_new == ""
    desks.hands.forward(hours=1)
    note = desks.act(school.head, case, "note", {"text": "Ring me."})
    desks.hands.forward(hours=1)
    desks.sync(school.dsl)
    assert open_page(desks.of(school.dsl), case).story.first_new == note


def test_who_has_opened_it_is_said_reader_by_reader(desks: Desks, case: str) -> None:
    open_page(desks.of(desks.school.head), case)
    desks.sync(desks.school.dsl)
    lines = read_page(desks.of(desks.school.dsl), case).readers
    assert [(line.name, line.is_me, line.opened_at is not None) for line in lines] == [
        ("Priya Nair", True, False),
        ("Helen Marsh", False, True),
    ]


def test_earlier_cases_count_until_they_are_opened(desks: Desks, case: str) -> None:
    session = desks.of(desks.school.dsl)
    later = desks.concern(desks.school.ta, desks.school.teacher)
    session.sync()
    assert [row.case_id for row in read_page(session, later).unseen_earlier] == [case]
    open_page(session, case)
    page = read_page(session, later)
    assert (len(page.earlier), page.unseen_earlier) == (1, ())


def test_the_lados_clock_runs_once_a_limb_is_not_sure(desks: Desks, case: str) -> None:
    session = desks.of(desks.school.dsl)
    assert read_page(session, case).lado is None
    values = {**LOW_LEVEL, "limb_risk": "not_sure", "limb_risk_why": "Alone.", "outcome": "T7", "more_needed": "Who."}
    desks.act(desks.school.dsl, case, "triage", {**values, "more_by": "2026-03-16"})
    assert read_page(session, case).lado is not None


class TestWhichActRecordsIt:
    def test_is_the_triage_for_whoever_prepares(self, desks: Desks, case: str) -> None:
        assert kind_of_decision(read_page(desks.of(desks.school.dsl), case), "T3") == "triage"

    def test_is_the_decision_for_whoever_decides(self, desks: Desks, case: str) -> None:
        assert kind_of_decision(read_page(desks.of(desks.school.head), case), "T3") == "decision"

    @pytest.mark.parametrize(("outcome", "kind"), [("T3", "decision"), ("T1", "triage"), (None, "triage")])
    def test_is_the_leads_decision_where_the_school_lets_them(
        self, desks: Desks, case: str, outcome: object, kind: str
    ) -> None:
        page = read_page(desks.of(desks.school.dsl), case)
        settings = msgspec.structs.replace(page.desk.school.settings, dsl_may_decide_low_level=True)
        desk = msgspec.structs.replace(page.desk, school=msgspec.structs.replace(page.desk.school, settings=settings))
        assert kind_of_decision(msgspec.structs.replace(page, desk=desk), outcome) == kind


def test_a_redirect_has_a_page_without_words(desks: Desks) -> None:
    desks.candour.note_redirect()
    session = desks.of(desks.school.dsl)
    session.sync()
    case = session.views.cases("needs_you")[0]
    page = read_page(session, case)
    assert (page.words, page.facts, page.decide, page.row.form) == ("", (), None, "redirect")


def test_nobody_who_is_not_listed_is_named(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, None, about_description="A tall man.")
    desks.sync(desks.school.dsl)
    page = read_page(desks.of(desks.school.dsl), case)
    assert (page.concerned, page.row.about) == ((), ("A tall man.",))
    assert PersonId("") not in page.case.concerned()
