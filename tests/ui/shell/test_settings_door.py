# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way into the settings and back."""

from PySide6.QtCore import Qt

from tests.ui.shell.conftest import House
from ui.tour.hands import Key


def test_it_leads_from_the_desk_and_back(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")
    assert house.window._review is not None
    house.window._review.settings_asked.emit()
    house.sees("Everyone who works here")
    house.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    house.sees("Inbox")


def test_it_leads_from_the_home_of_somebody_without_an_office_and_back(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.choose("Settings")
    house.sees("Roles and routing")
    house.choose("Back")
    house.sees("Tell us something")
