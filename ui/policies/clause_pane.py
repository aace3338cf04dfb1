# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One clause on its way in: its number, heading and text to be put right, whom it binds."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.policies.draft import Draft
from desktop.policies.preparing import Mark
from desktop.policies.telling import worker_types
from ui.policies.adding_words import Adding
from ui.policies.clause_text import ClauseText
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.line_input import LineInput, Width


class ClausePane(QWidget):
    """The clause that is chosen in the list."""

    renamed = Signal(str, str)
    """It gets this number and heading."""
    marked = Signal(object)
    """It binds others, or is in the short version or not: the `Mark`."""
    join_asked = Signal()
    """It belongs to the one before."""
    addition_asked = Signal()
    """A new one is to stand after it."""
    removal_asked = Signal()
    """It is to be taken out."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._draft = Draft("", "")
        self.number = LineInput(theme, compact=True, width=Width.TIME)
        self.heading = LineInput(theme, compact=True, width=Width.FULL)
        self.text = ClauseText(theme)
        self.short = CheckBox(theme, say(Adding.SHORT))
        self.binds = CheckList(theme, worker_choices())
        self.join, self._add = Button(theme, say(Adding.JOIN)), Button(theme, say(Adding.ADD_AFTER))
        self._remove = Button(theme, say(Adding.REMOVE))
        number, heading = (Field(theme, say(each), field) for each, field in self._names())
        self.setLayout(
            Column(
                theme,
                Row(theme, number, Growing(heading), gap=3),
                Flow(theme, (self.join, self._add, self._remove), gap=3),
                self.text,
                self.short,
                Field(theme, say(Adding.BINDS), self.binds, hint=say(Adding.BINDS_HINT)),
                gap=3,
            )
        )
        self._connect()

    def _names(self) -> tuple[tuple[Adding, LineInput], ...]:
        return (Adding.NUMBER, self.number), (Adding.HEADING, self.heading)

    def _connect(self) -> None:
        for _, field in self._names():
            field.editingFinished.connect(self._rename)
        self.join.clicked.connect(self.join_asked)
        self._add.clicked.connect(self.addition_asked)
        self._remove.clicked.connect(self.removal_asked)
        self.short.toggled.connect(self._mark)
        self.binds.edited.connect(self._mark)

    def show_clause(self, draft: Draft, mark: Mark, *, is_first: bool, is_another: bool) -> None:
        """Show a clause as it stands now; `is_another` than the one that was shown."""
        self.text.show_text(draft.paragraphs, is_another=is_another)
        self._draft = draft
        self.number.set_value(draft.number)
        self.heading.set_value(draft.heading)
        self.join.setEnabled(not is_first)
        blockers = [QSignalBlocker(box) for box in (self.short, *self.binds.boxes)]
        self.short.setChecked(mark.short)
        self.binds.set_value(mark.binds)
        for blocker in blockers:
            blocker.unblock()

    def take(self) -> None:
        """Tell what was typed and is not told yet."""
        self._rename()
        self.text.take()

    @Slot()
    def _rename(self) -> None:
        number, heading = self.number.value().strip(), self.heading.value().strip()
        if (number, heading) != (self._draft.number, self._draft.heading):
            self.renamed.emit(number, heading)

    @Slot()
    def _mark(self) -> None:
        self.marked.emit(Mark(self.binds.value(), self.short.isChecked()))


def worker_choices() -> list[Choice]:
    """Everyone whom a policy may bind."""
    return [Choice(value, label) for value, label in worker_types().items()]
