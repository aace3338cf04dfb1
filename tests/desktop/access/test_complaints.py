# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A complaint about data is acknowledged within thirty days and answered (Data Protection Act 2018, section 164A)."""

from pathlib import Path

import pytest

from desktop.access.complaints import Complaint, complaints, log_complaint
from desktop.board.board import read_board
from desktop.cases.acting import ActRefusedError, earlier_rows
from desktop.cases.case import Phase
from desktop.cases.items import ItemKind
from desktop.cases.refusals import Refusal
from desktop.filing import AnswersError
from desktop.letters.drafting import draft
from desktop.letters.issuing import Letter, issue, source_for
from desktop.letters.templates import templates
from desktop.soundness import check
from tests.desktop.desks import LOW_LEVEL, Desks

SAID = {"received_on": "2026-03-02", "came_by": "email", "what_happened": "My data was sent to the wrong person."}
PARENT = {**SAID, "about_description": "Kelly Andrews", "connection": "parent", "identity_check": "called_back"}
ACKNOWLEDGED = {"step": "acknowledged", "on": "2026-03-10"}
FOUND = {"outcome": "upheld", "on": "2026-03-12", "rationale": "It was. We asked for it back, and they deleted it."}


@pytest.fixture
def case(desks: Desks) -> str:
    """A complaint of the teacher, logged by the lead."""
    case = log_complaint(desks.of(desks.school.dsl), desks.school.teacher.person_id, SAID).case_id
    desks.sync()
    return case


def only(desks: Desks) -> Complaint:
    (found,) = complaints(desks.of(desks.school.head))
    return found


def on_the_board(desks: Desks) -> list[tuple[ItemKind, bool]]:
    lines = read_board(desks.of(desks.school.head)).open
    return [(line.item.kind, line.item.due is not None) for line in lines if line.case_id]


def test_it_is_to_be_acknowledged_within_thirty_days_and_then_answered(desks: Desks, case: str) -> None:
    assert (only(desks).clock.due.isoformat(), only(desks).clock.acknowledged) == ("2026-04-01", None)
    assert on_the_board(desks) == [(ItemKind.COMPLAINT, True)]
    desks.act(desks.school.head, case, "complaint_step", ACKNOWLEDGED)
    assert str(only(desks).clock.acknowledged) == "2026-03-10"
    assert on_the_board(desks) == [(ItemKind.COMPLAINT, False)]
    desks.act(desks.school.head, case, "complaint_answer", FOUND)
    assert (only(desks).answer, desks.case(desks.school.head, case).phase) == ("upheld", Phase.CLOSED)
    assert check(desks.of(desks.school.head)).is_sound


def test_on_a_weekend_or_a_bank_holiday_the_last_day_moves_on(desks: Desks) -> None:
    """30 days from 4 March 2026 is Good Friday, 3 April; then come the weekend and Easter Monday."""
    log_complaint(desks.of(desks.school.head), desks.school.teacher.person_id, {**SAID, "received_on": "2026-03-04"})
    assert only(desks).clock.due.isoformat() == "2026-04-07"


def test_whom_it_is_from_never_holds_it(desks: Desks, case: str) -> None:
    assert case not in desks.of(desks.school.teacher).entries.cases()


def test_a_step_of_a_complaint_belongs_to_a_complaint(desks: Desks) -> None:
    concern = desks.concern(desks.school.ta, desks.school.teacher)
    with pytest.raises(ActRefusedError) as refused:
        desks.act(desks.school.head, concern, "complaint_step", ACKNOWLEDGED)
    assert refused.value.why is Refusal.NOT_A_COMPLAINT


def test_the_letter_that_is_drafted_from_it_acknowledges_it(desks: Desks, case: str, tmp_path: Path) -> None:
    head = desks.of(desks.school.head)
    drafted = draft(templates()["complaint_received"], source_for(head, head.case(case)))
    assert drafted.splitlines()[1] == f"Dear {desks.school.teacher.name}"
    letter = Letter(template="complaint_received", text=drafted, recipient="Tom Ashby", channel="post")
    issue(head, case, letter, tmp_path)
    assert str(only(desks).clock.acknowledged) == "2026-03-12"


@pytest.mark.parametrize("missing", ["connection", "identity_check", "about_description"])
def test_of_somebody_unlisted_it_is_asked_who_they_are_and_how_that_is_clear(desks: Desks, missing: str) -> None:
    with pytest.raises(AnswersError) as refused:
        log_complaint(desks.of(desks.school.dsl), None, {**PARENT, missing: None})
    assert [each.field for each in refused.value.findings] == [missing]


def test_a_complaint_of_somebody_unlisted_runs_acknowledges_and_ends_like_any_other(
    desks: Desks, tmp_path: Path
) -> None:
    head = desks.of(desks.school.head)
    case = log_complaint(head, None, PARENT).case_id
    assert (only(desks).name, only(desks).clock.due.isoformat()) == ("Kelly Andrews", "2026-04-01")
    drafted = draft(templates()["complaint_received"], source_for(head, head.case(case)))
    assert drafted.splitlines()[1] == "Dear Kelly Andrews"
    letter = Letter(template="complaint_received", text=drafted, recipient="Kelly Andrews", channel="post")
    issue(head, case, letter, tmp_path)
    assert str(only(desks).clock.acknowledged) == "2026-03-12"
    desks.act(desks.school.head, case, "complaint_answer", FOUND)
    assert (only(desks).answer, desks.case(desks.school.head, case).phase) == ("upheld", Phase.CLOSED)
    assert check(head).is_sound


def test_who_they_are_may_become_clear_later(desks: Desks) -> None:
    case = log_complaint(desks.of(desks.school.head), None, {**PARENT, "identity_check": "not_yet"}).case_id
    assert not only(desks).is_identified
    known = {"step": "complainant_known", "on": "2026-03-11", "how": "She showed her passport in the office."}
    desks.act(desks.school.head, case, "complaint_step", known)
    assert (only(desks).is_identified, only(desks).clock.acknowledged) == (True, None)


def test_it_is_no_earlier_record_that_has_to_be_weighed_in_a_decision_about_them(desks: Desks, case: str) -> None:
    head, concern = desks.of(desks.school.head), desks.concern(desks.school.ta, desks.school.teacher)
    assert head.row(case).is_unread
    assert earlier_rows(head, desks.case(desks.school.head, concern)) == ()
    desks.act(desks.school.head, concern, "decision", LOW_LEVEL)
