# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page: what needs a look, what was looked at, and two charts (ux.md R6, picture 08)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.forms import FormSpec
from desktop.patterns.answering import FORM
from desktop.patterns.cuts import Cuts
from desktop.patterns.desk import PatternDesk, read_desk
from desktop.patterns.parameters import load_parameters
from desktop.session import Session
from ui.forms.fold import Fold
from ui.patterns.answer_form import AnswerForm
from ui.patterns.chart_cards import months_card, topics_card
from ui.patterns.grid import CardGrid
from ui.patterns.prompt_card import PromptView
from ui.patterns.words import Said, in_words, say
from ui.review.desk_page import DeskContext, DeskPage
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle


class PatternsPage(DeskPage):
    """The page. It works everything out anew whenever it is come to."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._private = False
        self._desk: PatternDesk | None = None
        self._spec: FormSpec | None = None
        self.cards: list[PromptView] = []
        self.intro = PlainLabel(self.theme, say(Said.READING), TextStyle("body", "text.secondary"), wrap=True)
        self._refusal = Banner(self.theme, Tone.WARN, "")
        self._refusal.hide()
        title = PlainLabel(self.theme, say(Said.PATTERNS), "screenTitle")
        head = Column(self.theme, title, self.intro, self._refusal, gap=1, margins=(7, 6, 7, 3))
        self._place = Column(self.theme)
        self._scroll: ScrollPage | None = None
        column = Column(self.theme)
        column.addLayout(head)
        column.addLayout(self._place, 1)
        self.setLayout(column)
        self.setAccessibleName(say(Said.PATTERNS))

    @override
    def come_in(self, what: str) -> None:
        if not any(card.form for card in self.cards):
            self._read()

    @override
    def take_news(self, news: News) -> None:
        if news.arrived:
            self.come_in("")

    @override
    def leave(self) -> None:
        for card in self.cards:
            card.keep()

    @override
    def show_private(self, *, private: bool) -> None:
        self.leave()
        self._private = private
        if self._desk is not None:
            self._show(self._desk)

    def _read(self) -> None:
        self.context.records.ask(self, _read, self._take, self._fail)

    def _take(self, read: tuple[PatternDesk, FormSpec]) -> None:
        desk, self._spec = read
        self._refusal.hide()
        self._show(desk)

    def _fail(self, refused: Refused) -> None:
        self.intro.show_words(say(Said.PROMPT))
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()

    def _show(self, desk: PatternDesk) -> None:
        self._desk = desk
        self.intro.show_words(_intro(len(desk.to_look_at)))
        holder = QWidget()
        holder.setLayout(Column(self.theme, *self._parts(desk), Stretch(), gap=4, margins=(7, 1, 7, 6)))
        old, self._scroll = self._scroll, ScrollPage(self.theme, holder)
        if old is not None:
            self._place.removeWidget(old)
            old.deleteLater()
        self._place.add(Growing(self._scroll))
        is_urgent = False
        self.counted.emit(len(desk.to_look_at), is_urgent)

    def _parts(self, desk: PatternDesk) -> list[QWidget]:
        self.cards = [self._card(desk, number) for number in range(len(desk.to_look_at))]
        charts = CardGrid(self.theme, [months_card(self.theme, desk.charts), topics_card(self.theme, desk.charts)])
        if not self.cards:
            icon = Icon.CHART_SCATTER
            empty = EmptyState(self.theme, icon, say(Said.NOTHING), say(Said.NOTHING_MORE))
            return [empty, charts, *self._looked_at(desk)]
        return [CardGrid(self.theme, self.cards), charts, *self._looked_at(desk)]

    def _card(self, desk: PatternDesk, number: int) -> PromptView:
        card = PromptView(self.theme, desk.to_look_at[number], desk.rows, self.context.school(), private=self._private)
        card.case_asked.connect(self.case_asked)
        card.answer_asked.connect(self._begin_answer)
        return card

    def _looked_at(self, desk: PatternDesk) -> list[QWidget]:
        if not desk.looked_at:
            return []
        school = self.context.school()
        cards = [PromptView(self.theme, each, desk.rows, school, private=self._private) for each in desk.looked_at]
        for card in cards:
            card.case_asked.connect(self.case_asked)
        fold = Fold(self.theme, say(Said.LOOKED_AT))
        fold.put([CardGrid(self.theme, cards)])
        return [fold]

    @Slot(object)
    def _begin_answer(self, card: PromptView) -> None:
        """Ask on the card what was found."""
        if self._spec is None:
            return
        context = self.context
        form = AnswerForm(self.theme, context.kit(), context.records, self._spec, card.prompt.shown)
        form.answered.connect(self._answered)
        card.begin_answer(form)

    @Slot()
    def _answered(self) -> None:
        self.recorded.emit(say(Said.KEPT))
        self._read()


def _read(session: Session) -> tuple[PatternDesk, FormSpec]:
    return read_desk(session, Cuts(parameters=load_parameters())), session.meaning.forms[FORM]


def _intro(count: int) -> str:
    if count == 0:
        return say(Said.PROMPT)
    return say(Said.ONE_NEEDS_A_LOOK) if count == 1 else say(Said.SOME_NEED_A_LOOK, count=in_words(count))
