# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The story of a case: order, titles, corrections, what stands apart."""

from datetime import date, timedelta

from desktop.cases.entry import CaseEntry
from desktop.cases.story import INCIDENT, Story, tell
from storage.body import Standing
from tests.desktop.cases.building import (
    AT,
    CONCERN,
    DSL,
    HEAD,
    MEANING,
    SCHOOL,
    TA,
    case_of,
    decision,
    eid,
    entry,
    report,
    triage,
)


def story_of(*entries: CaseEntry, **seen: object) -> Story:
    return tell(case_of(*entries), DSL, SCHOOL, MEANING, AT if seen else None)


def access(number: int, author: object = DSL, **changed: object) -> CaseEntry:
    return entry(number, "access", author, **changed)  # type: ignore[arg-type]  # one of the people


def kinds(story: Story) -> list[str]:
    return [item.kind for item in story.items]


def test_what_happened_earlier_stands_where_it_happened() -> None:
    when = {"certainty": "day", "date": "2026-03-10"}
    story = story_of(report({**CONCERN, "when": when, "where": {"words": "Side gate"}}))
    first = story.items[0]
    assert (first.kind, first.day, first.where) == (INCIDENT, date(2026, 3, 10), "Side gate")
    assert kinds(story) == [INCIDENT, "report"]


def test_a_report_that_names_no_day_has_no_such_item() -> None:
    assert kinds(story_of(report({**CONCERN, "when": {"certainty": "unknown"}}))) == ["report"]


def test_a_conversation_stands_on_its_own_day() -> None:
    told = entry(3, "note", DSL, {"note_kind": "conversation", "on": "2026-03-11", "text": "Ten minutes."})
    story = story_of(report(), access(2), told)
    assert kinds(story) == ["note", "report", "access"]
    assert story.items[0].day == date(2026, 3, 11)


def test_an_outcome_says_from_when_and_stays_where_it_was_recorded() -> None:
    outcome = entry(3, "outcome", HEAD, {"on": "2026-03-01", "reason": "Because."})
    assert kinds(story_of(report(), decision(2), outcome)) == ["report", "decision", "outcome"]


def test_nothing_stands_before_what_its_author_had_seen() -> None:
    slow = entry(3, "note", HEAD, {"text": "From a slow clock."}, at=AT - timedelta(days=3))
    assert kinds(story_of(report(), access(2), slow)) == ["report", "access", "note"]


def test_titles_come_from_the_forms() -> None:
    story = story_of(
        report(), entry(2, "note", DSL, {"text": "x"}), entry(3, "action", HEAD, {"what": "ring the LADO"})
    )
    titles = [item.title for item in story.items]
    assert titles == ["Beth Carver reported a concern", "Note by Priya Nair", "Action: ring the LADO"]


def test_a_report_without_a_name_gets_no_title_here() -> None:
    story = story_of(report(author=None, standing=Standing.WALK_UP_ANONYMOUS))
    assert story.items[0].title == ""


def test_the_main_words_are_those_that_the_form_needs() -> None:
    told = triage(2, "T3", DSL, limb_risk_why="Not this.", rationale="This.")
    item = story_of(report(), told).items[1]
    assert (item.words, item.is_quote, item.label) == ("This.", True, "Low-level concern")


def test_the_same_person_opening_it_again_and_again_is_said_once() -> None:
    story = story_of(report(), access(2), access(3), access(4), access(5, HEAD))
    assert kinds(story) == ["report", "access", "access"]
    assert story.items[1].again == (AT + timedelta(hours=2), AT + timedelta(hours=3))


def test_a_copy_that_was_made_is_never_merged_away() -> None:
    copies = [entry(number, "export", DSL, {"recipient": "LADO", "purpose": "x"}) for number in (2, 3)]
    assert kinds(story_of(report(), *copies)) == ["report", "export", "export"]


class TestACorrection:
    def corrected(self, author: object = DSL) -> Story:
        note = entry(2, "note", DSL, {"text": "Tuesday."})
        right = entry(3, "correction", author, {"corrects": eid(2), "text": "Wednesday."}, supersedes=eid(2))  # type: ignore[arg-type]  # one of the people
        return story_of(report(), note, right)

    def test_stands_beside_what_it_corrects(self) -> None:
        first, correction = self.corrected().items[1:]
        assert (first.words, first.corrected_by, first.corrected_at) == ("Tuesday.", eid(3), AT + timedelta(hours=2))
        assert (correction.words, correction.corrects) == ("Wednesday.", eid(2))

    def test_by_somebody_else_corrects_nothing(self) -> None:
        assert self.corrected(HEAD).items[1].corrected_by == ""

    def test_may_be_added_to_ones_own_words_only(self) -> None:
        story = story_of(
            report(), access(2), entry(3, "note", DSL, {"text": "x"}), entry(4, "note", HEAD, {"text": "y"})
        )
        assert [item.is_correctable for item in story.items] == [False, False, True, False]


class TestWhoHasNoSay:
    def test_stands_apart_and_changes_nothing(self) -> None:
        story = story_of(report(), entry(2, "decision", TA, {"outcome": "T6"}))
        assert kinds(story) == ["report"]
        assert [item.kind for item in story.apart] == ["decision"]

    def test_can_be_found_all_the_same(self) -> None:
        story = story_of(report(), entry(2, "decision", TA, {"outcome": "T6"}))
        assert story.item(eid(2)) is not None
        assert story.item("nothing") is None


def test_what_came_since_the_last_look_is_new_but_for_ones_own() -> None:
    story = story_of(
        report(at=AT), entry(2, "note", HEAD, {"text": "x"}), entry(3, "note", DSL, {"text": "y"}), seen=True
    )
    assert [item.is_new for item in story.items] == [False, True, False]
    assert story.first_new == eid(2)


def test_an_act_of_a_newer_candour_is_shown_with_what_it_says() -> None:
    item = story_of(report(), entry(2, "oracle", HEAD, {"says": ["a", 1]})).items[1]
    assert (item.title, [(row.label, row.value) for row in item.rows]) == ("", [("says", '["a",1]')])


def test_oddities_stand_beside_their_entry() -> None:
    odd = entry(2, "note", HEAD, {"text": "x"}, flags=frozenset({"clock_ahead", "broken_chain"}))
    assert story_of(report(), odd).items[1].flags == ("broken_chain", "clock_ahead")
