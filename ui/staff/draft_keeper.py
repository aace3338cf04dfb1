# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saves what somebody signed in is writing into their own vault: five seconds after a change, and when they go.

Without a session it does nothing at all: what a walk-up writes is never stored anywhere.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.drafts import Draft, new_draft_name, save_draft
from desktop.session import Session
from ui.shell.tasks import Tasks

SAVE_AFTER_MS = 5_000


class DraftKeeper(QObject):
    """Keeps one draft, of which whoever writes it hands over what it holds."""

    due = Signal()
    """It is time to hand over what the draft holds now."""
    saved = Signal()
    """The draft is in the vault."""
    failed = Signal(object)
    """It could not be saved: the exception."""

    def __init__(self, tasks: Tasks, session: Session | None, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._name = ""
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SAVE_AFTER_MS)
        self._clock.timeout.connect(self.due)

    @property
    def is_on(self) -> bool:
        """Whether drafts are kept: somebody is signed in."""
        return self._session is not None

    def take_up(self, name: str) -> None:
        """Go on with a draft that was kept before, or with "" begin a new one when there is something to save."""
        self._clock.stop()
        self._name = name

    def note_change(self) -> None:
        """Something was typed: save it soon, however much more is typed until then."""
        if self.is_on and not self._clock.isActive():
            self._clock.start()

    def save(self, draft: Draft) -> None:
        """Save it now."""
        self._clock.stop()
        if self._session is None:
            return
        self._name = self._name or new_draft_name()
        save = partial(save_draft, self._session, self._name, draft)
        self._tasks.run(self, save, self._on_saved, self.failed.emit)

    def discard(self) -> None:
        """Let the draft go: it was sent, or its writer wants it gone."""
        self._clock.stop()
        if self._session is not None and self._name:
            self._tasks.run(self, partial(self._session.drafts.discard, self._name), _nothing, self.failed.emit)
        self._name = ""

    def _on_saved(self, _: None) -> None:
        self.saved.emit()


def _nothing(_: None) -> None:
    """It is gone: nobody needs to be told."""
