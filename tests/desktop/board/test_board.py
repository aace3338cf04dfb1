# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The board: everything that is open stands on it exactly once, in its group and order (F22; OVS-031; ux.md R7)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.board.board import Board, Ends, When, board
from desktop.cases.case import Case, Missing
from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.items import Item, ItemKind, open_items
from desktop.cases.limits import running
from desktop.cases.rows import CaseRow, row_of
from desktop.people import PersonId, Settings
from tests.desktop.cases.building import (
    AT,
    CHAIR,
    DSL,
    HEAD,
    MEANING,
    SCHOOL,
    TA,
    TEACHER,
    case_of,
    decision,
    eid,
    ending,
    entry,
    report,
    triage,
)

CLOCKS = Clocks.of(Settings())


def row(*entries: CaseEntry, me: PersonId = DSL) -> CaseRow:
    return row_of(case_of(*entries), me, SCHOOL, CLOCKS)


def shown(*entries: CaseEntry, now: datetime = AT) -> Board:
    return board([row(*entries)], now, CLOCKS.calendar)


def kinds(*entries: CaseEntry) -> list[ItemKind]:
    return sorted(line.item.kind for line in shown(*entries).open)


def action(number: int, due: str = "2026-03-20", **values: object) -> CaseEntry:
    return entry(number, "action", DSL, {"what": "Talk to him.", "owner": HEAD, "due": due, **values})


def update(number: int, state: str, **values: object) -> CaseEntry:
    return entry(number, "action_update", HEAD, {"action": eid(3), "state": state, **values})


# What is on it


def test_a_new_concern_is_one_decision_and_nothing_that_follows_it() -> None:
    assert kinds(report()) == [ItemKind.DECISION]


def test_what_neither_law_nor_guidance_gives_a_time_stands_on_it_too() -> None:
    (line,) = shown(report({"what_happened": "A mug."}, form="secondary_employment")).open
    assert (line.item.kind, line.item.due, line.when) == (ItemKind.DECISION, None, When.LATER)


def test_after_the_decision_the_reporter_and_what_is_missing_are_waited_for() -> None:
    lines = {line.item.kind: line.item for line in shown(report(), decision(2)).open}
    assert lines.keys() == {ItemKind.FEEDBACK, ItemKind.CLOSING}
    assert lines[ItemKind.CLOSING].missing == (Missing.OUTCOME, Missing.LEARNING)


def test_the_lado_stands_beside_the_decision() -> None:
    assert kinds(report(), triage(2, "T1", limb_harm="yes")) == [ItemKind.DECISION, ItemKind.LADO]


def test_whoever_is_named_to_contact_the_lado_sees_to_it() -> None:
    named = triage(2, "T1", limb_harm="yes", lado_contact=CHAIR)
    (lado,) = (line.item for line in shown(report(), named).open if line.item.kind is ItemKind.LADO)
    assert lado.owner == CHAIR


def test_a_decision_that_waits_for_a_second_person_stands_on_it_for_them() -> None:
    lines = {line.item.kind: line.item for line in shown(report(), decision(2, "T3", DSL)).open}
    assert lines[ItemKind.SIGN_OFF].owner == HEAD


def test_a_closed_case_has_nothing_on_it() -> None:
    assert shown(report(), decision(2), *ending(3)).lines == ()


def test_a_closed_case_that_is_looked_at_again_has_its_review() -> None:
    assert kinds(report(), decision(2, review_on="2026-06-01"), *ending(3)) == [ItemKind.REVIEW]


def test_what_the_reporter_added_waits_for_a_reader_once() -> None:
    added = [entry(at, "addition", TA, {"text": "And then."}) for at in (6, 7)]
    closed = (report(), decision(2), *ending(3))
    assert kinds(*closed, *added) == [ItemKind.REPLY]
    assert kinds(*closed, *added, entry(8, "access", DSL)) == [ItemKind.REPLY]
    assert kinds(*closed, *added, entry(8, "note", DSL, {"text": "Read."})) == []


