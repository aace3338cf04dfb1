# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One clause on its way in: its number and heading to be put right, its text, whom it binds."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.policies.draft import Draft
from desktop.policies.preparing import Mark
from desktop.policies.telling import worker_types
from ui.policies.adding_words import Adding
from ui.settings.words import say
from ui.setup.exchanged import Exchanged
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_TEXT = TextStyle("body", limit=100_000)
_NAMED = 60
_SHOWN = 60
"""Paragraphs; one part of a document that nobody has parted may have thousands."""


class ClausePane(QWidget):
    """The clause that is chosen in the list."""

    renamed = Signal(str, str)
    """It gets this number and heading."""
    marked = Signal(object)
    """It binds others, or is in the short version or not: the `Mark`."""
    join_asked = Signal()
    """It belongs to the one before."""
    undo_asked = Signal()
    """The last change is to be taken back."""
    part_asked = Signal(int)
    """A new clause begins at this paragraph, of which 0 is the first."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._draft = Draft("", "")
        self.number = LineInput(theme, compact=True, width=Width.TIME)
        self.heading = LineInput(theme, compact=True, width=Width.FULL)
        self._text = Exchanged(theme)
        self.short = CheckBox(theme, say(Adding.SHORT))
        self.binds = CheckList(theme, worker_choices())
        self.join, self.undo = Button(theme, say(Adding.JOIN)), Button(theme, say(Adding.UNDO))
        number, heading = (Field(theme, say(each), field) for each, field in self._names())
        self.setLayout(
            Column(
                theme,
                Row(theme, number, Growing(heading), gap=3),
                Flow(theme, (self.join, self.undo), gap=3),
                self._text,
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
        self.undo.clicked.connect(self.undo_asked)
        self.short.toggled.connect(self._mark)
        self.binds.edited.connect(self._mark)

    def show_clause(self, draft: Draft, mark: Mark, *, is_first: bool) -> None:
        """Show a clause as it stands now."""
        if draft.paragraphs != self._draft.paragraphs or not draft.paragraphs:
            self._text.show_widgets(*self._paragraphs(draft.paragraphs))
        self._draft = draft
        self.number.set_value(draft.number)
        self.heading.set_value(draft.heading)
        self.join.setEnabled(not is_first)
        blockers = [QSignalBlocker(box) for box in (self.short, *self.binds.boxes)]
        self.short.setChecked(mark.short)
        self.binds.set_value(mark.binds)
        for blocker in blockers:
            blocker.unblock()

    def _paragraphs(self, paragraphs: Sequence[str]) -> Iterator[QWidget]:
        """The text, with a way to begin a new clause between any two paragraphs."""
        if not paragraphs:
            yield PlainLabel(self._theme, say(Adding.NO_PARAGRAPHS), _SMALL)
        for at, words in enumerate(paragraphs[:_SHOWN]):
            if at:
                link = LinkButton(
                    self._theme, say(Adding.PART), "small", name=say(Adding.PART_AT, words=words[:_NAMED])
                )
                link.clicked.connect(partial(self.part_asked.emit, at))
                yield link
            yield PlainLabel(self._theme, words, _TEXT, wrap=True)
        more = len(paragraphs) - _SHOWN
        if more > 0:
            yield PlainLabel(self._theme, say(Adding.PARAGRAPHS_MORE, count=str(more)), _SMALL, wrap=True)

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
