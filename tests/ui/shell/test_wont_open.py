# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that won't open, through the window: what is offered, and what being read-only leaves (ux.md Y5)."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.people import PersonId
from tests.desktop.wont_open import damage, make_newer
from tests.school import Member
from tests.ui.shell.conftest import House

WONT_OPEN = "Your records can’t be opened"
STRIP = "Nothing can be sent, recorded or changed"


def broken(house: House, member: Member, *, newer: bool = False) -> None:
    """Somebody signs in whose records will not open."""
    session = house.school.sign_in(house.school.open(), member)
    if newer:
        make_newer(session)
    else:
        damage(session, "arrivals")
    house.open()
    house.sign_in(member)
    house.sees(WONT_OPEN)


@pytest.fixture
def reading(house: House) -> House:
    """The window of a safeguarding lead who has gone on to read."""
    broken(house, house.school.dsl)
    house.choose("Open read-only")
    house.sees("Inbox")
    return house


def test_a_reader_reads_on_under_a_strip_that_says_so(reading: House) -> None:
    assert reading.hands.sees(STRIP)
    reading.sees("Not checked")
    reading.choose("New record")
    reading.until(lambda: reading.hands.finds("Back to the inbox"))
    assert reading.hands.sees(STRIP)
    assert not reading.hands.sees("Share a concern about an adult")


def test_the_settings_stay_shut(reading: House) -> None:
    reading.choose("New record")
    reading.choose("Settings")
    assert QApplication.activeModalWidget() is not None
    reading.choose("Carry on")
    assert not reading.hands.sees("Staff list")


def test_a_hidden_screen_does_not_say_it(reading: House) -> None:
    reading.window.hide_screen()
    assert not reading.hands.sees(STRIP)


def test_somebody_without_an_office_reads_what_they_sent(house: House) -> None:
    broken(house, house.school.ta, newer=True)
    house.choose("Open read-only")
    house.sees("You haven’t sent anything yet.")
    assert house.hands.sees(STRIP)


def test_the_details_can_be_copied_and_name_nobody(house: House) -> None:
    dsl = house.school.dsl
    broken(house, dsl)
    house.choose("Details")
    house.choose("Copy details")
    copied = QApplication.clipboard().text()
    assert "vault_damaged" in copied
    assert not any(each in copied for each in (dsl.name, dsl.person_id, str(house.school.home)))


def test_a_backup_is_restored_where_a_kit_is_asked_for(house: House) -> None:
    broken(house, house.school.dsl)
    house.choose("Restore from backup")
    house.sees("Use my recovery kit")


def test_the_start_screen_is_near(house: House) -> None:
    broken(house, house.school.ta)
    house.choose("Go to the start screen")
    house.sees("What would you like to tell us?")


def test_what_was_typed_before_is_kept(house: House) -> None:
    damage(house.school.sign_in(house.school.open(), house.school.ta), "arrivals")
    house.open()
    house.write_something()
    house.choose("Sign in and finish later")
    house.sign_in(house.school.ta)
    house.sees(WONT_OPEN)
    house.choose("Open read-only")
    house.sees("still on the page behind this one")
    house.choose("Go to the start screen")
    house.until(lambda: house.hands.finds("Sign in"))
    assert house.window._sides.has_words


def test_what_cannot_even_be_read_says_so(house: House) -> None:
    broken(house, house.school.dsl)
    path = house.school.open().machine.home.vault(PersonId(house.school.dsl.person_id)) / "vault.db"
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    house.choose("Open read-only")
    house.sees("Restore a backup with your recovery kit")
