# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one window: staff side, reviewers' side, locked or hidden screen, and what is handed over between them.

Its title says "Candour" and nothing else (docs/adr/0004). Locking ends the process and starts a clean one: clearing
widgets leaves copies of what they showed in memory, ending the process does not.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desktop.backup import back_up_if_due
from desktop.demo.card import DemoCard
from desktop.faults import FaultWords, KnownError, explain_fault
from desktop.idle import Idle, Watch
from desktop.idle_limits import KeptLimits
from desktop.services import Candour
from desktop.session import Session
from desktop.starting import Seen, Start, close_locked, forget_lock, look_at, read_start
from ui.shell.appearance import KeptAppearance
from ui.shell.arrival_notice import ArrivalNotice
from ui.shell.demo_strip import DemoStrip
from ui.shell.help_door import HelpDoor
from ui.shell.idle_watch import IdleWatch
from ui.shell.keyboard import where_it_was
from ui.shell.lock_door import LockDoor
from ui.shell.notice_page import HiddenPage, cannot_open, opening
from ui.shell.questions import Questions
from ui.shell.sealed_drops import SealedDrops
from ui.shell.settings_door import SettingsDoor
from ui.shell.setup_door import SetupDoor
from ui.shell.sides import Sides
from ui.shell.sign_in_door import SignInDoor
from ui.shell.tasks import Tasks
from ui.shell.words import Shell, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.focus_ring import FocusRing
from ui.widgets.layouts import Column, Growing

Relaunch = Callable[[Path], None]
_SIZE = (1366, 688)


