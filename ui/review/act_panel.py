# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One act to be recorded in a case: an action, a question, the LADO's advice, what came of it, a correction."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.page import CasePage
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.review.act_form import ActForm
from ui.review.changes_view import ChangesView
from ui.review.entry_panel import answers_of
from ui.review.panel import Panel
from ui.review.records import Records, Refused
from ui.review.report_view import declared_lines
from ui.review.words import Said, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_SHARE = "share"
_NOT_ASKED: Mapping[str, tuple[str, ...]] = {"action": ("partner",)}
"""What only the command line can say: nobody sees the id of an action in the window."""

_TWINS: Mapping[str, tuple[str, Said]] = {
    "lado_consultation": ("lado_referral", Said.RECORD_REFERRAL),
    "lado_referral": ("lado_consultation", Said.RECORD_CONSULTATION),
}
"""Acts that are easily mistaken for one another, and the words of the way from one to the other."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An act to begin: its kind, answers that are known and not asked, and others that are suggested.

    `about` says in words what it is about, where that is not the whole case; `draft` where it is kept half-written.
    """

    kind: str
    fixed: Mapping[str, object] = field(default_factory=dict)
    suggested: Mapping[str, object] = field(default_factory=dict)
    about: str = ""

    @property
    def draft(self) -> str:
        """The name of its draft: one for each thing that it is about."""
        return "-".join([self.kind, *(str(value)[:12] for value in self.fixed.values())])


class ActPanel(Panel):
    """The panel. What was typed stays in it until it is recorded, and is kept as a draft meanwhile."""

    recorded = Signal(object)
    """It is in the record: the CasePage as it is now."""
    other_asked = Signal(str)
    """Another kind of act is wanted instead: its kind."""

    def __init__(self, theme: ThemeSource, kit: FormKit, records: Records, page: CasePage, begun: Begun) -> None:
        spec = page.desk.meaning.forms[begun.kind]
        self._save = Button(theme, spec.button, ButtonKind.PRIMARY)
        self._cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        super().__init__(theme, spec.pages[0].title, (self._save, self._cancel))
        self._records = records
        self._page = page
        self._begun = begun
        self.form = ActForm(kit, records, page, spec, begun.fixed, begun.draft)
        self.form.take(begun.suggested)
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        self._drawn: list[FormPage] = []
        self._connect()
        records.load_draft(self, page.case_id, begun.draft, self._draw)

    def _connect(self) -> None:
        self._save.clicked.connect(self.save)
        self.went_on.connect(self.save)
        self._cancel.clicked.connect(self.closed)

    def _draw(self, draft: Mapping[str, object]) -> None:
        self.form.take({**draft, **self._begun.suggested})
        without = _NOT_ASKED.get(self._begun.kind, ())
        self._drawn = [self.form.form_page(page, without) for page in self.form.spec.pages]
        for drawn in self._drawn:
            drawn.title.setHidden(drawn is self._drawn[0])
            drawn.submitted.connect(self.save)
        self.show_content(self._refusal, *self._above(), *self._drawn, *self._below())
        self.take_focus()

    def _above(self) -> list[QWidget]:
        if self._begun.kind == _SHARE:
            return [ChangesView(self._theme, self._records)]
        if self._begun.kind == self._page.case.track.decision:
            return declared_lines(self._theme, self._page, self._records)
        if not self._begun.about:
            return []
        words = say(Said.ABOUT_ENTRY, title=self._begun.about)
        about = PlainLabel(self._theme, words, TextStyle("small", "text.secondary"), wrap=True)
        item = self._page.story.item(str(self._begun.fixed.get("decision")))
        return [about, *(answers_of(self._theme, item) if item else ())]

    def _below(self) -> list[QWidget]:
        twin = _TWINS.get(self._begun.kind)
        if twin is None:
            return []
        link = LinkButton(self._theme, say(twin[1]))
        link.clicked.connect(self._ask_other)
        return [link]

    @override
    def focus_first(self) -> None:
        if self._drawn:
            self._drawn[0].focus_first()

    def leave(self) -> None:
        """Keep what was typed: somebody goes elsewhere."""
        self.form.keep()

    @Slot()
    def _ask_other(self) -> None:
        self.form.keep()
        self.other_asked.emit(_TWINS[self._begun.kind][0])

    @Slot()
    def save(self) -> None:
        """Record it, or say what has to be looked at again."""
        if self._save.is_busy:
            return
        findings = self.form.findings()
        for drawn, page in zip(self._drawn, self.form.spec.pages, strict=True):
            drawn.show_findings([finding for finding in findings if finding.page == page.page_id])
        self._refusal.hide()
        if findings:
            return
        self._save.set_busy(say(Said.SAVING))
        values = self.form.filling.kept
        answer = (self._done, self._fail)
        self._records.act(self, self._page.case_id, self._begun.kind, values, answer, self.form.filling)

    def _done(self, page: CasePage) -> None:
        self.form.done()
        self.recorded.emit(page)

    def _fail(self, refused: Refused) -> None:
        self._save.set_ready()
        if refused.findings and self._drawn:
            self._drawn[0].show_findings(refused.findings)
        else:
            self._refusal.show_message(Tone.WARN, refused.sentence)
            self._refusal.show()
