# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A screen that nobody touches: what the watch says when, and what the window does about it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.idle import CLEAR_AFTER, HIDE_AFTER, LOCK_AFTER, WARN_BEFORE_CLEARING, Idle, Watch
from tests.ui.shell.conftest import START, House
from ui.shell.idle_watch import IdleWatch
from ui.shell.notice_page import HiddenPage


class Screen:
    """A watch over nobody's screen, with a clock whose hands a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.who = Watch(is_signed_in=True, has_words=False)
        self.said: list[Idle] = []
        self.watch = IdleWatch(lambda: self.seconds, lambda: self.who)
        self.watch.came.connect(self.said.append)

    def at(self, seconds: float) -> list[Idle]:
        """What has been said by then."""
        self.seconds = seconds
        self.watch.look()
        return self.said


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.watch.stop()
    screen.watch.deleteLater()


class TestTheWatch:
    def test_says_nothing_before_its_time(self, screen: Screen) -> None:
        assert screen.at(HIDE_AFTER - 1) == []

    def test_says_each_thing_once(self, screen: Screen) -> None:
        for seconds in (HIDE_AFTER, HIDE_AFTER + 1, LOCK_AFTER, LOCK_AFTER + 60):
            screen.at(seconds)
        assert screen.said == [Idle.HIDE, Idle.LOCK]

    @pytest.mark.parametrize(
        "touch",
        [
            lambda window: QTest.keyClick(window, Qt.Key.Key_A),
            lambda window: [QTest.mouseMove(window, QPoint(at, at)) for at in (20, 30)],
            lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        ],
    )
    @pytest.mark.parametrize("kind", [Qt.WindowType.Window, Qt.WindowType.Popup])
    def test_begins_anew_at_every_touch(
        self, screen: Screen, qtbot: QtBot, touch: Callable[[QWindow], object], kind: Qt.WindowType
    ) -> None:
        widget = QWidget(None, kind)
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        screen.at(HIDE_AFTER)
        touch(widget.windowHandle())
        assert screen.at(2 * HIDE_AFTER - 1) == [Idle.HIDE]
        assert screen.at(2 * HIDE_AFTER) == [Idle.HIDE, Idle.HIDE]

    def test_warns_a_walk_up_before_it_clears(self, screen: Screen) -> None:
        screen.who = Watch(is_signed_in=False, has_words=True)
        for seconds in (HIDE_AFTER, WARN_BEFORE_CLEARING, CLEAR_AFTER):
            screen.at(seconds)
        assert screen.said == [Idle.HIDE, Idle.WARN, Idle.CLEAR]


class TestTheWindow:
    def test_hides_what_nobody_looks_at(self, house: House) -> None:
        house.open()
        house.write_something()
        house.window._idle.came.emit(Idle.HIDE)
        house.sees("Paused. Press F9 to carry on.")

    def test_stays_hidden_when_it_was(self, house: House) -> None:
        house.open()
        house.window.hide_screen()
        house.window._idle.came.emit(Idle.HIDE)
        assert isinstance(house.window._stack.currentWidget(), HiddenPage)

    def test_locks_a_member_out(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta)
        house.window._idle.came.emit(Idle.LOCK)
        house.until(lambda: house.relaunches == 1)

    def test_knows_that_a_walk_up_has_written_something(self, house: House) -> None:
        house.open()
        assert house.window._watched() == Watch(is_signed_in=False, has_words=False)
        house.write_something()
        assert house.window._watched() == Watch(is_signed_in=False, has_words=True)

    def test_knows_that_somebody_is_signed_in(self, house: House) -> None:
        house.open()
        house.sign_in(house.school.ta)
        assert house.window._watched() == Watch(is_signed_in=True, has_words=False)

    def test_warns_a_walk_up_whose_words_it_is_about_to_clear(self, house: House) -> None:
        house.open()
        house.write_something()
        house.window._idle.came.emit(Idle.WARN)
        house.sees("What you’ve written will be cleared from this screen in two minutes.")
        house.choose("Keep it")
        house.sees("He gave a child a lift.")

    def test_clears_their_words_and_goes_back_to_the_start(self, house: House) -> None:
        house.open()
        house.write_something()
        house.window._idle.came.emit(Idle.WARN)
        house.window._idle.came.emit(Idle.CLEAR)
        house.sees(START)
        assert not house.hands.sees("He gave a child a lift.")
        assert not house.window._watched().has_words
