# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The earlier records about the same people, read beside the one in hand: first the list, then one of them in full."""

from PySide6.QtCore import Qt, Signal, Slot
from typing_extensions import override

from desktop.cases.page import CasePage
from ui.review.panel import Panel
from ui.review.records import Records, Refused
from ui.review.report_view import EarlierLinks, ReportView
from ui.review.story_looks import timeline
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.timeline import TimelineView


class EarlierPanel(Panel):
    """The panel. Opening a record in it is noted in that record."""

    opened = Signal(str)
    """A record was opened here: its case."""

    def __init__(self, theme: ThemeSource, records: Records, page: CasePage) -> None:
        super().__init__(theme, say(Said.EARLIER_TITLE))
        self._records = records
        self._page = page
        self._back: LinkButton | None = None
        self._show_list()

    @override
    def focus_first(self) -> None:
        (self._back or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_list(self) -> None:
        card = EarlierLinks(self._theme, self._page, self._records)
        card.chosen.connect(self._open)
        self._back = None
        self.show_content(card)
        self.take_focus()

    @Slot(str)
    def _open(self, case_id: str) -> None:
        self._records.open(self, case_id, self._show_record, self._fail)

    def _show_record(self, page: CasePage) -> None:
        back = LinkButton(self._theme, say(Said.ALL_EARLIER), icon=Icon.ARROW_LEFT)
        back.clicked.connect(self._show_list)
        items = timeline(page.story, page.desk.school, page.today)
        story = TimelineView(self._theme, items, name=say(Said.WHAT_HAPPENED), fits=True)
        heading = PlainLabel(self._theme, say(Said.WHAT_HAPPENED), "cardTitle")
        self.show_content(back, ReportView(self._theme, self._records, page, earlier=False), heading, story)
        self._back = back
        self.take_focus()
        self.opened.emit(page.case_id)

    def refresh(self, page: CasePage) -> None:
        """Take the record in hand as it is now: which earlier ones have been opened has changed."""
        self._page = page

    def _fail(self, refused: Refused) -> None:
        self.show_content(Banner(self._theme, Tone.WARN, refused.sentence))
