# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeping and deleting (requirements.md F54): what is due and why, what is kept, and what two people destroy."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.cases.meaning import shipped_meaning
from desktop.clocks import london_day
from desktop.people import PersonId
from desktop.retention.acting import say_pension_age
from desktop.retention.copies import copies_beside
from desktop.retention.everything import find_kept, hold, lift, propose, read_kept, read_one, sign
from desktop.retention.kinds import DISPOSAL, HOLD
from desktop.retention.listing import KeptRecord
from desktop.session import Session
from ui.forms.page_card import PageCard
from ui.reports.table_page import TablePage
from ui.retention.record_card import RecordCard, Seen
from ui.retention.rows import columns, row
from ui.retention.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.icons import Icon
from ui.widgets.button import Button, ButtonSize
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.layouts import Aligned, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.narrow_table import NarrowTable

_MOST = 6

Found = tuple[tuple[KeptRecord, ...], tuple[str, ...]]


class KeepingPage(TablePage):
    """The page. Enter on a record opens it."""

    def __init__(self, context: DeskContext) -> None:
        theme = context.theme
        empty = EmptyState(theme, Icon.CALENDAR_CLOCK, say(Said.EMPTY), say(Said.EMPTY_MORE))
        rows = NarrowTable(theme, columns, empty, name=say(Said.TABLE), most=_MOST)
        super().__init__(context, say(Said.TITLE), say(Said.INTRO), rows)
        self._found: Found = ((), ())
        self.card: RecordCard | None = None
        self.form: PageCard | None = None
        self.another = LineInput(theme, role="body", compact=True, width=Width.SHORT)
        self.show_another = Button(theme, say(Said.SHOW), size=ButtonSize.SMALL)
        another = Field(theme, say(Said.ANOTHER), self.another)
        self.body.add(self.rows)
        self.body.addLayout(self.below)
        self.body.add(Row(theme, another, Aligned(self.show_another, Qt.AlignmentFlag.AlignBottom), Stretch(), gap=2))
        self.another.returnPressed.connect(self.show_by_reference)
        self.show_another.clicked.connect(self.show_by_reference)
        self.rows.row_opened.connect(self._open)

    # What it is told

    @override
    def come_in(self, what: str) -> None:
        self.empty.show_words(say(Said.READING), "")
        self.read()

    @override
    def read(self) -> None:
        self.context.records.ask(self, _read, self._take, self.refuse)

    # Showing

    def _take(self, found: Found) -> None:
        self._found = found
        self.refuse(Refused(""))
        self._show()

    @Slot()
    @override
    def _show(self) -> None:
        records, _ = self._found
        self.rows.show_rows([row(each, private=self.is_private, narrow=self.rows.is_narrow) for each in records])
        if not records:
            self.empty.show_words(say(Said.EMPTY), say(Said.EMPTY_MORE))
        self._choose(self.rows.table.current_id())

    def _drop_below(self) -> None:
        self._drop_form()
        if self.card is not None:
            drop(self.card)
            self.card = None

    def _drop_form(self) -> None:
        if self.form is not None:
            drop(self.form)
            self.form = None

    @Slot(str)
    @override
    def _choose(self, row_id: str) -> None:
        """Show one record; what is being typed about it stays."""
        record = next((each for each in self._found[0] if each.case_id == row_id), None)
        shown = self.card.record if self.card else None
        if shown is not None and (record == shown or (record is None and shown in self._found[0])):
            return
        self._drop_below()
        if record is not None:
            self._show_card(record)

    def _show_card(self, record: KeptRecord) -> None:
        records, today = self.context.records, london_day(self.context.records.now())
        seen = Seen(records.me, self.context.school(), today, self._found[1])
        card = self.card = RecordCard(self.theme, record, seen, private=self.is_private)
        card.open_asked.connect(self.case_asked)
        card.asked.connect(self.ask)
        card.proposed.connect(self._propose)
        card.signed.connect(self._sign)
        card.ended.connect(self._end)
        self.below.add(card)

    @Slot()
    def show_by_reference(self) -> None:
        """Show a record that is not listed, by its reference."""
        typed = self.another.value().strip()
        if typed:
            self.context.records.ask(self, partial(_found, typed), self._take_another, self.refuse)

    def _take_another(self, found: KeptRecord | None) -> None:
        self.refuse(Refused(""))
        records, beside = self._found
        if found is None:
            return
        self._found = ((found, *(each for each in records if each.case_id != found.case_id)), beside)
        self._show()
        self.rows.table.selectRow(0)

    @Slot(str)
    def _open(self, case_id: str) -> None:
        if any(each.case_id == case_id and each.form for each in self._found[0]):
            self.case_asked.emit(case_id)

    # What is done

    @Slot(str)
    def ask(self, kind: str) -> None:
        """Ask why the record must be kept, or when somebody reaches pension age: the kind of entry."""
        if self.card is not None and (self.form is None or self.form.kind != kind):
            self._drop_form()
            self.form = PageCard(self.context.kit(), shipped_meaning().forms[kind])
            self.form.filled.connect(self._record)
            self.form.left.connect(self._leave_form)
            self.form.offer_leaving()
            self.below.add(self.form)
            self.form.focus_first()

    @Slot()
    def _leave_form(self) -> None:
        self._drop_form()
        asked_from = self.card.focusWidget() if self.card is not None else None
        if asked_from is not None:
            asked_from.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _record(self, answers: dict[str, object]) -> None:
        kind = self.form.kind if self.form else ""
        if kind == HOLD:
            self._do(lambda session, case_id: hold(session, case_id, answers), Said.DONE_KEPT)
        elif kind == DISPOSAL:
            self._do(lambda session, case_id: propose(session, case_id, answers), Said.DONE_PROPOSED)
        else:
            person, day = PersonId(str(answers["person"])), str(answers["reached_on"])
            self._do(lambda session, case_id: say_pension_age(session, case_id, person, day), Said.DONE_PENSION)

    @Slot(str, str)
    def _end(self, hold_id: str, reason: str) -> None:
        self._do(lambda session, case_id: lift(session, case_id, hold_id, reason), Said.DONE_ENDED)

    @Slot()
    def _propose(self) -> None:
        self._do(propose, Said.DONE_PROPOSED)

    @Slot()
    def _sign(self) -> None:
        self._do(sign, Said.DONE_SIGNED)

    def _do(self, act: Callable[[Session, str], object], said: Said) -> None:
        """Record an act about the chosen record, and read everything again."""
        if self.card is None:
            return
        operation = partial(_done, act, self.card.record.case_id)
        self.context.records.ask(self, operation, partial(self._tell, said), self._fail)

    def _tell(self, said: Said, found: Found) -> None:
        self._drop_below()
        self._take(found)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recorded.emit(say(said))

    def _fail(self, refused: Refused) -> None:
        for widget in (self.card, self.form):
            if widget is not None:
                widget.set_ready()
        self.refuse(refused)


def _read(session: Session) -> Found:
    return read_kept(session), copies_beside(session)


def _done(act: Callable[[Session, str], object], case_id: str, session: Session) -> Found:
    act(session, case_id)
    return _read(session)


def _found(typed: str, session: Session) -> KeptRecord | None:
    return read_one(session, find_kept(session, typed))
