# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page behind a card that is a table, with what can be done with the chosen row below it."""

from abc import abstractmethod

from typing_extensions import override

from ui.reports.report_page import ReportPage
from ui.review.desk_page import DeskContext
from ui.review.records import News
from ui.widgets.layouts import Column
from ui.widgets.narrow_table import NarrowTable


class TablePage(ReportPage):
    """It is read when it is gone to and when something came. Whoever makes one puts `rows` and `below` into `body`."""

    def __init__(self, context: DeskContext, title: str, sentence: str, rows: NarrowTable) -> None:
        super().__init__(context, title, sentence)
        self.rows = rows
        self.empty = rows.empty
        self.below = Column(self.theme, gap=4)
        self.is_private = False
        self.setFocusProxy(rows)
        rows.row_chosen.connect(self._choose)
        rows.narrowed.connect(self._show)

    @abstractmethod
    def read(self) -> None:
        """Read what stands in the table."""

    @abstractmethod
    def _show(self) -> None:
        """Show what was read."""

    @abstractmethod
    def _choose(self, row_id: str) -> None:
        """Show what can be done with this row."""

    @override
    def come_in(self, what: str) -> None:
        self.read()

    @override
    def take_news(self, news: News) -> None:
        if news.synced.is_news:
            self.read()

    @override
    def show_private(self, *, private: bool) -> None:
        self.is_private = private
        self._show()
