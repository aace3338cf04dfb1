# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where somebody types their return phrase (ux.md S8b). The worker looks for what it opens, until it is stopped."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.faults import DeskFault, KnownError, explain_fault
from desktop.phrases import word_list
from desktop.returning import Returned, come_back
from desktop.services import Candour
from ui.shell.tasks import Tasks
from ui.staff.asides import words_card
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.return_words import Return
from ui.staff.tries import Tries
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.words_input import WordsInput

_SECOND_MS = 1_000


class _StoppedError(Exception):
    """Whoever looked has stopped, or left."""


class ReturnPage(StaffFrame):
    """Asks for the words and looks for what they open."""

    found = Signal(object)
    """They open something: a `Returned`."""
    left = Signal()
    """Back was pressed."""
    bug = Signal(object)
    """A fault of ours: the exception."""
    _reached = Signal(int, int)

    def __init__(self, theme: ThemeSource, tasks: Tasks, here: Here, tries: Tries) -> None:
        super().__init__(theme, here.school.name)
        self._tasks = tasks
        self._here = here
        self._tries = tries
        self._stop = Event()
        self._sentence = ""
        self._words = WordsInput(theme, word_list())
        self._field = Field(theme, say(Return.YOUR_PHRASE), self._words, hint=say(Return.PHRASE_HINT))
        self._fault = Banner(theme, Tone.WARN, "")
        self._looking = ProgressPanel(theme, say(Return.LOOKING_FOR), say(Return.LOOKING_MORE))
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._build()
        self._connect()
        self._show_wait()

    def _build(self) -> None:
        title = PlainLabel(self.theme, say(Return.TYPE_PHRASE), "pageTitle", wrap=True)
        for widget in (self._fault, self._looking):
            widget.hide()
        self.column.add(title, self._fault, self._field, self._looking)
        beside = QWidget()
        anywhere = words_card(self.theme, Icon.MONITOR, say(Return.ANY_COMPUTER), say(Return.ANY_COMPUTER_MORE))
        locked = words_card(self.theme, Icon.LOCK, say(Return.CANT_REOPEN), say(Return.CANT_REOPEN_MORE))
        beside.setLayout(Column(self.theme, anywhere, locked, gap=3))
        self.keep_beside(beside)
        self.progress.show_back()
        self.top_bar.show_back(is_possible=True)
        self.buttons.show_buttons(say(Return.SHOW_IT))
        self.setAccessibleName(title.words)

    def _connect(self) -> None:
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.left)
        self.buttons.primary.clicked.connect(self._look)
        self._words.entered.connect(self._look)
        self._looking.stop_asked.connect(self.stop)
        self._reached.connect(self._looking.show_progress)
        self._clock.timeout.connect(self._show_wait)
        # The worker is waited for when the program ends.
        self.theme.application.aboutToQuit.connect(self.stop)

    @property
    def has_words(self) -> bool:
        """Whether somebody's words stand on it."""
        return bool(self._words.value().strip())

    @override
    def focus_first(self) -> None:
        self.begin_at(self._field)

    @Slot()
    def stop(self) -> None:
        """Look no further. What was typed stays."""
        self._stop.set()

    def forget(self) -> None:
        """Look no further, and let the words go."""
        self.stop()
        self._words.set_value("")

    @Slot()
    def _look(self) -> None:
        if self.buttons.primary.is_busy or self._tries.seconds_left:
            return
        self._field.show_error("" if self.has_words else say(Return.PHRASE_MISSING))
        if not self.has_words:
            self._words.setFocus()
            return
        self._stop.clear()
        self._fault.hide()
        self._looking.show_progress(0, 0)
        self._looking.show()
        self.buttons.primary.set_busy(say(Return.LOOKING))
        look = partial(_look, self._here.candour, self._words.value(), self._stop, self._reached.emit)
        self._tasks.run(self, look, self._on_found, self._on_error)

    def _on_found(self, returned: Returned) -> None:
        self._rest()
        if self._stop.is_set():  # found before the worker heard of it
            return
        self._tries.note_right()
        self._words.set_value("")
        self.found.emit(returned)

    def _on_error(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, KnownError):
            words = explain_fault(error)
            if error.code is DeskFault.NO_SUCH_PHRASE:
                self._tries.note_wrong()
            self._sentence = f"{words.happened} {words.do}"
            self._show_wait()
            self._words.setFocus()
        elif not isinstance(error, _StoppedError):
            self.bug.emit(error)

    def _rest(self) -> None:
        self._looking.hide()
        self.buttons.primary.set_ready()

    @Slot()
    def _show_wait(self) -> None:
        left = self._tries.seconds_left
        again = say(Staff.TRY_AGAIN_IN, seconds=str(left)) if left else ""
        said = " ".join(part for part in (self._sentence, again) if part)
        self._fault.setVisible(bool(said))
        if said:
            self._fault.show_message(Tone.WARN, said)
        if left and not self._clock.isActive():
            self._clock.start()
        elif not left:
            self._clock.stop()


def _look(candour: Candour, typed: str, stop: Event, tell: Callable[[int, int], None]) -> Returned:
    def told(done: int, of: int) -> None:
        if stop.is_set():
            raise _StoppedError
        tell(done, of)

    return come_back(candour.machine, typed, told)
