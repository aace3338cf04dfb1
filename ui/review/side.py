# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reviewers' side as one widget: navigation, inbox, record, what was set aside, keys; and what goes on around them.

It looks at the shared folder when it opens, every five minutes, and when it is asked to.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QWidget
from typing_extensions import override

from desktop.cases.case import Phase
from desktop.cases.inbox import Inbox
from desktop.cases.page import CasePage
from desktop.cases.rows import Shelf
from desktop.clocks import Clock, london_day
from desktop.people import School
from desktop.session import Session
from ui.forms.kit import FormKit, kit_for
from ui.review.inbox_list import Act
from ui.review.inbox_page import InboxPage
from ui.review.keys_page import KeysPage
from ui.review.looks import news_words
from ui.review.more_menu import Doing
from ui.review.navigation import Navigation, Place
from ui.review.news_banner import NewsBanner
from ui.review.record_page import RecordPage
from ui.review.records import News, Records, Refused, Saved
from ui.review.set_aside_page import SetAsidePage
from ui.review.words import Said, say, say_count
from ui.shell.tasks import Tasks
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.card import Line, Surface
from ui.widgets.layouts import Column, Growing
from ui.widgets.panes import Panes
from ui.widgets.tab_order import tab_on
from ui.widgets.toast import Toast

CHECK_EVERY_MS = 5 * 60_000
"""How often the shared folder is looked at by itself."""

_WIDE = 1200  # logical pixels at text size 100 %: navigation with words, panel beside the record (ux.md 6.3)
_NARROW_LIST = 340


