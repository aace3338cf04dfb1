# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks at the shared folder and tells what came, wherever that belongs: list, navigation, banner, screen reader."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.review.checking import Checking
from ui.review.desk_page import Place
from ui.review.incoming_panel import IncomingPanel
from ui.review.list_pane import ListPane
from ui.review.looks import news_words
from ui.review.navigation import Navigation
from ui.review.news_banner import NewsBanner
from ui.review.records import News, Records, Refused
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce


class Arriving(QObject):
    """What comes into one window. `banner` and `panel` are to stand above its pages."""

    brought = Signal(object)
    """A look brought this, and it has been told: News."""
    something_arrived = Signal()
    """Something new has come while the window may be out of sight. Nothing more is said."""

    def __init__(
        self, theme: ThemeSource, records: Records, side: QWidget, navigation: Navigation, list_pane: ListPane
    ) -> None:
        super().__init__(side)
        self._records = records
        self._navigation = navigation
        self._list = list_pane
        self.checking = Checking(records, self)
        self.banner = NewsBanner(theme)
        self.panel = IncomingPanel(theme, self.checking)
        self.check = self.checking.check
        self.checking.began.connect(self._show_checking)
        self.checking.brought.connect(self.take)
        self.checking.failed.connect(self._fail)

    @Slot()
    def _show_checking(self) -> None:
        self._list.show_checked(None)

    @Slot(object)
    def take(self, news: News) -> None:
        """Tell what a look brought."""
        self.banner.show_news(news, self._records.now())
        self._navigation.show_waiting(Place.ASIDE, news.aside.count)
        self._navigation.show_waiting(Place.SETTINGS, news.to_sign)
        if news.synced.is_reachable and news.synced.has_looked:
            self._list.show_checked(self._records.now())
        else:
            self._list.show_not_checked()
        self.brought.emit(news)
        if news.arrived:
            announce(self._list, news_words(news.arrived, self._records.now()))
            self.something_arrived.emit()

    @Slot(object)
    def _fail(self, refused: Refused) -> None:
        self._list.show_not_checked()
        self.banner.show_fault(refused.sentence)
