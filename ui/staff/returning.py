# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What follows after sending, page by page: the return phrase, what it leads to, and saying more of what was sent."""

import time
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.adding import add_to_sent
from desktop.filing import Delivery
from desktop.returning import Returned, add_more
from desktop.sent import SentItem
from desktop.session import Session
from ui.shell.tasks import Tasks
from ui.staff.here import Here
from ui.staff.more_page import More, MorePage
from ui.staff.over_page import OverPages
from ui.staff.return_page import ReturnPage
from ui.staff.returned_page import ReturnedPage
from ui.staff.tries import Tries
from ui.theme.source import ThemeSource

AfterPage = ReturnPage | ReturnedPage | MorePage


class Returning(OverPages):
    """Makes these pages: one for saying more stands over the one on the screen, any other in place of all."""

    finished = Signal()
    """All of it is to be cleared."""
    added = Signal(object)
    """A member has said more about this `SentItem`."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, parent: QObject) -> None:
        super().__init__(theme, tasks, parent)
        self._tries = Tries(time.monotonic)

    def ask_phrase(self, here: Here) -> None:
        """Show the page for the return phrase."""
        page = ReturnPage(self._theme, self._tasks, here, self._tries)
        page.found.connect(partial(self._show_found, here))
        page.left.connect(self.finished)
        page.bug.connect(self.bug)
        self.page_made.emit(page)

    def say_more(self, here: Here, session: Session, item: SentItem, kind: str) -> None:
        """Show the page on which a member says more about something they sent."""
        send = partial(add_to_sent, session, item.case_id, kind)
        more = More(kind=kind, case_id=item.case_id, readers=item.readers, send=send)
        self._show_more(here, more).sent.connect(partial(self._on_sent, item))

    def _show_found(self, here: Here, returned: Returned) -> None:
        page = ReturnedPage(self._theme, here, returned)
        page.more_asked.connect(partial(self._add, here, page, returned))
        page.finished.connect(self.finished)
        self.page_made.emit(page)

    def _add(self, here: Here, behind: ReturnedPage, returned: Returned) -> None:
        def send(values: Mapping[str, object]) -> Delivery:
            return add_more(here.candour.machine, here.candour.meaning, returned, values)

        more = More(kind="addition", case_id=returned.case_id, readers=returned.readers, send=send)
        self._show_more(here, more).sent.connect(partial(self._on_added, behind))

    def _show_more(self, here: Here, more: More) -> MorePage:
        page = MorePage(self._theme, self._tasks, here, more)
        page.left.connect(self.left)
        page.bug.connect(self.bug)
        self.page_made.emit(page)
        return page

    def _on_sent(self, item: SentItem, _stored: object) -> None:
        self.added.emit(item)

    def _on_added(self, behind: ReturnedPage, delivery: Delivery) -> None:
        self.left.emit()
        behind.show_added(delivery)
