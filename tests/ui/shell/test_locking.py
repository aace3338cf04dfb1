# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hiding the screen, and locking it: one process ends, and the next begins locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.shell.conftest import START, House
from ui.shell.lock_page import LockPage
from ui.shell.notice_page import HiddenPage
from ui.tour.hands import Key, spoken_name

CTRL = Qt.KeyboardModifier.ControlModifier


class TestHiding:
    def test_f9_hides_everything_and_shows_it_again(self, house: House) -> None:
        house.open()
        house.press(Key.Key_F9)
        house.sees("Paused. Press F9 to carry on.")
        assert not house.hands.sees(START)
        house.press(Key.Key_F9)
        house.sees(START)

    def test_what_was_typed_and_the_keyboard_are_where_they_were(self, house: House) -> None:
        house.open()
        house.write_something()
        house.press(Key.Key_F9)
        assert isinstance(house.hands.place, HiddenPage)
        house.press(Key.Key_F9)
        house.sees("He gave a child a lift.")
        assert name_of(house.hands.place) == "In your own words"

    def test_the_button_does_the_same(self, house: House) -> None:
        house.open()
        house.choose("Share a concern about an adult")
        house.choose("Hide screen")
        house.sees("Paused. Press F9 to carry on.")

    def test_it_locks_nothing(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta)
        house.press(Key.Key_F9)
        house.press(Key.Key_F9)
        house.sees("Tell us something")
        assert house.relaunches == 0


class TestLocking:
    @pytest.fixture
    def locked(self, house: House) -> House:
        """The teaching assistant's screen, locked, in the process after it."""
        house.open()
        house.sign_in(house.school.ta)
        house.choose("Lock")
        house.until(lambda: house.relaunches == 1)
        house.open()
        return house

    def test_nothing_of_what_was_there_shows_while_it_locks(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta)
        house.press(Key.Key_L, CTRL)
        assert not house.hands.sees("Tell us something")
        house.until(lambda: house.relaunches == 1)

    def test_without_anybody_signed_in_there_is_nothing_to_lock(self, house: House) -> None:
        house.open()
        house.press(Key.Key_L, CTRL)
        assert house.relaunches == 0
        house.sees(START)

    def test_the_next_process_asks_the_same_person(self, locked: House) -> None:
        locked.sees("Locked")
        locked.sees("Beth Carver")
        assert name_of(locked.hands.place) == "Passphrase"

    def test_the_passphrase_opens_it(self, locked: House) -> None:
        locked.fill("Passphrase", locked.school.ta.passphrase, Key.Key_Return)
        locked.sees("Tell us something")
        assert not locked.window.findChildren(LockPage)

    def test_a_wrong_one_says_so_and_may_be_tried_again(self, locked: House) -> None:
        locked.fill("Passphrase", "wrong", Key.Key_Return)
        locked.settle()
        locked.sees("That passphrase doesn’t match.")
        locked.fill("Passphrase", locked.school.ta.passphrase, Key.Key_Return)
        locked.sees("Tell us something")

    def test_several_wrong_ones_make_one_wait(self, locked: House) -> None:
        for _ in range(5):
            locked.fill("Passphrase", "wrong", Key.Key_Return)
            locked.settle()
        locked.sees("Try again in 10 seconds.")
        assert not locked.hands.finds("Unlock")
        page = locked.window.findChildren(LockPage)[0]
        for _ in range(10):
            page._count_down()
        assert locked.hands.finds("Unlock")

    def test_somebody_else_goes_to_the_start_and_the_lock_is_forgotten(self, locked: House) -> None:
        locked.choose("Not Beth Carver? Go to the start screen")
        locked.sees(START)
        locked.open()
        locked.sees(START)

    def test_what_was_half_written_is_a_draft(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta)
        house.write_something()
        house.press(Key.Key_L, CTRL)
        house.until(lambda: house.relaunches == 1)
        house.open()
        house.fill("Passphrase", house.school.ta.passphrase, Key.Key_Return)
        house.sees("What you’ve started")

    def test_a_lock_of_somebody_who_is_not_listed_is_no_lock(self, house: House) -> None:
        (house.school.home / "locked").write_text("ff" * 16)
        house.open()
        house.sees(START)


def name_of(widget: QWidget | None) -> str:
    return spoken_name(widget) if widget is not None else ""