class Window(QWidget):
    """Candour's window. `relaunch` ends the process and starts a clean one on a folder, locked if that was said."""

    ready = Signal()
    """The first page that can be used is on the screen."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(
        self, theme: ThemeSource, tasks: Tasks, candour: Candour, card: DemoCard | None, relaunch: Relaunch
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._candour = candour
        self._relaunch = relaunch
        self._session: Session | None = None
        self._questions = Questions(theme, self)
        self._may_close = False
        self._hidden = HiddenPage(theme)
        self._behind: QWidget | None = None
        self._stack = QStackedWidget()
        self._strip = DemoStrip(theme, card) if card is not None else None
        self._limits = KeptLimits(candour.machine.home.root)
        self._sides = Sides(theme, tasks, candour, self, self._limits)
        self._settings = SettingsDoor(theme, tasks, candour, self, self._limits)
        self._setup = SetupDoor(theme, tasks, candour, self)
        self._help = HelpDoor(theme, tasks, candour, self)
        self._locked = LockDoor(theme, self)
        self._door = SignInDoor(theme, tasks, candour, self, lambda: self._sides.has_words)
        self.sign_in = self._door.sign_in
        self._read_only = Banner(theme, Tone.WARN, say(Shell.READ_ONLY_MORE), lead=say(Shell.READ_ONLY))
        self._appearance = KeptAppearance(theme, self, candour.machine.home.root)
        self.notice = ArrivalNotice(theme, self, lambda: self._session is not None, self._limits)
        self._idle = IdleWatch(time.monotonic, self._watched)
        self.sealed = SealedDrops(
            self, lambda: bool(self._session) and not self._hidden.isVisible(), self._show_settings
        )
        self._build()
        self._connect()
        self._begin_again()

    def _build(self) -> None:
        self.setWindowTitle(say(Shell.TITLE))
        self.resize(*_SIZE)
        column = Column(self._theme)
        if self._strip is not None:
            column.add(self._strip)
        self._read_only.hide()
        column.add(self._read_only, Growing(self._stack))
        self.setLayout(column)
        self._stack.addWidget(self._hidden)
        self._put(opening(self._theme))
        self._ring = FocusRing(self._theme, self)

    def _connect(self) -> None:
        keys = (("Ctrl+Q", self.close), ("F9", self.hide_screen), ("Ctrl+L", self.lock), ("F1", self.show_help))
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)
        for door in (self._help, self._settings, self._setup, self._sides, self._door.wont_open):
            door.shown.connect(self._put)
            door.bug.connect(self.bug)
        for asking in (self._help, self._sides):
            asking.hide_asked.connect(self.hide_screen)
        self._connect_sides()
        self._locked.shown.connect(self._put)
        self._locked.unlock_asked.connect(self.sign_in)
        self._locked.left.connect(self._leave_lock)
        self._idle.came.connect(self._on_idle)
        self._questions.leaving.connect(self._close_at_once)
        self._setup.settled.connect(self._begin_again)
        self._setup.elsewhere_asked.connect(self._relaunch)
        self._setup.close_asked.connect(self._close_at_once)
        self._door.opened.connect(self._signed_in)
        self._door.refused.connect(self._not_signed_in)
        self._door.wont_open.restore_asked.connect(self._restore)
        self._door.wont_open.left.connect(self._leave_lock)
        self._settings.signed_out.connect(self._relaunch_now)
        if self._strip is not None:
            self._strip.person_chosen.connect(self.sign_in)

    def _connect_sides(self) -> None:
        sides = self._sides
        sides.sign_in_asked.connect(self.sign_in)
        sides.lock_asked.connect(self.lock)
        sides.help_asked.connect(self.show_help)
        sides.help_page_asked.connect(self.show_help)
        sides.settings_asked.connect(self._show_settings)
        sides.turned_away.connect(self._note_turning)
        sides.something_arrived.connect(self.notice.tell)

    # From nothing to the first page

    def _begin(self, wants_sign_in: bool, start: Start) -> None:  # noqa: FBT001 - Qt handed the state over by place
        if start.school is None:
            self._setup.open()
        else:
            staff = self._sides.open(start.school)
            if start.locked_by is not None:
                self._locked.show(start.school, start.locked_by)
            elif wants_sign_in:
                staff.show_invitation()
        self.ready.emit()

    @Slot(bool)
    def _begin_again(self, wants_sign_in: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt hands the state over by place
        begin = partial(self._begin, wants_sign_in)
        self._tasks.run(self, partial(read_start, self._candour), begin, self._begin_without)

    def _begin_without(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._put(cannot_open(self._theme, explain_fault(error).sentence, self._candour.machine.today()))
        self.ready.emit()

    # Signing in

    @Slot(object)
    def _signed_in(self, session: Session) -> None:
        self._session = session
        self._tasks.run(self, partial(forget_lock, self._candour), _nothing, self._on_quiet_fault)
        self._tasks.run(self, partial(look_at, self._candour, session), self._show_session, self.bug.emit)

    def _show_session(self, seen: Seen) -> None:
        if self._session is None or self._sides.staff is None:
            return
        self._locked.drop()
        if self._strip is not None:
            self._strip.show_signed_in(signed_in=True)
        self._sides.begin_session(self._sides.staff, self._session, seen)
        self._door.wont_open.close()
        self.sealed.signed_in()
        # After what the first page asks for: it may take a moment, and nobody waits for it.
        if not self._is_read_only:
            self._tasks.run(self, partial(back_up_if_due, self._session), _nothing, self._on_quiet_fault)

    @Slot(object, int)
    def _not_signed_in(self, words: FaultWords, wait: int) -> None:
        if self._locked.page is not None:
            self._locked.page.show_fault(words.sentence, wait)
        elif self._sides.staff is not None:
            self._sides.staff.show_sign_in_fault(words, wait)

    @Slot(str)
    def _show_settings(self, page: str) -> None:
        staff, review = self._sides.staff, self._sides.review
        before = review if self._stack.currentWidget() is review else staff
        if self._is_read_only:
            self._questions.say_read_only()
        elif self._session is not None and before is not None:
            self._settings.open(self._session, before, before.refresh, page)

    # Hiding and locking

    @Slot()
    def hide_screen(self) -> None:
        """Hide everything, or show it again (F9)."""
        current = self._stack.currentWidget()
        if current is self._hidden:
            self._put(self._behind)
        else:
            self._behind = current
            self._put(self._hidden)

    @Slot()
    @Slot(str)
    def show_help(self, page: str = "") -> None:
        """Open help, at this page or for what is on the screen, or leave it (F1). A hidden screen stays as it is."""
        current = self._stack.currentWidget()
        if current is not None and current is not self._hidden:
            self._help.turn(current, page)

    @Slot()
    def lock(self) -> None:
        """Keep what is half-written, close the vault, end this process and begin a clean one that is locked."""
        session = self._session
        if session is None:
            return
        self._sides.keep_words()
        self._put(self._hidden)
        self._session = None
        self._tasks.run(self, partial(close_locked, self._candour, session), self._relaunch_now, self.bug.emit)

    def _relaunch_now(self, _closed: None = None) -> None:
        self._relaunch(self._candour.machine.home.root)

    @Slot()
    def _leave_lock(self) -> None:
        self._tasks.run(self, partial(forget_lock, self._candour), _nothing, self._on_quiet_fault)
        self._locked.drop()
        self._sides.show_staff()
        self._door.wont_open.close()

    @Slot()
    def _restore(self) -> None:
        self._leave_lock()
        if self._sides.staff is not None:
            self._sides.staff.show_forgotten()

    # Idle hands

    def _watched(self) -> Watch:
        limits = self._limits.now
        return Watch(self._session is not None, self._sides.has_words, limits.hide_after, limits.lock_after)

    @Slot(object)
    def _on_idle(self, idle: Idle) -> None:
        match idle:
            case Idle.HIDE:
                if self._stack.currentWidget() is not self._hidden:
                    self.hide_screen()
            case Idle.LOCK:
                self.lock()
            case Idle.WARN:
                self._questions.ask_who_is_there()
            case Idle.CLEAR:
                self._clear_words()
            case Idle.NOTHING:
                pass

    def _clear_words(self) -> None:
        self._questions.close()
        if self._sides.staff is not None:
            self._sides.staff.show_start()
            self._sides.show_staff()

    # Closing

    @Slot()
    def _close_at_once(self) -> None:
        self._may_close = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self._setup.holds_up(event):
            return
        if self._sides.has_words and not self._may_close:
            event.ignore()
            self._questions.ask_to_leave()
            return
        if self._session is not None:
            self._sides.keep_words()
            self._tasks.run(self, self._session.close, _nothing, self._on_quiet_fault)
            self._session = None
        self._idle.stop()
        super().closeEvent(event)

    # Inside

    @property
    def _is_read_only(self) -> bool:
        return self._session is not None and self._session.is_read_only

    def _put(self, widget: QWidget | None) -> None:
        """Show one of the window's sides, with the keyboard in it."""
        if widget is None:
            return
        begin = where_it_was(widget)  # asked first: Qt forgets it, and puts it somewhere by itself
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if begin is not None:
            begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read_only.setVisible(self._is_read_only and widget is not self._hidden)

    @Slot()
    def _note_turning(self) -> None:
        self._tasks.run(self, self._candour.note_redirect, _nothing, self._on_quiet_fault)

    def _on_quiet_fault(self, error: Exception) -> None:
        """What is tidied up in the background and fails harms nothing that anybody was told; a bug is still a bug."""
        if not isinstance(error, KnownError):
            self.bug.emit(error)


def _nothing(_result: object) -> None:
    """There is nothing to show for it."""
