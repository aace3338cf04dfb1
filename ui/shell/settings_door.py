# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way into the settings and back to where somebody came from."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.idle_limits import KeptLimits
from desktop.people import School
from desktop.services import Candour
from desktop.session import Session
from ui.shell.door import Door
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop

if TYPE_CHECKING:
    from ui.settings.settings_side import SettingsSide


class SettingsDoor(Door):
    """Makes the settings when they are asked for, and drops them when they are left."""

    signed_out = Signal()
    """Whoever is signed in has removed their sign-in: a clean process is to follow this one."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget, limits: KeptLimits) -> None:
        super().__init__(theme, tasks, candour, window)
        self._limits = limits
        self._side: SettingsSide | None = None
        self._before: QWidget | None = None
        self._refresh: Callable[[], None] | None = None
        self._page = ""

    def open(self, session: Session, before: QWidget, refresh: Callable[[], None], page: str) -> None:
        """Read the school, and show the settings of whoever is signed in, at `page`, "" for the first.

        They lead back to `before`; `refresh` has it show what was changed meanwhile.
        """
        self._before, self._refresh = before, refresh
        self._page = page
        self._tasks.run(self, partial(_read_school, self._candour), partial(self._show, session), self.bug.emit)

    def _show(self, session: Session, school: School) -> None:
        # Read from the disk when somebody first asks for them, as the desk is.
        from ui.settings.context import SettingsContext
        from ui.settings.settings_side import SettingsSide

        if self._side is not None:
            if self._page:
                self._side.go(self._page)
            return
        context = SettingsContext(
            theme=self._theme,
            tasks=self._tasks,
            candour=self._candour,
            session=session,
            school=school,
            limits=self._limits,
        )
        self._side = SettingsSide(context)
        self._side.back_asked.connect(self._leave)
        self._side.signed_out.connect(self.signed_out)
        self._side.bug.connect(self.bug)
        if self._page:
            self._side.go(self._page)
        self.shown.emit(self._side)

    @Slot()
    def _leave(self) -> None:
        if self._side is not None:
            self.shown.emit(self._before)
            if self._refresh is not None:
                self._refresh()
            drop(self._side)
            self._side = None


def _read_school(candour: Candour) -> School:
    return candour.school
