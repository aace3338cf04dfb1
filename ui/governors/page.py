# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A report to governors (ux.md R10, picture 09): what is in it on the left, the finished file beside it.

The preview is the file: the bytes that are shown are those that are saved. It is made by the worker, a moment after the
last change; while anything typed names somebody, nothing can be saved.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from desktop.clocks import london_day
from desktop.documents.preview import PagePicture, page_pictures
from desktop.governors.checking import without_place
from desktop.governors.drafting import keep_asked, kept_asked, let_go
from desktop.governors.issuing import Prepared, default_name, issue, issue_on_paper, prepare, read_ground
from desktop.governors.periods import Period, offered
from desktop.governors.report import Asked
from desktop.governors.words import summary_of
from desktop.people import Role
from desktop.session import Session
from ui.governors.options import Options
from ui.governors.pointed import Pointed
from ui.governors.words import Said, say
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.reports.report_page import ReportPage
from ui.reports.words import Said as Report
from ui.reports.words import say as say_report
from ui.review.desk_page import DeskContext
from ui.review.records import News, Refused, Saved
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Surface
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.pdf_preview import PdfPreview

_AFTER_MS = 400
"""How long nothing is typed before the file is made anew."""
PICTURE_WIDTH = 900
"""Points of a screen: what a page of the preview is drawn at."""
_FOOT = (7, 3, 7, 3)
_TWO_PANES = 860  # pixels at 100 % that options and preview need beside each other
_TEXTS = ("summary", "actions", "commentary", "recipient")


@dataclass(frozen=True, slots=True)
class _Read:
    periods: tuple[tuple[str, Period], ...]
    kept: Asked | None


@dataclass(frozen=True, slots=True)
class _Made:
    prepared: Prepared
    pages: tuple[PagePicture, ...]


