# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Save a record as a case file: what for and for whom first, then where. The file's name is a code (ux.md R11)."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from desktop.cases.page import CasePage, SenderKind
from desktop.exports.choices import Named, Recipient, usual
from desktop.exports.order import usual_order
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.review.act_form import ActForm
from ui.review.panel import Panel
from ui.review.records import Export, Records, Refused, Saved
from ui.review.report_view import note_line
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle

_KIND = "export"
_ASKED = ("recipient_kind", "recipient", "purpose")


class ExportPanel(Panel):
    """The panel. That the file was made becomes an entry of the record."""

    saved = Signal(object)
    """The file is there: what was Saved."""

    def __init__(self, theme: ThemeSource, kit: FormKit, records: Records, page: CasePage) -> None:
        self._where = Button(theme, say(Said.PDF_WHERE), ButtonKind.PRIMARY)
        self._cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        super().__init__(theme, say(Said.PDF_TITLE), (self._where, self._cancel))
        self._records = records
        self._page = page
        spec = page.desk.meaning.forms[_KIND]
        self.form = ActForm(kit, records, page, spec, {}, _KIND)
        without = [field.name for _, field in spec.fields() if field.name not in _ASKED]
        self._drawn: FormPage = self.form.form_page(spec.pages[0], without)
        self._drawn.title.hide()
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        intro = PlainLabel(theme, say(Said.PDF_INTRO), TextStyle("small", "text.secondary"), wrap=True)
        named = page.sender.kind is not SenderKind.ANONYMOUS
        self._names = note_line(theme, Icon.TRIANGLE_ALERT, say(Said.PDF_NAMES), Tone.WARN)
        if named:
            self._drawn.answered.connect(self._warn)
        else:
            self._names.hide()
        plain = note_line(theme, Icon.INFO, say(Said.PDF_PLAIN))
        self.show_content(self._refusal, intro, self._drawn, self._names, plain)
        self._where.clicked.connect(self.choose_place)
        self.went_on.connect(self.choose_place)
        self._drawn.submitted.connect(self.choose_place)
        self._cancel.clicked.connect(self.closed)

    @override
    def focus_first(self) -> None:
        self._drawn.focus_first()

    def leave(self) -> None:
        """Nothing of this is kept."""
        self.form.done()

    @Slot()
    def _warn(self) -> None:
        """Warn of the reporter's name unless whom it is for is usually not given it."""
        kind = self.form.filling.typed.get("recipient_kind")
        self._names.setVisible(not kind or Named.REPORTER not in usual(Recipient(str(kind))).names)

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it, once it is said what for and for whom."""
        findings = [finding for finding in self.form.findings() if finding.field in _ASKED]
        self._drawn.show_findings(findings)
        if findings or self._where.is_busy:
            return
        ask_to_save(
            self,
            say(Said.PDF_WHERE),
            say(Said.PDF_KIND),
            say(Said.PDF_FILE, reference=self._page.row.reference),
            self._save,
        )

    @Slot(str)
    def _save(self, file: str) -> None:
        answers = self.form.filling.kept
        what = Export(self._page.case_id, Path(file), usual_order(answers))
        self._where.set_busy(say(Said.SAVING))
        self._records.export(self, what, self._done, self._fail)

    def _done(self, saved: Saved) -> None:
        self.saved.emit(saved)

    def _fail(self, refused: Refused) -> None:
        self._where.set_ready()
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()
