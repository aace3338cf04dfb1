# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be done with the chosen line: open its record, and, for an action, say that it was done (ux.md R7)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.board.board import Line
from desktop.board.colour import is_action
from desktop.people import School
from ui.actions.rows import more_words, what_words
from ui.actions.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle


class DoneCard(Card):
    """The card below the table. What was typed stays while the same line is chosen."""

    open_asked = Signal(object)
    """What the Line is about is to be opened."""
    done = Signal(object, str, str)
    """The action of a Line was done: what happened, and what shows it."""

    def __init__(self, theme: ThemeSource, line: Line, school: School, *, private: bool) -> None:
        self.line = line
        self.open = Button(theme, say(Said.OPEN if line.case_id else Said.GO_TO), size=ButtonSize.SMALL)
        self.save = Button(theme, say(Said.MARK_DONE), ButtonKind.PRIMARY, ButtonSize.SMALL)
        self.happened = Field(theme, say(Said.WHAT_HAPPENED), _line(theme))
        self.shown_by = Field(theme, say(Said.WHAT_SHOWS), _line(theme), hint=say(Said.WHAT_SHOWS_HINT))
        self.can_finish = is_action(line.item) and line.item.ended_at is None
        buttons = QWidget()
        buttons.setLayout(Flow(theme, (self.save, self.open) if self.can_finish else (self.open,), gap=3))
        fields = (self.happened, self.shown_by) if self.can_finish else ()
        more = more_words(line, school, private=private)
        told = [PlainLabel(theme, more, TextStyle("small", "text.secondary"), wrap=True)] if more else []
        super().__init__(theme, what_words(line, private=private), *told, *fields, buttons)
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self.finish)

    @Slot()
    def _open(self) -> None:
        self.open_asked.emit(self.line)

    @Slot()
    def finish(self) -> None:
        """Record that it was done, or ask what happened."""
        happened = self._typed(self.happened)
        self.happened.show_error("" if happened else say(Said.SAY_WHAT))
        if happened and not self.save.is_busy:
            self.save.set_busy(say(Said.SAVING))
            self.done.emit(self.line, happened, self._typed(self.shown_by))
        elif not happened:
            self.happened.setFocus()

    @staticmethod
    def _typed(field: Field) -> str:
        return field.control.value().strip() if isinstance(field.control, LineInput) else ""


def _line(theme: ThemeSource) -> LineInput:
    return LineInput(theme, role="body", compact=True, width=Width.FULL)
