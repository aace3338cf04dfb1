# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked of whoever makes a case file of one record, and the button that makes it (ux.md R11)."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.acting import EXPORT
from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import CaseRow
from desktop.exports.choices import Named, Recipient, left_out, usual
from desktop.exports.order import Format, Order, in_order, usual_order
from desktop.exports.restriction import restriction
from desktop.exports.watching import Stopping
from desktop.faults import KnownError, explain_fault
from desktop.forms import Context
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.reports.protect_card import ProtectCard
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.looks import is_anonymous, title_of
from ui.review.records import Export, Refused, Saved
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.text_flow import TextStyle

_ASKED = ("recipient_kind", "recipient", "purpose", "leaves_out", "why_left_out")
_LIFTED = "lifted"


class CaseFileOrder(QWidget):
    """Which record, the questions, how the file opens, and where to save it."""

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
        self._stopping = Stopping()
        self._filling = Filling(shipped_meaning().forms[EXPORT], signed_in=True)
        self.form = self._made_form()
        self.formats = CheckList(theme, [Choice(each.value, each.value.upper()) for each in Format])
        self.formats.set_value((Format.PDF.value,))
        self.files_too = CheckBox(theme, say(Said.FILES_TOO))
        self.protect = ProtectCard(theme)
        self.where = Button(theme, say(Said.WHERE), ButtonKind.PRIMARY)
        self.progress = ProgressPanel(theme, say(Said.SAVING), say(Said.SAVING_MORE))
        self.progress.hide()
        self.leave_name = LinkButton(theme, say(Said.LEAVE_NAME), "small")
        self._named = QWidget()
        self._story = PlainLabel(theme, say(Said.STORY), TextStyle("small", "text.secondary"), wrap=True)
        self._build()
        self._connect()
        self._show_named()

    def _made_form(self) -> FormPage:
        spec = self._filling.spec
        asked = (*_ASKED, _LIFTED) if self.row.form in restriction().forms else _ASKED
        without = [field.name for _, field in spec.fields() if field.name not in asked]
        form = FormPage(self._context.kit(), self._filling, spec.pages[0], {}, without=without)
        form.title.hide()
        return form

    def _build(self) -> None:
        theme = self._context.theme
        quiet = TextStyle("small", "text.secondary")
        another = LinkButton(theme, say(Said.ANOTHER), "small")
        another.clicked.connect(self.another_asked)
        record = Card(theme, title_of(self.row, ""), PlainLabel(theme, self.row.reference, quiet), another)
        warning = PlainLabel(theme, say(Said.NAMED), TextStyle("small", "status.warn.text", weight=600), wrap=True)
        self._named.setLayout(Row(theme, warning, self.leave_name, Stretch(), gap=2))
        bar = Row(theme, self.where, Stretch())
        column = Column(theme, record, self.form, self._named, self._story, gap=4)
        column.add(Field(theme, say(Said.FORMATS), self.formats), self.files_too, self.protect, self.progress, bar)
        self.setLayout(column)

    def _connect(self) -> None:
        self.form.answered.connect(self._take)
        self.form.submitted.connect(self.choose_place)
        self.where.clicked.connect(self.choose_place)
        self.leave_name.clicked.connect(self._leave_name)
        self.progress.stop_asked.connect(self._stop)

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        self.form.focus_first()

    # Choosing

    @Slot(str)
    def _take(self, name: str) -> None:
        """Whoever it is for decides what is left out, until somebody says otherwise."""
        if name == "recipient_kind":
            self._leave_out(usual(Recipient(str(self._filling.typed[name]))).values)
        self._show_named()

    @Slot()
    def _leave_name(self) -> None:
        self._leave_out((*self._left_out, Named.REPORTER.value))
        self._show_named()

    @property
    def _left_out(self) -> tuple[str, ...]:
        typed = self._filling.typed.get("leaves_out")
        return tuple(map(str, typed)) if isinstance(typed, list | tuple) else ()

    def _leave_out(self, values: tuple[str, ...]) -> None:
        self._filling.typed["leaves_out"] = list(values)
        self.form.views["leaves_out"].set_value(list(values))
        self.form.refresh()

    def _show_named(self) -> None:
        """Warn while the copy would tell who reported it, where that is known and somebody else."""
        is_own = self.row.form in shipped_meaning().forms_about_the_sender
        is_known = not (is_anonymous(self.row) or is_own)
        is_left_out = Named.REPORTER.value in self._left_out
        self._named.setVisible(is_known and not is_left_out)
        self._story.setVisible(is_known and is_left_out)

    # Making

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it, once everything is said."""
        if self.where.is_busy or not self._is_complete():
            return
        try:
            order = self.order()
        except KnownError as error:
            self.refused.emit(Refused(explain_fault(error).sentence))
            return
        ending = order.ending(tables=len(Format))
        name = say(Said.CASE_FILE_NAME, reference=self.row.reference, ending=ending)
        ask_to_save(self, say(Said.WHERE), "", name, self.save_to)

    def _is_complete(self) -> bool:
        kit = self._context.kit()
        asked = Context(today=kit.today(), school=kit.school, author=kit.author)
        findings = [each for each in self._filling.check(asked).errors if each.field in _ASKED]
        self.form.show_findings(findings)
        return not findings and self.protect.check()

    def order(self) -> Order:
        """What was ordered. Raises KnownError(EXPORT_WITHOUT_REASON, EXPORT_EMPTY)."""
        answers = self._filling.kept
        usually = usual_order(answers)
        why, lifted = (str(answers.get(name) or "") for name in ("why_left_out", _LIFTED))
        return msgspec.structs.replace(
            usually,
            formats=in_order(Format(each) for each in self.formats.value()),
            leaves_out=left_out(usually.kind, frozenset(self._left_out), why),
            is_bundle=self.files_too.value(),
            password=self.protect.password(),
            lifted=lifted,
        )

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Make it. That it was made becomes an entry of the record."""
        self._stopping = Stopping()
        what = Export(self.row.case_id, Path(file), self.order(), self._stopping)
        self._show_busy(busy=True)
        self._context.records.export(self, what, self._done, self._fail)

    @Slot()
    def _stop(self) -> None:
        self._stopping.stop()

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.where.setVisible(not busy)

    def _done(self, saved: Saved) -> None:
        self.saved.emit(saved)

    def _fail(self, refused: Refused) -> None:
        self._show_busy(busy=False)
        self.refused.emit(refused)
