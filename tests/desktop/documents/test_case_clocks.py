# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Were the time limits kept? The report is of Thursday 12 March 2026, 15:12; both limits end on Friday at 15:12."""

from datetime import timedelta

import pytest

from desktop.cases.entry import CaseEntry
from desktop.documents.case_file import case_file
from storage.body import Standing
from tests.desktop.cases.building import AT, entry
from tests.desktop.documents.cases import DSL, HEAD, NO_LIMB, RATIONALE, case_of, decision, report, source
from tests.desktop.documents.printing import filed
from tests.desktop.documents.reading import Document

UNSURE = {**NO_LIMB, "limb_harm": "not_sure", "limb_harm_why": "x", "outcome": "T1", "rationale": RATIONALE}
TRIAGE = entry(2, "triage", DSL, UNSURE)
MUCH_LATER = AT + timedelta(days=6)


def limits(read: Document) -> dict[str, list[str]]:
    """The table of time limits, by what is limited."""
    table = next(node for node in read.tree.all("Table") if "Due by" in node.words)
    return {row.kids[0].words: [cell.words for cell in row.kids[1:]] for row in table.all("TR")[1:]}


def lado(*entries: CaseEntry) -> str:
    return limits(filed(report(), TRIAGE, *entries))["Contact with the LADO"][2]


def asked(**values: object) -> CaseEntry:
    """The LADO was asked, as written down six days later."""
    said = {"officer": "A. Rowntree", "advice": "x", **values}
    return entry(3, "lado_referral", HEAD, said, at=MUCH_LATER)


def first_decision(*entries: CaseEntry) -> list[str]:
    return limits(filed(*entries))["First decision, within 24 hours"]


def test_a_decision_within_a_day_is_in_time() -> None:
    due, done, result = first_decision(report(), decision(2))
    assert due == "Friday 13 March 2026, 15:12"
    assert done == "Thursday 12 March 2026, 16:12 (entry 2)"
    assert result == "In time"


def test_a_late_decision_says_by_how_much_and_what_held_it_up() -> None:
    late = entry(2, "decision", HEAD, {**NO_LIMB, "outcome": "T3", "rationale": RATIONALE}, at=AT + timedelta(hours=30))
    why = entry(3, "late_reason", HEAD, {"reason": "I was away."})
    assert first_decision(report(), late, why)[2] == "Late. Overdue by 6 h when it was done"
    assert "What held it up (entry 3) I was away." in filed(report(), late, why).words


def test_a_later_decision_does_not_make_the_first_one_late() -> None:
    second = entry(3, "decision", HEAD, {**NO_LIMB, "outcome": "T3", "rationale": RATIONALE}, at=MUCH_LATER)
    assert first_decision(report(), decision(2), second)[2] == "In time"


def test_a_decision_that_is_not_made_says_how_long_it_has_been_due() -> None:
    assert first_decision(report(), TRIAGE)[1:] == [
        "Not recorded",
        "Not done. Overdue by 6 days when this copy was made",
    ]


def test_a_decision_that_is_not_due_yet_is_not_late() -> None:
    made = source(case_of(report(), TRIAGE), made_at=AT + timedelta(hours=3))
    read = Document(case_file(made).content)
    assert limits(read)["First decision, within 24 hours"][2] == "Not done when this copy was made"


def test_an_anonymous_report_runs_from_the_end_of_its_day() -> None:
    unnamed = report(author=None, standing=Standing.WALK_UP_ANONYMOUS, is_day_only=True, at=AT.replace(hour=0))
    assert first_decision(unnamed, decision(2))[0] == "the end of Friday 13 March 2026"


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ({"on": "2026-03-12"}, "In time"),
        ({"on": "2026-03-13", "at": {"at": "09:05"}}, "In time"),
        ({"on": "2026-03-13", "at": {"at": "16:12"}}, "Late. Overdue by 1 h when it was done"),
        ({"on": "2026-03-13", "at": {"band": "morning"}}, "On the day it was due; whether in time is not recorded"),
        ({"on": "2026-03-13"}, "On the day it was due; whether in time is not recorded"),
        ({"on": "2026-03-16"}, "Late: the day given is after the day it was due"),
        ({"on": "a Friday"}, "On the day it was due; whether in time is not recorded"),
    ],
)
def test_when_the_lado_was_asked_is_what_counts(said: dict[str, object], result: str) -> None:
    assert lado(asked(**said)) == result


def test_what_was_written_down_in_time_was_done_in_time() -> None:
    assert lado(entry(3, "lado_consultation", HEAD, {"on": "2026-03-12"})) == "In time"


def test_going_on_without_the_lado_is_said() -> None:
    assert lado(entry(3, "reason_without_advice", HEAD, {"reason": "x"})) == (
        "The LADO was not asked. The reason is in entry 3"
    )


def test_a_lado_who_was_not_asked_is_overdue() -> None:
    assert lado().startswith("Not done. Overdue by")


def test_without_an_unsure_answer_no_limit_runs_for_the_lado() -> None:
    read = filed(report(), decision(2))
    assert "Contact with the LADO" not in limits(read)
    assert "No time limit runs for the LADO" in read.words
