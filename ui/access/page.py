# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Answer a request for someone’s own data” (ux.md R12): the requests, and one of them on its way to an answer."""

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.access.complaints import Complaint
from ui.access.answer_view import AnswerView
from ui.access.complaint_view import ComplaintView
from ui.access.requests_view import RequestsView
from ui.access.words import Said, say
from ui.reports.report_page import ReportPage
from ui.review.desk_page import DeskContext
from ui.review.records import News, Refused, Saved
from ui.widgets.dropping import drop


class OwnDataPage(ReportPage):
    """The page. What was decided is kept in its reader's own records at once."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.CARD), say(Said.INTRO))
        self._is_private = False
        self.requests = RequestsView(context)
        self.answer: AnswerView | ComplaintView | None = None
        self.body.add(self.requests)
        self.setFocusProxy(self.requests)
        self.requests.chosen.connect(self.show_request)
        self.requests.complaint_chosen.connect(self.show_complaint)
        self.requests.logged.connect(self.recorded)
        self.requests.refused.connect(self.refuse)

    @override
    def come_in(self, what: str) -> None:
        if what:
            self.show_request(what)
        elif isinstance(self.answer, AnswerView):
            self.answer.read()
        else:
            self.requests.read()

    @override
    def take_news(self, news: News) -> None:
        if self.answer is None and news.synced.ingested.new:
            self.requests.read()

    @override
    def leave(self) -> None:
        if self.answer is not None:
            self.answer.leave()

    @override
    def show_private(self, *, private: bool) -> None:
        self._is_private = private
        self.requests.show_private(private=private)
        if isinstance(self.answer, AnswerView):
            self.answer.show_private(private=private)
        elif self.answer is not None:
            self.show_requests()

    @Slot(str)
    def show_request(self, case_id: str) -> None:
        """Show a request on its way to an answer."""
        self._drop_answer()
        self.answer = AnswerView(self.context, case_id)
        self.answer.show_private(private=self._is_private)
        self.answer.back_asked.connect(self.show_requests)
        self.answer.case_asked.connect(self.case_asked)
        self.answer.refused.connect(self.refuse)
        self.answer.recorded.connect(self.recorded)
        self.answer.saved.connect(self._tell_saved)
        self._show_instead(self.answer)

    @Slot(object)
    def show_complaint(self, complaint: Complaint) -> None:
        """Show a complaint on its way to an answer."""
        self._drop_answer()
        self.answer = ComplaintView(self.context, complaint, private=self._is_private)
        self.answer.back_asked.connect(self.show_requests)
        self.answer.case_asked.connect(self.case_asked)
        self.answer.recorded.connect(self.recorded)
        self._show_instead(self.answer)

    def _show_instead(self, view: AnswerView | ComplaintView) -> None:
        self.requests.hide()
        self.body.add(view)
        self.setFocusProxy(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_requests(self) -> None:
        """Show all requests again."""
        self._drop_answer()
        self.requests.show()
        self.requests.read()
        self.setFocusProxy(self.requests)
        self.requests.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self.recorded.emit(say(Said.SAVED, pages=str(saved.pages)))
        self.saved.emit(saved)

    def _drop_answer(self) -> None:
        self.refuse(Refused(""))
        if self.answer is not None:
            self.answer.leave()
            drop(self.answer)
            self.answer = None
