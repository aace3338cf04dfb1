# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One request on its way to an answer: whose it is, by when, and the three steps (ux.md R12)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.access.answering import Answering, read_answering, take
from desktop.access.clock import Step
from desktop.access.deciding import decide, leave_out
from desktop.access.reading import ANSWER, STEP
from desktop.access.work import Decision, LeftOut, Work
from desktop.clocks import date_words
from desktop.session import Session
from ui.access.act_box import ActBox
from ui.access.check_step import CheckStep
from ui.access.others_step import OthersStep
from ui.access.records_step import RecordsStep
from ui.access.words import Said, say
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.steps_bar import StepsBar
from ui.widgets.text_flow import TextStyle

_TITLES = (Said.RECORDS, Said.OTHERS, Said.CHECK)
_WAITS = {Step.IDENTITY_CHECKED: Said.WAITS_IDENTITY, Step.CLARIFICATION_GIVEN: Said.WAITS_MEANING}


class AnswerView(QWidget):
    """The request, and its steps one at a time."""

    back_asked = Signal()
    """All requests are wanted again."""
    case_asked = Signal(str)
    """The request's record is to be opened: its case."""
    refused = Signal(object)
    """Something was not done: the Refused; with no sentence, all is well again."""
    recorded = Signal(str)
    """A step or the answer was recorded: the sentence to say."""
    saved = Signal(object)
    """The copy was made: the Saved."""

    def __init__(self, context: DeskContext, case_id: str) -> None:
        super().__init__()
        self._context = context
        self.case_id = case_id
        self.answering: Answering | None = None
        self.step = 0
        self._is_private = False
        theme = context.theme
        self.records, self.others, self.check = RecordsStep(theme), OthersStep(theme), CheckStep(theme)
        self._steps: tuple[RecordsStep | OthersStep | CheckStep, ...] = (self.records, self.others, self.check)
        self._name = PlainLabel(theme, say(Said.READING), "section", wrap=True)
        self._clock = PlainLabel(theme, "", TextStyle("body", "text.secondary"), wrap=True)
        self._identity = Banner(theme, Tone.WARN, say(Said.NOT_IDENTIFIED), link=say(Said.STEP))
        self._identity.hide()
        self._bar = StepsBar(theme, 1, len(_TITLES), "")
        self._title = PlainLabel(theme, "", "cardTitle", wrap=True)
        self.back = Button(theme, say(Said.BACK), icon=Icon.ARROW_LEFT)
        self.next = Button(theme, say(Said.NEXT), ButtonKind.PRIMARY)
        self.all = Button(theme, say(Said.ALL_REQUESTS), ButtonKind.QUIET, ButtonSize.SMALL)
        self.record_step = Button(theme, say(Said.STEP), size=ButtonSize.SMALL)
        self.record_answer = Button(theme, say(Said.ANSWER), size=ButtonSize.SMALL)
        self.open = Button(theme, say(Said.OPEN), ButtonKind.QUIET, ButtonSize.SMALL)
        self.acting: ActBox | None = None
        self._build()
        self._connect()
        self.read()

    def _build(self) -> None:
        theme = self._context.theme
        ways = QWidget()
        ways.setLayout(Flow(theme, (self.record_step, self.record_answer, self.open, self.all), gap=3))
        self._head = Card(theme, "", self._name, self._clock, ways)
        going = QWidget()
        going.setLayout(Flow(theme, (self.back, self.next), gap=3))
        self.setLayout(Column(theme, self._head, self._identity, self._bar, self._title, *self._steps, going, gap=4))
        for each in (*self._steps, self.back, self.next):
            each.hide()
        self.setFocusProxy(self.next)

    def _connect(self) -> None:
        self.all.clicked.connect(self.back_asked)
        self.record_step.clicked.connect(self.begin_step)
        self.record_answer.clicked.connect(self.begin_answer)
        self.open.clicked.connect(self._open_request)
        self._identity.link_followed.connect(self.begin_step)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.records.left_out.connect(self._leave_out)
        self.others.decided.connect(self._decide)
        self.others.cover_asked.connect(self._cover)
        self.check.folder_chosen.connect(self.make)
        self.check.printer_wanted.connect(self.choose_printer)

    @Slot()
    def read(self) -> None:
        """Gather again what is kept."""
        self._context.records.ask(self, partial(_read, self.case_id), self._show, self._fail)

    def show_private(self, *, private: bool) -> None:
        """Show initials for the name, or the name again."""
        self._is_private = private
        self._show_head()

    @Slot()
    def go_on(self) -> None:
        """The next step."""
        self.show_step(self.step + 1)

    @Slot()
    def go_back(self) -> None:
        """The step before."""
        self.show_step(self.step - 1)

    def show_step(self, step: int) -> None:
        """Show a step, and put the keyboard there."""
        self.step = step
        spoken = say(Said.STEPS, number=str(step + 1))
        self._bar.show_step(step + 1, len(_TITLES), spoken)
        self._title.show_words(f"{spoken}. {say(_TITLES[step])}")
        for number, each in enumerate(self._steps):
            each.setVisible(number == step)
        self.back.setVisible(step > 0)
        self.next.setVisible(step < len(_TITLES) - 1)
        self._steps[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, answering: Answering) -> None:
        is_first = self.answering is None
        self.answering = answering
        self._show_head()
        for step in self._steps:
            step.show_answering(answering)
        if is_first:
            self.show_step(0)
        self.refused.emit(Refused(""))

    def _show_head(self) -> None:
        if self.answering is None:
            return
        request, clock = self.answering.request, self.answering.request.clock
        name = initials(request.person.name) if self._is_private else request.person.name
        self._name.show_words(say(Said.ABOUT, name=name))
        told = [say(Said.CLOCK, came=date_words(clock.received), due=date_words(clock.due))]
        told += [say(Said.EXTENDED)] if clock.is_extended else []
        told += [say(_WAITS[clock.waits_for])] if clock.waits_for else []
        self._clock.show_words(" ".join(told))
        self._identity.setVisible(not clock.is_identified)

    def _fail(self, refused: Refused) -> None:
        self.check.where.set_ready()
        self.refused.emit(refused)
        if self.answering is not None:  # the controls show again what holds
            self._show_steps(self.answering)

    def _show_steps(self, answering: Answering) -> None:
        for step in self._steps:
            step.show_answering(answering)

    @Slot()
    def _open_request(self) -> None:
        self.case_asked.emit(self.case_id)

    # Steps and the answer

    @Slot()
    def begin_step(self) -> None:
        """Ask what was done."""
        self._begin(STEP)

    @Slot()
    def begin_answer(self) -> None:
        """Ask how it was answered."""
        self._begin(ANSWER)

    def _begin(self, kind: str) -> None:
        self.leave()
        self.acting = ActBox(self._context, self.case_id, kind)
        self.acting.recorded.connect(self._recorded)
        self.acting.closed.connect(self._end)
        self._head.add(self.acting)

    def leave(self) -> None:
        """Keep what is half-written, and put it away."""
        if self.acting is not None:
            self.acting.leave()

    @Slot()
    def _end(self) -> None:
        if self.acting is not None:
            drop(self.acting)
            self.acting = None
            self.record_step.setFocus()

    @Slot()
    def _recorded(self) -> None:
        self._end()
        self.recorded.emit(say(Said.RECORDED))
        self.read()

    # Decisions

    @Slot(str, object)
    def _decide(self, item_id: str, decision: Decision | None) -> None:
        self._take(lambda answering: decide(answering.weighed, item_id, decision))

    @Slot(str, object)
    def _leave_out(self, key: str, left_out: LeftOut | None) -> None:
        self._take(lambda answering: leave_out(answering.weighed, key, left_out))

    @Slot(str)
    def _cover(self, words: str) -> None:
        self._take(lambda answering: answering.weighed.work.covering(words))

    def _take(self, change: Callable[[Answering], Work]) -> None:
        answering = self.answering
        if answering is not None:

            def taken(session: Session) -> Answering:
                return take(session, answering, change(answering))

            self._context.records.ask(self, taken, self._show, self._fail)

    # Making it

    @Slot(str)
    def make(self, folder: str) -> None:
        """Make the copy in a folder. That it was made goes on record."""
        self.check.where.set_busy(say(Said.SAVING))
        password, looked_at = self.check.protect.password(), self.check.looked_at.value()

        def made(session: Session) -> Saved:
            from desktop.access.making import TO_HAND_OVER, make_copy

            done = make_copy(session, self.case_id, Path(folder), password, files_looked_at=looked_at)
            return Saved(done.folder / TO_HAND_OVER, done.pages)

        self._context.records.ask(self, made, self._made, self._fail)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for a printer. Paper needs no password."""
        from ui.printing.paper import ask_for_printer

        if not ask_for_printer(self, self.print_on):
            self.refused.emit(Refused(say_printing(Printing.NO_PRINTER)))

    def print_on(self, printer: QPrinter) -> None:
        """Print the copy and the letter. That they were made goes on record before."""
        self.check.where.set_busy(say_printing(Printing.PRINTING))
        self._context.records.ask(self, partial(_print, self.case_id, printer), self._printed, self._fail)

    def _printed(self, pages: int) -> None:
        self.check.where.set_ready()
        self.recorded.emit(say(Said.PRINTED, pages=str(pages)))

    def _made(self, saved: Saved) -> None:
        self.check.where.set_ready()
        self.saved.emit(saved)


def _read(case_id: str, session: Session) -> Answering:
    return read_answering(session, case_id)


def _print(case_id: str, printer: QPrinter, session: Session) -> int:
    from desktop.access.making import copy_on_paper
    from ui.printing.paper import print_together

    return print_together(printer, copy_on_paper(session, case_id))
