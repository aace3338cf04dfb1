# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every page behind a card has: its way back to the cards, a title, and its way to the records."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Surface
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle

MARGINS, MARGINS_TIGHT = (7, 5, 7, 5), (4, 4, 4, 4)
TIGHT = 480  # pixels at 100 %


class ReportPage(Surface):
    """A page: put what is on it into `body`, and into `foot` what stays in sight. What is typed stays meanwhile."""

    back_asked = Signal()
    """Back to the cards."""
    case_asked = Signal(str)
    """A record is to be opened: the case's id. Its way back leads here again."""
    place_asked = Signal(object, str)
    """Another Place is wanted, and there this."""
    recorded = Signal(str)
    """Something was recorded: the sentence to say."""
    saved = Signal(object)
    """A file was Saved."""

    def __init__(self, context: DeskContext, title: str, sentence: str) -> None:
        super().__init__("canvas")
        self.context = context
        self.theme = theme = context.theme
        self.body = Column(theme, gap=4)
        back = Button(theme, say(Said.TITLE), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.ARROW_LEFT)
        back.setAccessibleName(say(Said.BACK))
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        intro = PlainLabel(theme, sentence, TextStyle("body", "text.secondary"), wrap=True)
        heading = Column(theme, back, PlainLabel(theme, title, "screenTitle", wrap=True), intro, gap=2)
        self._holder = Column(theme, heading, self._refusal, gap=4, margins=MARGINS)
        self._holder.addLayout(self.body)
        self._holder.addStretch(1)
        holder = QWidget()
        holder.setLayout(self._holder)
        self._scroll = ScrollPage(theme, holder)
        self.foot = Column(theme)
        self.setLayout(Column(theme, Growing(self._scroll), self.foot))
        self.setAccessibleName(title)
        self.setFocusProxy(back)
        back.clicked.connect(self.back_asked)
        add_keys(self, {"Alt+Left": self.back_asked.emit})

    def come_in(self, what: str) -> None:
        """The page is shown: read what is on it. `what` is a case's or a person's id that it is to be about, or ""."""

    def take_news(self, news: News) -> None:
        """Something has come while the page was there: read again what it shows."""

    def leave(self) -> None:
        """Keep what is half-written: the page is about to be left, locked or closed."""

    def show_private(self, *, private: bool) -> None:
        """Show people by their initials, or by their names again."""

    @Slot(object)
    def refuse(self, refused: Refused) -> None:
        """Say on top why something was not done; with nothing to say, say nothing more."""
        self._refusal.setVisible(bool(refused.sentence))
        if refused.sentence:
            self._refusal.show_message(Tone.WARN, refused.sentence)
            self._scroll.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < self.theme.now.px(TIGHT)
        self._holder.set_margins(MARGINS_TIGHT if is_tight else MARGINS)
