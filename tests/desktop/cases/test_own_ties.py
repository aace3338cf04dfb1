# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A tie that a reader declared keeps them from deciding, and nobody else hears of it."""

from datetime import timedelta
from typing import Any

import pytest

from desktop.cases.deciders import may_decide
from desktop.cases.entry import CaseEntry
from desktop.cases.own_ties import has_own_tie
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from tests.desktop.cases.building import AT, HEAD, TA, TEACHER, TODAY, case_of, desk, report
from tests.desktop.cases.test_acting import refused
from tests.desktop.desks import LOW_LEVEL, Desks


def tie(number: int = 0, author: Any = HEAD, **values: Any) -> CaseEntry:
    said = {"tie": "partner", "state": "current", "other_party": [{"person": TEACHER}], **values}
    return report(said, author=author, form="relationship", at=AT + timedelta(hours=number))


def holds(*reports: CaseEntry) -> bool:
    return has_own_tie(reports, HEAD, {TEACHER}, TODAY, 24)


def test_ones_own_tie_counts() -> None:
    assert holds(tie())


def test_somebody_elses_does_not() -> None:
    assert not holds(tie(author=TA))


def test_a_tie_to_another_person_does_not() -> None:
    assert not holds(tie(other_party=[{"person": TA}]))


def test_a_tie_that_ended_counts_for_the_months_that_the_school_set() -> None:
    assert holds(tie(), tie(1, state="ended", ended_on="2025-03-12"))
    assert not holds(tie(), tie(1, state="ended", ended_on="2023-03-12"))


def test_who_has_declared_a_tie_decides_nothing() -> None:
    mine = desk(HEAD, has_own_tie=True)
    assert not may_decide(case_of(report()), mine)
    assert refusal(case_of(report()), "decision", LOW_LEVEL, mine) is Refusal.OWN_TIE


@pytest.mark.parametrize("kind", ["decision", "triage"])
def test_a_sent_declaration_blocks_deciding_in_its_senders_vault_alone(desks: Desks, kind: str) -> None:
    school = desks.school
    said = {"tie": "partner", "state": "current", "other_party": [{"person": school.teacher.person_id}]}
    case = desks.concern(school.ta, school.teacher)
    desks.of(school.head).file("relationship", {**said, "since": "2020-01-01"})
    assert refused(desks, school.head, case, kind, LOW_LEVEL) is Refusal.OWN_TIE
    desks.act(school.dsl, case, "triage", {**LOW_LEVEL})
