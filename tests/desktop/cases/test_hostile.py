# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever anybody may sign, every projection of it goes through: one report must not stop the inbox of a reader."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.board.board import board
from desktop.board.lateness import lateness
from desktop.cases.case import Case, may_meet_threshold
from desktop.cases.clocks import Clocks, decision_clock, lado_clock, started
from desktop.cases.entry import heads, in_order
from desktop.cases.rows import as_bytes, from_bytes, row_of
from desktop.cases.rules import refusal
from desktop.people import Settings
from storage.constants import CLOCK_SKEW_SECONDS
from storage.judge import Flag, claimed_at
from tests.desktop.cases.building import AT, DSL, HEAD, MEANING, SCHOOL, TA, TEACHER, case_of, desk, eid, entry, report

CLOCKS = Clocks.of(Settings(lado_hours=24))
KINDS = (*MEANING.forms, "grant", "something_new")
FIELDS = sorted({field.name for spec in MEANING.forms.values() for _, field in spec.fields()})
TERMS = ("yes", "no", "not_sure", "T0", "T1", "T3", "leave_off", "give", DSL, HEAD, TA, TEACHER, eid(1), eid(2))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.sampled_from(TERMS) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("person", "description", "date", "could_be_someone_in_charge", "x")), inner)
    ),
    max_leaves=6,
)
ANSWERS = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8)
MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31, 23, 59, 59), timezones=st.just(UTC))  # noqa: DTZ001 - given a zone


def looked_at(case: Case) -> None:
    """Everything that is worked out of a case for a reader."""
    row = row_of(case, DSL, SCHOOL, CLOCKS)
    assert from_bytes(as_bytes(row)) == row
    assert isinstance(row.rank, str)
    board([row], AT, CLOCKS.calendar)
    lateness([row], AT, AT + timedelta(days=7))
    decision_clock(case, CLOCKS)
    lado_clock(case, CLOCKS, MEANING)
    may_meet_threshold(case, MEANING)
    heads(case.entries)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    ANSWERS,
    st.sampled_from(("concern", "self_report", "wrongdoing", "from_the_future")),
    st.dictionaries(st.sampled_from(("readers", "decider", "sign_off", "kind")), JSON),
    st.lists(st.tuples(st.sampled_from(KINDS), ANSWERS, st.sampled_from((DSL, HEAD, TA, None))), max_size=4),
)
def test_any_answers_of_any_entry_can_be_looked_at(
    answers: dict[str, object], form: str, data: dict[str, object], more: list[tuple[str, dict[str, object], object]]
) -> None:
    later = [entry(2 + at, kind, who, said) for at, (kind, said, who) in enumerate(more)]  # type: ignore[arg-type] # sampled
    looked_at(case_of(report(answers, form=form, data=data), *later))


@settings(deadline=None)
@given(st.sampled_from([*MEANING.forms]), ANSWERS, ANSWERS)
def test_the_rules_answer_to_whatever_the_case_holds(
    kind: str, answers: dict[str, object], other: dict[str, object]
) -> None:
    case = case_of(report(answers), entry(2, "triage", DSL, other), entry(3, "decision", HEAD, other))
    for me in (DSL, HEAD):
        refusal(case, kind, {"outcome": "T3", "with": [{"person": TA}], "spoke_to": "witness"}, desk(me))


@given(MOMENTS, MOMENTS, st.booleans(), st.sampled_from([frozenset(), frozenset({Flag.CLOCK_BEFORE_PREVIOUS.value})]))
def test_any_claimed_moment_gives_a_clock(
    at: datetime, received: datetime, day_only: bool, flags: frozenset[str]
) -> None:
    plausible = min(received, datetime(2999, 1, 1, tzinfo=UTC))
    looked_at(case_of(report(at=at, received_at=plausible, is_day_only=day_only, flags=flags)))


@given(MOMENTS, st.sampled_from(["decision", "action", "outcome", "review"]), st.sampled_from(["9999-12-31", "x"]))
def test_any_moment_of_a_later_entry_can_be_claimed(at: datetime, kind: str, day: str) -> None:
    said = {"outcome": "T7", "more_by": day, "review_on": day, "due": day}
    looked_at(case_of(report(), entry(2, kind, HEAD, said, at=at, received_at=AT)))


@pytest.mark.parametrize("words", ["9999-12-31", "9999-12-31T23:59:59Z", "1000-01-01"])
def test_the_ends_of_time_can_be_claimed(words: str) -> None:
    flags = frozenset({Flag.CLOCK_BEFORE_PREVIOUS.value})
    claimed = claimed_at(words)
    case = case_of(report(at=claimed, received_at=AT, is_day_only="T" not in words, flags=flags))
    looked_at(case)
    start = started(case)
    assert start is not None
    assert abs(start.at - AT) <= timedelta(seconds=CLOCK_SKEW_SECONDS)


@given(st.lists(st.lists(st.integers(1, 9), max_size=3), min_size=1, max_size=8))
def test_entries_that_follow_one_another_in_a_ring_are_all_shown(links: list[list[int]]) -> None:
    entries = [entry(at, "note", DSL, parents=tuple(eid(to) for to in link)) for at, link in enumerate(links, start=1)]
    assert {each.eid for each in in_order(entries)} == {each.eid for each in entries}
