# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first page says when reports could not be opened, or deadlines would be wrong; otherwise it is silent."""

from storage.charter import RevokeData
from tests.ui.staff.stage import Stage
from ui.tour.hands import Hands

NOBODY = (
    "This computer can’t take reports yet, because nobody is set up to open them. Please tell Priya Nair in person."
)


def sees(stage: Stage, words: str) -> bool:
    return Hands(stage.theme.application).sees(words)


def test_where_all_is_well_nothing_is_said(stage: Stage) -> None:
    assert not sees(stage, "can’t take reports")
    assert not sees(stage, "This computer’s clock says")


def test_where_no_reader_has_a_key_it_says_whom_to_tell(stage: Stage) -> None:
    kids = {record.fact.person: kid for kid, record in stage.candour.machine.state.keys.items()}
    for member in (stage.school.dsl, stage.school.head):
        stage.publish("revoke", RevokeData(kid=kids[member.person_id]), "chair", "vice_chair")
    stage.side.show_start()
    stage.settle()
    assert sees(stage, NOBODY)


def test_a_clock_that_is_behind_is_told(stage: Stage) -> None:
    stage.hands.forward(days=-60)
    stage.side.show_start()
    stage.settle()
    assert sees(stage, "This computer’s clock says 11 Jan 2026.")


def test_who_carries_on_is_not_told_again(stage: Stage) -> None:
    stage.hands.forward(days=-60)
    stage.side.show_start()
    stage.settle()
    stage.choose("Carry on")
    assert not sees(stage, "This computer’s clock says")
    stage.side.show_start()
    stage.settle()
    assert not sees(stage, "This computer’s clock says")


def test_how_to_fix_it_is_a_page_of_help(stage: Stage) -> None:
    stage.hands.forward(days=-60)
    stage.side.show_start()
    stage.settle()
    asked: list[str] = []
    stage.side.help_page_asked.connect(asked.append)
    stage.choose("How to fix")
    assert asked == ["clock"]
