# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever keeps the staff list invites somebody, and lets in who asks with the right code, by keyboard."""

import re
from pathlib import Path

import pytest

from desktop.founding import join_school, publish
from desktop.inviting import ask_to_join
from desktop.services import open_candour
from storage.charter import RevokeData
from storage.slots import FLOOR
from tests.school import Hands, Member, SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.tour.hands import Key

CODE = re.compile(r"([0-9A-Z]{6}-){2}[0-9A-Z]{6}")
PHRASE = "muffin harbour tunnel wicker"


def make_code(stage: Stage, who: Member) -> str:
    """Invite somebody, and read the code from the screen."""
    stage.hands.reach("Who is to be invited?")
    stage.hands.type(who.name)
    stage.hands.press(Key.Key_Return)
    stage.choose("Make an invitation")
    return stage.hands.read(CODE)


def ask(school: SmallSchool, folder: Path, who: Member, code: str) -> None:
    """Somebody asks on another computer."""
    second = open_candour(folder, Hands())
    if not second.has_school:
        join_school(second, school.exchange, school.enrolment_code)
    ask_to_join(second, who.person_id, code, PHRASE, FLOOR)


def test_somebody_is_invited_and_let_in(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.head, "sign_ins")
    code = make_code(stage, small_school.supply)
    assert_accessible(stage.side)
    ask(small_school, tmp_path / "second", small_school.supply, code)
    stage.choose("Check for requests")
    assert stage.hands.sees("Joe Lindqvist, code matches")
    stage.choose("Approve Joe Lindqvist")
    stage.hands.reach("Passphrase")
    stage.hands.type(small_school.head.passphrase)
    stage.choose("Confirm")
    assert stage.candour.machine.state.active_keys(small_school.supply.person_id)
    assert stage.hands.sees("Nobody is invited at the moment.")


def test_with_another_code_nobody_can_be_let_in(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.head, "sign_ins")
    make_code(stage, small_school.supply)
    ask(small_school, tmp_path / "second", small_school.supply, "000000-000000-000000")
    stage.choose("Check for requests")
    assert stage.hands.sees("Joe Lindqvist: the code doesn’t match")
    assert not stage.hands.finds("Approve Joe Lindqvist")


def test_an_invitation_is_taken_back(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "sign_ins")
    make_code(stage, small_school.supply)
    stage.choose("Take back the invitation of Joe Lindqvist")
    assert stage.hands.sees("Nobody is invited at the moment.")


def test_whoever_can_sign_in_is_not_offered(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "sign_ins")
    stage.hands.reach("Who is to be invited?")
    stage.hands.type("Beth")
    assert not stage.hands.sees("1 person matches")


def test_the_page_is_only_for_whoever_keeps_the_staff_list(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "roles")
    assert not stage.hands.finds("Sign-ins")


def test_for_a_reader_a_second_officer_types_their_passphrase(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    head, chair, deputy = small_school.head, small_school.chair, small_school.deputy
    candour = small_school.open(Hands())
    signing = [small_school.sign_in(candour, member) for member in (head, chair)]
    kids = {record.fact.person: kid for kid, record in candour.machine.state.keys.items()}
    revoked = RevokeData(kid=kids[deputy.person_id])
    publish(candour.machine, "revoke", revoked, [session.vault.keys.signing for session in signing])
    for session in signing:
        session.close()
    stage = settings(head, "sign_ins")
    ask(small_school, tmp_path / "second", deputy, make_code(stage, deputy))
    stage.choose("Check for requests")
    stage.choose("Approve Rhiannon Pryce")
    assert stage.hands.sees("Choose a second officer")
    stage.hands.reach("The second officer")
    stage.hands.type("Martin")
    stage.hands.reach("Their passphrase")
    stage.hands.type(chair.passphrase)
    stage.choose("Approve Rhiannon Pryce")
    assert stage.candour.machine.state.active_keys(deputy.person_id)


@pytest.mark.parametrize("width", [1366, 911])
def test_nothing_is_cut(settings: Opened, small_school: SmallSchool, width: int) -> None:
    stage = settings(small_school.head, "sign_ins", width, 512)
    make_code(stage, small_school.supply)
    assert clipped_labels(stage.side) == []
