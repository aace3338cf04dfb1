# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way into help and its search from whatever is on the screen, and back to it with everything typed there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.contacting import readable_school
from desktop.faults import KnownError
from desktop.people import School
from desktop.services import Candour
from ui.shell.door import Door
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop

if TYPE_CHECKING:
    from desktop.helping.searching import KeptIndex
    from desktop.policies.library import Kept
    from ui.help.help_side import HelpSide

_FIRST = "start"


class HelpDoor(Door):
    """Makes help when it is asked for, and drops it when it is left. What is searched is kept until there is more."""

    hide_asked = Signal()
    """The screen is to be hidden."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget) -> None:
        super().__init__(theme, tasks, candour, window)
        self._index: KeptIndex | None = None
        self._side: HelpSide | None = None
        self._policy: QWidget | None = None
        self._before: QWidget | None = None

    def turn(self, current: QWidget, page: str = "") -> None:
        """Open help, at `page` or for what is on the screen; where that is help already, leave it."""
        # Read from the disk when somebody first asks for it.
        from ui.help.help_side import HelpSide
        from ui.help.screens import page_for

        if current in {self._side, self._policy}:
            self._leave()
            return
        if self._side is not None:
            drop(self._side)
        self._before = current
        self._side = HelpSide(self._theme, page or page_for(current) or _FIRST)
        self._side.left.connect(self._leave)
        self._side.policy_asked.connect(self._read_policy)
        self._tasks.run(self._side, partial(_read_index, self._candour, self._index), self._on_index, self._fail)
        self.shown.emit(self._side)

    def _fail(self, error: Exception) -> None:
        # A disk that cannot be read leaves what was found where it is; help needs none.
        if not isinstance(error, KnownError):
            self.bug.emit(error)

    def _on_index(self, kept: "KeptIndex") -> None:
        self._index = kept
        if self._side is not None:
            self._side.show_index(kept.index)

    @Slot(str)
    def _read_policy(self, asked: str) -> None:
        """Read a policy from its beginning, or from a clause of it."""
        policy, _, clause = asked.partition("/")
        read = partial(_find_policy, self._candour, policy)
        self._tasks.run(self, read, partial(self._show_policy, clause), self._fail)

    def _show_policy(self, clause: str, read: "tuple[School, Kept] | None") -> None:
        from desktop.policies.shelf import OnShelf
        from ui.policies.reading_page import ReadingPage
        from ui.staff.here import Here

        if read is None or read[1].version is None or self._side is None:
            return
        school, kept = read
        here = Here(candour=self._candour, school=school)
        page = ReadingPage(self._theme, here, OnShelf(kept=kept), read[1].version, [], short=False)
        page.left.connect(self._leave_policy)
        page.companion_asked.connect(self._read_policy)
        page.top_bar.hide_asked.connect(self.hide_asked)
        page.top_bar.help_asked.connect(self._leave)
        before, self._policy = self._policy, page
        self.shown.emit(page)
        if before is not None:
            drop(before)
        page.settle()
        page.begin_at_clause(clause)

    @Slot()
    def _leave_policy(self) -> None:
        """Back to what was found."""
        if self._policy is not None:
            self.shown.emit(self._side)
            drop(self._policy)
            self._policy = None

    @Slot()
    def _leave(self) -> None:
        if self._side is not None:
            self.shown.emit(self._before)
            for each in (self._policy, self._side):
                if each is not None:
                    drop(each)
        self._side = self._policy = self._before = None


def _read_index(candour: Candour, before: "KeptIndex | None") -> "KeptIndex":
    from desktop.helping.searching import read_index

    return read_index(candour, before)


def _find_policy(candour: Candour, policy: str) -> "tuple[School, Kept] | None":
    """A policy in force with the school that it is of; None where it has gone meanwhile."""
    from desktop.policies.library import library

    school = readable_school(candour)
    kept = library(school, candour.machine.documents) if school is not None else ()
    return next(((school, each) for each in kept if school is not None and each.line.policy_id == policy), None)
