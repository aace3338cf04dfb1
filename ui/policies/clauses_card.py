# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clauses that were found in a file: what is odd about them first, then each one to be put right; with undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot

from desktop.policies import preparing
from desktop.policies.draft import Draft, Odd
from desktop.policies.preparing import Mark, Prepared
from desktop.policies.telling import remark_words
from ui.policies.adding_words import Adding
from ui.policies.beside import Beside, ShortTable, columns
from ui.policies.clause_pane import ClausePane
from ui.policies.oddities_list import OdditiesList
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

Undo = list[tuple[Prepared, int]]
"""What was prepared before each change, with the place of the clause that was chosen then."""

_FRONT = 300
_SMALL = TextStyle("small", "text.secondary")


class ClausesCard(Card):
    """The card. It shows what is prepared, and hands on what somebody made of it."""

    edited = Signal(object)
    """The clauses are otherwise now: the `Prepared`."""
    done = Signal()
    """They are right."""
    left = Signal()
    """Leave it for now."""

    def __init__(self, theme: ThemeSource, prepared: Prepared, before: Undo) -> None:
        super().__init__(theme, gap=3)
        self.prepared = prepared
        self._before = before
        self._title = PlainLabel(theme, "", "cardTitle", wrap=True)
        self.odd = OdditiesList(theme)
        self._front = PlainLabel(theme, "", _SMALL, wrap=True)
        self._keep_front = Button(theme, say(Adding.KEEP_FRONT))
        titles = columns(("number", say(Adding.NUMBER), 2), ("heading", say(Adding.HEADING), 5))
        self.list = ShortTable(theme, titles, name=say(Adding.LIST))
        self.pane = ClausePane(theme)
        self._go_on, leave = Button(theme, say(Adding.GO_ON), ButtonKind.PRIMARY), Button(theme, say(Adding.LEAVE))
        remarks = [PlainLabel(theme, remark_words(*each), _SMALL, wrap=True) for each in prepared.remarks]
        self.add(
            self._title,
            *remarks,
            self._front,
            self._keep_front,
            self.odd,
            Beside(theme, self.list, self.pane),
            Flow(theme, (self._go_on, leave), gap=3),
        )
        self._go_on.clicked.connect(self.done)
        leave.clicked.connect(self.left)
        self._connect()
        self._show(0)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._show_pane)
        self.odd.asked.connect(self.go_to)
        self._keep_front.clicked.connect(self._take_front)
        self.pane.undo_asked.connect(self.undo)
        self.pane.renamed.connect(self._rename)
        self.pane.marked.connect(self._mark)
        self.pane.join_asked.connect(self._join)
        self.pane.part_asked.connect(self._part)

    @property
    def at(self) -> int:
        """The place of the clause that is chosen."""
        return int(self.list.current_id() or 0)

    def show_odd(self, odd: tuple[Odd, ...]) -> None:
        """Show what is odd about the clauses as they stand; the keyboard begins there, if there is anything."""
        self.odd.show_odd(odd, self.prepared.clauses)
        self.setFocusProxy(self.odd if odd else self.list)

    def _show(self, at: int) -> None:
        """Show all clauses, and one of them."""
        prepared = self.prepared
        name = prepared.source_name or say(Adding.MODEL_NAME)
        self._title.show_words(say(Adding.CLAUSES, file=name, count=str(len(prepared.clauses))))
        self._front.show_words(say(Adding.FRONT, words=_shortened(prepared.front)))
        for widget in (self._front, self._keep_front):
            widget.setVisible(bool(prepared.front))
        self.pane.undo.setEnabled(bool(self._before))
        self._go_on.setEnabled(bool(prepared.clauses))
        self.list.show_rows([_row(at, clause) for at, clause in enumerate(prepared.clauses)])
        if prepared.clauses:
            self.list.setCurrentIndex(self.list.model().index(min(at, len(prepared.clauses) - 1), 0))
            self._show_pane()

    @Slot()
    def _show_pane(self) -> None:
        self.pane.setEnabled(bool(self.prepared.clauses))
        if self.prepared.clauses:
            at = self.at
            self.pane.show_clause(self.prepared.clauses[at], self.prepared.marks[at], is_first=at == 0)

    @Slot(int)
    def go_to(self, at: int) -> None:
        """Choose a clause, and bring the keyboard there."""
        self.list.setCurrentIndex(self.list.model().index(at, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, becomes: Callable[[Prepared], Prepared], at: int) -> None:
        self._before.append((self.prepared, self.at))
        self.prepared = becomes(self.prepared)
        self._show(at)
        self.edited.emit(self.prepared)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self.prepared, at = self._before.pop()
        self._show(at)
        announce(self, say(Adding.UNDONE, count=str(len(self.prepared.clauses))))
        self.edited.emit(self.prepared)

    @Slot()
    def _take_front(self) -> None:
        self._change(preparing.keep_front, 0)

    @Slot(str, str)
    def _rename(self, number: str, heading: str) -> None:
        at = self.at
        self._change(lambda prepared: preparing.rename(prepared, at, number, heading), at)

    @Slot(object)
    def _mark(self, said: Mark) -> None:
        at = self.at
        self._change(lambda prepared: preparing.mark(prepared, at, said), at)

    @Slot()
    def _join(self) -> None:
        at = self.at
        self._change(lambda prepared: preparing.join(prepared, at), at - 1)

    @Slot(int)
    def _part(self, paragraph: int) -> None:
        at = self.at
        self._change(lambda prepared: preparing.part(prepared, at, paragraph), at + 1)
        self.pane.heading.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(at: int, clause: Draft) -> TableRow:
    words = clause.heading or next(iter(clause.paragraphs), "")
    return TableRow(str(at), (Cell(clause.label), Cell(words)))


def _shortened(front: Sequence[str]) -> str:
    words = " / ".join(front)
    return words if len(words) <= _FRONT else f"{words[:_FRONT]}…"
