# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way of a form: from its first question, perhaps over another form, to what is said once it has been sent."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from desktop.attaching.adding import attach_of
from desktop.declarations.following import Following
from desktop.drafts import KeptDraft
from desktop.filing import Filed
from desktop.forms.filling import Filling
from desktop.forms.flow import carried
from ui.shell.tasks import Tasks
from ui.staff.clipboard import ShortClipboard
from ui.staff.confirmation_page import ConfirmationPage
from ui.staff.form_desk import FormDesk
from ui.staff.here import Here
from ui.staff.redirect_page import RedirectPage
from ui.staff.staff_pages import StaffPages
from ui.theme.source import ThemeSource


class FormWay(QObject):
    """Shows its pages among those of the staff side. `here` says in which school it is filled in, and by whom, now."""

    finished = Signal()
    """The first page is wanted again."""
    turned_away = Signal()
    """Somebody was turned to child protection."""
    sign_in_asked = Signal()
    """Somebody wants to sign in, and to go on with the form then."""
    other_ways_asked = Signal()
    """The other ways to tell somebody are wanted."""
    copied = Signal()
    """A reference was copied."""
    bug = Signal(object)
    """A fault of ours: the exception. What was typed is still on the page."""

    def __init__(
        self, theme: ThemeSource, tasks: Tasks, here: Callable[[], Here], pages: StaffPages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._here = here
        self._pages = pages
        self._clipboard = ShortClipboard(theme, self)

    @Slot(str)
    def start(self, form_id: str, typed: Mapping[str, object] | None = None) -> None:
        """Begin a form from its first question, with what has been typed already."""
        here = self._here()
        self.show(Filling(here.candour.form(form_id), signed_in=here.session is not None, typed=dict(typed or {})))

    @Slot(object)
    def go_on(self, leads_to: Following) -> None:
        """Begin the form that follows from something, with what is known for it."""
        self.start(leads_to.form, leads_to.typed)

    @Slot(object)
    def take_up(self, kept: KeptDraft) -> None:
        """Go on with a draft, on the page on which it was left."""
        spec = self._here().candour.form(kept.draft.form)
        at = kept.draft.at if any(page.page_id == kept.draft.at for page in spec.pages) else ""
        self.show(Filling(spec, signed_in=True, typed=dict(kept.draft.typed)), at, kept.name)

    @Slot(object, str)
    def show(self, filling: Filling, at: str = "", draft: str = "") -> None:
        """Show a form with what is typed in it, `at` one of its pages; `draft` is the name of the one that it was."""
        desk = FormDesk(self._theme, self._tasks, self._here(), filling, at, draft)
        desk.left.connect(self.finished)
        desk.put_away.connect(self.finished)
        desk.sent.connect(self._on_sent)
        desk.turned_away.connect(self._on_turned_away)
        desk.switch_asked.connect(self._on_switch)
        desk.sign_in_asked.connect(self.sign_in_asked)
        desk.bug.connect(self.bug)
        self._pages.put(desk)

    @Slot(str)
    def _on_switch(self, form_id: str) -> None:
        """Another form: what it asks in the same way is carried over."""
        desk, spec = self._pages.desk, self._here().candour.form(form_id)
        if desk is not None:
            typed = carried(spec, desk.filling.typed, desk.filling.spec)
            files = list(desk.filling.files) if attach_of(spec) else []
            desk.forget()
            self.show(Filling(spec, signed_in=desk.filling.signed_in, typed=typed, files=files))

    @Slot()
    def _on_turned_away(self) -> None:
        desk, here = self._pages.desk, self._here()
        page = RedirectPage(self._theme, here, desk.filling.spec if desk is not None else here.candour.form("concern"))
        page.finished.connect(self.finished)
        page.form_asked.connect(self.start)
        self._pages.put(page)
        self.turned_away.emit()

    @Slot(object, object)
    def _on_sent(self, filed: Filed, leads_to: Following | None) -> None:
        page = ConfirmationPage(self._theme, self._tasks, self._here(), filed, self._clipboard, leads_to)
        page.going_on.connect(self.go_on)
        page.finished.connect(self.finished)
        page.something_else.connect(self.finished)
        page.other_ways_asked.connect(self.other_ways_asked)
        page.copied.connect(self.copied)
        page.bug.connect(self.bug)
        self._pages.put(page)
