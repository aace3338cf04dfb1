# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was shared and what was not, in the case, on the board, in the register and in a letter."""

import pytest

from desktop.board.board import When, read_board
from desktop.cases.acting import ActRefusedError
from desktop.cases.items import ItemKind
from desktop.cases.refusals import Refusal
from desktop.letters.checking import check
from desktop.letters.drafting import draft
from desktop.letters.issuing import source_for
from desktop.letters.templates import templates
from desktop.registers.declared import Register
from desktop.registers.listing import State
from desktop.registers.reading import read_register
from desktop.registers.telling import Telling
from desktop.soundness import check as check_session
from tests.desktop.desks import THRESHOLD, Desks
from tests.desktop.sharing.answers import NOT_TO_PARENT, TO_POLICE
from tests.school import Member


@pytest.fixture
def case_id(desks: Desks) -> str:
    """A concern about the teacher."""
    return desks.concern(desks.school.ta, desks.school.teacher)


def states(desks: Desks, member: Member) -> list[State]:
    desks.sync(member)
    return [row.state for row in read_register(desks.of(member), Register.SHARED)]


def waiting(desks: Desks, member: Member) -> list[tuple[When, str | None]]:
    desks.sync(member)
    lines = read_board(desks.of(member)).open
    return [(line.when, line.item.owner) for line in lines if line.item.kind is ItemKind.SHARING]


def test_both_stand_in_the_register_of_every_reader_each_in_its_row(desks: Desks, case_id: str) -> None:
    desks.act(desks.school.dsl, case_id, "disclosure", TO_POLICE)
    desks.act(desks.school.dsl, case_id, "not_shared", NOT_TO_PARENT)
    assert set(states(desks, desks.school.head)) == {State.SHARED, State.KEPT_BACK}
    head = desks.of(desks.school.head)
    rows = read_register(head, Register.SHARED)
    telling = Telling(head.meaning.forms, desks.candour.school)
    assert telling.cells(next(row for row in rows if row.state is State.SHARED))[:6] == (
        "12 Mar 2026",
        "Priya Nair",
        "Police: PC Dale, Northmere Police",
        "To keep a child safe",
        "",
        "Shared",
    )
    assert len({row.row_id for row in rows}) == 2


def test_nobody_who_does_not_read_the_case_has_a_row(desks: Desks, case_id: str) -> None:
    desks.act(desks.school.dsl, case_id, "disclosure", TO_POLICE)
    for member in (desks.school.ta, desks.school.teacher, desks.school.chair):
        assert states(desks, member) == []


def test_a_decision_not_to_share_stands_on_the_board_of_whoever_took_it(desks: Desks, case_id: str) -> None:
    desks.act(desks.school.dsl, case_id, "not_shared", NOT_TO_PARENT)
    assert waiting(desks, desks.school.head) == [(When.LATER, desks.school.dsl.person_id)]
    desks.hands.forward(days=9)
    assert waiting(desks, desks.school.dsl) == [(When.OVERDUE, desks.school.dsl.person_id)]
    assert states(desks, desks.school.dsl) == [State.LOOK_AGAIN]


def test_whatever_is_recorded_later_about_the_same_recipient_settles_it(desks: Desks, case_id: str) -> None:
    desks.act(desks.school.dsl, case_id, "not_shared", NOT_TO_PARENT)
    desks.act(
        desks.school.head, case_id, "not_shared", {**NOT_TO_PARENT, "recipient": "mrs BELL", "review_on": "2026-04-20"}
    )
    assert waiting(desks, desks.school.head) == [(When.LATER, desks.school.head.person_id)]
    desks.act(
        desks.school.head, case_id, "disclosure", {**TO_POLICE, "recipient_type": "parent", "recipient": "Mrs Bell"}
    )
    assert waiting(desks, desks.school.head) == []


def test_another_recipient_settles_nothing(desks: Desks, case_id: str) -> None:
    desks.act(desks.school.dsl, case_id, "not_shared", NOT_TO_PARENT)
    desks.act(desks.school.dsl, case_id, "disclosure", TO_POLICE)
    assert len(waiting(desks, desks.school.dsl)) == 1


def test_a_solicitor_without_consent_is_refused_with_the_reason(desks: Desks, case_id: str) -> None:
    with pytest.raises(ActRefusedError) as raised:
        desks.act(desks.school.dsl, case_id, "disclosure", {**TO_POLICE, "recipient_type": "solicitor"})
    assert raised.value.why is Refusal.NEEDS_WRITTEN_CONSENT
    assert "written consent" in raised.value.sentence


def test_not_telling_the_lado_where_the_threshold_may_be_met_is_no_decision_of_this_kind(
    desks: Desks, case_id: str
) -> None:
    desks.act(desks.school.dsl, case_id, "triage", THRESHOLD)
    with pytest.raises(ActRefusedError) as raised:
        desks.act(desks.school.dsl, case_id, "not_shared", {**NOT_TO_PARENT, "recipient_type": "lado"})
    assert raised.value.why is Refusal.LADO_FIRST


def test_the_vaults_rows_can_be_made_again(desks: Desks, case_id: str) -> None:
    desks.act(desks.school.dsl, case_id, "disclosure", TO_POLICE)
    desks.act(desks.school.dsl, case_id, "not_shared", NOT_TO_PARENT)
    session = desks.of(desks.school.dsl)
    before = read_register(session, Register.SHARED)
    session.project_everything()
    assert read_register(session, Register.SHARED) == before
    assert check_session(session).is_sound


def test_the_letter_that_confirms_it_lists_exactly_what_went_out(desks: Desks, case_id: str) -> None:
    dsl, template = desks.school.dsl, templates()["information_shared"]
    session = desks.of(dsl)
    desks.sync(dsl)
    empty = source_for(session, desks.case(dsl, case_id))
    assert Refusal.LETTER_NOTHING_SHARED in check(template, draft(template, empty), empty).hurdles
    first = desks.act(dsl, case_id, "disclosure", TO_POLICE)
    desks.act(dsl, case_id, "disclosure", {**TO_POLICE, "recipient": "DBS", "items": "The outcome alone"})
    case = session.case(case_id)
    points = [line for line in draft(template, source_for(session, case)).splitlines() if line.startswith("- ")]
    assert points == ["- The outcome alone"]
    named = draft(template, source_for(session, case, of=first))
    assert "- The report of 12 March\n- The note of the talk with the office\n" in named
    assert "To: PC Dale, Northmere Police" in named
