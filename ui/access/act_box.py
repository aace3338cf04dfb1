# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A step or the answer of a request, recorded where it is worked on. What is half-written is kept as a draft."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.page import CasePage
from ui.access.words import Said, say
from ui.forms.form_page import FormPage
from ui.review.act_form import ActForm
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column


class ActBox(Card):
    """The form of one act, and its two buttons."""

    recorded = Signal()
    """It is in the record."""
    closed = Signal()
    """It is not wanted now; what was typed is kept."""

    def __init__(self, context: DeskContext, case_id: str, kind: str) -> None:
        super().__init__(context.theme)
        theme = context.theme
        self._context = context
        self._case_id = case_id
        self.kind = kind
        self.form: ActForm | None = None
        self.page: FormPage | None = None
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        self._place = Column(theme)
        self.save = Button(theme, "", ButtonKind.PRIMARY)
        self.cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        bar = QWidget()
        bar.setLayout(Flow(theme, (self.save, self.cancel), gap=3))
        self.add(self._refusal, self._place, bar)
        self.save.clicked.connect(self.record)
        self.cancel.clicked.connect(self.leave)
        context.records.read(self, case_id, self._read, self._fail)

    def _read(self, page: CasePage) -> None:
        spec = page.desk.meaning.forms[self.kind]
        self.save.show_text(spec.button)
        self.form = ActForm(self._context.kit(), self._context.records, page, spec, {}, self.kind)
        self._context.records.load_draft(self, self._case_id, self.kind, self._draw)

    def _draw(self, typed: Mapping[str, object]) -> None:
        if self.form is None:
            return
        self.form.take(typed)
        self.page = self.form.form_page(self.form.spec.pages[0])
        self.page.submitted.connect(self.record)
        self._place.add(self.page)
        self.page.focus_first()

    @Slot()
    def record(self) -> None:
        """Record it, or say what has to be looked at again."""
        if self.form is None or self.page is None or self.save.is_busy:
            return
        findings = self.form.findings()
        self.page.show_findings(list(findings))
        if not findings:
            self.save.set_busy(say(Said.SAVING))
            answer = (self._done, self._fail)
            self._context.records.act(self, self._case_id, self.kind, self.form.filling.kept, answer)

    @Slot()
    def leave(self) -> None:
        """Keep what was typed, and close."""
        if self.form is not None:
            self.form.keep()
        self.closed.emit()

    def _done(self, _page: CasePage) -> None:
        if self.form is not None:
            self.form.done()
        self.recorded.emit()

    def _fail(self, refused: Refused) -> None:
        self.save.set_ready()
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()
