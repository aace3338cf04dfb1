# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A forgotten passphrase, and records that won't open: back in through the window, by keyboard (ux.md Y5, Y9)."""

from pathlib import Path

import pytest

from desktop import recovery
from desktop.backup import back_up
from storage.home import Home
from storage.slots import FLOOR
from tests.desktop.test_recovery import kit_for
from tests.school import Member
from tests.ui.shell.conftest import House
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.staff.forgotten_page import ForgottenPage
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme
from ui.tour.hands import Key

NEW = "window carpet onion tunnel"
LINK = "I’ve forgotten my passphrase"


@pytest.fixture(autouse=True)
def _at_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "calibrate", lambda _clock: FLOOR)


def with_a_kit(house: House, member: Member, backup: Path | None = None) -> str:
    """Make a kit for somebody, and a backup where one is wanted. Returns the code."""
    session = house.school.sign_in(house.school.open(), member)
    kit = kit_for(session, member)
    if backup:
        back_up(session, backup)
    session.close()
    return " ".join(kit.groups)


def page_of(house: House) -> ForgottenPage:
    house.open()
    house.choose(LINK)
    house.sees("Candour’s makers can’t open it either.")
    (page,) = house.window.findChildren(ForgottenPage)
    return page


def fill(house: House, member: Member, code: str, new: str = NEW, again: str = NEW) -> None:
    house.fill("Your name", member.name, Key.Key_Return)
    house.fill("Recovery code", code)
    house.fill("New passphrase", new)
    house.fill("New passphrase, once more", again)
    house.choose("Open my records")


def test_the_kit_opens_the_records_and_signs_in(house: House) -> None:
    code = with_a_kit(house, house.school.dsl)
    page_of(house)
    fill(house, house.school.dsl, code)
    house.sees("Inbox")


def test_a_wrong_letter_is_said_by_its_group_and_everything_stays(house: House) -> None:
    code = with_a_kit(house, house.school.dsl)
    page = page_of(house)
    fill(house, house.school.dsl, ("7" if code[0] != "7" else "8") + code[1:])
    house.sees("Group 1 of the recovery code isn’t right")
    assert page._code.value().endswith(code[1:])
    assert page._new.value() == NEW


def test_what_is_missing_is_asked_for(house: House) -> None:
    page_of(house)
    house.choose("Open my records")
    house.sees("Choose your name.")
    house.sees("Type the code on your sheet.")


def test_records_that_are_not_here_come_from_a_backup(house: House, tmp_path: Path) -> None:
    dsl = house.school.dsl
    code = with_a_kit(house, dsl, tmp_path)
    Home(house.school.home).vault(dsl.person_id).rename(tmp_path / "lost")
    page = page_of(house)
    (backup,) = tmp_path.glob("*.cbak")
    page.take_backup(str(backup))
    fill(house, dsl, code)
    house.sees("Inbox")


def test_without_a_backup_it_is_said_what_to_do(house: House, tmp_path: Path) -> None:
    dsl = house.school.dsl
    code = with_a_kit(house, dsl)
    Home(house.school.home).vault(dsl.person_id).rename(tmp_path / "lost")
    page_of(house)
    fill(house, dsl, code)
    house.sees("restore a backup")


def test_the_way_back_leads_to_the_first_page(house: House) -> None:
    page_of(house)
    house.choose("Back")
    house.sees("What would you like to tell us?")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_on_it_is_named_and_nothing_clipped(house: House, scale: float) -> None:
    page = page_of(house)
    house.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
    house.settle()
    assert_accessible(page)
    house.until(lambda: clipped_labels(page) == [])


def test_a_new_passphrase_is_suggested_and_judged_in_words(house: House) -> None:
    page = page_of(house)
    house.choose("Suggest one")
    house.sees("Suggested:")
    house.fill("New passphrase", "short")
    assert page._meter.words.startswith("Too easy to guess")
    house.fill("New passphrase", NEW)
    assert page._meter.words
    assert not page._meter.words.startswith("Too easy to guess")
