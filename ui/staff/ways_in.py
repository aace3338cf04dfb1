# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages on which somebody comes in: signing in from a form, with a recovery kit, or for the first time here."""

from PySide6.QtCore import Signal

from ui.staff.forgotten_page import ForgottenPage
from ui.staff.here import Here
from ui.staff.invited_page import InvitedPage
from ui.staff.over_page import OverPages
from ui.staff.sign_in_page import SignInPage


class WaysIn(OverPages):
    """Makes them, each over the page that is shown."""

    sign_in_asked = Signal(str, object)
    """Somebody wants to sign in: their person id and the passphrase."""
    forgotten = Signal()
    """A passphrase was forgotten."""

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
