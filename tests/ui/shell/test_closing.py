# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Closing the window: nothing that somebody wrote is lost without a question, and no vault stays open."""

from PySide6.QtCore import Qt

from tests.ui.shell.conftest import House
from ui.tour.hands import Key

CTRL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_q_closes_at_once_when_nothing_is_written(house: House) -> None:
    house.open()
    house.press(Key.Key_Q, CTRL)
    assert not house.window.isVisible()


def test_ctrl_q_asks_while_something_is_not_sent(house: House) -> None:
    house.open()
    house.write_something()
    house.press(Key.Key_Q, CTRL)
    house.sees("Close without sending?")
    assert house.window.isVisible()


def test_the_safe_answer_keeps_the_words(house: House) -> None:
    house.open()
    house.write_something()
    house.press(Key.Key_Q, CTRL)
    house.choose("Keep writing")
    house.sees("He gave a child a lift.")
    assert house.window.isVisible()


def test_escape_is_the_safe_answer(house: House) -> None:
    house.open()
    house.write_something()
    house.press(Key.Key_Q, CTRL)
    house.sees("Close without sending?")
    house.hands.press(Key.Key_Escape)
    house.settle()
    assert house.window.isVisible()


def test_the_other_answer_clears_and_closes(house: House) -> None:
    house.open()
    house.write_something()
    house.press(Key.Key_Q, CTRL)
    house.choose("Clear and leave")
    house.until(lambda: not house.window.isVisible())


def test_a_member_is_not_asked_because_it_is_a_draft(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.write_something()
    house.press(Key.Key_Q, CTRL)
    assert not house.window.isVisible()
    house.open()
    house.sign_in(house.school.ta)
    house.sees("What you’ve started")


def test_it_closes_the_vault(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.press(Key.Key_Q, CTRL)
    folder = house.school.home / "vaults" / house.school.ta.person_id
    assert [path.name for path in folder.iterdir() if path.name.endswith("-wal")] == []


def test_closing_is_no_lock(house: House) -> None:
    house.open()
    house.sign_in(house.school.ta)
    house.press(Key.Key_Q, CTRL)
    assert house.relaunches == 0
    assert not (house.school.home / "locked").exists()
