# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever was chosen as the adviser answers a question before acting, whatever office they hold (COC-065; R21)."""

import msgspec
import pytest

from desktop.cases.case import Missing, Phase
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from desktop.people import PersonId, School
from storage.body import Standing
from tests.desktop.cases.building import CHAIR, DSL, HEAD, SCHOOL, TA, TEACHER, case_of, desk, entry, report

SAID = {"outcome": "no", "rationale": "No, never without leave."}


def refused(reader: PersonId, role: str, school: School = SCHOOL, by: PersonId | None = None) -> Refusal | None:
    """Why a reader of the assistant's question may not answer it."""
    asked = report({"what_happened": "May I?"}, form="advice", data={"readers": [[reader, role]], "decider": None})
    who = msgspec.structs.replace(desk(by or reader), school=school)
    return refusal(case_of(asked, school=school), "advice_answer", SAID, who)


def managed_by(manager: PersonId | None) -> School:
    """The school in which somebody manages the assistant."""
    person = msgspec.structs.replace(SCHOOL.people[TA], manager=manager)
    return msgspec.structs.replace(SCHOOL, people={**SCHOOL.people, TA: person})


@pytest.mark.parametrize(("reader", "role"), [(DSL, "senior_leader"), (HEAD, "senior_leader"), (CHAIR, "chair")])
def test_the_adviser_answers(reader: PersonId, role: str) -> None:
    assert refused(reader, role) is None


def test_a_manager_without_an_office_answers_for_as_long_as_they_manage_whoever_asked() -> None:
    assert refused(TEACHER, "line_manager", managed_by(TEACHER)) is None
    assert refused(TEACHER, "line_manager", managed_by(HEAD)) is Refusal.NOT_A_READER


def test_nobody_else_answers() -> None:
    assert refused(DSL, "senior_leader", by=TEACHER) is Refusal.NOT_A_READER


def test_whoever_asked_without_signing_in_has_still_to_be_told() -> None:
    asked = {"form": "advice", "data": {"readers": [[DSL, "senior_leader"]], "decider": None}}
    walk_up = report({"what_happened": "May I?"}, author=None, standing=Standing.WALK_UP_ANONYMOUS, **asked)
    answered = entry(2, "advice_answer", DSL, SAID)
    assert case_of(walk_up, answered).missing == (Missing.FEEDBACK,)
    told = entry(3, "feedback", DSL, {"words": "No, never without leave."})
    assert case_of(walk_up, answered, told).phase is Phase.CLOSED
    assert case_of(report({"what_happened": "May I?"}, **asked), answered).phase is Phase.CLOSED
