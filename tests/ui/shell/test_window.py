# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window before anybody signs in: its title, its first page, and what stands there where no school opens."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services import open_candour
from tests.school import Hands
from tests.ui.shell.conftest import START, House
from tests.ui.walkers import assert_accessible, tab_stops
from ui.tour.hands import Key, spoken_name

CTRL = Qt.KeyboardModifier.ControlModifier


def test_its_title_is_candour_and_nothing_else(house: House) -> None:
    assert house.open().windowTitle() == "Candour"


def test_it_keeps_that_title_when_somebody_signs_in_and_reads(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")
    assert house.window.windowTitle() == "Candour"


def test_it_begins_at_the_first_page_with_the_keyboard_on_the_first_form(house: House) -> None:
    house.open()
    house.sees(START)
    place = house.hands.place
    assert place is not None
    assert spoken_name(place) == "Share a concern about an adult"


def test_all_of_the_first_page_is_reached_by_tab_and_named(house: House) -> None:
    window = house.open()
    assert_accessible(window)
    assert {"Sign in", "Text size"} <= {spoken_name(stop) for stop in tab_stops(window)}


def test_a_computer_without_a_school_is_welcomed_and_nothing_is_made_there(house: House, tmp_path: Path) -> None:
    house.open(open_candour(tmp_path / "nothing"))
    house.sees("Welcome to Candour")
    house.sees("call 999")
    assert not (tmp_path / "nothing").exists()


def test_where_there_is_nothing_to_do_nothing_has_the_keyboard(house: House) -> None:
    for statement in (house.school.home / "directory").iterdir():
        statement.write_bytes(b"something else")
    window = house.open()
    assert focus_in(window) is None


def test_a_school_that_cannot_be_read_is_told_in_words(house: House) -> None:
    for statement in (house.school.home / "directory").iterdir():
        statement.write_bytes(b"something else")
    house.open()
    house.sees("Candour can’t open the school on this computer")
    house.sees("can’t be trusted")


def test_a_folder_that_cannot_be_reached_is_told_and_the_forms_stay(house: House) -> None:
    house.school.exchange.rename(house.school.home / "gone")
    house.open()
    house.sees("The shared folder can’t be reached.")
    house.sees(START)


def test_how_to_mend_a_wrong_clock_is_read_in_help_and_left_again(house: House) -> None:
    hands = Hands()
    hands.forward(days=-60)
    house.open(house.school.open(hands))
    house.choose("How to fix")
    house.sees("When this computer’s clock is wrong")
    house.press(Qt.Key.Key_F1)
    house.sees(START)


def test_letters_grow_and_shrink_by_keys_and_stay_so(house: House) -> None:
    house.open()
    house.press(Key.Key_Plus, CTRL)
    assert house.theme.appearance.text_scale > 1
    kept = (house.school.home / "appearance.json").read_text()
    assert str(house.theme.appearance.text_scale) in kept
    house.press(Key.Key_0, CTRL)
    assert house.theme.appearance.text_scale == 1


def focus_in(window: QWidget) -> QWidget | None:
    return window.focusWidget()
