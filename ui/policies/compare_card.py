# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What would hold: the version in a sentence, and every clause that is otherwise than in the version that holds now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words
from desktop.policies.comparing import Change, Changed
from desktop.policies.proposing import Ready
from desktop.policies.telling import change_words, changed_paragraphs
from ui.policies.adding_words import COUNTED, Adding
from ui.policies.beside import Beside, ShortTable, columns
from ui.policies.clause_view import change_spans, clause_title
from ui.settings.page import SettingsPage
from ui.settings.words import say
from ui.setup.exchanged import Exchanged
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.table_rows import Cell, TableRow

_SHOWN = 40
"""Changed paragraphs of one clause."""


class CompareCard(Card):
    """The card."""

    asked = Signal()
    """It is to be proposed."""
    back = Signal()
    """Back to what is said of it."""
    left = Signal()
    """Leave it for now."""

    def __init__(self, page: SettingsPage, ready: Ready) -> None:
        theme = page.theme
        super().__init__(theme, say(Adding.COMPARE), gap=3)
        self.add(*(PlainLabel(theme, line, wrap=True) for line in _summary(ready)))
        changes = [each for each in ready.changes if each.change is not Change.SAME]
        if changes:
            self.changes = ChangesView(theme, changes)
            self.add(self.changes)
        propose, back = Button(theme, say(Adding.PROPOSE), ButtonKind.PRIMARY), Button(theme, say(Adding.BACK))
        leave = Button(theme, say(Adding.LEAVE))
        self.add(Flow(theme, (propose, back, leave), gap=3))
        self.setFocusProxy(propose)
        propose.clicked.connect(self.asked)
        back.clicked.connect(self.back)
        leave.clicked.connect(self.left)


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
    return [what, asked, say(Adding.FIRST) if before is None else _counts(ready, before.edition)]


def _counts(ready: Ready, edition: str) -> str:
    if set(ready.counts) <= {Change.SAME}:
        return say(Adding.SAME, edition=edition)
    told = [say(words, count=str(ready.counts[change])) for change, words in COUNTED.items() if ready.counts[change]]
    return say(Adding.AGAINST, edition=edition, counts=", ".join(told))
