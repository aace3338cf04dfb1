# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page: what needs a look, what was looked at, and two charts (ux.md R6, picture 08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.faults import DeskFault, KnownError
from desktop.forms import FormSpec
from desktop.patterns.answering import FORM
from desktop.patterns.calibrating import Calibrating
from desktop.patterns.choosing import ENOUGH, begin_work, cuts_of, is_due, keep
from desktop.patterns.desk import PatternDesk, PromptCard, read_desk
from desktop.patterns.reading import read_register
from desktop.patterns.register import Register
from desktop.session import Session
from ui.forms.fold import Fold
from ui.patterns.answer_form import AnswerForm
from ui.patterns.fairness_fold import FairnessFold
from ui.patterns.grid import CardGrid
from ui.patterns.period import ChartsRow, Period
from ui.patterns.prompt_card import PromptView
from ui.patterns.words import Said, in_words, say
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.records import News, Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the desk, the form of an answer, and whether this term's chances have still to be worked out."""

    desk: PatternDesk
    spec: FormSpec
    is_due: bool


class PatternsPage(DeskPage):
    """The page. It works everything out anew whenever it is come to."""

    scrolls_itself = True

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._private = False
        self._is_working = False
        self._work: Calibrating | None = None
        self._desk: PatternDesk | None = None
        self._spec: FormSpec | None = None
        self.cards: list[PromptView] = []
        self._others: list[PromptView] = []
        self.intro = PlainLabel(self.theme, say(Said.READING), TextStyle("body", "text.secondary"), wrap=True)
        self._refusal = Banner(self.theme, Tone.WARN, "")
        self._refusal.hide()
        self.rules = Button(self.theme, say(Said.RULES))
        self.rules.clicked.connect(self._ask_rules)
        self.period = Period(self.theme)
        self.period.edited.connect(self._show_charts)
        self._charts: ChartsRow | None = None
        title = Growing(PlainLabel(self.theme, say(Said.PATTERNS), "screenTitle"))
        top = Row(self.theme, title, self.period, self.rules, gap=3)
        self._working = ProgressPanel(self.theme, say(Said.WORKING_OUT), say(Said.WORKING_OUT_MORE), stoppable=False)
        self._working.hide()
        parts = (top, self.intro, self._refusal, self._working)
        head = Column(self.theme, *parts, gap=1, margins=(7, 6, 7, 3))
        self._place = Column(self.theme)
        self._scroll: ScrollPage | None = None
        column = Column(self.theme)
        column.addLayout(head)
        column.addLayout(self._place, 1)
        self.setLayout(column)
        self.setAccessibleName(say(Said.PATTERNS))
        self.setFocusProxy(self.period)

    @override
    def come_in(self, what: str) -> None:
        if not any(card.form for card in (*self.cards, *self._others)):
            self._read()

    @override
    def take_news(self, news: News) -> None:
        if news.arrived:
            self.come_in("")

    @override
    def leave(self) -> None:
        self._is_working, self._work = False, None
        for card in (*self.cards, *self._others):
            card.keep()

    @override
    def show_private(self, *, private: bool) -> None:
        self.leave()
        self._private = private
        if self._desk is not None:
            self._show(self._desk)

    def _read(self) -> None:
        self.context.records.ask(self, _read, self._take, self._fail)

    def _take(self, read: Read) -> None:
        self._spec = read.spec
        self._refusal.hide()
        self._show(read.desk)
        if read.is_due and self.isVisible() and not self._is_working:
            self._work_out()

    def _work_out(self) -> None:
        """Find out how often chance alone does such things here, once a term; then show what changes by it.

        Step by step, each asked for after the one before: whatever else is asked of the worker comes in between.
        """
        self._working.show_progress(0, 0)
        self._working.show()
        self._is_working = True
        self.context.records.ask(self, read_register, self._begin, self._fail)

    def _begin(self, register: Register) -> None:
        self.context.records.ask(self, partial(_begin, register), self._begun, self._fail)

    def _begun(self, work: Calibrating) -> None:
        if self._is_working:
            self._work = work
            self._go_on(work)

    def _go_on(self, work: Calibrating) -> None:
        if work is not self._work:  # somebody left the page meanwhile
            return
        self._working.show_progress(min(work.done, ENOUGH), ENOUGH)
        if work.is_done:
            self.context.records.ask(self, partial(_keep, work), self._work_done, self._fail)
        else:
            self.context.records.ask(self, partial(_step, work), self._go_on, self._fail)

    def _work_done(self, _none: None) -> None:
        self._is_working = False
        self._working.hide()
        self.come_in("")

    @Slot()
    def _ask_rules(self) -> None:
        self.place_asked.emit(Place.SETTINGS, "patterns")

    def _fail(self, refused: Refused) -> None:
        self._is_working = False
        self._working.hide()
        self.intro.show_words(say(Said.PROMPT))
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()

    def _show(self, desk: PatternDesk) -> None:
        self._desk = desk
        self.intro.show_words(_intro(len(desk.recent)))
        holder = QWidget()
        holder.setLayout(Column(self.theme, *self._parts(desk), Stretch(), gap=4, margins=(7, 1, 7, 6)))
        old, self._scroll = self._scroll, ScrollPage(self.theme, holder)
        if old is not None:
            self._place.removeWidget(old)
            old.deleteLater()
        self._place.add(Growing(self._scroll))
        is_urgent = False
        self.counted.emit(Place.PATTERNS, len(desk.recent), is_urgent)

    def _parts(self, desk: PatternDesk) -> list[QWidget]:
        self._others = []
        self.cards = [self._card(desk, each) for each in desk.recent]
        self.period.offer_years_of(desk)
        self._charts = charts = ChartsRow(self.theme, self.period.charts_of(desk))
        earlier = self._folded(Said.EARLIER, [self._card(desk, each) for each in desk.earlier])
        if self.cards:
            first: QWidget = CardGrid(self.theme, self.cards)
        else:
            first = EmptyState(self.theme, Icon.CHART_SCATTER, say(Said.NOTHING), say(Said.NOTHING_MORE))
        return [first, charts, *earlier, *self._looked_at(desk), FairnessFold(self.context, self)]

    @Slot()
    def _show_charts(self) -> None:
        if self._charts is not None and self._desk is not None:
            self._charts.show_charts(self.period.charts_of(self._desk))

    def _card(self, desk: PatternDesk, prompt: PromptCard) -> PromptView:
        card = PromptView(self.theme, prompt, desk.rows, self.context.school(), private=self._private)
        card.case_asked.connect(self.case_asked)
        card.answer_asked.connect(self._begin_answer)
        card.clauses_asked.connect(self.context.records.show_clauses)
        return card

    def _looked_at(self, desk: PatternDesk) -> list[QWidget]:
        return self._folded(Said.LOOKED_AT, [self._card(desk, each) for each in desk.looked_at])

    def _folded(self, title: Said, cards: Sequence[PromptView]) -> list[QWidget]:
        if not cards:
            return []
        self._others += cards
        fold = Fold(self.theme, say(title))
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


def _read(session: Session) -> Read:
    if not session.machine.school.settings.patterns_on:
        raise KnownError(DeskFault.PATTERNS_OFF)
    desk = read_desk(session, cuts_of(session))
    return Read(desk, session.meaning.forms[FORM], is_due(session, desk.charts.total + desk.charts.before))


def _begin(register: Register, session: Session) -> Calibrating:
    return begin_work(session, register)


def _step(work: Calibrating, _session: Session) -> Calibrating:
    work.step()
    return work


def _keep(work: Calibrating, session: Session) -> None:
    keep(session, work)


def _intro(count: int) -> str:
    if count == 0:
        return say(Said.PROMPT)
    return say(Said.ONE_NEEDS_A_LOOK) if count == 1 else say(Said.SOME_NEED_A_LOOK, count=in_words(count))
