# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sends a form from the worker: to exactly those whom the page has shown, or not at all.

The directory is read again first. Where others would now read it than those on the screen, nothing is sent and the page
says so (ux.md S6); whoever wrote it decides.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.faults import KnownError
from desktop.filing import AnswersError, Filed
from desktop.forms.filling import Filling
from desktop.people import PersonId
from desktop.routing import Part, Route
from ui.shell.tasks import Tasks
from ui.staff.here import Here


@dataclass(frozen=True, slots=True)
class RouteChanged:
    """Others would now read it: the school as it is known by now."""

    here: Here


class Sending(QObject):
    """One form on its way at a time."""

    sent = Signal(object)
    """It is locked and durable: what the reporter is told, a `Filed`."""
    route_changed = Signal(object)
    """Nothing was sent, because others would read it now: a `RouteChanged`."""
    answers_refused = Signal(object)
    """Nothing was sent, because answers need another look: an `AnswersError`."""
    failed = Signal(object)
    """Nothing was sent, for a reason of the world's: a `KnownError`."""
    bug = Signal(object)
    """Nothing was sent, through a fault of ours: the exception."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.is_busy = False

    def send(self, here: Here, filling: Filling, shown: Route) -> None:
        """Send what counts of these answers, with their files, to the readers of this route."""
        self.is_busy = True
        self._tasks.run(self, _operation(here, filling, shown), self._on_done, self._on_error)

    def _on_done(self, result: Filed | RouteChanged) -> None:
        self.is_busy = False
        if isinstance(result, RouteChanged):
            self.route_changed.emit(result)
        else:
            self.sent.emit(result)

    def _on_error(self, error: Exception) -> None:
        self.is_busy = False
        match error:
            case KnownError():
                self.failed.emit(error)
            case AnswersError():
                self.answers_refused.emit(error)
            case _:
                self.bug.emit(error)


def _operation(here: Here, filling: Filling, shown: Route) -> Callable[[], Filed | RouteChanged]:
    # What was typed belongs to the window's thread: the worker gets its own.
    form_id, values, going = filling.spec.form_id, filling.kept, replace(filling, files=list(filling.files))

    def send() -> Filed | RouteChanged:
        candour, session = here.candour, here.session
        candour.machine.refresh()
        if _sees(candour.route(form_id, values, here.me)) != _sees(shown):
            return RouteChanged(replace(here, school=candour.school))
        file = session.file if session is not None else candour.file_walk_up
        return file(form_id, values, going.outgoing)

    return send


def _sees(chosen: Route) -> set[tuple[PersonId, Part]]:
    """Who sees it, and how much of it."""
    return {(reader.person_id, reader.part) for reader in chosen.readers}
