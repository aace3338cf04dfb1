# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reports to governors that were issued, to be read again: for those who keep them (ux.md R14)."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.clocks import date_words, london_day
from desktop.documents.preview import PagePicture, page_pictures
from desktop.governors.issuing import IssuedReport, issued_reports, report_content, reprint
from desktop.governors.numbers import confirmed_words
from desktop.governors.told import Side
from desktop.governors.words import period_words
from desktop.people import Role
from desktop.session import Session
from ui.governors.page import PICTURE_WIDTH
from ui.governors.words import Said, say
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.reports.report_page import ReportPage
from ui.reports.words import Said as Report
from ui.reports.words import say as say_report
from ui.review.desk_page import DeskContext
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.text_flow import TextStyle

_KEEP = frozenset({Role.HEAD, Role.DSL, Role.CHAIR, Role.VICE_CHAIR})


@dataclass(frozen=True, slots=True)
class _Listed:
    eid: str
    words: str


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """What is shown of a report: which numbers its maker answered for, and its pages."""

    confirmed: str
    pages: tuple[PagePicture, ...]


class IssuedPage(ReportPage):
    """The page: the latest first, each as its file shows it."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.ISSUED), say(Said.ISSUED_FOR))
        self.which = ComboChoice(self.theme, [])
        self.preview = PdfPreview(self.theme)
        self._field = Field(self.theme, say(Said.ISSUED_WHICH), self.which)
        self._empty = EmptyState(self.theme, Icon.FILE_CHART_COLUMN, say(Said.ISSUED_NONE))
        self.print = Button(self.theme, say_printing(Printing.PRINT), icon=Icon.PRINTER)
        self._buttons = QWidget()
        self._buttons.setLayout(Row(self.theme, self.print, Stretch()))
        self._confirmed = PlainLabel(self.theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(self._field, self._empty, self._buttons, self._confirmed, self.preview)
        self.setFocusProxy(self.which)
        self._show_any(is_any=False)
        self.which.edited.connect(self.show_report)
        self.print.clicked.connect(self.choose_printer)

    @override
    def come_in(self, what: str) -> None:
        """Come in; `what` is the entry of the report that is wanted, "" for the one that was looked at."""
        self.context.records.ask(self, _listed, partial(self._offer, what), self.refuse)

    @override
    def take_news(self, news: News) -> None:
        if self.isVisible() and news.synced.ingested.new:
            self.come_in("")

    def _offer(self, wanted: str, found: tuple[_Listed, ...]) -> None:
        self._show_any(is_any=bool(found))
        if found:
            chosen = wanted or self.which.value()
            kept = chosen if chosen in {each.eid for each in found} else found[0].eid
            self.which.offer([Choice(each.eid, each.words) for each in found], kept)
            self.show_report()

    @Slot()
    def show_report(self) -> None:
        """Show the pages of the chosen one."""
        eid = self.which.value()
        if eid is not None:
            self.preview.show_waiting()
            self.context.records.ask(self, partial(_looked_at, eid), self._show, self.refuse)

    def _show(self, looked_at: _LookedAt) -> None:
        self._confirmed.show_words(looked_at.confirmed)
        self.preview.show_pages(looked_at.pages)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for a printer."""
        from ui.printing.paper import ask_for_printer

        if self.print.is_busy:
            return
        if not ask_for_printer(self, self.print_on):
            self.refuse(Refused(say_printing(Printing.NO_PRINTER)))

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen one again. That it was printed is put on record before."""
        eid = self.which.value()
        if eid is not None:
            self.print.set_busy(say_printing(Printing.PRINTING))
            self.context.records.ask(self, partial(_print, eid, printer), self._tell_printed, self._fail)

    def _tell_printed(self, pages: int) -> None:
        self.print.set_ready()
        self.recorded.emit(say_report(Report.PRINTED, pages=str(pages)))

    def _fail(self, refused: Refused) -> None:
        self.print.set_ready()
        self.refuse(refused)

    def _show_any(self, *, is_any: bool) -> None:
        self._buttons.setVisible(is_any)
        self._confirmed.setVisible(is_any)
        self._field.setVisible(is_any)
        self.preview.setVisible(is_any)
        self._empty.setVisible(not is_any)


def keeps_reports(context: DeskContext) -> bool:
    """Say whether issued reports come to this reviewer."""
    records = context.records
    return bool(context.school().roles_of(records.me, london_day(records.now())) & _KEEP)


def _listed(session: Session) -> tuple[_Listed, ...]:
    return tuple(_Listed(each.eid, issued_words(each)) for each in issued_reports(session))


def issued_words(report: IssuedReport) -> str:
    """Say which report it is: when it was issued, and about which period."""
    manifest = report.manifest
    shape = Said.ISSUED_LINE if manifest.side is Side.REPORT else Said.ISSUED_SUPPLEMENT
    return say(shape, day=date_words(london_day(report.at)), period=period_words(manifest.period))


def _looked_at(eid: str, session: Session) -> _LookedAt:
    report = _report(eid, session)
    maker = session.machine.school.people.get(report.by) if report.by else None
    confirmed = confirmed_words(report.manifest.confirmed, maker.name if maker else "")
    return _LookedAt(confirmed, page_pictures(report_content(session, report), PICTURE_WIDTH))


def _print(eid: str, printer: QPrinter, session: Session) -> int:
    from ui.printing.paper import print_pages

    report = _report(eid, session)
    print_pages(printer, reprint(session, report), report.manifest.pages)
    return report.manifest.pages


def _report(eid: str, session: Session) -> IssuedReport:
    return next(each for each in issued_reports(session) if each.eid == eid)
