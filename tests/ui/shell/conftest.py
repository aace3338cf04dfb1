# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole window over a fresh small school, with somebody's hands on the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.demo.card import DemoCard
from desktop.services import Candour
from tests.school import Hands as Time
from tests.school import Member, SmallSchool
from ui.shell.tasks import Tasks
from ui.shell.window import Window
from ui.theme.source import ThemeSource
from ui.tour.hands import Hands, Key

PATIENCE_MS = 15_000
START = "What would you like to tell us?"


class House:
    """One window at a time, and what it asked for."""

    def __init__(self, theme: ThemeSource, qtbot: QtBot, school: SmallSchool) -> None:
        self.theme = theme
        self.qtbot = qtbot
        self.school = school
        self.tasks = Tasks()
        self.hands = Hands(theme.application)
        self.relaunches = 0
        self.bugs: list[Exception] = []
        self._windows: list[Window] = []

    @property
    def window(self) -> Window:
        """The window that was opened last."""
        return self._windows[-1]

    def open(self, candour: Candour | None = None, card: DemoCard | None = None) -> Window:
        """Open a window in place of the one before, and wait for its first page."""
        if self._windows:
            self.window.close()
        candour = candour or self.school.open(Time())
        window = Window(self.theme, self.tasks, candour, card, self._relaunch)
        window.bug.connect(self.bugs.append)
        self._windows.append(window)
        with self.qtbot.waitSignal(window.ready, timeout=PATIENCE_MS):
            window.show()
        window.activateWindow()
        self.settle()
        return window

    def _relaunch(self, _home: Path) -> None:
        self.relaunches += 1

    def settle(self) -> None:
        """Wait until nothing is being worked on."""
        self.until(lambda: not self.tasks.is_busy)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def sees(self, words: str) -> None:
        """Wait until these words stand on the screen."""
        self.until(lambda: self.hands.sees(words))

    def choose(self, name: str) -> None:
        """Tab to something, as soon as it is there, and press it."""
        self.until(lambda: self.hands.finds(name))
        self.hands.reach(name)
        self.hands.press(Key.Key_Space)
        self.settle()

    def fill(self, name: str, words: str, *then: Qt.Key) -> None:
        """Tab to a field and type."""
        self.until(lambda: self.hands.finds(name))
        self.hands.reach(name)
        self.hands.type(words)
        self.hands.press(*then)

    def sign_in(self, member: Member, passphrase: str = "") -> None:
        """Sign somebody in, or try to."""
        self.fill("Your name", member.name, Key.Key_Return)
        self.fill("Passphrase", passphrase or member.passphrase, Key.Key_Return)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that is a shortcut of the window."""
        QTest.keyClick(self.window, key, modifier)
        self.settle()

    def write_something(self) -> None:
        """Begin a concern and type into it."""
        self.choose("Share a concern about an adult")
        self.fill("Name or job", "Tom Ashby", Key.Key_Return)
        self.choose("Continue")
        self.fill("In your own words", "He gave a child a lift.")

    def close(self) -> None:
        """Take everything down."""
        for window in self._windows:
            window._may_close = True
            window.close()
        self.settle()
        self.tasks.finish()
        for window in self._windows:
            window.deleteLater()
        self.theme.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def house(theme: ThemeSource, qtbot: QtBot, small_school: SmallSchool) -> Iterator[House]:
    """A house without a window yet. What breaks in it fails the test."""
    house = House(theme, qtbot, small_school)
    yield house
    house.close()
    assert house.bugs == []
