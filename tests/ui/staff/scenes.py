# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The staff side on a stage: a real small school, a real worker, and scenes that bring a page to a state by keys."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QWidget
from typing_extensions import override

from desktop.faults import FaultWords
from desktop.forms.filling import Filling
from desktop.forms.flow import CHECK
from desktop.session import Session
from tests.school import Hands, Member, SmallSchool
from tests.ui.walkers import accessible_name
from ui.shell.tasks import Tasks
from ui.staff.staff_side import StaffSide
from ui.theme.source import ThemeSource
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


class Strays(QObject):
    """Notices every part of a page that is shown as a window of its own, if only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_window = watched.windowType() == Qt.WindowType.Window
            if is_window and not isinstance(watched, StaffSide):
                self.found.append(repr(watched))
        return False


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
        self.strays = Strays()
        theme.application.installEventFilter(self.strays)
        self.side = StaffSide(
            theme, self.tasks, self.candour, self.candour.school, redirected=self._redirected, come_back=self.settle
        )
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
        self.theme.application.removeEventFilter(self.strays)
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
        self.side._show_desk(Filling(spec, signed_in=bool(self.sessions), typed=typed), CHECK)
        self.settle()

    # What somebody at the keyboard does

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard, letter by letter."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                self.theme.application.sendEvent(self.focus, event)
        self.settle()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, one after the other."""
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)
        self.settle()

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        return _focus_in(self.side) or self.side

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


RISK = "Is any child hurt, or at risk of being hurt, now?"


def start(stage: Stage) -> None:
    pass


def start_unreachable(stage: Stage) -> None:
    stage.school.exchange.rename(stage.school.home / "gone")
    stage.side.show_start()


def start_wrong_passphrase(stage: Stage) -> None:
    stage.tab_to("Your name")
    stage.type("bet")
    stage.press(K.Key_Return)
    stage.tab_to("Passphrase")
    stage.type("not the right one")
    words = FaultWords(happened="That passphrase doesn’t match.", record="", do="Check capitals, and try again.")
    stage.press(K.Key_Return)
    stage.side.show_sign_in_fault(words, 40)


def concern_who(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("ash")


def concern_who_head(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("helen")
    stage.press(K.Key_Return)


def concern_who_unlisted(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("zz")
    stage.press(K.Key_End, K.Key_Return)


def concern_who_skipped(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("I’d rather not say who")


def concern_what(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("ash")
    stage.press(K.Key_Return, K.Key_Return)
    stage.tab_to("In your own words")
    for part in STORY.split("\n"):
        stage.type(part)
        stage.press(K.Key_Return)


def concern_what_error(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("Continue")
    stage.choose("Continue")


def concern_when(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Continue")


def concern_when_error(stage: Stage) -> None:
    concern_when(stage)
    stage.tab_to("What day did it happen?")
    stage.type("10 March 2027")
    stage.tab_to("About what time?")
    stage.type("A time")
    stage.press(K.Key_Tab)
    stage.type("3.70")
    stage.choose("Continue")


def concern_when_more(stage: Stage) -> None:
    concern_when(stage)
    stage.choose("More choices")
    stage.press(K.Key_B)


def concern_child(stage: Stage) -> None:
    concern_when(stage)
    stage.tab_to("What day did it happen?")
    stage.type("10 March")
    stage.choose("Continue")
    stage.tab_to("Was a child there or affected?")
    stage.press(K.Key_Y)
    stage.tab_to("Initials")
    stage.type("L.M.")


def emergency(stage: Stage) -> None:
    concern_child(stage)
    stage.tab_to(RISK)
    stage.press(K.Key_Y)
    stage.choose("Continue")


def emergency_nobody(stage: Stage) -> None:
    emergency(stage)
    stage.choose("I can’t reach anyone")


def concern_kind(stage: Stage) -> None:
    concern_child(stage)
    stage.tab_to(RISK)
    stage.press(K.Key_N)
    stage.choose("Continue")


def concern_name(stage: Stage) -> None:
    concern_kind(stage)
    stage.choose("Continue")
    stage.tab_to("Do you want to give your name?")
    stage.press(K.Key_G)


def concern_name_off(stage: Stage) -> None:
    concern_kind(stage)
    stage.choose("Continue")
    stage.tab_to("Do you want to give your name?")
    stage.press(K.Key_D)


def check(stage: Stage) -> None:
    concern_name(stage)
    stage.tab_to("Your name")
    stage.type("Beth Carver")
    stage.choose("Continue")


def sent(stage: Stage) -> None:
    check(stage)
    stage.choose("Lock and send")


def sent_received(stage: Stage) -> None:
    sent(stage)
    session = stage.do(lambda: stage.school.sign_in(stage.candour, stage.school.dsl))
    stage.do(session.sync)
    stage.do(session.close)
    page = stage.side._pages[-1]
    page._ask()  # type: ignore[attr-defined] # the clock that asks is not waited for


def sent_waiting(stage: Stage) -> None:
    check(stage)
    stage.school.exchange.rename(stage.school.home / "gone")
    stage.choose("Lock and send")


def self_report(stage: Stage) -> None:
    stage.choose("Tell us about yourself")


def wrongdoing(stage: Stage) -> None:
    stage.choose("Tell us about yourself")
    stage.choose("I need to tell the school about something legal")


def redirect(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("It’s about a child, not an adult at school")


def leaving(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Leave without sending")


def other_ways(stage: Stage) -> None:
    stage.choose("Other ways to raise a concern")


def who_sees(stage: Stage) -> None:
    stage.choose("Who sees what")


def privacy(stage: Stage) -> None:
    stage.choose("Privacy notice")


def accessibility(stage: Stage) -> None:
    stage.choose("Accessibility")


def home_empty(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)


def sign_in_later(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Sign in and finish later")


SCENES = (
    start,
    start_unreachable,
    start_wrong_passphrase,
    concern_who,
    concern_who_head,
    concern_who_unlisted,
    concern_who_skipped,
    concern_what,
    concern_what_error,
    concern_when,
    concern_when_error,
    concern_when_more,
    concern_child,
    emergency,
    emergency_nobody,
    concern_kind,
    concern_name,
    concern_name_off,
    check,
    sent,
    sent_received,
    sent_waiting,
    self_report,
    wrongdoing,
    redirect,
    leaving,
    sign_in_later,
    other_ways,
    who_sees,
    privacy,
    accessibility,
    home_empty,
)
