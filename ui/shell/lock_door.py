# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The locked screen: shown to whoever comes back to it, dropped when somebody is in or goes to the first page."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.people import PersonId, School
from ui.shell.lock_page import LockPage
from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop


class LockDoor(QObject):
    """Makes the page for whoever locked the screen."""

    shown = Signal(object)
    """The page is to be on the screen."""
    unlock_asked = Signal(str, str)
    """Somebody wants back in: their person id and the passphrase."""
    left = Signal()
    """The first page is wanted instead."""

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.page: LockPage | None = None

    def show(self, school: School, person: PersonId) -> None:
        """Show that somebody locked the screen; nobody, if the school no longer lists them."""
        listed = school.people.get(person)
        if listed is None:
            return
        self.page = LockPage(self._theme, listed.name)
        self.page.unlock_asked.connect(partial(self.unlock_asked.emit, str(person)))
        self.page.start_asked.connect(self.left)
        self.shown.emit(self.page)

    def drop(self) -> None:
        """Take the page away."""
        if self.page is not None:
            drop(self.page)
            self.page = None
