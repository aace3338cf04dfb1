# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way into the settings and back."""

from PySide6.QtCore import Qt

from desktop.recovery import CHECKED_GROUPS, new_kit, take_into_use
from tests.school import Member
from tests.ui.shell.conftest import House
from ui.tour.hands import Key


def make_kit(house: House, member: Member) -> None:
    """Make a kit, as somebody who has printed the sheet does."""
    session = house.window._session
    assert session is not None

    def make() -> None:
        kit = new_kit(session)
        take_into_use(session, kit, [kit.groups[number - 1] for number in CHECKED_GROUPS], member.passphrase)

    house.window._tasks.run(house.window, make, lambda _done: None, house.window.bug.emit)
    house.settle()


def test_it_leads_from_the_desk_and_back(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")
    assert house.window._sides.review is not None
    house.window._sides.review.settings_asked.emit("")
    house.sees("Everyone who works here")
    house.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    house.sees("Inbox")


def test_who_has_no_kit_is_led_to_it_from_the_desk_until_there_is_one(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("You haven’t printed your recovery kit yet.")
    house.choose("Print it now")
    house.sees("Your recovery kit")
    make_kit(house, house.school.dsl)
    house.choose("Back")
    house.until(lambda: not house.hands.sees("You haven’t printed your recovery kit yet."))
    house.sees("Inbox")


def test_who_has_no_kit_is_led_to_it_from_their_home_until_there_is_one(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.sees("You haven’t printed your recovery kit yet.")
    house.choose("Print it now")
    make_kit(house, house.school.ta)
    house.choose("Back")
    house.until(lambda: not house.hands.sees("You haven’t printed your recovery kit yet."))
    house.sees("Tell us something")


def test_it_leads_from_the_home_of_somebody_without_an_office_and_back(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.choose("Settings")
    house.sees("Roles and routing")
    house.choose("Back")
    house.sees("Tell us something")


def test_a_sign_in_that_is_removed_ends_the_process(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.choose("Settings")
    assert house.window._settings._side is not None
    house.window._settings._side.go("computer")
    house.fill("Type your name to show that you mean it", "Beth Carver")
    house.choose("Destroy my records on this computer")
    house.fill("Passphrase", house.school.ta.passphrase, Key.Key_Return)
    house.until(lambda: house.relaunches == 1)
