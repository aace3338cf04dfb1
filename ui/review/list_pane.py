# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inbox's list with its head: title, when it was checked, search, shelves (ux.md R1, pictures 05, 13b)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from desktop.cases.inbox import SHELVES, Inbox, Listing, read_categories, read_inbox
from desktop.cases.rows import CaseRow, Group, Shelf
from desktop.clocks import time_words
from desktop.searching.guessing import with_nearest
from desktop.searching.telling import guesses_told
from desktop.searching.words import sought
from ui.review.category_filter import CategoryFilter
from ui.review.coded_words import ShelfWords, coded
from ui.review.go_to import GoTo
from ui.review.inbox_list import InboxList
from ui.review.inbox_model import Block
from ui.review.inbox_search import InboxSearch
from ui.review.looks import heading, list_row, shelf_heading
from ui.review.records import Records, Refused
from ui.review.skeleton import Skeleton
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import Button, ButtonSize, IconButton
from ui.widgets.card import Line, Surface
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.list_row import ListRow
from ui.widgets.segmented import Segmented
from ui.widgets.text_flow import TextStyle

_TYPING_MS = 250
_ALONE = {Group.OTHER, Group.NOTED}
_EMPTY = {
    Shelf.NEEDS_YOU: (Said.EMPTY, Said.EMPTY_UNCHECKED),
    Shelf.IN_PROGRESS: (Said.EMPTY_PROGRESS, Said.EMPTY_PROGRESS_MORE),
    Shelf.CLOSED: (Said.EMPTY_CLOSED, Said.EMPTY_CLOSED_MORE),
}


