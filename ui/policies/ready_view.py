# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A version before it holds: in a sentence, what it changes clause by clause, and all its clauses to be read."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words
from desktop.policies.comparing import Change, Changed
from desktop.policies.proposing import Ready
from desktop.policies.telling import change_words, changed_paragraphs
from desktop.policies.version import Clause
from ui.policies.adding_words import COUNTED, Adding
from ui.policies.beside import Beside, ShortTable, columns
from ui.policies.clause_view import ClauseView, change_spans, clause_title
from ui.policies.facts import bound_words
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.exchanged import Exchanged
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_SHOWN = 40
"""Changed paragraphs of one clause."""
_NAMED = 8
_SMALL = TextStyle("small", "text.secondary")


class ReadyView(QWidget):
    """The version."""

    def __init__(self, theme: ThemeSource, ready: Ready) -> None:
        super().__init__()
        changes = [each for each in ready.changes if each.change is not Change.SAME]
        everything = ClausesView(theme, ready.version.clauses)
        first: ChangesView | ClausesView = everything
        column = Column(theme, *(PlainLabel(theme, line, wrap=True) for line in _summary(ready)), gap=3)
        if ready.blanks:
            column.add(Banner(theme, Tone.WARN, _blanks(ready)))
        if changes:
            first = ChangesView(theme, changes)
            column.add(PlainLabel(theme, say(Adding.CHANGES), "cardTitle"), first)
        column.add(PlainLabel(theme, say(Adding.ALL), "cardTitle"), everything)
        self.setLayout(column)
        self.setFocusProxy(first.table)


class ChangesView(QWidget):
    """The changed clauses in a list, and beside it the words of the one that is chosen, before and now."""

    def __init__(self, theme: ThemeSource, changes: Sequence[Changed]) -> None:
        super().__init__()
        self._theme = theme
        self._changes = changes
        titles = columns(("clause", say(Adding.CLAUSE), 4), ("became", say(Adding.BECAME), 3))
        self.table = ShortTable(theme, titles, name=say(Adding.CHANGES))
        self._words = Exchanged(theme)
        self.table.show_rows([_row(at, each) for at, each in enumerate(changes)])
        self.setLayout(Column(theme, Beside(theme, self.table, self._words)))
        self.table.row_chosen.connect(self._show)
        self.table.setCurrentIndex(self.table.model().index(0, 0))

    @Slot()
    def _show(self) -> None:
        changed = self._changes[int(self.table.current_id() or 0)]
        heading = PlainLabel(self._theme, f"{_name(changed)}: {change_words(changed)}", "cardTitle", wrap=True)
        paragraphs = changed_paragraphs(changed)
        lines = [change_spans(part, pieces) for part, pieces in paragraphs[:_SHOWN]]
        more = len(paragraphs) - len(lines)
        told = [say(Adding.PARAGRAPHS_MORE, count=str(more))] if more > 0 else []
        self._words.show_widgets(heading, *(PlainLabel(self._theme, each, wrap=True) for each in (*lines, *told)))


class ClausesView(QWidget):
    """All clauses in a list, and beside it the text of the one that is chosen, and whom it binds."""

    def __init__(self, theme: ThemeSource, clauses: Sequence[Clause]) -> None:
        super().__init__()
        self._theme = theme
        self._clauses = clauses
        titles = columns(("number", say(Adding.NUMBER), 2), ("heading", say(Adding.HEADING), 5))
        self.table = ShortTable(theme, titles, name=say(Adding.ALL))
        self._words = Exchanged(theme)
        rows = [
            TableRow(str(at), (Cell(each.label), Cell(each.heading or next(iter(each.paragraphs), ""))))
            for at, each in enumerate(clauses)
        ]
        self.table.show_rows(rows)
        self.setLayout(Column(theme, Beside(theme, self.table, self._words)))
        self.table.row_chosen.connect(self._show)
        self.table.setCurrentIndex(self.table.model().index(0, 0))

    @Slot()
    def _show(self) -> None:
        clause = self._clauses[int(self.table.current_id() or 0)]
        told = (bound_words(clause.binds), say(Adding.IS_SHORT) if clause.short else "")
        lines = [PlainLabel(self._theme, line, _SMALL, wrap=True) for line in told if line]
        self._words.show_widgets(ClauseView(self._theme, clause), *lines)


def _row(at: int, changed: Changed) -> TableRow:
    return TableRow(str(at), (Cell(_name(changed)), Cell(change_words(changed))))


def _name(changed: Changed) -> str:
    clause = changed.new or changed.old
    return clause_title(clause) if clause else ""


def _summary(ready: Ready) -> list[str]:
    version, before = ready.version, ready.before
    count, short = str(len(version.clauses)), str(len(version.short()))
    what = say(Adding.SUMMARY, title=version.title, edition=version.edition, count=count, short=short)
    day = ready.confirm_by
    asked = say(Adding.SUMMARY_BY, day=date_words(day)) if day else say(Adding.SUMMARY_NOBODY)
    return [what, asked, say(Adding.FIRST) if before is None else counted(ready.changes, before.edition)]


def _blanks(ready: Ready) -> str:
    told, more = "; ".join(ready.blanks[:_NAMED]), len(ready.blanks) - _NAMED
    return say(Adding.BLANKS_MORE, places=told, count=str(more)) if more > 0 else say(Adding.BLANKS, places=told)


def counted(changes: Sequence[Changed], edition: str) -> str:
    """How many clauses became what against an edition, in a sentence."""
    counts = Counter(each.change for each in changes)
    if set(counts) <= {Change.SAME}:
        return say(Adding.SAME, edition=edition)
    told = [say(words, count=str(counts[change])) for change, words in COUNTED.items() if counts[change]]
    return say(Adding.AGAINST, edition=edition, counts=", ".join(told))
