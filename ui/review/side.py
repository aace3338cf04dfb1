# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reviewers' side as one widget: navigation, inbox, record, the other pages; and what goes on around them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.cases.case import Phase
from desktop.cases.inbox import Inbox
from desktop.cases.page import CasePage
from desktop.cases.rows import Shelf
from desktop.clocks import Clock, london_day
from desktop.people import School
from desktop.session import Session
from ui.forms.kit import FormKit
from ui.review.arriving import Arriving
from ui.review.clauses import open_clauses_over
from ui.review.desk_page import DeskContext, DeskPage, Place, desk_kit
from ui.review.desk_pages import DeskPages
from ui.review.folding import fold
from ui.review.inbox_list import Act
from ui.review.inbox_page import InboxPage
from ui.review.keys_page import KeysPage
from ui.review.more_menu import Doing
from ui.review.navigation import Navigation
from ui.review.notices import Notices
from ui.review.places import pages_for
from ui.review.record_page import RecordPage
from ui.review.records import News, Records, Refused
from ui.review.set_aside_page import SetAsidePage
from ui.review.words import Said, say
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.card import Line, Surface
from ui.widgets.keys import add_keys
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.page_stack import PageStack
from ui.widgets.panes import Panes
from ui.widgets.scroll_page import LowPage
from ui.widgets.tab_order import tab_on


