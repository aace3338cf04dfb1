# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying between the desks of a small school that a duty was done; and what stands on the board of it."""

import pytest

from desktop.board.board import read_board
from desktop.cases.items import ItemKind
from desktop.changing.setting import change_settings
from desktop.duties.acting import read_calendar, say_done
from desktop.duties.calendar import DutyState
from desktop.faults import DeskFault
from desktop.founding import publish
from storage.errors import KnownError
from tests.desktop.desks import Desks
from tests.school import Member, signing
from tests.ui.training.scenes import trained

TERM = "2025-autumn"


def set_terms(desks: Desks) -> None:
    """Two officers set the terms of the year in which it is March 2026."""
    terms = [
        {"first": "2025-09-01", "last": "2025-12-19"},
        {"first": "2026-01-05", "last": "2026-04-01"},
    ]
    signers = [signing(desks.candour, each) for each in (desks.school.head, desks.school.chair)]
    publish(desks.candour.machine, "settings", change_settings({"terms": terms}), signers)


def state(desks: Desks, member: Member, duty: str = "guidance") -> DutyState:
    """How somebody sees a duty of the autumn."""
    desks.sync(member)
    lines = read_calendar(desks.of(member))
    return next(line.state for line in lines if line.line_id == f"{duty} {TERM}")


def test_a_duty_that_the_lead_says_was_done_is_done_for_the_head_and_off_the_board(desks: Desks) -> None:
    set_terms(desks)
    school = desks.school
    overdue = [line.item.eid for line in read_board(desks.of(school.head)).open if line.item.kind is ItemKind.DUTY]
    assert f"guidance {TERM}" in overdue
    say_done(desks.of(school.dsl), "guidance", TERM, "All but one")
    assert state(desks, school.head) is DutyState.DONE
    assert f"guidance {TERM}" not in {line.item.eid for line in read_board(desks.of(school.head)).open}


def test_it_can_be_taken_back(desks: Desks) -> None:
    set_terms(desks)
    head = desks.of(desks.school.head)
    say_done(head, "guidance", TERM)
    desks.hands.forward(hours=1)
    say_done(head, "guidance", TERM, is_done=False)
    assert state(desks, desks.school.head) is DutyState.OVERDUE


def test_of_two_words_in_one_second_not_done_counts_in_whichever_order_they_came(desks: Desks) -> None:
    set_terms(desks)
    school = desks.school
    for done, taken_back in ((school.dsl, school.head), (school.head, school.dsl)):
        say_done(desks.of(done), "guidance", TERM)
        say_done(desks.of(taken_back), "guidance", TERM, is_done=False)
        assert {state(desks, member) for member in (school.head, school.dsl)} == {DutyState.OVERDUE}
        desks.hands.forward(hours=1)


@pytest.mark.parametrize(("duty", "term"), [("governors_report", TERM), ("guidance", "2031-autumn"), ("odd", TERM)])
def test_what_is_not_shown_to_somebody_is_not_theirs_to_say(desks: Desks, duty: str, term: str) -> None:
    set_terms(desks)
    with pytest.raises(KnownError) as refused:
        say_done(desks.of(desks.school.dsl), duty, term)
    assert refused.value.code is DeskFault.NO_SUCH_DUTY


def test_training_to_be_done_again_stands_on_the_board_of_whoever_keeps_it(desks: Desks) -> None:
    trained(desks)
    school = desks.school
    [line] = [line for line in read_board(desks.of(school.head)).open if line.item.kind is ItemKind.TRAINING]
    assert set(line.about) == {school.teacher.name, school.ta.name}
    assert line.item.owner == school.head.person_id
    assert not line.case_id
