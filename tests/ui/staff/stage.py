# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The staff side on a stage: a real small school, a real worker, and somebody at the keyboard."""

import time
from collections.abc import Callable
from typing import TypeVar

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QWidget

from desktop.forms.filling import Filling
from desktop.forms.flow import CHECK
from desktop.founding import publish
from desktop.session import Session
from storage.keys import SigningSecret
from storage.vault import open_vault
from tests.school import Hands, Member, SmallSchool
from tests.ui.walkers import accessible_name
from ui.shell.tasks import Tasks
from ui.staff.staff_side import StaffSide
from ui.theme.source import ThemeSource
from ui.widgets.dialog import Dialog
from ui.widgets.focus_ring import FocusRing

_PATIENCE_SECONDS = 10
Value = TypeVar("Value")
STORY = (
    "I was locking the side gate after chess club. Tom told a Year 4 boy (initials L.M.) to hop in and drove off with "
    "him. I don’t think anyone else was in the car. L. said next day it was because his mum’s bus was late.\n\n"
    "Tom is kind and L. looked perfectly happy. I just thought we weren’t supposed to."
)
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Stage:
    """One staff side in a window of its own."""

    def __init__(self, theme: ThemeSource, school: SmallSchool, size: QSize) -> None:
        self.theme = theme
        self.school = school
        self.hands = Hands()
        self.candour = school.open(self.hands)
        self.tasks = Tasks()
        self.redirects = 0
        self.sessions: list[Session] = []
        self.bugs: list[Exception] = []
        self.ctrl = CTRL
        self.side = StaffSide(theme, self.tasks, self.candour, self.candour.school)
        self.side.turned_away.connect(self._redirected)
        self.side.setProperty("surface", "canvas")
        self.side.bug.connect(self.bugs.append)
        self.side.resize(size)
        self.ring = FocusRing(theme, self.side)
        self.side.show()
        self.side.activateWindow()
        self.settle()

    def _redirected(self) -> None:
        self.redirects += 1

    def close(self) -> None:
        """Take everything down: the worker first, then what it worked for."""
        for session in self.sessions:
            self.do(session.close)
        self.tasks.finish()
        self.side.close()
        self.side.setParent(None)
        self.side.deleteLater()
        self.theme.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settle(self) -> None:
        """Let the worker finish and the window draw."""
        end = time.monotonic() + _PATIENCE_SECONDS
        app = self.theme.application
        for _ in range(12):
            while self.tasks.is_busy and time.monotonic() < end:
                app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            app.processEvents()

    def do(self, operation: Callable[[], Value]) -> Value:
        """Do something in the worker, and wait for it."""
        found: list[Value] = []
        errors: list[Exception] = []
        self.tasks.run(self.side, operation, found.append, errors.append)
        self.settle()
        if errors:
            raise errors[0]
        return found[0]

    def sign_in(self, member: Member) -> Session:
        """Sign somebody in, as the shell does."""
        session = self.do(lambda: self.school.sign_in(self.candour, member))
        self.sessions.append(session)
        self.side.show_home(session)
        self.settle()
        return session

    def at_check(self, **answers: object) -> None:
        """Show the check page of a concern with these answers, without the way there."""
        least = {"about": self.school.teacher.person_id, "what_happened": STORY, "risk_now": "no"}
        spec = self.candour.form("concern")
        typed = {**least, **answers}
        self.side.forms.show(Filling(spec, signed_in=bool(self.sessions), typed=typed), CHECK)
        self.settle()

    def publish(self, kind: str, data: msgspec.Struct, *members: str) -> None:
        """Change the school's directory, as these members sign."""
        secrets = signing(self, *members)
        self.do(lambda: publish(self.candour.machine, kind, data, secrets))

    # What somebody at the keyboard does

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard, letter by letter."""
        for letter in words:
            self._key(letter)
        self.settle()

    def put_in(self, words: str) -> None:
        """Put all these words at once into whatever has the keyboard, as an input method does."""
        self._key(words)
        self.settle()

    def _key(self, words: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, words)
            self.theme.application.sendEvent(self.focus, event)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, one after the other."""
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)
        self.settle()

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard: in the question that lies over the page, if there is one."""
        questions = [question for question in self.side.findChildren(Dialog) if question.isVisible()]
        window: QWidget = questions[0] if questions else self.side
        return _focus_in(window) or window

    def tab_to(self, name: str) -> None:
        """Press Tab until something with this name, or one of a group with it, has the keyboard."""
        for _ in range(200):
            if name in (accessible_name(self.focus), _group(self.focus)):
                return
            QTest.keyClick(self.focus, K.Key_Tab)
        msg = f"Tab never comes to {name!r}"
        raise AssertionError(msg)

    def choose(self, name: str) -> None:
        """Tab to something and press it."""
        self.tab_to(name)
        self.press(K.Key_Space)

    def button(self, name: str) -> QAbstractButton:
        """A visible button, by its name."""
        return next(
            each
            for each in self.side.findChildren(QAbstractButton)
            if each.isVisible() and accessible_name(each) == name
        )

    @property
    def title(self) -> str:
        """The name of the page on the screen."""
        page = self.side._stack.currentWidget()
        return accessible_name(page) if page else ""


def _focus_in(window: QWidget) -> QWidget | None:
    return window.focusWidget()


def _group(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return accessible_name(parent) if isinstance(parent, QGroupBox) else ""


def signing(stage: Stage, *members: str) -> list[SigningSecret]:
    """The signing keys of these members of the school."""
    found = []
    for name in members:
        member = getattr(stage.school, name)
        vault = open_vault(stage.candour.machine.home.vault(member.person_id), member.passphrase.encode())
        found.append(vault.keys.signing)
        vault.close()
    return found