class ReviewSide(QWidget):
    """Everything that a reviewer sees once signed in. The window around it shows, hides and locks it."""

    lock_asked = Signal()
    """The screen is to be locked. What is half-written has been kept."""
    hide_asked = Signal()
    """The screen is to be hidden."""
    help_asked = Signal()
    """Help is wanted for what is on the screen."""
    help_page_asked = Signal(str)
    """This page of help is wanted."""
    new_record_asked = Signal()
    """The staff's forms are wanted, signed in."""
    form_asked = Signal(object)
    """One of the staff's forms is to be begun: a Following. `new_record_asked` comes first."""
    settings_asked = Signal(str)
    """The settings are wanted: at this page, "" for the first."""
    something_arrived = Signal()
    """Something new has come while the window may be out of sight. Nothing more is said."""
    folder_asked = Signal(str)
    """The folder of this file is to be shown by the system."""
    copy_asked = Signal(str)
    """This reference is to be put on the clipboard."""
    bug = Signal(object)
    """Something broke: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, session: Session, school: School, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._records = Records(tasks, session, clock)
        self._school = school
        self._kit = desk_kit(self._theme, self._school, self._records)
        self._is_private = False
        self._here = Place.INBOX
        mine = pages_for(school, self._records.me, london_day(clock.now()))
        self.navigation = Navigation(theme, school.name, school.people.get(self._records.me), mine)
        self.inbox = InboxPage(theme, self._records)
        self.record = RecordPage(theme, self._records, self._current_kit)
        self.aside = SetAsidePage(theme, self._records)
        self.keys = KeysPage(theme)
        self._stack = PageStack()
        context = DeskContext(theme=theme, records=self._records, school=lambda: self._school, kit=self._current_kit)
        self.pages = DeskPages(context, self._stack, mine)
        self.inbox.list_pane.go_to.lead(context, mine, self.go)
        self.arriving = Arriving(theme, self._records, self, self.navigation, self.inbox.list_pane)
        self.news = self.arriving.banner
        self._build()
        self._connect()
        self._add_shortcuts()
        self._arrange()
        self.refresh()
        self.pages.count()
        if Place.LANDING in self.pages:
            self.go(Place.LANDING)

    def _build(self) -> None:
        content, pages = Surface("panel"), QWidget()
        pages.setLayout(self._stack)
        for page in (self.inbox, self.record, self.aside, self.keys):
            self._stack.addWidget(page)
        content.setLayout(Column(self._theme, self.news, self.arriving.panel, Growing(pages)))
        self._low = LowPage(self._theme, content)
        row = Row(self._theme, self.navigation, Line(self._theme, upright=True), Growing(self._low))
        # It folds and scrolls where there is little room, and never makes the window larger than the screen.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(row)
        open_clauses_over(self._theme, pages, self._stack, self._records)
        self._notices = Notices(self._theme, self)
        self._panes = Panes(self._theme, self)
        self._panes.set_panes(self._pane_list())
        self.setFocusProxy(self.inbox)

    def _connect(self) -> None:
        self._records.bug.connect(self.bug)
        self.arriving.brought.connect(self._take_news)
        self.arriving.something_arrived.connect(self.something_arrived)
        self._theme.changed.connect(self._arrange)
        self.navigation.chosen.connect(self.go)
        self.navigation.new_record_asked.connect(self.new_record_asked)
        self.navigation.lock_asked.connect(self._lock)
        self.navigation.hide_asked.connect(self.hide_asked)
        self.navigation.help_asked.connect(self.help_asked)
        self.inbox.list_pane.counted.connect(self._count)
        self.inbox.list_pane.check.clicked.connect(self.refresh)
        self.inbox.record_asked.connect(self._show_record)
        self.inbox.doing_asked.connect(self._do_in_record)
        self.record.back_asked.connect(self._go_back)
        self.record.changed.connect(self._take_change)
        self.record.saved.connect(self._read_open)
        self.record.form_asked.connect(self.new_record_asked)
        self.record.form_asked.connect(self.form_asked)
        self.record.record_asked.connect(self._open)
        self.record.copy_asked.connect(self._notices.copy)
        self.record.earlier_opened.connect(self._read_changes)
        self.news.help_asked.connect(self.help_page_asked)
        self.news.aside_asked.connect(partial(self.go, Place.ASIDE))
        for asking in (self.news, self.record):
            asking.settings_asked.connect(self.settings_asked)
        self.aside.checked.connect(self.arriving.take)
        self.keys.single_keys_chosen.connect(self._choose_single_keys)
        self._connect_pages()

    def _connect_pages(self) -> None:
        self._notices.folder_asked.connect(self.folder_asked)
        self._notices.copy_asked.connect(self.copy_asked)
        self.pages.made.connect(self._add_pane)
        self.pages.case_asked.connect(self._open)
        self.pages.place_asked.connect(self.go)
        self.pages.recorded.connect(self._take_recorded)
        for saving in (self.record, self.aside, self.pages):
            saving.saved.connect(self._notices.tell_saved)
        self.pages.counted.connect(self._count_page)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F5": self.refresh,
            "Ctrl+K": self._search,
            "Ctrl+1": partial(self.go, Place.INBOX),
            "Ctrl+N": self.new_record_asked.emit,
            "Ctrl+Shift+P": self.turn_privacy,
            "Ctrl+P": self._save_pdf,
            "F8": self._go_to_message,
        }
        keys |= {page.key: partial(self.go, page.place) for page in self.pages.entries.values() if page.key}
        add_keys(self, keys)

    # What the window around it calls

    @Slot()
    def refresh(self) -> None:
        """Send what waits and take in what is new."""
        self.arriving.check()

    def leave(self) -> None:
        """Keep what is half-written: the screen is about to be locked or closed."""
        self.record.leave()
        self.pages.leave()

    @Slot(object)
    @Slot(object, str)
    def go(self, place: Place, what: str = "") -> None:
        """Show one of the pages, and there `what`: somebody's id, or "" for the page as it stands."""
        if place is Place.SETTINGS:
            self.settings_asked.emit(what)
            return
        self.leave()
        if place in self.pages:
            page = self.pages.page(place)
            self._show(page, place)
            page.come_in(what)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        own: dict[Place, QWidget] = {Place.INBOX: self.inbox, Place.ASIDE: self.aside, Place.KEYS: self.keys}
        self._show(own[place], place)
        if place is Place.INBOX:
            self.inbox.show_list()
        else:
            own[place].setFocus(Qt.FocusReason.OtherFocusReason)

    # News

    @Slot(object)
    def _take_news(self, news: News) -> None:
        self._school = news.school
        self._kit = desk_kit(self._theme, self._school, self._records)
        self.aside.show_aside(news.aside, news.school)
        if self._stack.currentWidget() is self.aside and not news.aside.count:
            self.go(Place.INBOX)
        if news.synced.is_news:
            self._read_changes()
            self._read_open()
            self.pages.take_news(news)

    def _read_changes(self) -> None:
        self.inbox.list_pane.read_changes()

    @Slot()
    def _read_open(self) -> None:
        """Show what stands open as it is now. That is no new opening."""
        for page in (self.record.page, self.inbox.detail.page):
            if page is not None:
                self._records.read(self, page.case_id, self._take_read, _unheard)

    def _take_read(self, page: CasePage) -> None:
        self.inbox.take(page)
        if self.record.page is not None and self.record.page.case_id == page.case_id and self.record.page != page:
            self.record.show_page(page)

    @Slot(object)
    def _count(self, inbox: Inbox) -> None:
        waiting = inbox.counts.get(Shelf.NEEDS_YOU, 0)
        self.navigation.show_waiting(Place.INBOX, waiting, urgent=waiting > 0)

    @Slot(object, int, bool)
    def _count_page(self, place: Place, count: int, urgent: bool) -> None:  # noqa: FBT001 - as the signal hands it over
        self.navigation.show_waiting(place, count, urgent=urgent)

    # Pages

    def _show(self, page: QWidget, place: Place) -> None:
        self._stack.setCurrentWidget(page)
        self._arrange()
        self.news.let_remind(reminds=page is not self.record and place in {Place.INBOX, Place.LANDING})
        self.setFocusProxy(page)
        self._here = place
        self.navigation.show_current(place)

    @Slot(object)
    def _add_pane(self, page: DeskPage) -> None:
        """A page was made: F6 reaches it, and the way to it."""
        self._panes.set_panes((*self._pane_list(), *self.pages))

    @Slot(str)
    def _open(self, case_id: str) -> None:
        """Open a record that another page shows. The way back leads there again."""
        self._records.open(self, case_id, self._show_record, lambda refused: self._notices.tell(refused.sentence))

    @Slot(str)
    def _take_recorded(self, words: str) -> None:
        self._notices.tell(words)
        self._read_changes()

    @Slot(object, object)
    def _show_record(self, page: CasePage, act: Act | None = None) -> None:
        self._show(self.record, self._here)
        is_from_page = self._here in self.pages
        self.record.show_way_back(self.pages.name(self._here) if is_from_page else say(Said.BACK_TO_INBOX))
        self.record.show_page(page)
        if act is not None:
            self.record.begin_act(act)
        else:
            self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _do_in_record(self, page: CasePage, doing: Doing) -> None:
        if doing is Doing.COPY:
            self._notices.copy(page.row.reference)
            return
        self._show_record(page)
        self.record.do(doing)

    @Slot()
    def _go_back(self) -> None:
        if self._here in self.pages:
            self.go(self._here)
            return
        self.record.leave()
        self._show(self.inbox, Place.INBOX)
        self.inbox.come_back()

    @Slot(object)
    def _take_change(self, page: CasePage) -> None:
        self._notices.tell(say(Said.IS_CLOSED if page.case.phase is Phase.CLOSED else Said.RECORDED))
        self.inbox.take(page)
        self._read_changes()

    @Slot()
    def _search(self) -> None:
        self._show(self.inbox, Place.INBOX)
        self.inbox.list_pane.show()
        self.inbox.list_pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.inbox.list_pane.search.selectAll()

    @Slot()
    def _save_pdf(self) -> None:
        if self._stack.currentWidget() is self.record:
            self.record.panels.begin_export()
        elif self._stack.currentWidget() is self.inbox and self.inbox.detail.page is not None:
            self._do_in_record(self.inbox.detail.page, Doing.PDF)

    @Slot()
    def turn_privacy(self) -> None:
        """Show initials instead of names in lists, or the names again (Ctrl+Shift+P)."""
        self._is_private = not self._is_private
        self.inbox.list_pane.show_private(private=self._is_private)
        self.pages.show_private(private=self._is_private)

    @Slot(bool)
    def _choose_single_keys(self, on: bool) -> None:  # noqa: FBT001 - Qt hands the state over by place
        self.inbox.show_single_keys(on=on)
        self.record.takes_single_keys = on

    @Slot()
    def _lock(self) -> None:
        self.leave()
        self.lock_asked.emit()

    @Slot()
    def _go_to_message(self) -> None:
        if self.news.isVisible():
            self.news.take_focus()
        else:
            self._notices.take_focus()

    # Room

    def _current_kit(self) -> FormKit:
        return self._kit

    def _pane_list(self) -> Sequence[QWidget]:
        return (self.navigation, self.inbox.list_pane, self.inbox.detail, self.record, self.aside, self.keys)

    @Slot()
    def _arrange(self) -> None:
        least = fold(self._theme.now, self.size(), self.navigation, self.inbox, self.record)
        page = self._stack.currentWidget()
        scrolls_within = page in (self.inbox, self.record) or (isinstance(page, DeskPage) and page.scrolls_itself)
        self._low.hold(least if scrolls_within else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Something may have been sent from the forms meanwhile.
        if not event.spontaneous():
            self._read_changes()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def _unheard(_refused: Refused) -> None:
    """What is read again in passing may fail unheard: what was shown before still stands."""
