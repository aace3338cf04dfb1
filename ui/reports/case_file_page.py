# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case file (ux.md R11): which record first, then what for and for whom, then where to save it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.cases.rows import CaseRow
from desktop.session import Session
from ui.reports.case_file_order import CaseFileOrder
from ui.reports.record_chooser import RecordChooser
from ui.reports.report_page import ReportPage
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import News, Refused, Saved
from ui.widgets.dropping import drop


class CaseFilePage(ReportPage):
    """The page. What was typed stays for the record until it is saved or another one is chosen."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.CASE_FILE), say(Said.CASE_FILE_INTRO))
        self.chooser = RecordChooser(self.theme, context.records)
        self.order: CaseFileOrder | None = None
        self.body.add(self.chooser)
        self.setFocusProxy(self.chooser)
        self.chooser.chosen.connect(self.show_record)
        self.chooser.refused.connect(self.refuse)

    @override
    def come_in(self, what: str) -> None:
        if what:
            self.context.records.ask(self, partial(_row, what), self.show_record, self.refuse)
        elif self.order is None:
            self.chooser.read()

    @override
    def take_news(self, news: News) -> None:
        if self.order is None and news.synced.ingested.new:
            self.chooser.read()

    @override
    def show_private(self, *, private: bool) -> None:
        self.chooser.show_private(private=private)

    @Slot(object)
    def show_record(self, row: CaseRow) -> None:
        """Ask what for and for whom a file of this record is made."""
        self._drop_order()
        self.order = CaseFileOrder(self.context, row)
        self.order.another_asked.connect(self.choose_another)
        self.order.refused.connect(self.refuse)
        self.order.saved.connect(self._tell_saved)
        self.order.printed.connect(self._tell_printed)
        self.chooser.hide()
        self.body.add(self.order)
        self.setFocusProxy(self.order.form.first_target or self.order)
        self.order.focus_first()

    @Slot()
    def choose_another(self) -> None:
        """Show the records again."""
        self._drop_order()
        self.chooser.show()
        self.chooser.read()
        self.setFocusProxy(self.chooser)
        self.chooser.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self.choose_another()
        self.saved.emit(saved)

    @Slot(str)
    def _tell_printed(self, words: str) -> None:
        self.choose_another()
        self.recorded.emit(words)

    def _drop_order(self) -> None:
        self.refuse(Refused(""))
        if self.order is not None:
            drop(self.order)
            self.order = None


def _row(case_id: str, session: Session) -> CaseRow:
    return session.row(case_id)
