# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every page of the settings has: a title, one sentence that says what it is for, and its way to the worker."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.faults import KnownError, explain_fault
from desktop.people import School
from ui.settings.context import SettingsContext
from ui.settings.passphrase_step import PassphraseStep
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Surface
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle

Result = TypeVar("Result")
_MARGINS, _MARGINS_TIGHT = (7, 6, 7, 6), (4, 4, 4, 4)
_TIGHT = 480  # pixels at 100 %


class SettingsPage(Surface):
    """A page: put what is on it into `body`. What is typed stays while another page or the passphrase is shown."""

    saved = Signal()
    """Something was saved: the frame says so, and reads the school again."""
    signed_out = Signal()
    """The sign-in is no longer on this computer: nothing more can be done with the session."""
    bug = Signal(object)
    """Something broke: the exception. What was typed is still on the page."""

    def __init__(self, context: SettingsContext, title: str, sentence: str) -> None:
        super().__init__("canvas")
        self.theme = theme = context.theme
        self.context = context
        self.body = Column(theme, gap=4)
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self._before: QWidget | None = None
        self._step: PassphraseStep | None = None
        intro = PlainLabel(theme, sentence, TextStyle("body", "text.secondary"), wrap=True)
        column = Column(theme, PlainLabel(theme, title, "screenTitle", wrap=True), Gap(1), intro, Gap(3), self._fault)
        column.addLayout(self.body)
        column.add(Stretch())
        holder = QWidget()
        self._holder = Column(theme, column, margins=_MARGINS)
        holder.setLayout(self._holder)
        self._scroll = ScrollPage(theme, holder)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self.setLayout(Column(theme, self._stack))
        self.setAccessibleName(title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < self.theme.now.px(_TIGHT)
        self._holder.set_margins(_MARGINS_TIGHT if is_tight else _MARGINS)

    def show_school(self, school: School) -> None:
        """Show the school as it is now: the page is shown, or something has been saved on it."""

    def begin_with(self, what: str) -> None:
        """It was asked for with this; most pages have nothing to begin with."""

    def ask(self, operation: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do something in the worker, then go on with what it returned. What the world does wrong is said on top."""
        self._fault.hide()
        self.context.tasks.run(self, operation, then, self.show_error)

    def show_error(self, error: Exception) -> None:
        """Say what went wrong, or hand on what nobody foresaw."""
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        self._fault.show_message(Tone.WARN, explain_fault(error).sentence)
        self._fault.show()
        self._scroll.verticalScrollBar().setValue(0)

    def confirm(self, what: str, then: Callable[[], None]) -> None:
        """Ask for the passphrase again before `then`; `what` is the sentence that says what is about to happen."""

        def go_on(_checked: object) -> None:
            then()

        self.show_step(PassphraseStep(self.context, what), go_on)

    def show_step(self, step: PassphraseStep, then: Callable[[object], None]) -> None:
        """Show a step in place of the page until it is confirmed or left."""
        self._before = self.focusWidget()
        self._step = step
        step.confirmed.connect(self._leave_step)
        step.confirmed.connect(then)
        step.cancelled.connect(self._leave_step)
        step.bug.connect(self.bug)
        self._stack.addWidget(step)
        self._stack.setCurrentWidget(step)
        step.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave_step(self) -> None:
        self._stack.setCurrentWidget(self._scroll)
        if self._step is not None:
            drop(self._step)
            self._step = None
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