@pytest.mark.parametrize(("said", "is_due"), [({}, True), ({"state": "ended"}, False), ({"tie": "none"}, False)])
def test_a_tie_is_due_for_renewal_early_in_the_next_school_year(said: Mapping[str, object], is_due: bool) -> None:
    tie = report({"tie": "family", **said}, form="relationship")
    due = [line.item.due for line in shown(tie).open if line.item.kind is ItemKind.RENEWAL]
    assert due == ([datetime(2026, 9, 30, 23, tzinfo=UTC)] if is_due else [])


def test_a_tie_that_was_declared_again_is_due_no_more() -> None:
    tie = row(report({"tie": "family"}, form="relationship"))
    lines = board([tie], AT, CLOCKS.calendar, {tie.reference}).lines
    assert ItemKind.RENEWAL not in {line.item.kind for line in lines}


def test_whoever_does_not_read_a_case_has_nothing_of_it() -> None:
    assert row(report(), decision(2), me=TA).items == ()
    assert row(report(), decision(2), me=TEACHER).items == ()


# Actions


def test_an_open_action_stands_once_with_who_does_it_and_who_checks_it() -> None:
    lines = shown(report(), decision(2), action(3, monitor=CHAIR)).open
    (found,) = (line.item for line in lines if line.item.kind is ItemKind.ACTION)
    assert (found.what, found.owner, found.monitor) == ("Talk to him.", HEAD, CHAIR)
    assert found.due == datetime(2026, 3, 21, tzinfo=UTC)


def test_an_action_that_was_moved_says_how_often_and_why() -> None:
    moved = update(4, "moved", due="2026-03-27", reason="He is away.")
    (found,) = (line.item for line in shown(report(), action(3), moved).open if line.item.eid == eid(3))
    assert (found.moves, found.reason, found.due) == (1, "He is away.", datetime(2026, 3, 28, tzinfo=UTC))


def test_what_was_done_is_shown_for_a_month() -> None:
    entries = (report(), decision(2), action(3), update(4, "done", what_happened="Done.", evidence="A note."))
    (found,) = (line for line in shown(*entries).lines if line.when is When.DONE)
    assert found.item.has_evidence
    late = shown(*entries, now=AT + timedelta(days=31)).lines
    assert all(line.when is not When.DONE for line in late)


# Groups and order


@pytest.mark.parametrize(
    ("due", "when"),
    [
        (datetime(2026, 3, 12, 15, 11, tzinfo=UTC), When.OVERDUE),
        (datetime(2026, 3, 12, 15, 12, tzinfo=UTC), When.TODAY),
        (datetime(2026, 3, 13, tzinfo=UTC), When.TODAY),
        (datetime(2026, 3, 13, 0, 1, tzinfo=UTC), When.THIS_WEEK),
        (datetime(2026, 3, 16, tzinfo=UTC), When.THIS_WEEK),
        (datetime(2026, 3, 16, 0, 1, tzinfo=UTC), When.LATER),
        (None, When.LATER),
    ],
)
def test_an_item_stands_in_the_group_of_its_day(due: datetime | None, when: When) -> None:
    assert Ends.at(AT).group(Item(kind=ItemKind.ACTION, since=AT, due=due)) is when


def test_the_most_pressing_stands_first_and_what_has_no_time_last() -> None:
    entries = (report(), decision(2), action(3, "2026-03-11"), action(4, "2026-03-12"), action(5, "2026-03-18"))
    lines = shown(*entries).open
    order = [(line.when, line.item.kind) for line in lines]
    assert order == [
        (When.OVERDUE, ItemKind.ACTION),
        (When.TODAY, ItemKind.ACTION),
        (When.LATER, ItemKind.ACTION),
        (When.LATER, ItemKind.FEEDBACK),
        (When.LATER, ItemKind.CLOSING),
    ]


def test_the_counts_are_those_of_the_lines() -> None:
    found = shown(report(), decision(2), action(3, "2026-03-11"))
    assert {when: count for when, count in found.counts().items() if count} == Counter(
        line.when for line in found.lines
    )


