# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked of whoever makes a case file of one record, and the button that makes it (ux.md R11)."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.acting import EXPORT
from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import CaseRow
from desktop.exports.order import usual_order
from desktop.forms import Context
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.looks import title_of
from ui.review.records import Export, Refused, Saved
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_ASKED = ("recipient_kind", "recipient", "purpose")


class CaseFileOrder(QWidget):
    """Which record, the questions, and where to save it."""

    another_asked = Signal()
    """Another record is wanted."""
    saved = Signal(object)
    """The file is there: what was Saved."""
    refused = Signal(object)
    """It was not made: the Refused. What was typed is still here."""

    def __init__(self, context: DeskContext, row: CaseRow) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        self.row = row
        spec = shipped_meaning().forms[EXPORT]
        self._filling = Filling(spec, signed_in=True)
        without = [field.name for _, field in spec.fields() if field.name not in _ASKED]
        self.form = FormPage(context.kit(), self._filling, spec.pages[0], {}, without=without)
        self.form.title.hide()
        self.where = Button(theme, say(Said.WHERE), ButtonKind.PRIMARY)
        another = LinkButton(theme, say(Said.ANOTHER), "small")
        reference = PlainLabel(theme, row.reference, TextStyle("small", "text.secondary"))
        record = Card(theme, title_of(row, ""), reference, another)
        self.setLayout(Column(theme, record, self.form, self.where, gap=4))
        self.where.clicked.connect(self.choose_place)
        self.form.submitted.connect(self.choose_place)
        another.clicked.connect(self.another_asked)

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        self.form.focus_first()

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it, once it is said what for and for whom."""
        kit = self._context.kit()
        asked = Context(today=kit.today(), school=kit.school, author=kit.author)
        findings = [each for each in self._filling.check(asked).errors if each.field in _ASKED]
        self.form.show_findings(findings)
        if not findings and not self.where.is_busy:
            name = say(Said.CASE_FILE_NAME, reference=self.row.reference)
            ask_to_save(self, say(Said.WHERE), say(Said.PDF_KIND), name, self.save_to)

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Make it. That it was made becomes an entry of the record."""
        answers = self._filling.kept
        what = Export(self.row.case_id, Path(file), usual_order(answers))
        self.where.set_busy(say(Said.SAVING))
        self._context.records.export(self, what, self._done, self._fail)

    def _done(self, saved: Saved) -> None:
        self.saved.emit(saved)

    def _fail(self, refused: Refused) -> None:
        self.where.set_ready()
        self.refused.emit(refused)
