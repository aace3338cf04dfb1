# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is odd about a document that comes in, each in a sentence with the way to its clause."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.policies.draft import Draft, Odd
from desktop.policies.telling import odd_words
from ui.policies.adding_words import Adding
from ui.policies.beside import columns
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.data_table import DataTable
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_SHOWN = 60
_SMALL = TextStyle("small", "text.secondary")


class OdditiesList(QWidget):
    """A row for each. Enter, two clicks or the button lead to the clause."""

    asked = Signal(int)
    """The clause at this place is to be shown."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._odd: tuple[Odd, ...] = ()
        self._title = PlainLabel(theme, "", "cardTitle", wrap=True)
        self._hint = PlainLabel(theme, say(Adding.LOOK_HINT), _SMALL, wrap=True)
        titles = columns(("where", say(Adding.WHERE), 1), ("what", say(Adding.WHAT), 4))
        self.table = DataTable(theme, titles, name=say(Adding.WHAT), fits=True)
        self._more = PlainLabel(theme, "", _SMALL, wrap=True)
        self._go = Button(theme, say(Adding.GO_TO))
        row = Row(theme, self._go, Stretch())
        self.setLayout(Column(theme, self._title, self._hint, self.table, self._more, row, gap=2))
        self.setFocusProxy(self.table)
        self.table.row_opened.connect(self._ask)
        self.table.row_chosen.connect(self._offer)
        self._go.clicked.connect(self._ask)
        self.hide()

    def show_odd(self, odd: tuple[Odd, ...], clauses: Sequence[Draft]) -> None:
        """Show these, of these clauses."""
        self._odd = odd
        self._title.show_words(say(Adding.LOOK, count=str(len(odd))) if odd else say(Adding.LOOK_NONE))
        self.table.show_rows([_row(number, each, clauses) for number, each in enumerate(odd[:_SHOWN])])
        more = len(odd) - _SHOWN
        self._more.show_words(say(Adding.LOOK_MORE, count=str(more)))
        self._more.setVisible(more > 0)
        for widget in (self._hint, self.table, self._go):
            widget.setVisible(bool(odd))
        self.show()
        self._offer()

    def _chosen(self) -> int | None:
        row = self.table.current_id()
        return self._odd[int(row)].at if row else None

    @Slot()
    def _offer(self) -> None:
        self._go.setEnabled(self._chosen() is not None)

    @Slot()
    def _ask(self) -> None:
        at = self._chosen()
        if at is not None:
            self.asked.emit(at)


def _row(number: int, odd: Odd, clauses: Sequence[Draft]) -> TableRow:
    where = say(Adding.WHOLE) if odd.at is None else clauses[odd.at].label or clauses[odd.at].heading
    return TableRow(str(number), (Cell(where), Cell(odd_words(odd))))
