# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A report without a name goes with the slip of its return phrase, and nothing of it comes back into sight."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cases.rows import Shelf
from desktop.retention.everything import read_kept
from desktop.slips import SLIP
from desktop.soundness import check
from tests.desktop.desks import LOW_LEVEL, Desks, KeyRing, Values, envelopes, opened_by
from tests.desktop.retention.records import OUTCOME, signed, waited
from tests.school import Hands, SmallSchool

CONCERN: Values = {"what_happened": "Somebody left the gate open.", "risk_now": "no", "name_choice": "leave_off"}
NOT_TOLD = {**OUTCOME, "person_told": "no", "person_told_why_not": "Nobody knows who it was."}


@pytest.fixture
def desks(founded_school: SmallSchool, key_ring: KeyRing, hands: Hands, tmp_path: Path) -> Iterator[Desks]:
    school = founded_school.copied_to(tmp_path / "home")
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        yield desks


def destroyed(desks: Desks) -> str:
    """A report without a name, dealt with, and destroyed when its time was over."""
    school = desks.school
    desks.candour.file_walk_up("concern", CONCERN)
    desks.sync()
    (case,) = desks.of(school.head).of_form("concern")
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.act(school.dsl, case, "outcome", NOT_TOLD)
    desks.act(school.dsl, case, "feedback", {"channel": "phrase", "words": "Thank you for telling us."})
    desks.act(school.dsl, case, "learning", {"learnt": "The gate has a bell now."})
    desks.hands.forward(days=4 * 366)
    desks.sync()
    signed(desks, case)
    waited(desks)
    return case


def test_the_slip_of_a_report_goes_with_it(desks: Desks) -> None:
    case = destroyed(desks)
    head = desks.of(desks.school.head)
    assert head.entries.of_case_and_kind(case, SLIP) == []
    assert head.row(case).shelf is Shelf.ELSEWHERE
    assert [record.came_late for record in read_kept(head)] == [False]
    assert check(head).troubles == ()
    left = {entry.body.kind for each in envelopes(desks.school) if (entry := opened_by(head, each))}
    assert SLIP not in left
