# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the chair and the vice-chair land (ux.md R14): what was sent, what waits, the reports issued, their access."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop.clocks import date_words
from desktop.clocks.words import MONTHS
from desktop.overseeing.landing import Landing, Sent, read_landing
from ui.governors.issued_page import issued_words
from ui.overseeing.sent_card import SentCard
from ui.overseeing.words import Said, say, title
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.link_button import LinkButton
from ui.widgets.scroll_page import ScrollPage

_LEADS_TO_REPORT = "issued:{eid}"


class LandingPage(DeskPage):
    """The page. It is read when it is gone to, and again when something has come."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._landing: Landing | None = None
        self._is_private = False
        self.cards: list[SentCard] = []
        self._shown: list[QWidget] = []
        self.heading = PlainLabel(theme, say(Said.READING), "screenTitle", wrap=True)
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        self._body = Column(theme, gap=4)
        holder = QWidget()
        column = Column(theme, self.heading, self._refusal, gap=4, margins=(7, 6, 7, 5))
        column.addLayout(self._body)
        column.addStretch(1)
        holder.setLayout(column)
        self.setLayout(Column(theme, Growing(ScrollPage(theme, holder))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title())

    @override
    def come_in(self, what: str) -> None:
        self.context.records.ask(self, read_landing, self._take, self._fail)

    @override
    def take_news(self, news: News) -> None:
        self.come_in("")

    @override
    def show_private(self, *, private: bool) -> None:
        self._is_private = private
        self._show()

    def _fail(self, refused: Refused) -> None:
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()

    def _take(self, landing: Landing) -> None:
        if landing != self._landing:
            self._landing = landing
            self._refusal.hide()
            self._show()

    def _show(self) -> None:
        """Put the page together anew, the keyboard on the first thing that takes it."""
        landing = self._landing
        if landing is None:
            return
        had_focus = self.hasFocus() or self.isAncestorOf(self.window().focusWidget())
        for old in self._shown:
            drop(old)
        before = landing.before
        self.heading.show_words(say(Said.SINCE, day=date_words(before)) if before else say(Said.FIRST))
        self.cards = []
        self._shown = [*self._waiting(landing), *self._records(landing), *self._further(landing)]
        self._body.add(*self._shown)
        if first := next(_buttons(self._shown), None):
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setFocusProxy(first)
        if had_focus:
            self.setFocus()

    def _waiting(self, landing: Landing) -> Iterator[QWidget]:
        for count, words, place in (
            (landing.to_sign, Said.TO_SIGN, Place.SETTINGS),
            (landing.due, Said.DUE, Place.ACTIONS),
        ):
            if count:
                yield self._link(say(words, count=str(count)), place)

    def _records(self, landing: Landing) -> Iterator[QWidget]:
        if not landing.sent:
            yield EmptyState(self.theme, Icon.INBOX, say(Said.NOTHING))
        waits = [each for each in landing.sent if each.waits]
        others = [each for each in landing.sent if not each.waits]
        yield from self._group(Said.WAITS, waits)
        yield from self._group(Said.OURS, [each for each in others if each.is_ours])
        yield from self._group(Said.OTHERS, [each for each in others if not each.is_ours])
        if landing.more:
            yield self._link(say(Said.MORE, count=str(landing.more)), Place.INBOX)

    def _group(self, heading: Said, sent: Sequence[Sent]) -> Iterator[QWidget]:
        if sent:
            yield PlainLabel(self.theme, say(heading), "section", wrap=True)
        now = self.context.records.now()
        for each in sent:
            card = SentCard(self.theme, each, now, private=self._is_private)
            card.open_asked.connect(self.case_asked)
            self.cards.append(card)
            yield card

    def _further(self, landing: Landing) -> Iterator[QWidget]:
        theme = self.theme
        links = [
            self._link(issued_words(each), Place.REPORTS, _LEADS_TO_REPORT.format(eid=each.eid))
            for each in landing.reports
        ]
        none = () if links else (PlainLabel(theme, say(Said.NO_REPORT), "body", wrap=True),)
        yield Card(theme, say(Said.REPORTS), *links, *none, icon=Icon.FILE_CHART_COLUMN)
        works = say(Said.WORKS, month=MONTHS[landing.check_on.month - 1])
        ring = landing.ring
        told = [say(Said.RING, name=ring.name, purpose=ring.purpose, phone=ring.phone)] if ring else []
        lines = (PlainLabel(theme, words, "body", wrap=True) for words in (works, *told))
        yield Card(theme, say(Said.ACCESS), *lines, icon=Icon.KEY_ROUND)

    def _link(self, words: str, place: Place, what: str = "") -> LinkButton:
        link = LinkButton(self.theme, words)
        link.clicked.connect(partial(self.place_asked.emit, place, what))
        return link


def _buttons(widgets: Sequence[QWidget]) -> Iterator[QPushButton]:
    """Whatever takes the keyboard on the page, from top to bottom."""
    for widget in widgets:
        if isinstance(widget, QPushButton):
            yield widget
        yield from widget.findChildren(QPushButton)