class GovernorsPage(ReportPage):
    """The page. What was chosen and typed stays, also overnight, until the report is issued."""

    def __init__(self, context: DeskContext) -> None:
        self._is_chair = not makes_report(context)
        super().__init__(context, say(Said.SUPPLEMENT if self._is_chair else Said.TITLE), say(Said.INTRO))
        theme = self.theme
        self.prepared: Prepared | None = None
        self._is_read = False
        self.options = Options(theme)
        self.preview = PdfPreview(theme)
        self.names = Pointed(theme, say(Said.TAKE_OUT))
        self.numbers = Pointed(theme, say(Said.NO_RECORDS))
        self.coarse = Banner(theme, Tone.INFO, "")
        self.coarse.hide()
        self.save = Button(theme, say(Said.SAVE), ButtonKind.PRIMARY)
        self.print = Button(theme, say_printing(Printing.PRINT), icon=Icon.PRINTER)
        left = Column(theme, self.options, Stretch())
        right = Column(theme, self.preview, self.coarse, Stretch(), gap=4)
        self._panes = Row(theme, gap=6)
        self._panes.addLayout(left, 2)
        self._panes.addLayout(right, 3)
        self.body.addLayout(self._panes)
        self._bar = Row(theme, Growing(self.names), Growing(self.numbers), self.save, self.print, gap=3, margins=_FOOT)
        self._check = Surface("panel")
        self._check.setLayout(self._bar)
        self.foot.add(self._check)
        self.setFocusProxy(self.options)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.make)
        self.options.edited.connect(self._changed)
        self.names.settled.connect(self._take_out)
        self.names.show_asked.connect(self._show_name)
        self.numbers.settled.connect(self._confirm_number)
        self.numbers.show_asked.connect(self._show_number)
        self.save.clicked.connect(self.choose_place)
        self.print.clicked.connect(self.choose_printer)

    @override
    def come_in(self, what: str) -> None:
        self.context.records.ask(self, _read, self._offer, self.refuse)

    @override
    def take_news(self, news: News) -> None:
        if self._is_read and self.isVisible() and news.synced.ingested.new:
            self._timer.start()

    @override
    def leave(self) -> None:
        self._timer.stop()
        if self._is_read:
            self.context.records.ask(self, partial(_keep, self.options.asked), _nothing, self.refuse)

    def _offer(self, read: _Read) -> None:
        kept = self.options.asked if self._is_read else read.kept
        self.options.offer(read.periods, kept)
        self._is_read = True
        self.make()

    @Slot()
    def make(self) -> None:
        """Make the file as it would be now, and show it."""
        self._timer.stop()
        self.preview.show_waiting()
        self.context.records.ask(self, partial(_make, self.options.asked), self._take, self._fail)

    @Slot()
    def _changed(self) -> None:
        # What was made is not what would be saved any more.
        self.prepared = None
        self._timer.start()

    def _take(self, made: _Made) -> None:
        if made.prepared.reckoned.asked != self.options.asked:
            return
        self.refuse(Refused(""))
        prepared = self.prepared = made.prepared
        self.options.show_threshold(prepared.reckoned.threshold)
        self.options.show_draft(summary_of(prepared.reckoned))
        self.preview.show_pages(made.pages)
        self._show_names(prepared)
        self._show_coarse(prepared)

    def _fail(self, refused: Refused) -> None:
        self.preview.show_pages(())
        self.refuse(refused)

    def _show_names(self, prepared: Prepared) -> None:
        if prepared.named:
            self.names.point_out(Tone.DANGER, prepared.named[0].sentence, say(Said.NAMED))
        else:
            self.names.say_fine(say(Said.NO_NAMES), say(Said.CHECKED, people=str(len(prepared.ground.school.people))))
        # One thing at a time stands beside the buttons that it blocks.
        is_next = bool(prepared.numbers) and not prepared.named
        self.names.setHidden(is_next)
        self.numbers.setVisible(is_next)
        if is_next:
            self.numbers.point_out(Tone.WARN, prepared.numbers[0].sentence, say(Said.NUMBERS))

    def _show_coarse(self, prepared: Prepared) -> None:
        reckoned = prepared.reckoned
        words = say(Said.EMPTY) if reckoned.is_nothing else say(Said.COARSE, count=str(len(reckoned.coarse)))
        self.coarse.setVisible(reckoned.is_nothing or bool(reckoned.coarse))
        self.coarse.show_message(Tone.INFO, words)

    @Slot()
    def _take_out(self) -> None:
        """Take the first place that names somebody out of its text."""
        if self.prepared is not None and self.prepared.named:
            named = self.prepared.named[0]
            asked = self.prepared.reckoned.asked
            typed = {name: text for name in _TEXTS if (text := getattr(asked, name)) is not None}
            self.options.set_text(named.field, without_place(typed[named.field], named))

    @Slot()
    def _show_name(self) -> None:
        if self.prepared is not None and self.prepared.named:
            named = self.prepared.named[0]
            self.options.show_place(named.field, named.start, named.end)

    @Slot()
    def _show_number(self) -> None:
        if self.prepared is not None and self.prepared.numbers:
            typed = self.prepared.numbers[0]
            self.options.show_place(typed.field, typed.start, typed.end)

    @Slot()
    def _confirm_number(self) -> None:
        """The sentence with the first number tells nothing of records."""
        if self.prepared is not None and self.prepared.numbers:
            self.options.confirm(self.prepared.numbers[0].passage)

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it, once it names nobody and its numbers have been looked at."""
        prepared = self._ready()
        if prepared is not None:
            ask_to_save(self, say(Said.SAVE), say(Said.PDF_KIND), default_name(prepared), self.save_to)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for a printer, once it names nobody and its numbers have been looked at."""
        from ui.printing.paper import ask_for_printer

        if self._ready() is None:
            return
        if not ask_for_printer(self, self.print_on):
            self.refuse(Refused(say_printing(Printing.NO_PRINTER)))

    def _ready(self) -> Prepared | None:
        """The report, where it can be issued; else why not."""
        prepared = self.prepared
        if prepared is None or self.save.is_busy:
            return None
        if prepared.named or prepared.numbers:
            self.refuse(Refused(say(Said.NAMED if prepared.named else Said.NUMBERED)))
            return None
        return prepared

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Issue it: first the entry, then the file."""
        if self.prepared is not None:
            self.save.set_busy(say(Said.SAVING))
            ask = partial(_issue, self.prepared, Path(file))
            self.context.records.ask(self, ask, self._done, self._refused)

    def print_on(self, printer: QPrinter) -> None:
        """Issue it on paper: first the entry, then the pages."""
        if self.prepared is not None:
            self.save.set_busy(say_printing(Printing.PRINTING))
            self.context.records.ask(self, partial(_print, self.prepared, printer), self._tell_printed, self._refused)

    def _tell_printed(self, pages: int) -> None:
        self.save.set_ready()
        self.recorded.emit(say_report(Report.PRINTED, pages=str(pages)))
        self.make()

    def _done(self, saved: Saved) -> None:
        self.save.set_ready()
        self.saved.emit(saved)
        self.make()

    def _refused(self, refused: Refused) -> None:
        self.save.set_ready()
        self.refuse(refused)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < self.theme.now.px(_TWO_PANES)
        direction = QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        for row in (self._panes, self._bar):
            row.setDirection(direction)
        # In a small window it would take the room of what it is about.
        place = self.body if is_tight else self.foot
        if place.indexOf(self._check) < 0:
            place.addWidget(self._check)


def makes_report(context: DeskContext) -> bool:
    """Say whether the report itself is this reviewer's, as the head's."""
    school, records = context.school(), context.records
    return Role.HEAD in school.roles_of(records.me, london_day(records.now()))


def makes_supplement(context: DeskContext) -> bool:
    """Say whether the supplement is this reviewer's, as the chair's or the vice-chair's."""
    school, records = context.school(), context.records
    roles = school.roles_of(records.me, london_day(records.now()))
    return Role.HEAD not in roles and bool(roles & {Role.CHAIR, Role.VICE_CHAIR})


def _read(session: Session) -> _Read:
    ground = read_ground(session)
    return _Read(offered(ground.today, ground.staff), kept_asked(session))


def _make(asked: Asked, session: Session) -> _Made:
    prepared = prepare(read_ground(session), asked)
    return _Made(prepared, page_pictures(prepared.content, PICTURE_WIDTH))


def _keep(asked: Asked, session: Session) -> None:
    keep_asked(session, asked)


def _issue(prepared: Prepared, path: Path, session: Session) -> Saved:
    made = issue(session, prepared, path)
    let_go(session)
    return Saved(made.path, made.pages)


def _print(prepared: Prepared, printer: QPrinter, session: Session) -> int:
    from ui.printing.paper import print_pages

    issue_on_paper(session, prepared)
    let_go(session)
    print_pages(printer, prepared.content, prepared.pages)
    return prepared.pages


def _nothing(_none: None) -> None:
    """Nobody waits for it."""
