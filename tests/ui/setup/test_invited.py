# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody with an invitation sets up their own sign-in in the window of another computer, and signs in."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.founding import join_school
from desktop.inviting import approve, invite, requests
from desktop.services import Candour, open_candour
from desktop.session import Session
from tests.school import Hands as Time
from tests.school import SmallSchool
from tests.ui.shell.conftest import House
from tests.ui.walkers import assert_accessible
from ui.tour.hands import Key

PHRASE = "muffin harbour tunnel wicker"


@pytest.fixture
def second(small_school: SmallSchool, tmp_path: Path) -> Candour:
    """Another computer, which has joined the school."""
    candour = open_candour(tmp_path / "second", Time())
    join_school(candour, small_school.exchange, small_school.enrolment_code)
    return candour


@pytest.fixture
def head(small_school: SmallSchool) -> Session:
    return small_school.sign_in(small_school.open(Time()), small_school.head)


def ask(house: House, second: Candour, code: str) -> None:
    """Fill the page in."""
    house.open(second)
    house.choose("Set up my sign-in on this computer")
    house.fill("Your name", "Joe Lindqvist", Key.Key_Return)
    house.fill("The code of your invitation", code, Key.Key_Return)
    house.sees("For Joe Lindqvist")
    house.fill("Passphrase", PHRASE)
    house.fill("The same once more", PHRASE, Key.Key_Return)
    house.settle()


def sign_in(house: House) -> None:
    house.choose("Back")
    house.fill("Your name", "Joe Lindqvist", Key.Key_Return)
    house.fill("Passphrase", PHRASE, Key.Key_Return)
    house.settle()


@pytest.mark.usefixtures("_quick")
def test_somebody_asks_waits_is_let_in_and_signs_in(
    house: House, second: Candour, head: Session, small_school: SmallSchool
) -> None:
    ask(house, second, invite(head, small_school.supply.person_id).code)
    house.sees("You’ve asked.")
    assert_accessible(house.window)
    sign_in(house)
    house.sees("Your sign-in on this computer is waiting to be approved.")
    head.sync()
    approve(head, requests(head)[0].eid)
    head.close()
    house.fill("Passphrase", PHRASE, Key.Key_Return)
    house.settle()
    house.sees("What you’ve sent")


@pytest.mark.usefixtures("_quick")
def test_a_mistyped_code_is_told_and_can_be_mended(house: House, second: Candour) -> None:
    ask(house, second, "ABC")
    house.sees("That code isn’t right")
    assert [each.text() for each in house.window.findChildren(QLineEdit)].count(PHRASE) == 2
    assert not second.machine.home.vaults.exists()


def test_without_a_name_and_a_code_it_asks_for_them(house: House, second: Candour) -> None:
    house.open(second)
    house.choose("Set up my sign-in on this computer")
    house.choose("Continue")
    house.sees("Choose your name from the list")
    house.sees("Type the code")
