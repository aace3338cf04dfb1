# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clauses on their way in: what is odd about them first, then each one to be put right or re-worded; with undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.policies import editing
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
        self.at = 0
        """The place of the clause that is shown beside the list."""
        self._shown = (-1, 0)
        self._wording = -1
        self._title = PlainLabel(theme, "", "cardTitle", wrap=True)
        self.odd = OdditiesList(theme)
        self._front = PlainLabel(theme, "", _SMALL, wrap=True)
        self._keep_front = Button(theme, say(Adding.KEEP_FRONT))
        titles = columns(("number", say(Adding.NUMBER), 2), ("heading", say(Adding.HEADING), 5))
        self.list = ShortTable(theme, titles, name=say(Adding.LIST))
        self.pane = ClausePane(theme)
        self._undo, self._number = Button(theme, say(Adding.UNDO)), Button(theme, say(Adding.NUMBER_ANEW))
        self._go_on, leave = Button(theme, say(Adding.GO_ON), ButtonKind.PRIMARY), Button(theme, say(Adding.LEAVE))
        remarks = [PlainLabel(theme, remark_words(*each), _SMALL, wrap=True) for each in prepared.remarks]
        self.add(
            self._title,
            *remarks,
            self._front,
            self._keep_front,
            self.odd,
            Flow(theme, (self._undo, self._number), gap=3),
            Beside(theme, self.list, self.pane),
            Flow(theme, (self._go_on, leave), gap=3),
        )
        self._go_on.clicked.connect(self._finish)
        leave.clicked.connect(self._leave)
        self._connect()
        self._show(0)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._choose)
        self.odd.asked.connect(self.go_to)
        self._keep_front.clicked.connect(self._take_front)
        self._undo.clicked.connect(self.undo)
        self._number.clicked.connect(self._number_anew)
        self.pane.renamed.connect(self._rename)
        self.pane.marked.connect(self._mark)
        self.pane.join_asked.connect(self._join)
        self.pane.addition_asked.connect(self._add)
        self.pane.removal_asked.connect(self._remove)
        self.pane.text.part_asked.connect(self._part)
        self.pane.text.worded.connect(self._reword)

    def show_odd(self, odd: tuple[Odd, ...]) -> None:
        """Show what is odd about the clauses as they stand; the keyboard begins there, if there is anything."""
        self.odd.show_odd(odd, self.prepared.clauses)
        self.setFocusProxy(self.odd if odd else self.list)

    def _show(self, at: int) -> None:
        """Show all clauses, and one of them."""
        prepared = self.prepared
        name = prepared.source_name or say(Adding.MODEL_NAME if prepared.is_model else Adding.VERSION_NAME)
        self._title.show_words(say(Adding.CLAUSES, file=name, count=str(len(prepared.clauses))))
        self._front.show_words(say(Adding.FRONT, words=_shortened(prepared.front)))
        for widget in (self._front, self._keep_front):
            widget.setVisible(bool(prepared.front))
        self._undo.setEnabled(bool(self._before))
        self._go_on.setEnabled(bool(prepared.clauses))
        blocker = QSignalBlocker(self.list)
        self.list.show_rows([_row(place, clause) for place, clause in enumerate(prepared.clauses)])
        self._select(min(at, len(prepared.clauses) - 1))
        blocker.unblock()

    def _select(self, at: int) -> None:
        """Show the clause at a place, in the list and beside it."""
        prepared, shown = self.prepared, (at, len(self.prepared.clauses))
        self.list.setCurrentIndex(self.list.model().index(at, 0))
        self.pane.setEnabled(bool(prepared.clauses))
        if prepared.clauses:
            is_another = shown != self._shown
            self._wording = -1 if is_another else self._wording
            self.at, self._shown = at, shown
            self.pane.show_clause(prepared.clauses[at], prepared.marks[at], is_first=at == 0, is_another=is_another)

    @Slot()
    def _choose(self) -> None:
        at = int(self.list.current_id() or 0)
        self.pane.take()
        blocker = QSignalBlocker(self.list)
        self._select(at)
        blocker.unblock()

    @Slot(int)
    def go_to(self, at: int) -> None:
        """Choose a clause, and bring the keyboard there."""
        self.list.setCurrentIndex(self.list.model().index(at, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, becomes: Callable[[Prepared], Prepared], at: int, *, goes_on: bool = False) -> None:
        """Make something else of it. `goes_on`: it is one change with the one before, and undone with it."""
        if not goes_on:
            self._before.append((self.prepared, self.at))
        self._wording = -1
        self.prepared = becomes(self.prepared)
        self._show(at)
        self.edited.emit(self.prepared)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self.pane.take()
        self.prepared, at = self._before.pop()
        self._wording = -1
        self._show(at)
        announce(self, say(Adding.UNDONE, count=str(len(self.prepared.clauses))))
        self.edited.emit(self.prepared)
        self._leave_off(self._undo)

    def _tell_count(self) -> None:
        announce(self, say(Adding.CLAUSES_NOW, count=str(len(self.prepared.clauses))))

    def _leave_off(self, used: QWidget) -> None:
        """Take the keyboard to the list if what was used is off now: it would go on to whatever button comes next."""
        if not used.isEnabled():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_front(self) -> None:
        self._change(editing.keep_front, 0)
        self._tell_count()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _number_anew(self) -> None:
        self._change(editing.number_anew, self.at)
        announce(self, say(Adding.NUMBERED))

    @Slot(str, str)
    def _rename(self, number: str, heading: str) -> None:
        at = self.at
        self._change(lambda prepared: editing.rename(prepared, at, number, heading), at)

    @Slot(str)
    def _reword(self, text: str) -> None:
        at = self.at
        self._change(lambda prepared: editing.reword(prepared, at, text), at, goes_on=self._wording == at)
        self._wording = at

    @Slot(object)
    def _mark(self, said: Mark) -> None:
        at = self.at
        self._change(lambda prepared: editing.mark(prepared, at, said), at)

    @Slot()
    def _join(self) -> None:
        at = self.at
        self._change(lambda prepared: editing.join(prepared, at), at - 1)
        self._tell_count()
        self._leave_off(self.pane.join)

    @Slot()
    def _add(self) -> None:
        at = self.at
        self._change(lambda prepared: editing.add_after(prepared, at), at + 1)
        self.pane.text.write()
        self.pane.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remove(self) -> None:
        at = self.at
        self._change(lambda prepared: editing.remove(prepared, at), at)
        self._tell_count()
        self._leave_off(self.pane)

    @Slot(int)
    def _part(self, paragraph: int) -> None:
        at = self.at
        self._change(lambda prepared: editing.part(prepared, at, paragraph), at + 1)
        self.pane.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _finish(self) -> None:
        self.pane.take()
        self.done.emit()

    @Slot()
    def _leave(self) -> None:
        self.pane.take()
        self.left.emit()


def _row(at: int, clause: Draft) -> TableRow:
    words = clause.heading or next(iter(clause.paragraphs), "")
    return TableRow(str(at), (Cell(clause.label), Cell(words)))


def _shortened(front: Sequence[str]) -> str:
    words = " / ".join(front)
    return words if len(words) <= _FRONT else f"{words[:_FRONT]}…"
