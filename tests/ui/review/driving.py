# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Drives the reviewers' side over real vaults: one worker, one session, and waiting until both are done."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.cases.entry import CaseEntry
from desktop.clocks import Clock
from desktop.services import Candour
from desktop.session import Session
from ui.review.inbox_list import InboxList
from ui.review.side import ReviewSide
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel

T = TypeVar("T")
_PATIENCE_SECONDS = 30


class Driver:
    """Somebody signed in, their tasks, and the window that shows their side."""

    def __init__(self, theme: ThemeSource, candour: Candour, clock: Clock, sign_in: Callable[[], Session]) -> None:
        self.theme = theme
        self.tasks = Tasks()
        self.candour = candour
        self.clock = clock
        self.session: Session = self.do(sign_in)
        self.bugs: list[Exception] = []
        self.side = ReviewSide(self.theme, self.tasks, self.session, self.candour.school, self.clock)
        self.side.bug.connect(self.bugs.append)

    def do(self, operation: Callable[[], T]) -> T:
        """Have the worker do something and wait for it, as a page would."""
        done: list[T] = []
        failed: list[Exception] = []
        self.tasks.run(self.tasks, operation, done.append, failed.append)
        self.settle()
        if failed:
            raise failed[0]
        return done[0]

    def settle(self) -> None:
        """Wait until the worker has nothing left to do and what it brought is on the screen."""
        quiet, until = 0, time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            QApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if self.tasks.is_busy:
                quiet = 0
                QTest.qWait(2)
                continue
            quiet += 1
            if quiet > 4:
                return
        msg = "the worker does not come to an end"
        raise AssertionError(msg)

    def press(self, widget: QWidget, *keys: Qt.Key, text: str = "") -> None:
        """Press keys in a widget, or type a text, and wait."""
        for key in keys:
            QTest.keyClick(widget, key)
            self.settle()
        if text:
            QTest.keyClicks(widget, text)
            self.settle()

    @property
    def rows(self) -> InboxList:
        """The list of the inbox."""
        return self.side.inbox.list_pane.list

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = self.side.focusWidget()
        assert widget is not None
        return widget

    @property
    def words(self) -> str:
        """All that the labels on the screen say."""
        labels = self.side.findChildren(PlainLabel)
        return " | ".join(label.words for label in labels if label.isVisible() and label.words)

    def entries(self, case_id: str, kind: str) -> list[CaseEntry]:
        """The entries of a kind in a case, as the vault has them."""
        return [entry for entry in self.do(lambda: self.session.case(case_id)).entries if entry.kind == kind]

    def close(self) -> None:
        """Keep what is half-written, and end the session and the worker."""
        if isValid(self.side):
            self.side.leave()
        self.settle()
        self.do(self.session.close)
        self.tasks.finish()