# Exactly once, whatever happened

_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("triage"), st.fixed_dictionaries({"outcome": st.sampled_from(["T1", "T3", "T7"])})),
        st.tuples(
            st.just("decision"),
            st.fixed_dictionaries(
                {
                    "outcome": st.sampled_from(["T0", "T1", "T2", "T3", "T7", "T8"]),
                    "limb_harm": st.sampled_from(["no", "yes"]),
                    "review_on": st.sampled_from(["", "2026-06-01"]),
                    "more_by": st.sampled_from(["", "2026-03-18"]),
                }
            ),
        ),
        st.tuples(st.just("action"), st.fixed_dictionaries({"due": st.sampled_from(["", "2026-03-18", "x"])})),
        st.tuples(
            st.just("action_update"),
            st.fixed_dictionaries({"nth": st.integers(0, 3), "state": st.sampled_from(["done", "moved", "dropped"])}),
        ),
        st.tuples(
            st.sampled_from(
                ["outcome", "feedback", "learning", "lado_consultation", "lado_referral", "review", "note", "addition"]
            ),
            st.just({}),
        ),
        st.tuples(st.just("addition"), st.just({})),
    ),
    max_size=9,
)


def entries_of(acts: Sequence[tuple[str, Mapping[str, object]]]) -> list[CaseEntry]:
    """The acts as entries; what becomes of an action names one that was set before, if there is one."""
    found: list[CaseEntry] = []
    for number, (kind, said) in enumerate(acts, start=2):
        set_before = [each.eid for each in found if each.kind == "action"]
        named = set_before[said["nth"] % len(set_before)] if "nth" in said and set_before else eid(99)  # type: ignore[operator] # a number
        who = TA if kind == "addition" else HEAD
        found.append(entry(number, kind, who, {"limb_harm": "no", **said, "action": named}))
    return found


def stands_for(case: Case, item: Item) -> set[Missing]:
    """What of a case's missing parts an item stands for."""
    if item.kind is ItemKind.DECISION:
        return set(Missing) - {Missing.LADO, Missing.SIGN_OFF, Missing.ACTIONS}
    named = {
        ItemKind.LADO: {Missing.LADO},
        ItemKind.ENQUIRY: {Missing.FINAL_DECISION},
        ItemKind.FEEDBACK: {Missing.FEEDBACK},
        ItemKind.ACTION: {Missing.ACTIONS},
        ItemKind.SIGN_OFF: {Missing.SIGN_OFF},
    }
    return named.get(item.kind, set(item.missing) & set(case.missing))


@settings(max_examples=60)
@given(_ACTS)
def test_every_open_thing_stands_on_the_board_exactly_once(acts: list[tuple[str, Mapping[str, object]]]) -> None:
    case = case_of(report(), *entries_of(acts))
    items = open_items(case, CLOCKS, MEANING)
    assert len({item.item_id for item in items}) == len(items)
    for missing in set(case.missing) - {Missing.ACTIONS}:
        assert sum(missing in stands_for(case, item) for item in items) == 1, missing
    open_actions = [each.eid for each in case.actions if each.is_open]
    assert sorted(item.eid for item in items if item.kind is ItemKind.ACTION) == sorted(open_actions)
    for limit in running(case, CLOCKS, MEANING):
        assert sum(item.kind.value == limit.value for item in items) == 1
    assert bool(items) or not case.missing


@settings(max_examples=40)
@given(_ACTS, st.integers(0, 60))
def test_every_item_stands_in_one_group_with_one_colour(
    acts: list[tuple[str, Mapping[str, object]]], days: int
) -> None:
    made = row(report(), *entries_of(acts))
    rows = [msgspec.structs.replace(made, case_id=eid(number)) for number in (1, 2)]
    now = AT + timedelta(days=days)
    found = board(rows, now, CLOCKS.calendar)
    assert len({line.line_id for line in found.lines}) == len(found.lines)
    assert len(found.open) == 2 * len(made.items)
    assert list(found.lines) == sorted(found.lines, key=lambda line: list(When).index(line.when))
