# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way into help from whatever is on the screen, and back to it with everything that was typed there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop

if TYPE_CHECKING:
    from ui.help.help_side import HelpSide

_FIRST = "start"


class HelpDoor(QObject):
    """Makes help when it is asked for, and drops it when it is left."""

    shown = Signal(object)
    """What is to be on the screen now: help, or what was there before it."""

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._side: HelpSide | None = None
        self._before: QWidget | None = None

    def turn(self, current: QWidget) -> None:
        """Open help for what is on the screen; where that is help already, leave it."""
        # Read from the disk when somebody first asks for it.
        from ui.help.help_side import HelpSide
        from ui.help.screens import page_for

        if current is self._side:
            self._leave()
            return
        if self._side is not None:
            drop(self._side)
        self._before = current
        self._side = HelpSide(self._theme, page_for(current) or _FIRST)
        self._side.left.connect(self._leave)
        self.shown.emit(self._side)

    @Slot()
    def _leave(self) -> None:
        if self._side is not None:
            self.shown.emit(self._before)
            drop(self._side)
        self._side = self._before = None
