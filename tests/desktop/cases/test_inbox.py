# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands on a shelf, under which heading, and what a search finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.acting import open_case
from desktop.cases.inbox import (
    Span,
    case_of_draft,
    decision_countdown,
    draft_name,
    read_arrived,
    read_categories,
    read_inbox,
    read_rows,
    spans,
)
from desktop.cases.rows import Group, Shelf
from tests.desktop.desks import Desks

ORDER = list(Group)


@given(st.lists(st.sampled_from(ORDER)).map(lambda groups: sorted(groups, key=ORDER.index)))
def test_the_headings_are_those_of_the_cases_in_order(groups: list[Group]) -> None:
    ids = [str(number) for number in range(len(groups))]
    found = spans(ids, lambda case: groups[int(case)])
    assert [span.group for span in found for _ in range(span.count)] == groups
    assert len({span.group for span in found}) == len(found)


def test_a_long_shelf_is_looked_at_in_few_places() -> None:
    looked: list[str] = []

    def group(case: str) -> Group:
        looked.append(case)
        return Group.TO_DECIDE if int(case) < 40_000 else Group.TO_DO

    found = spans([str(number) for number in range(100_000)], group)
    assert found == (Span(Group.TO_DECIDE, 40_000), Span(Group.TO_DO, 60_000))
    assert len(looked) < 60


class TestOneReadersInbox:
    @pytest.fixture
    def cases(self, desks: Desks) -> list[str]:
        school = desks.school
        return [
            desks.concern(school.ta, school.teacher, what_happened="He shouted in the hall."),
            desks.concern(school.vice_chair, school.supply, what_happened="Left the gate open.", risk_now="not_sure"),
        ]

    def test_puts_a_child_at_risk_first(self, desks: Desks, cases: list[str]) -> None:
        desks.sync(desks.school.dsl)
        inbox = read_inbox(desks.of(desks.school.dsl), Shelf.NEEDS_YOU)
        assert inbox.ids == (cases[1], cases[0])
        assert inbox.listings[0].spans == (Span(Group.RISK_NOW, 1), Span(Group.TO_DECIDE, 1))
        assert inbox.counts == {Shelf.NEEDS_YOU: 2, Shelf.IN_PROGRESS: 0, Shelf.CLOSED: 0}

    @pytest.mark.parametrize("typed", ["ashby", "ASHBY tom", "shout hall", "Béth"])
    def test_finds_names_and_first_words(self, desks: Desks, cases: list[str], typed: str) -> None:
        desks.sync(desks.school.dsl)
        assert read_inbox(desks.of(desks.school.dsl), Shelf.CLOSED, typed).ids == (cases[0],)

    def test_finds_a_reference_however_it_is_typed(self, desks: Desks, cases: list[str]) -> None:
        desks.sync(desks.school.dsl)
        session = desks.of(desks.school.dsl)
        reference = session.row(cases[1]).reference
        for typed in (reference, reference.lower(), reference.replace("-", "")):
            assert read_inbox(session, Shelf.CLOSED, typed).ids == (cases[1],)

    def test_finds_nothing_for_what_is_nowhere(self, desks: Desks, cases: list[str]) -> None:
        desks.sync(desks.school.dsl)
        inbox = read_inbox(desks.of(desks.school.dsl), Shelf.NEEDS_YOU, "  marmalade ")
        assert (inbox.ids, inbox.searched) == ((), "marmalade")

    def test_with_a_category_lists_what_bears_it_on_its_shelf_and_counts_the_others(self, desks: Desks) -> None:
        school = desks.school
        touched = desks.concern(school.ta, school.teacher, everyday=["touch", "lift"])
        driven = desks.concern(school.ta, school.supply, everyday=["lift"])
        desks.sync(school.dsl)
        session = desks.of(school.dsl)
        assert read_categories(session) == ("A lift in a car", "Touch")
        inbox = read_inbox(session, Shelf.NEEDS_YOU, category="Touch")
        assert (inbox.ids, inbox.listings[0].spans) == ((touched,), (Span(Group.TO_DECIDE, 1),))
        assert inbox.bearing == {Shelf.NEEDS_YOU: 1, Shelf.IN_PROGRESS: 0, Shelf.CLOSED: 0}
        assert inbox.counts[Shelf.NEEDS_YOU] == 2
        assert read_inbox(session, Shelf.CLOSED, category="Touch").ids == ()
        assert {*read_inbox(session, Shelf.NEEDS_YOU, category="A lift in a car").ids} == {touched, driven}

    def test_with_a_category_a_search_finds_what_bears_it(self, desks: Desks, cases: list[str]) -> None:
        school = desks.school
        touched = desks.concern(school.ta, school.teacher, everyday=["touch"])
        desks.sync(school.dsl)
        session = desks.of(school.dsl)
        assert {*read_inbox(session, Shelf.CLOSED, "ashby").ids} == {cases[0], touched}
        assert read_inbox(session, Shelf.CLOSED, "ashby", "Touch").ids == (touched,)

    def test_marks_what_is_half_written(self, desks: Desks, cases: list[str]) -> None:
        desks.sync(desks.school.dsl)
        session = desks.of(desks.school.dsl)
        session.drafts.save(draft_name(cases[0], "note"), "2026-03-12T15:12:00+00:00", b"{}")
        session.drafts.save("filing/0123", "2026-03-12T15:12:00+00:00", b"{}")
        assert read_inbox(session, Shelf.NEEDS_YOU).drafts == {cases[0]}

    def test_tells_what_has_arrived_and_not_been_opened(self, desks: Desks, cases: list[str]) -> None:
        session = desks.of(desks.school.dsl)
        assert {row.case_id for row in read_arrived(session, session.sync())} == set(cases)
        open_case(session, cases[0])
        assert read_arrived(session, session.sync()) == ()

    def test_reads_only_the_rows_that_are_still_there(self, desks: Desks, cases: list[str]) -> None:
        desks.sync(desks.school.dsl)
        rows = read_rows(desks.of(desks.school.dsl), [cases[0], "ff" * 32])
        assert [row.case_id for row in rows] == [cases[0]]

    def test_counts_down_to_a_decision_and_to_nothing_else(self, desks: Desks, cases: list[str]) -> None:
        desks.sync(desks.school.dsl)
        row = desks.of(desks.school.dsl).row(cases[0])
        left = decision_countdown(row, desks.hands.now())
        assert left is not None
        assert left.short == "24 h 0 min left"


def test_what_prepares_a_decision_is_its_draft() -> None:
    assert draft_name("ab", "triage") == draft_name("ab", "decision")
    assert case_of_draft(draft_name("ab", "decision")) == "ab"
    assert case_of_draft("filing/00") == ""
