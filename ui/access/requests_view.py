# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The requests that somebody answers, and the form that logs another one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.access.reading import FORM
from desktop.access.requests import Request, log_request, requests
from desktop.cases.meaning import shipped_meaning
from desktop.clocks import date_words, short_date_words
from desktop.filing import Filed
from desktop.forms import Context
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


class RequestsView(QWidget):
    """The table, or the form."""

    chosen = Signal(str)
    """A request is to be answered: its case."""
    logged = Signal(str)
    """One was logged: the sentence to say."""
    refused = Signal(object)
    """Something was not done: the Refused."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._found: tuple[Request, ...] = ()
        self._is_private = False
        self._filling = Filling(shipped_meaning().forms[FORM], signed_in=True)
        self.form: FormPage | None = None
        self.log = Button(theme, say(Said.LOG), icon=Icon.PLUS)
        self.save = Button(theme, self._filling.spec.button, ButtonKind.PRIMARY)
        self.cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        self.table = DataTable(theme, _columns(), name=say(Said.REQUESTS))
        self._empty = EmptyState(theme, Icon.USER_ROUND_CHECK, say(Said.READING))
        self._stack = QStackedWidget()
        for widget in (self._empty, self.table):
            self._stack.addWidget(widget)
        self._bar = QWidget()
        self._bar.setLayout(Flow(theme, (self.save, self.cancel), gap=3))
        self._bar.hide()
        self._place = Column(theme)
        self.setLayout(Column(theme, self.log, self._place, self._bar, self._stack, gap=3))
        self.setFocusProxy(self.log)
        self._connect()

    def _connect(self) -> None:
        self.log.clicked.connect(self.begin)
        self.save.clicked.connect(self.record)
        self.cancel.clicked.connect(self.end)
        self.table.row_opened.connect(self.chosen)
        self.table.clicked.connect(self._choose_current)

    @Slot()
    def read(self) -> None:
        """Read the requests again."""
        self._context.records.ask(self, requests, self._show, self.refused.emit)

    def show_private(self, *, private: bool) -> None:
        """Show initials for names, or names again."""
        self._is_private = private
        self._fill()

    @Slot()
    def begin(self) -> None:
        """Ask what there is to log."""
        if self.form is None:
            self.form = FormPage(self._context.kit(), self._filling, self._filling.spec.pages[0], {})
            self.form.submitted.connect(self.record)
            self._place.add(self.form)
        for widget, is_there in ((self._bar, True), (self.log, False), (self._stack, False)):
            widget.setVisible(is_there)
        self.form.focus_first()

    @Slot()
    def end(self) -> None:
        """Put the form away; what was typed is let go of."""
        if self.form is not None:
            drop(self.form)
            self.form = None
        self._filling.clear()
        for widget, is_there in ((self._bar, False), (self.log, True), (self._stack, True)):
            widget.setVisible(is_there)
        self.log.setFocus()

    @Slot()
    def record(self) -> None:
        """Log it, or say what has to be looked at again."""
        if self.form is None or self.save.is_busy:
            return
        kit = self._context.kit()
        errors = self._filling.check(Context(today=kit.today(), school=kit.school, author=kit.author)).errors
        self.form.show_findings(list(errors))
        if errors:
            return
        values = self._filling.kept
        self.save.set_busy(say(Said.SAVING))

        def logged(session: Session) -> Filed:
            return log_request(session, PersonId(str(values["about"])), values)

        self._context.records.ask(self, logged, self._done, self._fail)

    def _done(self, filed: Filed) -> None:
        self.save.set_ready()
        self.end()
        mine = any(reader.person_id == self._context.records.me for reader in filed.route.readers)
        self.logged.emit(say(Said.LOGGED if mine else Said.LOGGED_ELSEWHERE, reference=filed.reference))
        self.read()

    def _fail(self, refused: Refused) -> None:
        self.save.set_ready()
        self.refused.emit(refused)

    def _show(self, found: tuple[Request, ...]) -> None:
        self._found = found
        self._empty.show_words(say(Said.NONE), say(Said.NONE_MORE))
        self._fill()

    def _fill(self) -> None:
        self.table.show_rows([self._row(each) for each in self._found])
        self._stack.setCurrentWidget(self.table if self._found else self._empty)

    def _row(self, each: Request) -> TableRow:
        name = initials(each.person.name) if self._is_private else each.person.name
        state = coded(OutcomeWords, each.answer) if each.answer else say(Said.DUE, day=date_words(each.clock.due))
        cells = (name, short_date_words(each.clock.received), state, reference(each.case.case_id))
        return TableRow(each.case.case_id, tuple(map(Cell, cells)))

    @Slot()
    def _choose_current(self) -> None:
        self.chosen.emit(self.table.current_id())


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn("whose", say(Said.WHOSE), 3, is_sortable=False),
        TableColumn("came", say(Said.CAME), 2, is_sortable=False, is_whole=True),
        TableColumn("state", say(Said.STATE), 3, is_sortable=False),
        TableColumn("reference", say(Said.REFERENCE), 2, is_sortable=False, is_whole=True),
    )
