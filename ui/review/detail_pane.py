# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The record that is chosen in the inbox, beside the list (ux.md R1, picture 05)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desktop.cases.page import CasePage, Part, SenderKind
from desktop.cases.rows import CaseRow
from ui.review.flow import AS_WIDE_AS_IT_MAY, ActionBar
from ui.review.inbox_list import Act, single_key
from ui.review.looks import received_words
from ui.review.more_menu import Doing, MoreButton
from ui.review.records import Records
from ui.review.report_view import ReportView, opened_words
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from ui.widgets.card import Surface
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.reading_page import ReadingPage
from ui.widgets.text_flow import TextStyle


class DetailPane(Surface):
    """Shows a page, or says that there is none. Its keys are the list's: D, N, A, Q."""

    back_asked = Signal()
    """Back to the list."""
    record_asked = Signal()
    """The whole record is wanted."""
    act_asked = Signal(object)
    """An act is to be begun in the record's page: an Act."""
    doing_asked = Signal(object)
    """Something else is to be done: a Doing."""
    earlier_asked = Signal(str)
    """An earlier record is to be opened: its case."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__("panel")
        self._theme = theme
        self._records = records
        self.takes_single_keys = True
        self.page: CasePage | None = None
        self._scroll: ReadingPage | None = None
        self._nothing = EmptyState(theme, Icon.MAIL_OPEN, say(Said.CHOOSE), say(Said.CHOOSE_MORE))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._build_head()
        self._build_bar()
        self._whole = QWidget()
        self._body = Column(theme, self._head)
        self._whole.setLayout(self._body)
        self._stack.addWidget(self._whole)
        self.setLayout(Column(theme, Growing(self._stack), self._bar))
        self._connect()
        self.show_nothing()

    def _build_head(self) -> None:
        theme = self._theme
        self.back = LinkButton(theme, say(Said.BACK_TO_INBOX), icon=Icon.ARROW_LEFT)
        self.back.hide()
        self._reference = PlainLabel(theme, "", TextStyle("small", "text.secondary"), elide=True)
        self._open = IconButton(theme, Icon.MAXIMIZE_2, say(Said.OPEN_RECORD), ButtonSize.SMALL)
        self._print = IconButton(theme, Icon.PRINTER, say(Said.SAVE_PDF), ButtonSize.SMALL, shortcut="Ctrl+P")
        self._more = MoreButton(theme)
        self._head = QWidget()
        back = Aligned(self.back, Qt.AlignmentFlag.AlignVCenter)
        row = Row(theme, back, Growing(self._reference), self._open, self._print, self._more, gap=2)
        self._head.setLayout(Column(theme, row, margins=(6, 5, 6, 1)))

    def _build_bar(self) -> None:
        theme = self._theme
        self._decide = Button(theme, say(Said.START_DECISION), ButtonKind.PRIMARY, icon=Icon.SCALE)
        self._note = Button(theme, say(Said.ADD_NOTE))
        self._ask = Button(theme, say(Said.ASK_REPORTER))
        self._bar = ActionBar(theme, (self._decide, self._note, self._ask), edge=6)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self._open.clicked.connect(self.record_asked)
        self._print.clicked.connect(self._ask_pdf)
        self._more.asked.connect(self.doing_asked)
        self._decide.clicked.connect(self._begin_decision)
        self._note.clicked.connect(self._begin_note)
        self._ask.clicked.connect(self._begin_question)

    # What it is told

    def show_nothing(self, sentence: str = "") -> None:
        """Show that nothing is chosen, or why what was chosen can't be shown."""
        self.page = None
        self._nothing.show_words(sentence or say(Said.CHOOSE), "" if sentence else say(Said.CHOOSE_MORE))
        self._stack.setCurrentWidget(self._nothing)
        self._bar.hide()

    def show_page(self, page: CasePage, *, has_draft: bool) -> None:
        """Show a record from its beginning; the same one again stays where it was scrolled to."""
        is_same = self.page is not None and self.page.case_id == page.case_id
        scrolled = self._scroll.verticalScrollBar().value() if self._scroll and is_same else 0
        self.page = page
        self._show_head(page.row)
        self._more.fit(page)
        self._replace_body(page)
        self._show_bar(page, has_draft=has_draft)
        self._stack.setCurrentWidget(self._whole)
        if self._scroll:
            self._scroll.verticalScrollBar().setValue(scrolled)

    def show_draft(self, *, has_draft: bool) -> None:
        """Offer to go on with a decision that is half-written."""
        if self.page is not None:
            self._show_bar(self.page, has_draft=has_draft)

    def _show_head(self, row: CaseRow) -> None:
        when = received_words(row, self._records.now())
        self._reference.show_words(f"{row.reference} · {when}")
        self._reference.setAccessibleName(f"{say(Said.REFERENCE, reference=row.reference)}. {when}")

    def _replace_body(self, page: CasePage) -> None:
        view = ReportView(self._theme, self._records, page)
        view.earlier_asked.connect(self.earlier_asked)
        holder = QWidget()
        row = Row(self._theme, Growing(view, AS_WIDE_AS_IT_MAY), Stretch())
        holder.setLayout(Column(self._theme, row, Stretch(), margins=(6, 1, 6, 5)))
        old, self._scroll = self._scroll, ReadingPage(self._theme, holder, name=view.title.words)
        self.setFocusProxy(self._scroll)
        if old is not None:
            self._body.removeWidget(old)
            old.deleteLater()
        self._body.add(Growing(self._scroll))

    def _show_bar(self, page: CasePage, *, has_draft: bool) -> None:
        decides = page.part not in {Part.READS, Part.BARRED} and page.row.decide_by is not None
        self._decide.show_text(
            say(Said.GO_ON_DECISION if has_draft else Said.START_DECISION) if decides else say(Said.OPEN_RECORD)
        )
        self._decide.show_icon(Icon.SCALE if decides else Icon.MAXIMIZE_2)
        sender = page.sender
        known = sender.kind is SenderKind.MEMBER and sender.name
        first = sender.name.split(" ", 1)[0]
        self._ask.show_text(say(Said.ASK_NAME, name=first) if known else say(Said.ASK_REPORTER))
        reads = page.part is not Part.READS
        self._bar.offer(self._note, offered=reads)
        is_mine = page.case.report is not None and page.case.report.author == page.desk.me
        self._bar.offer(self._ask, offered=reads and page.row.decide_by is not None and not is_mine)
        self._bar.remark.show_words(" ".join(opened_words(page, self._records)))
        self._bar.show()
        self._bar.fit()

    # What is asked of it

    @Slot()
    def _begin_decision(self) -> None:
        decides = self.page is not None and self.page.row.decide_by is not None
        if decides:
            self.act_asked.emit(Act.DECIDE)
        else:
            self.record_asked.emit()

    @Slot()
    def _begin_note(self) -> None:
        self.act_asked.emit(Act.NOTE)

    @Slot()
    def _begin_question(self) -> None:
        self.act_asked.emit(Act.QUESTION)

    @Slot()
    def _ask_pdf(self) -> None:
        self.doing_asked.emit(Doing.PDF)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = single_key(event) if self.takes_single_keys and self.page is not None else None
        if act is not None:
            self.act_asked.emit(act)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
