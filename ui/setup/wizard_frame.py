# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The frame of the wizard: steps at the left, the page with what stands beside it, and the buttons below (picture 10).

Where there is no room the steps become one line at the top, and what stands beside a page goes below it; with
still less the buttons end the page, one below the other.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget
from typing_extensions import override

from ui.setup.step_list import StepList
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Line, Surface
from ui.widgets.error_summary import AnswerError, ErrorSummary
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Growing, Row, Stretch
from ui.widgets.mark import Mark
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tab_order import tab_on
from ui.widgets.text_flow import TextStyle

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class WizardFrame(QWidget):
    """Shows one page at a time."""

    continued = Signal()
    """Go on to the next step, or end."""
    went_back = Signal()
    """Back to the step before."""
    skipped = Signal()
    """Go on without this step."""
    stop_asked = Signal()
    """Setting up is to be stopped."""
    answer_asked = Signal(str)
    """Show where something that is missing is asked for: its name."""

    def __init__(self, theme: ThemeSource, steps: Sequence[str]) -> None:
        super().__init__()
        self.theme = theme
        self._page: StepPage | None = None
        self._steps_of = tuple(steps)
        self._school = PlainLabel(theme, "", TextStyle("caption", "text.secondary"), elide=True)
        self._steps = StepList(theme, steps)
        self._line = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self._note = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self._summary = ErrorSummary(theme)
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self.go_on = Button(theme, say(Setup.CONTINUE), ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._back = Button(theme, say(Setup.BACK), ButtonKind.QUIET, ButtonSize.LARGE)
        self._skip = Button(theme, say(Setup.SKIP), ButtonKind.QUIET, ButtonSize.LARGE)
        self._stop = Button(theme, say(Setup.STOP), ButtonKind.QUIET, ButtonSize.SMALL)
        self._nav = self._made_nav()
        self._bar = self._made_bar()
        self._across = Row(theme, gap=7)
        self._below = Column(theme)
        self._place = Row(theme, Stretch())
        self._is_tight = False
        self._end, self._outside = Column(theme), Column(theme, self._bar)
        self._scroll = ScrollPage(theme, self._made_content())
        self.setLayout(self._laid_out())
        self._connect()

    def _laid_out(self) -> Row:
        right = Column(self.theme, Growing(self._scroll))
        right.addLayout(self._outside)
        row = Row(self.theme, self._nav)
        row.addLayout(right, 1)
        # It folds and scrolls where there is little room, and never makes the window larger than the screen.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        return row

    def _made_content(self) -> QWidget:
        self._across.addLayout(self._place, 1)
        inside = Column(self.theme, self._line, self._summary, self._fault, gap=4, margins=(7, 6, 7, 7))
        inside.addLayout(self._across)
        inside.addLayout(self._below)
        inside.add(Stretch())
        whole = Column(self.theme)
        whole.addLayout(inside, 1)
        whole.addLayout(self._end)
        content = QWidget()
        content.setLayout(whole)
        return content

    def _made_nav(self) -> QWidget:
        theme = self.theme
        words = Column(theme, PlainLabel(theme, say(Setup.WIZARD), "section"), self._school)
        head = Row(theme, Mark(theme), gap=3, margins=(3, 0, 0, 0))
        head.addLayout(words, 1)
        nav = Surface("nav")
        column = Column(theme, gap=0, margins=(3, 6, 3, 5))
        column.addLayout(head)
        column.add(Gap(6), self._steps, Stretch(), self._stop)
        row = Row(theme)
        row.addLayout(column, 1)
        row.add(Line(theme, upright=True))
        nav.setLayout(row)
        return nav

    def _made_bar(self) -> QWidget:
        theme = self.theme
        bar = Surface("panel")
        buttons = (Aligned(each, _MIDDLE) for each in (self.go_on, self._back, self._skip))
        note = Aligned(self._note, _MIDDLE)
        self._bar_row = Row(theme, *buttons, Stretch(), note, gap=3, margins=(7, 3, 7, 3))
        column = Column(theme, Line(theme))
        column.addLayout(self._bar_row)
        bar.setLayout(column)
        return bar

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.continued)
        self._back.clicked.connect(self.went_back)
        self._skip.clicked.connect(self.skipped)
        self._stop.clicked.connect(self.stop_asked)
        self._summary.answer_asked.connect(self.answer_asked)
        self.theme.changed.connect(self.fit)

    def show_page(self, page: StepPage, number: int) -> None:
        """Show a step."""
        if self._page is not None:
            self._page.hide()
            self._place.removeWidget(self._page)
            if self._page.aside is not None:
                self._page.aside.hide()
        self._page = page
        # Before the stretch, so that a page that may not grow further stands at the left.
        self._place.insertWidget(0, page, _MOST)
        page.show()
        self._steps.show_step(number)
        is_last = number == len(self._steps_of)
        self.go_on.show_text(say(Setup.FOUND_SCHOOL if is_last else Setup.CONTINUE))
        self._note.show_words(say(Setup.STEP_LAST_NOTE if is_last else Setup.STEP_NOTE, number=str(number)))
        step = say(Setup.STEP_OF, number=str(number))
        self._line.show_words(f"{step}: {self._steps_of[number - 1]}")
        self.show_errors([])
        self._fault.hide()
        self.fit()
        self._scroll.verticalScrollBar().setValue(0)

    def show_skip(self, *, can_skip: bool) -> None:
        """Say whether this step can be left out."""
        self._skip.setVisible(can_skip)

    def show_school(self, name: str) -> None:
        """Show which school it is about."""
        self._school.show_words(name or say(Setup.NEW_SCHOOL))

    def show_errors(self, errors: Sequence[AnswerError]) -> None:
        """Say what is missing; with nothing missing, nothing."""
        self._summary.show_errors(errors)

    def show_fault(self, sentence: str, lead: str) -> None:
        """Say why the school could not be made."""
        self._fault.show_message(Tone.WARN, sentence, lead=lead)
        self._fault.show()
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def fit(self) -> None:
        """Lay everything out for the width that there is."""
        theme = self.theme.now
        across = self.width() / theme.text_scale
        is_narrow = across < theme.layout.break_compact_width
        self._nav.setVisible(not is_narrow)
        self._nav.setFixedWidth(theme.px(theme.layout.nav_width) + theme.space(7))
        self._line.setVisible(is_narrow)
        self._show_tight(is_tight=across < _TIGHT)
        if self._page is None:
            return
        aside = self._page.aside
        self._page.setMaximumWidth(_ANY_WIDTH if aside is not None else theme.px(theme.layout.staff_column))
        if aside is None:
            return
        for place in (self._across, self._below):
            place.removeWidget(aside)
        if is_narrow or across < _WIDE:
            aside.setMinimumWidth(0)
            aside.setMaximumWidth(_ANY_WIDTH)
            self._below.add(aside)
        else:
            aside.setFixedWidth(theme.px(_ASIDE))
            self._across.add(Aligned(aside, _TOP))
        aside.show()

    def _show_tight(self, *, is_tight: bool) -> None:
        if is_tight == self._is_tight:
            return
        self._is_tight = is_tight
        held = self.focusWidget()
        self._bar_row.setDirection(QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight)
        (self._end if is_tight else self._outside).add(self._bar)
        self._bar.show()
        if held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


_MOST = 1_000
"""A share of the room that leaves nothing to the stretch beside it, as long as the page may grow."""
_WIDE, _TIGHT, _ASIDE, _ANY_WIDTH = 1200, 640, 274, 16_777_215
"""Pixels at 100 %: from where on the aside stands beside a page, below which three buttons have no room beside each
other, the aside's width; and Qt's own "no limit"."""
