# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the reviewers' navigation as they stand in one window: made when first gone to, told of what comes."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.places import DeskEntry
from ui.review.records import News, Refused
from ui.widgets.page_stack import PageStack


class DeskPages(QObject):
    """The pages in the stack of one window, and what they tell."""

    made = Signal(object)
    """A page was made, shown for the first time."""
    case_asked = Signal(str)
    place_asked = Signal(object, str)
    recorded = Signal(str)
    saved = Signal(object)
    counted = Signal(object, int, bool)

    def __init__(self, context: DeskContext, stack: PageStack, entries: Sequence[DeskEntry]) -> None:
        super().__init__()
        self._context = context
        self._stack = stack
        self.entries = {entry.place: entry for entry in entries}
        self._pages: dict[Place, DeskPage] = {}
        self._is_private = False

    def __contains__(self, place: Place) -> bool:
        return place in self.entries

    def name(self, place: Place) -> str:
        """What a page is called."""
        return self.entries[place].name()

    def __iter__(self) -> Iterator[DeskPage]:
        """The pages that have been made."""
        return iter(self._pages.values())

    def page(self, place: Place) -> DeskPage:
        """The page of a place, made now if it never was."""
        if place not in self._pages:
            page = self._pages[place] = self.entries[place].make(self._context)
            self._stack.addWidget(page)
            page.show_private(private=self._is_private)
            page.case_asked.connect(self.case_asked)
            page.counted.connect(self.counted)
            page.place_asked.connect(self.place_asked)
            page.recorded.connect(self.recorded)
            page.saved.connect(self.saved)
            self.made.emit(page)
        return self._pages[place]

    def take_news(self, news: News) -> None:
        """Tell every page of what has come."""
        for page in self:
            page.take_news(news)
        self.count()

    def count(self) -> None:
        """Tell what waits on the pages that were not gone to yet."""
        for entry in self.entries.values():
            if entry.count is not None and entry.place not in self._pages:
                self._context.records.ask(self, entry.count, partial(self._tell, entry.place), _unheard)

    def _tell(self, place: Place, found: tuple[int, bool]) -> None:
        if place not in self._pages:
            self.counted.emit(place, *found)

    def leave(self) -> None:
        """Have every page keep what is half-written."""
        for page in self:
            page.leave()

    def show_private(self, *, private: bool) -> None:
        """Show people by their initials on every page, or by their names again."""
        self._is_private = private
        for page in self:
            page.show_private(private=private)


def _unheard(_refused: Refused) -> None:
    """The page says it itself, when it is gone to."""