class ListPane(Surface):
    """The pane. It reads its shelf itself and says which case is wanted."""

    shelf_chosen = Signal()
    """Another shelf, or another part of it, is shown."""
    counted = Signal(object)
    """The shelves were counted: the Inbox that says how."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__("panel")
        self._theme = theme
        self._records = records
        self._inbox: Inbox | None = None
        self._shelf = Shelf.NEEDS_YOU
        self._checked_at: datetime | None = None
        self._is_private = False
        self._is_one_row = False
        self.list = InboxList(theme, self._look)
        self.search = InboxSearch(theme)
        self.category = CategoryFilter(theme)
        self.go_to = GoTo(theme, records)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._build_head()
        self._empty = EmptyState(theme, Icon.INBOX, "")
        self._again = Button(theme, say(Said.TRY_AGAIN))
        self._broken = EmptyState(theme, Icon.TRIANGLE_ALERT, say(Said.NOT_READ), button=self._again)
        self._stack = QStackedWidget()
        for page in (Skeleton(theme), self.list, self._empty, self._broken):
            self._stack.addWidget(page)
        self.setLayout(Column(theme, self._head, self.go_to, Line(theme), Growing(self._stack)))
        self.setFocusProxy(self.list)
        self._connect()

    def _build_head(self) -> None:
        theme = self._theme
        self._head = QWidget()
        self._title = PlainLabel(theme, say(Said.INBOX), "screenTitle")
        self._tick = IconLabel(theme, Icon.CIRCLE_CHECK, "status.ok.strong", side="icon_small")
        self._checked = PlainLabel(theme, say(Said.NOT_CHECKED), TextStyle("small", "text.secondary", tabular=True))
        self.check = IconButton(theme, Icon.REFRESH_CW, say(Said.CHECK_NOW), ButtonSize.SMALL, shortcut="F5")
        self._state = QWidget()
        self._state.setLayout(Row(theme, self._tick, self._checked, self.check, gap=1))
        self._state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._guessed = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self._guessed.hide()
        self._grid = QGridLayout(self._head)
        self._shelves = Segmented(theme, self._choices({}))
        self._dress_shelves()
        self._arrange()

    def _connect(self) -> None:
        self.list.model_rows.wanted.connect(self._fetch)
        self.search.edited.connect(self._typing.start)
        self.search.left.connect(self.list.setFocus)
        self._typing.timeout.connect(self.read)
        self._again.clicked.connect(self.read)
        self.category.opened.connect(self._read_categories)
        self.category.edited.connect(self._choose_category)
        self._theme.changed.connect(self._arrange)

    # What it is told

    @Slot()
    def read(self) -> None:
        """Read the shelf, or what the search finds, again."""
        asked = partial(read_inbox, shelf=self._shelf, typed=self.search.value(), category=self.category.category)
        self._records.ask(self, asked, self._show, self._fail)
        self.go_to.look(self.search.value())
        if not self.category.isHidden():
            self._read_categories()

    @Slot()
    def _read_categories(self) -> None:
        self._records.ask(self, read_categories, self.category.take, self._fail)

    def read_changes(self) -> None:
        """Read again, and every row that is on the screen too."""
        self.list.model_rows.forget()
        self.read()

    def focus_shelves(self) -> None:
        """Put the keyboard where another shelf can be chosen: this one is empty."""
        self._shelves.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_checked(self, at: datetime | None) -> None:
        """Say when the shared folder was last looked at; None while that is going on."""
        self._checked_at = at or self._checked_at
        time = time_words(self._checked_at) if self._checked_at else ""
        self._checked.show_words(say(Said.CHECKED_AT, time=time) if at else say(Said.CHECKING))
        self._checked.setAccessibleName(say(Said.CHECKED_AT_SPOKEN, time=time) if at else say(Said.CHECKING))
        self._tick.show_icon(
            Icon.CIRCLE_CHECK if at else Icon.REFRESH_CW, "status.ok.strong" if at else "text.tertiary"
        )
        self._say_empty()

    def show_not_checked(self) -> None:
        """Say that the shared folder could not be looked at."""
        self._checked.show_words(say(Said.NOT_CHECKED))
        self._checked.setAccessibleName(say(Said.NOT_CHECKED))
        self._tick.show_icon(Icon.CIRCLE_ALERT, "status.warn.strong")

    def show_private(self, *, private: bool) -> None:
        """Show initials instead of names, or names again."""
        self._is_private = private
        self.list.model_rows.touch()
        self.go_to.show_private(private=private)
        announce(self.list, say(Said.PRIVATE_ON if private else Said.PRIVATE_OFF))

    def show_one_row(self, *, one_row: bool) -> None:
        """Put everything above the list into one row, where the window is low and this pane is wide."""
        if one_row != self._is_one_row:
            self._is_one_row = one_row
            self._arrange()

    def row(self, case_id: str) -> CaseRow | None:
        """The row of a listed case, if it is here."""
        return self.list.model_rows.row(case_id)

    @property
    def drafts(self) -> Collection[str]:
        """The cases with something half-written."""
        return self._inbox.drafts if self._inbox else ()

    # Inside

    def _look(self, row: CaseRow) -> ListRow:
        return list_row(row, self._records.now(), self.drafts, private=self._is_private)

    @Slot(object)
    def _fetch(self, ids: tuple[str, ...]) -> None:
        self._records.rows(self, ids, self.list.model_rows.take)

    def _show(self, inbox: Inbox) -> None:
        if inbox.searched and not (self._inbox and self._inbox.searched):
            self._records.note_search(self)
        counts_changed = self._inbox is None or _counted(self._inbox) != _counted(inbox)
        same = self._inbox is not None and _listed(self._inbox) == _listed(inbox)
        self._inbox = inbox
        if counts_changed:
            self._recount()
        blocks = [block for listing in inbox.listings for block in _blocks(listing, inbox)]
        self.list.show_blocks(blocks, from_the_top=not same)
        shelf = coded(ShelfWords, self._shelf.value)
        found = say(Said.FOUND_NAME, typed=inbox.searched)
        self.list.setAccessibleName(found if inbox.searched else say(Said.LIST_NAME, shelf=shelf))
        self._say_empty()
        self._say_guessed(guesses_told(inbox.guesses))
        if inbox.guesses:
            self.go_to.look(with_nearest(sought(inbox.searched), inbox.guesses))
        self._stack.setCurrentWidget(self.list if inbox.ids else self._empty)
        self.counted.emit(inbox)

    def _fail(self, refused: Refused) -> None:
        self._broken.show_words(say(Said.NOT_READ), refused.sentence)
        self._stack.setCurrentWidget(self._broken)

    def _say_empty(self) -> None:
        if self._inbox is None:
            return
        title, more = _EMPTY[self._shelf]
        if self._inbox.searched:
            where = Said.NOT_IN_CATEGORY if self._inbox.category else Said.NOT_FOUND_MORE
            more_said = say(where, category=self._inbox.category)
            self._empty.show_words(say(Said.NOT_FOUND, typed=self._inbox.searched), more_said)
        elif self._inbox.category:
            none = say(Said.NONE_OF_CATEGORY, category=self._inbox.category)
            self._empty.show_words(none, say(Said.NONE_OF_CATEGORY_MORE))
        elif not any(self._inbox.counts.values()):
            self._empty.show_words(say(Said.EMPTY_EVER), say(Said.EMPTY_EVER_MORE))
        elif self._shelf is Shelf.NEEDS_YOU and self._checked_at:
            self._empty.show_words(say(title), say(Said.EMPTY_MORE, time=time_words(self._checked_at)))
        else:
            self._empty.show_words(say(title), say(more))

    def _say_guessed(self, told: str) -> None:
        """Say which words of the search stand nowhere, and what is shown instead."""
        if told and told != self._guessed.words:
            announce(self.list, told)
        self._guessed.show_words(told)
        self._guessed.setVisible(bool(told))

    @Slot(object)
    def _choose_shelf(self, shelf: str | None) -> None:
        self._shelf = Shelf(shelf) if shelf else Shelf.NEEDS_YOU
        self.search.clear()
        self.read()
        self.shelf_chosen.emit()

    @Slot()
    def _choose_category(self) -> None:
        self.read()
        self.shelf_chosen.emit()

    def _choices(self, counts: Mapping[Shelf, int]) -> list[Choice]:
        names = ((shelf, coded(ShelfWords, shelf.value)) for shelf in SHELVES)
        counted = {shelf: f"{count:,}" for shelf, count in counts.items() if count}
        labelled = (
            (shelf, say(Said.WITH_COUNT, name=name, count=counted[shelf]) if shelf in counted else name)
            for shelf, name in names
        )
        return [Choice(shelf.value, label) for shelf, label in labelled]

    def _recount(self) -> None:
        """Say how many records stand on each shelf, where there is room for the numbers."""
        counts = _counted(self._inbox) if self._inbox else {}
        had_focus = any(button.hasFocus() for button in self._shelves.buttons)
        old, self._shelves = self._shelves, Segmented(self._theme, self._choices(counts))
        beside = self.category.button.sizeHint().width() + 2 * self._theme.now.space(5)
        if self._shelves.sizeHint().width() > self.width() - beside:
            self._shelves.deleteLater()
            self._shelves = Segmented(self._theme, self._choices({}))
        self._dress_shelves()
        self._grid.removeWidget(old)
        old.deleteLater()
        self._arrange()
        if had_focus:
            self._shelves.setFocus()

    def _dress_shelves(self) -> None:
        self._shelves.setAccessibleName(say(Said.SHELVES))
        self._shelves.set_value(self._shelf.value)
        self._shelves.edited.connect(self._choose_shelf)

    @Slot()
    def _arrange(self) -> None:
        """Place what stands above the list, in one row or in three."""
        space = self._theme.now.space
        grid, left, right = self._grid, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        category = (self.category, self.category.button)
        for widget in (self._title, self._state, self.search, self._shelves, *category, self._guessed):
            grid.removeWidget(widget)
        grid.setContentsMargins(space(5), space(3 if self._is_one_row else 4), space(4), space(3))
        grid.setHorizontalSpacing(space(5 if self._is_one_row else 2))
        grid.setVerticalSpacing(space(2))
        narrow = self._is_one_row or self.width() < self._theme.now.px(self._theme.now.layout.inbox_list)
        self.search.setPlaceholderText(say(Said.SEARCH_SHORT if narrow else Said.SEARCH))
        grid.addWidget(self._title, 0, 0)
        if self._is_one_row:
            grid.addWidget(self._shelves, 0, 1, left)
            self._state.hide()
            grid.addWidget(self.category.button, 0, 2)
            grid.addWidget(self.search, 0, 3)
            grid.addWidget(self.category, 1, 0, 1, 4)
            grid.addWidget(self._guessed, 2, 0, 1, 4)
        else:
            grid.addWidget(self._state, 0, 1, right)
            self._state.show()
            grid.addWidget(self.search, 1, 0, 1, 2)
            grid.addWidget(self._shelves, 2, 0, 1, 2, left)
            grid.addWidget(self.category.button, 2, 1, right)
            grid.addWidget(self.category, 3, 0, 1, 2)
            grid.addWidget(self._guessed, 4, 0, 1, 2)
        self._shelves.show()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._recount()


def _counted(inbox: Inbox) -> Mapping[Shelf, int]:
    """How many records stand on each shelf: with a category, how many that bear it."""
    return inbox.bearing if inbox.category else inbox.counts


def _listed(inbox: Inbox) -> tuple[str, str, tuple[Shelf, ...]]:
    """What is listed, whichever cases that are at the moment."""
    return inbox.searched, inbox.category, () if inbox.searched else tuple(listing.shelf for listing in inbox.listings)


def _blocks(listing: Listing, inbox: Inbox) -> list[Block]:
    """The headings of a listing, with the cases under each."""
    if inbox.searched:
        return [(shelf_heading(listing.shelf, len(listing.ids)), listing.ids)]
    blocks: list[Block] = []
    start = 0
    for span in listing.spans:
        ids = listing.ids[start : start + span.count]
        blocks.append((None if span.group in _ALONE and len(listing.spans) == 1 else heading(span), ids))
        start += span.count
    return blocks
