# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody looks at their own training and adds to it: what passes between the page and the worker."""

from functools import partial

from desktop.session import Session
from desktop.training.acting import OwnTraining, own_training, record_training
from ui.staff.here import Here
from ui.staff.over_page import RecordingPages
from ui.training.own_page import OwnTrainingPage
from ui.training.words import Said, say


class OwnTrainingSide(RecordingPages):
    """Makes the page."""

    def show(self, here: Here) -> None:
        """Show the training of whoever is signed in; it is read first."""
        session = here.session
        if session is not None:
            self._tasks.run(self, partial(own_training, session), partial(self._on_read, here, session), self._fail)

    def _on_read(self, here: Here, session: Session, found: OwnTraining) -> None:
        page = OwnTrainingPage(self._theme, here, found)
        page.left.connect(self.left)
        page.filled.connect(partial(self._record, session, page))
        self.page_made.emit(page)

    def _record(self, session: Session, page: OwnTrainingPage, answers: dict[str, object]) -> None:
        record = partial(record_training, session, answers)
        self._tasks.run(page, record, self._on_recorded, partial(self._not_recorded, page))

    def _on_recorded(self, _: object) -> None:
        self.left.emit()
        self.said.emit(say(Said.OWN_RECORDED))
        self.confirmed.emit()

    def _not_recorded(self, page: OwnTrainingPage, error: Exception) -> None:
        page.form.set_ready()
        self._fail(error)
