# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way in with a passphrase: to a session, to why not, or to what helps where records won't open."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.idle import wait_after
from desktop.people import PersonId
from desktop.reading_only import WONT_OPEN
from desktop.services import Candour
from desktop.session import Session
from ui.shell.tasks import Tasks
from ui.shell.wont_open import WontOpenDoor
from ui.theme.source import ThemeSource

if TYPE_CHECKING:
    from ui.review.side import ReviewSide


class SignInDoor(QObject):
    """Tries passphrases, and counts the wrong ones. `has_words` says whether something typed waits for a sign-in."""

    opened = Signal(object)
    """Somebody is in: their session."""
    refused = Signal(object, int)
    """They are not: why (`FaultWords`), and for how many seconds not to try again."""

    def __init__(
        self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget, has_words: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._candour = candour
        self._wrong = 0
        self.wont_open = WontOpenDoor(theme, tasks, candour, window, has_words)
        self.wont_open.opened.connect(self._signed_in)

    @Slot(str, object)
    def sign_in(self, person: str, passphrase: str) -> None:
        """Try a passphrase."""
        operation = partial(_sign_in, self._candour, PersonId(person), passphrase)
        refused = partial(self._not_signed_in, PersonId(person), passphrase)
        self._tasks.run(self, operation, self._signed_in, refused)

    def _signed_in(self, session: Session) -> None:
        self._wrong = 0
        self.opened.emit(session)

    def _not_signed_in(self, person: PersonId, passphrase: str, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if error.code in WONT_OPEN:
            self.refused.emit(explain_fault(error), 0)
            self.wont_open.open(person, passphrase, error)
            return
        self._wrong += 1
        self.refused.emit(explain_fault(error), wait_after(self._wrong))


def desk() -> "type[ReviewSide]":
    """The reviewers' desk, read when it is first asked for: most starts are a reporter's, who need not wait for it."""
    from ui.review.side import ReviewSide

    return ReviewSide


def _sign_in(candour: Candour, person: PersonId, passphrase: str) -> Session:
    """Open a vault; and for a reader read what their desk is made of here, where that holds up no window."""
    session = candour.sign_in(person, passphrase)
    if session.is_reviewer:
        desk()
    return session
