# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every time limit that runs on a case (requirements.md F26, section 11.7; OVS-032, OVS-037, OVS-067)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.limits import Limit, running
from desktop.clocks import Deadline
from desktop.people import Settings
from tests.desktop.cases.building import AT, DSL, HEAD, MEANING, case_of, decision, ending, entry, report, triage

CLOCKS = Clocks.of(Settings())


def limits(*entries: CaseEntry) -> Mapping[Limit, Deadline]:
    return running(case_of(report(), *entries), CLOCKS, MEANING)


def test_before_anything_is_decided_only_the_decision_is_awaited() -> None:
    assert limits().keys() == {Limit.DECISION}


def test_a_limb_that_is_met_starts_the_lados_clock_beside_the_decisions() -> None:
    assert limits(triage(2, "T1", limb_harm="yes")).keys() == {Limit.DECISION, Limit.LADO}


def test_a_decision_starts_the_clock_of_telling_the_reporter_five_working_days_on() -> None:
    assert limits(decision(2))[Limit.FEEDBACK].due == AT + timedelta(days=7, hours=1)


def test_whoever_was_told_is_no_longer_waited_for() -> None:
    assert Limit.FEEDBACK not in limits(decision(2), entry(3, "feedback", DSL))


@pytest.mark.parametrize(
    ("by", "due"),
    [
        ("2026-03-16", datetime(2026, 3, 17, tzinfo=UTC)),
        ("2026-03-30", AT + timedelta(days=7, hours=1)),
    ],
)
def test_a_first_enquiry_ends_after_seven_days_or_on_the_day_that_was_given_whichever_comes_first(
    by: str, due: datetime
) -> None:
    found = limits(decision(2, "T7", more_by=by))[Limit.ENQUIRY]
    assert found.due == due
    assert {item.rule.rule_id for item in found.dues} == {"enquiry", "given"}


def test_the_next_decision_ends_the_enquiry() -> None:
    assert Limit.ENQUIRY not in limits(decision(2, "T7", more_by="2026-03-16"), decision(3))


def test_a_review_is_due_by_the_end_of_the_day_that_the_decision_gives() -> None:
    assert limits(decision(2, review_on="2026-06-01"))[Limit.REVIEW].due_day == date(2026, 6, 1)


def test_a_review_is_due_also_once_the_case_is_closed() -> None:
    assert limits(decision(2, review_on="2026-06-01"), *ending(3)).keys() == {Limit.REVIEW}


@pytest.mark.parametrize(("again", "is_due"), [({}, False), ({"review_on": "2026-09-01"}, True)])
def test_a_review_ends_it_or_sets_the_next_day(again: Mapping[str, object], is_due: bool) -> None:
    found = limits(decision(2, review_on="2026-06-01"), entry(3, "review", HEAD, {"text": "Done.", **again}))
    assert (Limit.REVIEW in found) is is_due


def test_a_day_that_cannot_be_read_sets_nothing() -> None:
    assert Limit.REVIEW not in limits(decision(2, review_on="soon"))
