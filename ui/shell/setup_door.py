# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""First run, from the first page of a computer without a school until it has one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from desktop.services import Candour
from ui.shell.door import Door
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop

if TYPE_CHECKING:
    from ui.setup.setup_side import SetupSide


class SetupDoor(Door):
    """Makes first run when it is asked for, and drops it when it is over."""

    settled = Signal(bool)
    """This computer belongs to a school now; true if somebody sets their own sign-in up next."""
    elsewhere_asked = Signal(object)
    """Candour is to be opened on another folder: its Path."""
    close_asked = Signal()
    """The window is to be closed, whatever is lost."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget) -> None:
        super().__init__(theme, tasks, candour, window)
        self._side: SetupSide | None = None

    def open(self) -> None:
        """Show the first page."""
        # Read from the disk only where a computer has no school yet.
        from ui.setup.setup_side import SetupSide

        self._side = SetupSide(self._theme, self._tasks, self._candour)
        self._side.settled.connect(self._leave)
        self._side.elsewhere_asked.connect(self.elsewhere_asked)
        self._side.close_asked.connect(self.close_asked)
        self._side.bug.connect(self.bug)
        self.shown.emit(self._side)

    def holds_up(self, event: QCloseEvent) -> bool:
        """Ask before what was typed is lost: then the window stays for now."""
        if self._side is None or not self._side.has_words:
            return False
        event.ignore()
        self._side.ask_to_close()
        return True

    @Slot(bool)
    def _leave(self, wants_sign_in: bool) -> None:  # noqa: FBT001 - Qt hands the state over by place
        if self._side is not None:
            drop(self._side)
            self._side = None
        self.settled.emit(wants_sign_in)
