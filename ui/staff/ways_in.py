# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages on which somebody comes in: signing in from a form, with a recovery kit, or for the first time here."""

from PySide6.QtCore import QObject, Signal

from ui.shell.tasks import Tasks
from ui.staff.forgotten_page import ForgottenPage
from ui.staff.here import Here
from ui.staff.invited_page import InvitedPage
from ui.staff.sign_in_page import SignInPage
from ui.theme.source import ThemeSource


class WaysIn(QObject):
    """Makes them, each over the page that is shown."""

    page_made = Signal(object)
    """A page is to be shown over the one on the screen."""
    left = Signal()
    """The page on the screen is to go."""
    sign_in_asked = Signal(str, object)
    """Somebody wants to sign in: their person id and the passphrase."""
    forgotten = Signal()
    """A passphrase was forgotten."""
    bug = Signal(object)
    """A fault of ours: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks

    def sign_in(self, here: Here) -> None:
        """Somebody signs in from within a form."""
        page = SignInPage(self._theme, here)
        page.left.connect(self.left)
        page.sign_in.sign_in_asked.connect(self.sign_in_asked)
        page.sign_in.forgotten.connect(self.forgotten)
        self.page_made.emit(page)

    def come_back(self, here: Here) -> None:
        """Somebody comes back in with a recovery kit, or a backup."""
        page = ForgottenPage(self._theme, self._tasks, here)
        page.left.connect(self.left)
        page.came_back.connect(self.sign_in_asked)
        page.bug.connect(self.bug)
        self.page_made.emit(page)

    def accept_invitation(self, here: Here) -> None:
        """Somebody sets up their own sign-in on this computer."""
        page = InvitedPage(self._theme, self._tasks, here)
        page.left.connect(self.left)
        page.bug.connect(self.bug)
        self.page_made.emit(page)
