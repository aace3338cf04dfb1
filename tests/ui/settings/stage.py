# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opens the settings of somebody over a real vault: one worker, one session, and waiting until both are done."""

import time

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.idle_limits import KeptLimits
from desktop.services import Candour
from desktop.session import Session
from tests.school import Member
from ui.settings.context import SettingsContext
from ui.settings.settings_side import SettingsSide
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.tour.hands import Hands, Key

_PATIENCE_SECONDS = 30


class Stage:
    """Somebody's settings and hands on the keyboard. Close it when done."""

    def __init__(self, theme: ThemeSource, candour: Candour, person: str, passphrase: str) -> None:
        self.theme = theme
        self.candour = candour
        self.tasks = Tasks()
        self.hands = Hands(theme.application)
        self.bugs: list[Exception] = []
        sessions: list[Session] = []
        self.tasks.run(
            self.tasks,
            lambda: candour.sign_in(candour.person(person), passphrase),
            sessions.append,
            self.bugs.append,
        )
        self.settle()
        self.session = sessions[0]
        context = SettingsContext(
            theme=theme,
            tasks=self.tasks,
            candour=candour,
            session=self.session,
            school=candour.school,
            limits=KeptLimits(candour.machine.home.root),
        )
        self.side = SettingsSide(context)
        self.side.bug.connect(self.bugs.append)

    def show(self, width: int = 1366, height: int = 688) -> None:
        """Show it in a size."""
        self.side.resize(width, height)
        self.side.show()
        self.side.activateWindow()
        self.side.setFocus()
        self.settle()

    def go(self, page: str) -> None:
        """Show a page."""
        self.side.go(page)
        self.settle()

    def settle(self) -> None:
        """Wait until the worker has nothing left to do and what it brought is on the screen."""
        quiet, until = 0, time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            QApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            quiet = 0 if self.tasks.is_busy else quiet + 1
            if quiet > 4:
                return
            QTest.qWait(2)
        msg = "the worker does not come to an end"
        raise AssertionError(msg)

    def choose(self, name: str) -> None:
        """Tab to something and press it."""
        self.hands.reach(name)
        self.hands.press(Key.Key_Space)
        self.settle()

    def fill(self, name: str, words: str) -> None:
        """Tab to a field and type."""
        self.hands.reach(name)
        self.hands.type(words)
        self.settle()

    def confirm(self, member: Member) -> None:
        """Type the passphrase again."""
        self.fill("Passphrase", member.passphrase)
        self.choose("Confirm")

    def close(self) -> None:
        """End the session and the worker."""
        self.settle()
        self.side.close()
        self.side.deleteLater()
        self.tasks.run(self.tasks, self.session.close, lambda _done: None, self.bugs.append)
        self.settle()
        self.tasks.finish()
