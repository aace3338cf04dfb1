# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Training and induction (requirements.md F34): how many are up to date, who is not, and recording it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.session import Session
from desktop.training.acting import TrainingBook, answer_training, read_training, record_training
from desktop.training.records import Answer
from desktop.training.register import Rate, TrainingRow
from desktop.training.telling import rate_words
from ui.reports.coming_note import ComingNote
from ui.reports.table_page import TablePage
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.training.import_side import TrainingImport
from ui.training.record_form import RecordForm
from ui.training.row_card import RowCard
from ui.training.rows import columns, row
from ui.training.words import Said, say
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.exchanged import Exchanged
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.narrow_table import NarrowTable
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle

_MOST = 6
_NEEDED, _EVERYTHING = "needed", "everything"
_QUIET = TextStyle("small", "text.secondary")


class TrainingPage(TablePage):
    """The page. What is typed stays while another row is looked at."""

    def __init__(self, context: DeskContext) -> None:
        theme, empty = context.theme, EmptyState(context.theme, Icon.BOOK_OPEN, say(Said.READING), "")
        rows = NarrowTable(theme, columns, empty, name=say(Said.TABLE), most=_MOST)
        super().__init__(context, say(Said.TITLE), say(Said.INTRO), rows)
        self._book: TrainingBook | None = None
        self.card: RowCard | None = None
        self.form: RecordForm | None = None
        self.show_what = ComboChoice(theme, _choices(None), compact=True)
        self.show_what.set_value(_NEEDED)
        self.show_what.setAccessibleName(say(Said.SHOW))
        self.record = Button(theme, say(Said.RECORD), ButtonKind.PRIMARY, ButtonSize.SMALL, icon=Icon.PLUS)
        self.bringing = TrainingImport(context)
        self.record.hide()
        self._rates, self._form_place = Exchanged(theme), Column(theme)
        self._coming, tools = ComingNote(context), QWidget()
        tools.setLayout(Flow(theme, (self.show_what, self.record, self.bringing.choose), gap=3))
        self.body.add(self._coming, tools, self.bringing)
        self.body.addLayout(self._form_place)
        self.body.add(self.rows)
        self.body.addLayout(self.below)
        self.body.add(self._rates)
        self._watch()
        self.show_what.edited.connect(self._show)
        self.record.clicked.connect(self._ask)
        self.setFocusProxy(self.show_what)

    def _watch(self) -> None:
        self.rows.row_opened.connect(self._go_to_card)
        self.bringing.refused.connect(self.refuse)
        self.bringing.imported.connect(self._read_imported)

    # What it is told

    @override
    def read(self) -> None:
        self._coming.read()
        self.context.records.ask(self, read_training, self._take, self.refuse)

    @override
    def show_private(self, *, private: bool) -> None:
        self._drop_card()
        super().show_private(private=private)

    # Showing

    def _take(self, book: TrainingBook) -> None:
        self._book = book
        self.refuse(Refused(""))
        for button in (self.record, self.bringing.choose):
            button.setVisible(book.keeps)
        self.show_what.offer(_choices(book), self.show_what.value())
        self._show_rates(book)
        self._show()

    def _show_rates(self, book: TrainingBook) -> None:
        card = Card(self.theme, say(Said.RATES), gap=2)
        card.add(*(self._rate(rate) for rate in book.rates))
        if book.elsewhere:
            card.add(PlainLabel(self.theme, say(Said.ELSEWHERE, count=str(book.elsewhere)), _QUIET, wrap=True))
        self._rates.show_widgets(card)

    def _rate(self, rate: Rate) -> QWidget:
        late = TagLook(say(Said.OVERDUE, count=str(rate.overdue)), Tone.WARN)
        line = QWidget()
        tags = [Tag(self.theme, late)] if rate.overdue else []
        line.setLayout(Row(self.theme, Growing(PlainLabel(self.theme, rate_words(rate), wrap=True)), *tags, gap=3))
        return line

    def _rows(self) -> tuple[TrainingRow, ...]:
        wanted, book = self.show_what.value(), self._book
        if book is None:
            return ()
        if wanted == _NEEDED:
            return book.needed
        return tuple(each for each in book.rows if wanted in {_EVERYTHING, each.course_id})

    @Slot()
    @override
    def _show(self) -> None:
        if self._book is None:
            return
        rows = {each.row_id: each for each in self._rows()}
        made = partial(row, school=self.context.school(), private=self.is_private, narrow=self.rows.is_narrow)
        self.rows.show_rows(LazyRows(tuple(rows), lambda ids: [made(rows[each]) for each in ids]))
        if not rows:
            self.empty.show_words(say(Said.EMPTY), say(Said.EMPTY_MORE))
        self._choose(self.rows.table.current_id())

    def _drop_card(self) -> None:
        if self.card is not None:
            drop(self.card)
            self.card = None

    @Slot(str)
    @override
    def _choose(self, row_id: str) -> None:
        """Show one row; what is being typed about it stays."""
        found = next((each for each in self._rows() if each.row_id == row_id), None)
        if self.card is not None and self.card.row == found:
            return
        self._drop_card()
        if found is not None and self._book is not None:
            school, me = self.context.school(), self.context.records.me
            self.card = RowCard(self.theme, found, school, me, keeps=self._book.keeps, private=self.is_private)
            self.card.answered.connect(self._answer)
            self.below.add(self.card)

    @Slot()
    def _go_to_card(self) -> None:
        if self.card is not None:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    @Slot()
    def _ask(self) -> None:
        """Show the form, or go to it."""
        if self.form is None:
            self.form = RecordForm(self.context.kit())
            self.form.filled.connect(self._record)
            self.form.left.connect(self._leave_form)
            self.form.offer_leaving()
            self._form_place.add(self.form)
        self.form.focus_first()

    @Slot()
    def _leave_form(self) -> None:
        self._drop_form()
        self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_form(self) -> None:
        if self.form is not None:
            drop(self.form)
            self.form = None

    @Slot(str)
    def _read_imported(self, words: str) -> None:
        self.read()
        self.recorded.emit(words)

    @Slot(object)
    def _record(self, answers: dict[str, object]) -> None:
        self._do(lambda session: record_training(session, answers))

    @Slot(str, object, str)
    def _answer(self, eid: str, answer: Answer, reason: str) -> None:
        self._do(lambda session: answer_training(session, eid, answer, reason))

    def _do(self, act: Callable[[Session], object]) -> None:
        """Record something, and read the register again."""

        def done(session: Session) -> TrainingBook:
            act(session)
            return read_training(session)

        self.context.records.ask(self, done, self._tell, self._fail)

    def _tell(self, book: TrainingBook) -> None:
        next_place: QWidget = self.rows
        if self.form is not None and self.form.save.is_busy:
            self._drop_form()
            next_place = self.record
        else:
            self._drop_card()
        self._take(book)
        next_place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recorded.emit(say(Said.RECORDED))

    def _fail(self, refused: Refused) -> None:
        for widget in (self.card, self.form):
            if widget is not None:
                widget.set_ready()
        self.refuse(refused)


def _choices(book: TrainingBook | None) -> list[Choice]:
    courses = {rate.course_id: rate.title for rate in book.rates} if book else {}
    first = [Choice(_NEEDED, say(Said.NEEDED)), Choice(_EVERYTHING, say(Said.EVERYTHING))]
    return [*first, *(Choice(course, title) for course, title in courses.items())]
