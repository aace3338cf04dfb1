# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The requests and complaints that somebody answers, and the forms that log another one."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.access.complaint_clock import ComplaintClock
from desktop.access.complaints import Complaint, complaints, log_complaint
from desktop.access.reading import COMPLAINT, FORM
from desktop.access.requests import Request, log_request, requests
from desktop.cases.meaning import shipped_meaning
from desktop.clocks import date_words, short_date_words
from desktop.filing import Filed
from desktop.forms.filling import Filling
from desktop.people import PersonId
from desktop.phrases import reference
from desktop.session import Session
from ui.access.words import Said, say
from ui.forms.form_page import FormPage
from ui.review.coded_words import OutcomeWords, coded
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.icons import Icon
from ui.widgets.avatar import initials
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column
from ui.widgets.table_rows import Cell, TableColumn, TableRow

Found = tuple[tuple[Request, ...], tuple[Complaint, ...]]
_LOGGED = {
    (FORM, True): Said.LOGGED,
    (FORM, False): Said.LOGGED_ELSEWHERE,
    (COMPLAINT, True): Said.COMPLAINT_LOGGED,
    (COMPLAINT, False): Said.COMPLAINT_LOGGED_ELSEWHERE,
}


class RequestsView(QWidget):
    """The table, or the form."""

    chosen = Signal(str)
    """A request is to be answered: its case."""
    complaint_chosen = Signal(object)
    """A complaint is to be answered: the Complaint."""
    logged = Signal(str)
    """One was logged: the sentence to say."""
    refused = Signal(object)
    """Something was not done: the Refused."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._found: Found = ((), ())
        self._is_private = False
        self._filling = Filling(shipped_meaning().forms[FORM], signed_in=True)
        self.form: FormPage | None = None
        self.log = Button(theme, say(Said.LOG), icon=Icon.PLUS)
        self.complain = Button(theme, say(Said.LOG_COMPLAINT), icon=Icon.PLUS)
        self.save = Button(theme, self._filling.spec.button, ButtonKind.PRIMARY)
        self.cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        self.table = DataTable(theme, _columns(), name=say(Said.REQUESTS), fits=True)
        self._empty = EmptyState(theme, Icon.USER_ROUND_CHECK, say(Said.READING))
        self._stack = QStackedWidget()
        for widget in (self._empty, self.table):
            self._stack.addWidget(widget)
        self._bar = QWidget()
        self._bar.setLayout(Flow(theme, (self.save, self.cancel), gap=3))
        self._bar.hide()
        offered = QWidget()
        offered.setLayout(Flow(theme, (self.log, self.complain), gap=3))
        self._place = Column(theme)
        self.setLayout(Column(theme, offered, self._place, self._bar, self._stack, gap=3))
        self.setFocusProxy(self.log)
        self._connect()

    def _connect(self) -> None:
        self.log.clicked.connect(self.begin)
        self.complain.clicked.connect(self.begin_complaint)
        self.save.clicked.connect(self.record)
        self.cancel.clicked.connect(self.end)
        self.table.row_opened.connect(self._choose)
        self.table.clicked.connect(self._choose_current)

    @Slot()
    def read(self) -> None:
        """Read the requests again."""
        self._context.records.ask(self, _read, self._show, self.refused.emit)

    def show_private(self, *, private: bool) -> None:
        """Show initials for names, or names again."""
        self._is_private = private
        self._fill()

    @Slot()
    def begin(self) -> None:
        """Ask what there is to log of a request."""
        self._begin(FORM)

    @Slot()
    def begin_complaint(self) -> None:
        """Ask what there is to log of a complaint."""
        self._begin(COMPLAINT)

    def _begin(self, form: str) -> None:
        if self.form is None:
            self._filling = Filling(shipped_meaning().forms[form], signed_in=True)
            self.save.show_text(self._filling.spec.button)
            self.form = FormPage(self._context.kit(), self._filling, self._filling.spec.pages[0], {})
            self.form.submitted.connect(self.record)
            self._place.add(self.form)
        for widget, is_there in ((self._bar, True), (self.log, False), (self.complain, False), (self._stack, False)):
            widget.setVisible(is_there)
        self.form.focus_first()

    @Slot()
    def end(self) -> None:
        """Put the form away; what was typed is let go of."""
        if self.form is not None:
            drop(self.form)
            self.form = None
        self._filling.clear()
        for widget, is_there in ((self._bar, False), (self.log, True), (self.complain, True), (self._stack, True)):
            widget.setVisible(is_there)
        self.log.setFocus()

    @Slot()
    def record(self) -> None:
        """Log it, or say what has to be looked at again."""
        if self.form is None or self.save.is_busy:
            return
        errors = self._filling.check(self._context.kit().context()).errors
        self.form.show_findings(list(errors))
        if errors:
            return
        values, log = self._filling.kept, self._log()
        self.save.set_busy(say(Said.SAVING))

        def logged(session: Session) -> Filed:
            return log(session, values)

        self._context.records.ask(self, logged, partial(self._done, self._filling.spec.form_id), self._fail)

    def _log(self) -> Callable[[Session, Mapping[str, object]], Filed]:
        return _log_complaint if self._filling.spec.form_id == COMPLAINT else _log_request

    def _done(self, form: str, filed: Filed) -> None:
        self.save.set_ready()
        self.end()
        mine = any(reader.person_id == self._context.records.me for reader in filed.route.readers)
        self.logged.emit(say(_LOGGED[form, mine], reference=filed.reference))
        self.read()

    def _fail(self, refused: Refused) -> None:
        self.save.set_ready()
        self.refused.emit(refused)

    def _show(self, found: Found) -> None:
        self._found = found
        self._empty.show_words(say(Said.NONE), say(Said.NONE_MORE))
        self._fill()

    def _fill(self) -> None:
        asked, complained = self._found
        self.table.show_rows([*map(self._row, asked), *map(self._complaint_row, complained)])
        self._stack.setCurrentWidget(self.table if any(self._found) else self._empty)

    def _row(self, each: Request) -> TableRow:
        name = initials(each.person.name) if self._is_private else each.person.name
        state = coded(OutcomeWords, each.answer) if each.answer else say(Said.DUE, day=short_date_words(each.clock.due))
        cells = (name, say(Said.A_COPY), short_date_words(each.clock.received), state, reference(each.case.case_id))
        return TableRow(each.case.case_id, tuple(map(Cell, cells)))

    def _complaint_row(self, each: Complaint) -> TableRow:
        name = initials(each.name) if self._is_private else each.name
        state = coded(OutcomeWords, each.answer) if each.answer else standing_words(each.clock, short_date_words)
        came = short_date_words(each.clock.received)
        cells = (name, say(Said.A_COMPLAINT), came, state, reference(each.case.case_id))
        return TableRow(each.case.case_id, tuple(map(Cell, cells)))

    @Slot()
    def _choose_current(self) -> None:
        self._choose(self.table.current_id())

    @Slot(str)
    def _choose(self, case_id: str) -> None:
        complaint = next((each for each in self._found[1] if each.case.case_id == case_id), None)
        if complaint is None:
            self.chosen.emit(case_id)
        else:
            self.complaint_chosen.emit(complaint)


def standing_words(clock: ComplaintClock, day_words: Callable[[date], str] = date_words) -> str:
    """Where a complaint stands that was not answered: to be acknowledged by a day, or acknowledged on one."""
    if clock.acknowledged is None:
        return say(Said.ACKNOWLEDGE_BY, day=day_words(clock.due))
    return say(Said.ACKNOWLEDGED, day=day_words(clock.acknowledged))


def _log_request(session: Session, values: Mapping[str, object]) -> Filed:
    return log_request(session, PersonId(str(values["about"])), values)


def _log_complaint(session: Session, values: Mapping[str, object]) -> Filed:
    person = values.get("about")
    return log_complaint(session, PersonId(str(person)) if person else None, values)


def _read(session: Session) -> Found:
    return requests(session), complaints(session)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn("whose", say(Said.WHOSE), 3, is_sortable=False),
        TableColumn("what", say(Said.WHAT), 2, is_sortable=False),
        TableColumn("came", say(Said.CAME), 2, is_sortable=False, is_whole=True),
        TableColumn("state", say(Said.STATE), 3, is_sortable=False),
        TableColumn("reference", say(Said.REFERENCE), 2, is_sortable=False, is_whole=True),
    )
