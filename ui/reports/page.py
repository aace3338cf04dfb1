# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reports (ux.md R9): a card for each thing that may leave Candour, and the page behind it in their place."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.reports.card_list import CardList
from ui.reports.cards import CARDS
from ui.reports.report_page import ReportPage
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.records import News
from ui.shell.sealed_drops import PAGE as SEALED
from ui.widgets.layouts import Column, Growing

_APART = ":"


class ReportsPage(DeskPage):
    """The page. It comes in with "" for the cards, a card's id for its page, or "card:id" for that page about that."""

    scrolls_itself = True

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._pages: dict[str, ReportPage] = {}
        self._is_private = False
        self.cards = CardList(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self.setLayout(Column(self.theme, Growing(self._stack)))
        self.setFocusProxy(self.cards)
        self.setAccessibleName(say(Said.TITLE))
        self.cards.chosen.connect(self.show_report)
        self.cards.sealed_asked.connect(self._open_sealed)

    @override
    def come_in(self, what: str) -> None:
        card, _, about = what.partition(_APART)
        if card:
            self.show_report(card, about)
        elif isinstance(page := self._stack.currentWidget(), ReportPage):
            page.come_in("")
        else:
            self.cards.show_cards()

    @override
    def take_news(self, news: News) -> None:
        for page in self._pages.values():
            page.take_news(news)

    @override
    def leave(self) -> None:
        for page in self._pages.values():
            page.leave()

    @override
    def show_private(self, *, private: bool) -> None:
        self._is_private = private
        for page in self._pages.values():
            page.show_private(private=private)

    @Slot(str)
    def show_report(self, card_id: str, about: str = "") -> None:
        """Show the page behind a card."""
        page = self.report(card_id)
        self.cards.come_back_to(card_id)
        self._show(page)
        page.come_in(about)

    def report(self, card_id: str) -> ReportPage:
        """The page behind a card, made now if it never was."""
        if card_id not in self._pages:
            card = next(card for card in CARDS if card.id == card_id)
            page = self._pages[card_id] = card.make(self.context)
            self._stack.addWidget(page)
            page.show_private(private=self._is_private)
            page.back_asked.connect(self.show_cards)
            page.case_asked.connect(self.case_asked)
            page.place_asked.connect(self.place_asked)
            page.recorded.connect(self.recorded)
            page.saved.connect(self.saved)
        return self._pages[card_id]

    @Slot()
    def _open_sealed(self) -> None:
        self.place_asked.emit(Place.SETTINGS, SEALED)

    @Slot()
    def show_cards(self) -> None:
        """Show the cards again."""
        self.leave()
        self.cards.show_cards()
        self._show(self.cards)

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
