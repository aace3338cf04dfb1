# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two sides of the window: the one that everybody sees, and a reviewer's desk once one has signed in."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.idle_limits import KeptLimits
from desktop.people import School
from desktop.services import Candour
from desktop.session import Session
from desktop.starting import Seen
from ui.shell.door import Door
from ui.shell.folders import open_folder
from ui.shell.sign_in_door import desk
from ui.shell.tasks import Tasks
from ui.staff.clipboard import ShortClipboard
from ui.staff.staff_side import StaffSide
from ui.theme.source import ThemeSource

if TYPE_CHECKING:
    from ui.review.side import ReviewSide


class Sides(Door):
    """Makes each when it is needed, and hands on what either asks of the window."""

    sign_in_asked = Signal(str, object)
    """Somebody wants to sign in: their person id and the passphrase."""
    lock_asked = Signal()
    """The screen is to be locked."""
    hide_asked = Signal()
    """The screen is to be hidden."""
    help_asked = Signal()
    """Help is wanted for what is on the screen."""
    help_page_asked = Signal(str)
    """This page of help is wanted."""
    settings_asked = Signal(str)
    """The settings are wanted, at this page."""
    something_arrived = Signal()
    """Something new has come for the reviewer who is signed in."""
    turned_away = Signal()
    """Somebody was turned to child protection."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget, limits: KeptLimits) -> None:
        super().__init__(theme, tasks, candour, window)
        self._limits = limits
        self._clipboard = ShortClipboard(theme, self)
        self.staff: StaffSide | None = None
        self.review: ReviewSide | None = None

    @property
    def has_words(self) -> bool:
        """Whether somebody who is not signed in has typed something that would be lost."""
        return self.staff is not None and self.staff.has_words

    def open(self, school: School) -> StaffSide:
        """Make and show the side that everybody sees."""
        self.staff = staff = StaffSide(self._theme, self._tasks, self._candour, school)
        staff.sign_in_asked.connect(self.sign_in_asked)
        staff.review_asked.connect(self._show_review)
        staff.turned_away.connect(self.turned_away)
        self._hand_on(staff)
        self.show_staff()
        return staff

    def begin_session(self, staff: StaffSide, session: Session, seen: Seen) -> None:
        """Show what somebody who has signed in begins with."""
        staff.begin_session(session, is_reviewer=seen.is_reviewer)
        if not seen.is_reviewer:
            self._show_home(session)
            return
        self.review = review = desk()(self._theme, self._tasks, session, seen.school, self._candour.machine.clock)
        review.new_record_asked.connect(partial(self._show_home, session))
        review.form_asked.connect(staff.forms.go_on)
        review.copy_asked.connect(self._clipboard.copy)
        review.folder_asked.connect(open_folder)
        review.something_arrived.connect(self.something_arrived)
        if self._limits.now.initials_first:
            review.turn_privacy()
        self._hand_on(review)
        self._show_review()

    def show_staff(self) -> None:
        """Show the side that everybody sees, as it was left."""
        self.shown.emit(self.staff)

    def keep_words(self) -> None:
        """Keep what somebody signed in has half-written: the screen is about to be locked or closed."""
        if self.staff is not None:
            self.staff.keep_draft()
        if self.review is not None:
            self.review.leave()

    def _hand_on(self, side: "StaffSide | ReviewSide") -> None:
        side.lock_asked.connect(self.lock_asked)
        side.hide_asked.connect(self.hide_asked)
        side.help_asked.connect(self.help_asked)
        side.help_page_asked.connect(self.help_page_asked)
        side.settings_asked.connect(self.settings_asked)
        side.bug.connect(self.bug)

    def _show_home(self, session: Session) -> None:
        if self.staff is not None:
            self.staff.show_home(session)
            self.show_staff()

    @Slot()
    def _show_review(self) -> None:
        if self.review is not None:
            self.shown.emit(self.review)