class ReviewSide(QWidget):
    """Everything that a reviewer sees once signed in. The window around it shows, hides and locks it."""

    lock_asked = Signal()
    """The screen is to be locked. What is half-written has been kept."""
    hide_asked = Signal()
    """The screen is to be hidden."""
    new_record_asked = Signal()
    """The staff's forms are wanted, signed in."""
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
        self._kit = self._make_kit()
        self._is_private = False
        self._is_checking = False
        self._saved: Saved | None = None
        self.navigation = Navigation(theme, school.name, school.people.get(self._records.me))
        self.inbox = InboxPage(theme, self._records)
        self.record = RecordPage(theme, self._records, self._current_kit)
        self.aside = SetAsidePage(theme, self._records)
        self.keys = KeysPage(theme)
        self.news = NewsBanner(theme)
        self._build()
        self._connect()
        self._add_shortcuts()
        self._arrange()
        self.refresh()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        for page in (self.inbox, self.record, self.aside, self.keys):
            self._stack.addWidget(page)
        content = Surface("panel")
        content.setLayout(Column(self._theme, self.news, Growing(self._stack)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # It folds and scrolls where there is little room, and never makes the window larger than the screen.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.navigation)
        row.addWidget(Line(self._theme, upright=True))
        row.addWidget(content, 1)
        self._toast = Toast(self._theme, self)
        self._panes = Panes(self._theme, self)
        self._panes.set_panes(self._pane_list())
        self.setFocusProxy(self.inbox)
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.start()

    def _connect(self) -> None:
        self._records.bug.connect(self.bug)
        self._timer.timeout.connect(self.refresh)
        self._theme.changed.connect(self._arrange)
        self.navigation.chosen.connect(self.go)
        self.navigation.new_record_asked.connect(self.new_record_asked)
        self.navigation.lock_asked.connect(self._lock)
        self.navigation.hide_asked.connect(self.hide_asked)
        self.inbox.list_pane.counted.connect(self._count)
        self.inbox.list_pane.check.clicked.connect(self.refresh)
        self.inbox.record_asked.connect(self._show_record)
        self.inbox.doing_asked.connect(self._do_in_record)
        self.record.back_asked.connect(self._back_to_inbox)
        self.record.changed.connect(self._take_change)
        self.record.saved.connect(self._tell_saved)
        self.record.copy_asked.connect(self._copy)
        self.record.earlier_opened.connect(self._read_changes)
        self.news.aside_asked.connect(self._go_aside)
        self.news.settings_asked.connect(self.settings_asked)
        self.aside.checked.connect(self._take_news)
        self.aside.saved.connect(self._tell_list_saved)
        self.keys.single_keys_chosen.connect(self._choose_single_keys)
        self._toast.action_chosen.connect(self._open_folder)

    def _add_shortcuts(self) -> None:
        keys = {
            "F5": self.refresh,
            "Ctrl+K": self._search,
            "Ctrl+1": self._go_inbox,
            "Ctrl+N": self.new_record_asked.emit,
            "Ctrl+Shift+P": self._turn_privacy,
            "Ctrl+P": self._save_pdf,
            "F1": self._go_keys,
            "F8": self._go_to_message,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # What the window around it calls

    @Slot()
    def refresh(self) -> None:
        """Send what waits and take in what is new. Asked for while that goes on, it does nothing more."""
        if self._is_checking:
            return
        self._is_checking = True
        self.inbox.list_pane.show_checked(None)
        self._records.check(self, self._take_news, self._fail_check)

    def leave(self) -> None:
        """Keep what is half-written: the screen is about to be locked or closed."""
        self.record.leave()

    @Slot(object)
    def go(self, place: Place) -> None:
        """Show one of the pages."""
        if place is Place.SETTINGS:
            self.settings_asked.emit("")
            return
        pages: dict[Place, QWidget] = {Place.INBOX: self.inbox, Place.ASIDE: self.aside, Place.KEYS: self.keys}
        self.record.leave()
        self._show(pages[place], place)
        if place is Place.INBOX:
            self.inbox.show_list()
        else:
            pages[place].setFocus(Qt.FocusReason.OtherFocusReason)

    # News

    def _take_news(self, news: News) -> None:
        self._is_checking = False
        self._school = news.school
        self._kit = self._make_kit()
        self.news.show_news(news, self._records.now())
        self.navigation.show_aside(news.aside.count)
        self.navigation.show_to_sign(news.to_sign)
        self.aside.show_aside(news.aside, news.school)
        if self._stack.currentWidget() is self.aside and not news.aside.count:
            self.go(Place.INBOX)
        if news.synced.is_reachable:
            self.inbox.list_pane.show_checked(self._records.now())
        else:
            self.inbox.list_pane.show_not_checked()
        if news.synced.ingested.new or news.synced.received:
            self._read_changes()
            self._read_open()
        self._tell_arrived(news)

    def _tell_arrived(self, news: News) -> None:
        if not news.arrived:
            return
        count = len(news.arrived)
        words = news_words(news.arrived[0], self._records.now())
        announce(self.inbox.list_pane, words if count == 1 else say(Said.NEW_SOME, count=f"{count:,}"))
        self.something_arrived.emit()

    def _fail_check(self, refused: Refused) -> None:
        self._is_checking = False
        self.inbox.list_pane.show_not_checked()
        self.news.show_fault(refused.sentence)

    def _read_changes(self) -> None:
        self.inbox.list_pane.read_changes()

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
        self.navigation.show_inbox(waiting, urgent=waiting > 0)

    # Pages

    def _show(self, page: QWidget, place: Place) -> None:
        self._stack.setCurrentWidget(page)
        self.news.let_remind(reminds=page is self.inbox)
        self.setFocusProxy(page)
        self.navigation.show_current(place)

    @Slot(object, object)
    def _show_record(self, page: CasePage, act: Act | None) -> None:
        self._show(self.record, Place.INBOX)
        self.record.show_page(page)
        if act is not None:
            self.record.begin_act(act)
        else:
            self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _do_in_record(self, page: CasePage, doing: Doing) -> None:
        if doing is Doing.COPY:
            self._copy(page.row.reference)
            return
        self._show_record(page, None)
        self.record.do(doing)

    @Slot()
    def _back_to_inbox(self) -> None:
        self.record.leave()
        self._show(self.inbox, Place.INBOX)
        self.inbox.come_back()

    @Slot(object)
    def _take_change(self, page: CasePage) -> None:
        self._toast.show_note(say(Said.IS_CLOSED if page.case.phase is Phase.CLOSED else Said.RECORDED))
        self.inbox.take(page)
        self._read_changes()

    @Slot()
    def _go_inbox(self) -> None:
        self.go(Place.INBOX)

    @Slot()
    def _go_aside(self) -> None:
        self.go(Place.ASIDE)

    @Slot()
    def _go_keys(self) -> None:
        self.go(Place.KEYS)

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
    def _turn_privacy(self) -> None:
        self._is_private = not self._is_private
        self.inbox.list_pane.show_private(private=self._is_private)

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
            self._toast.take_focus()

    # Notes

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self._saved = saved
        words = say_count(Said.PDF_SAVED_ONE, Said.PDF_SAVED, saved.pages)
        self._toast.show_note(words, say(Said.OPEN_FOLDER))
        self._read_open()

    @Slot(object)
    def _tell_list_saved(self, saved: Saved) -> None:
        self._saved = saved
        self._toast.show_note(say(Said.LIST_SAVED), say(Said.OPEN_FOLDER))

    @Slot()
    def _open_folder(self) -> None:
        if self._saved is not None:
            self.folder_asked.emit(str(self._saved.path))

    @Slot(str)
    def _copy(self, reference: str) -> None:
        self.copy_asked.emit(reference)
        self._toast.show_note(say(Said.COPIED))

    # Room

    def _make_kit(self) -> FormKit:
        def today() -> date:
            return london_day(self._records.now())

        return kit_for(
            self._theme, self._school, today, author=self._records.me, dense=True, read_file=self._records.read_file
        )

    def _current_kit(self) -> FormKit:
        return self._kit

    def _pane_list(self) -> Sequence[QWidget]:
        return (self.navigation, self.inbox.list_pane, self.inbox.detail, self.record, self.aside, self.keys)

    @Slot()
    def _arrange(self) -> None:
        """Fold the window's parts to its size (ux.md 6.3); larger text needs as much more room."""
        theme = self._theme.now
        width, height = self.width() / theme.text_scale, self.height() / theme.text_scale
        layout = theme.layout
        is_wide, has_two = width >= _WIDE, width >= layout.break_compact_width
        self.navigation.show_rail(rail=not is_wide)
        list_width = theme.px(layout.inbox_list if is_wide else _NARROW_LIST)
        self.inbox.show_panes(two=has_two, list_width=list_width)
        self.inbox.list_pane.show_one_row(one_row=not has_two and height < layout.break_compact_height)
        self.record.show_wide(wide=is_wide, low=height < layout.break_compact_height)

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
