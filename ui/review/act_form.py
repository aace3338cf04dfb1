# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form that is being filled in for a case: its pages, its checks, and the draft that is kept of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.cases.page import CasePage
from desktop.forms import Finding, FormSpec, Page
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.review.looks import names_of
from ui.review.records import Records

SAVE_EVERY_MS = 5000
"""How long something half-written stays on the screen only (ux.md 7, "Text area")."""


class ActForm(QObject):
    """One act's form in one case. The panel that shows it keeps it.

    `fixed` are answers that are known and not asked (which entry is corrected); `draft` names where it is kept.
    """

    def __init__(
        self, kit: FormKit, records: Records, page: CasePage, spec: FormSpec, fixed: Mapping[str, object], draft: str
    ) -> None:
        super().__init__()
        self._kit = kit
        self._records = records
        self._page = page
        self._draft = draft
        self.spec = spec
        self.fixed = dict(fixed)
        self.filling = Filling(spec, signed_in=True, typed=dict(fixed))
        self._saved: dict[str, object] = dict(self.filling.typed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def words(self) -> Mapping[str, str]:
        """What fills the placeholders of its words."""
        page = self._page
        sender = page.sender.name if page.case.track.tells_the_sender else ""
        return {"name": sender or names_of(page.row)}

    def form_page(self, page: Page, without: Sequence[str] = ()) -> FormPage:
        """Draw a page of it."""
        drawn = FormPage(self._kit, self.filling, page, self.words, without=(*self.fixed, *without))
        drawn.answered.connect(self.edited)
        return drawn

    def take(self, typed: Mapping[str, object]) -> None:
        """Take up a draft."""
        self.filling.typed.update({name: value for name, value in typed.items() if name not in self.fixed})
        self._saved = dict(self.filling.typed)

    def findings(self, page_id: str = "") -> tuple[Finding, ...]:
        """What has to be looked at again, on one page or on all."""
        concerned = next((person.worker_type for person in self._page.concerned), None)
        report = self.filling.check(self._kit.context(concerned))
        return tuple(error for error in report.errors if not page_id or error.page == page_id)

    @Slot()
    def keep(self) -> None:
        """Keep what was typed as a draft, if it has changed; nothing typed keeps nothing."""
        self._timer.stop()
        typed = {name: value for name, value in self.filling.typed.items() if name not in self.fixed}
        if self.filling.typed != self._saved:
            self._saved = dict(self.filling.typed)
            self._records.save_draft(self._page.case_id, self._draft, typed if self._has_words(typed) else {})

    def done(self) -> None:
        """It was recorded: there is nothing left to keep."""
        self._timer.stop()
        self._saved = dict(self.filling.typed)
        self._records.save_draft(self._page.case_id, self._draft, {})

    @staticmethod
    def _has_words(typed: Mapping[str, object]) -> bool:
        return any(value not in (None, "", [], {}, False) for value in typed.values())

    @Slot()
    def edited(self) -> None:
        """Something was typed: keep it before long."""
        if not self._timer.isActive():
            self._timer.start()
