# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody adds a second computer of their own: a code for themselves, and their own approval, by keyboard."""

from pathlib import Path

from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.test_joining import CODE, ask
from tests.ui.walkers import assert_accessible


def test_somebody_lets_their_own_other_computer_in(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    ta = small_school.ta
    stage = settings(ta, "another")
    assert stage.hands.sees("You sign in on one computer now.")
    stage.choose("Make a code for myself")
    ask(small_school, tmp_path / "second", ta, stage.hands.read(CODE))
    stage.choose("Check for requests")
    assert stage.hands.sees("Your other computer has asked, and the code matches.")
    assert_accessible(stage.side)
    stage.choose("Approve my other computer")
    stage.confirm(ta)
    assert stage.hands.sees("You sign in on 2 computers now.")


def test_an_officer_has_another_one_type_their_passphrase(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    head, chair = small_school.head, small_school.chair
    stage = settings(head, "another")
    stage.choose("Make a code for myself")
    ask(small_school, tmp_path / "second", head, stage.hands.read(CODE))
    stage.choose("Check for requests")
    stage.fill("The second officer", "Martin")
    stage.fill("Their passphrase", chair.passphrase)
    stage.choose("Approve my other computer")
    assert stage.hands.sees("You sign in on 2 computers now.")


def test_the_other_officers_can_be_asked_to_sign_on_their_own_computers(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    deputy = small_school.deputy
    stage = settings(deputy, "another")
    stage.choose("Make a code for myself")
    ask(small_school, tmp_path / "second", deputy, stage.hands.read(CODE))
    stage.choose("Check for requests")
    stage.choose("Ask the other officers")
    stage.confirm(deputy)
    assert stage.hands.sees("Asked: ")
    assert stage.hands.sees("You sign in on one computer now.")


def test_ones_own_code_is_not_among_those_for_others(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "another")
    stage.choose("Make a code for myself")
    stage.go("sign_ins")
    assert stage.hands.sees("Nobody is invited at the moment.")
    assert not stage.hands.finds("Take back my code")
    assert not stage.hands.finds("Take back the invitation of Helen Marsh")
