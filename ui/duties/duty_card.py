# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything about one duty, and saying that it was done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.duties.calendar import DutyLine
from desktop.duties.evidence import Shown
from desktop.duties.telling import duty_words
from ui.duties.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")


class DutyCard(Card):
    """The card below the table. What was typed stays while the same duty is chosen."""

    said = Signal(object, str, bool)
    """What became of the DutyLine: what shows it, and whether it was done."""

    shown_asked = Signal(object)
    """Where the records show it is wanted: the Shown."""

    def __init__(self, theme: ThemeSource, line: DutyLine, shown: Shown | None) -> None:
        self.line, self._shown = line, shown
        self.note = LineInput(theme, role="body", compact=True, width=Width.FULL)
        self.done = Button(theme, say(Said.DONE), ButtonKind.PRIMARY, ButtonSize.SMALL)
        self.undo = Button(theme, say(Said.UNDO), size=ButtonSize.SMALL)
        told = [PlainLabel(theme, words, _QUIET, wrap=True) for words in _told(line)]
        evidence = [PlainLabel(theme, words, wrap=True) for words in shown.sentences] if shown else []
        super().__init__(theme, duty_words(line), *evidence, *told)
        self.show_me = Button(theme, say(Said.SHOW_ME), size=ButtonSize.SMALL)
        if line.occurrence is not None:
            buttons, also = QWidget(), (self.show_me,) if shown else ()
            buttons.setLayout(Flow(theme, (self.undo if line.done else self.done, *also), gap=3))
            self.add(*([] if line.done else [Field(theme, say(Said.NOTE), self.note)]), buttons)
            self.setFocusProxy(self.undo if line.done else self.note)
        self.done.clicked.connect(self.finish)
        self.note.returnPressed.connect(self.finish)
        self.undo.clicked.connect(self.take_back)
        self.show_me.clicked.connect(self._ask_to_be_shown)

    def set_ready(self) -> None:
        """Let it be tried again."""
        self.done.set_ready()
        self.undo.set_ready()

    @Slot()
    def finish(self) -> None:
        """Say that it was done."""
        self._say(self.done, is_done=True)

    @Slot()
    def take_back(self) -> None:
        """Say that it was not done after all."""
        self._say(self.undo, is_done=False)

    @Slot()
    def _ask_to_be_shown(self) -> None:
        self.shown_asked.emit(self._shown)

    def _say(self, button: Button, *, is_done: bool) -> None:
        if not button.is_busy:
            button.set_busy(say(Said.SAVING))
            self.said.emit(self.line, self.note.value().strip(), is_done)


def _told(line: DutyLine) -> list[str]:
    if line.occurrence is None:
        return [say(Said.REVIEW)]
    duty = line.occurrence.duty
    source = say(Said.CHECK if duty.must_check else Said.SOURCE, source=duty.source)
    shown = [say(Said.SHOWN_BY, words=line.done.note)] if line.done and line.done.note else []
    return [*shown, source]
