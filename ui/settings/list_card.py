# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card of a list to choose from: its words, which of them are offered, and a word of the school's own."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot

from desktop.forms.lists import add_word, change_of, editable, list_terms, offer, retire, reword
from desktop.forms.spec import Term, Vocabulary
from desktop.people import ClauseLink, ListChange
from desktop.policies.citing import meant
from desktop.policies.library import Kept
from desktop.policies.reasons import of_term, reason_lists
from desktop.policies.taking_in import model_clauses
from ui.settings.clause_choice import ClauseChoice, here_words
from ui.settings.columns import columns
from ui.settings.lists_words import Lists
from ui.settings.words import Settings, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.layouts import Gap
from ui.widgets.line_input import LineInput
from ui.widgets.table_rows import Cell, TableRow

_COLUMNS = (
    ("word", Lists.WORD, 6),
    ("clause", Lists.CLAUSE, 3),
    ("offered", Lists.OFFERED, 2),
)


class ListCard(Card):
    """The card. The first list is shown at first."""

    asked = Signal(object)
    """A list is to become this: its `ListChange`."""
    clause_asked = Signal(str, object)
    """A word is to rest on this: what cites it, and its `ClauseLink`, or None for Candour's own citation."""

    def __init__(self, theme: ThemeSource, lists: Mapping[str, Vocabulary]) -> None:
        super().__init__(theme, say(Lists.LIST), gap=3)
        self._changes: tuple[ListChange, ...] = ()
        self._policies: tuple[Kept, ...] = ()
        self._links: tuple[ClauseLink, ...] = ()
        self._which = ComboChoice(theme, [Choice(name, each.title) for name, each in lists.items()], compact=True)
        self._which.set_value(next(iter(lists)))
        self._words = DataTable(theme, columns(*_COLUMNS), name=say(Lists.WORDS), fits=True)
        self._word = Field(theme, say(Lists.WORDS), self._words)
        self._new = LineInput(theme, compact=True)
        self._label = Field(theme, say(Lists.ADD), self._new, hint=say(Lists.ADD_HINT))
        self._choice = ClauseChoice(theme)
        self._clause = Field(theme, say(Lists.REST_ON), self._choice, hint=say(Lists.REST_HINT))
        stop, again = Button(theme, say(Lists.STOP)), Button(theme, say(Lists.AGAIN))
        propose = Button(theme, say(Lists.ADD_PROPOSE), ButtonKind.PRIMARY)
        instead, self._cite = Button(theme, say(Lists.REWORD)), Button(theme, say(Lists.CLAUSE_PROPOSE))
        self.add(
            Field(theme, say(Lists.WHICH), self._which, hint=say(Lists.WHICH_HINT)),
            self._word,
            Flow(theme, (stop, again), gap=3),
            Gap(1),
            self._clause,
            self._cite,
            Gap(1),
            self._label,
            Flow(theme, (propose, instead), gap=3),
        )
        self.setFocusProxy(self._which)
        self._which.edited.connect(self._show)
        stop.clicked.connect(self._ask_stop)
        again.clicked.connect(self._ask_again)
        propose.clicked.connect(self._ask_word)
        instead.clicked.connect(self._ask_reword)
        self._cite.clicked.connect(self._ask_clause)

    def show_changes(self, changes: tuple[ListChange, ...]) -> None:
        """Show the chosen list as the school has it; what was typed stays."""
        self._changes = changes
        self._show()

    def show_policies(self, policies: tuple[Kept, ...], links: tuple[ClauseLink, ...]) -> None:
        """Show on which clauses of these policies the words rest."""
        self._policies, self._links = policies, links
        self._choice.show_policies(policies)
        self._show()

    def clear(self) -> None:
        """Forget what was typed."""
        self._new.set_value("")

    @property
    def _list(self) -> str:
        return self._which.value() or ""

    @property
    def _terms(self) -> tuple[Term, ...]:
        return list_terms(self._list, self._changes)

    @Slot()
    def _show(self) -> None:
        staying = editable().lists[self._list].staying
        self._words.show_rows([self._row(term, is_staying=term.value in staying) for term in self._terms])
        for field in (self._word, self._label, self._clause):
            field.show_error("")
        # What is no reason rests on nothing.
        for part in (self._clause, self._cite):
            part.setVisible(self._list in reason_lists())

    def _row(self, term: Term, *, is_staying: bool) -> TableRow:
        offered = Lists.ALWAYS if is_staying else Lists.NO if term.retired else Lists.YES
        cited = (meant(each, self._policies, self._links, model_clauses()) for each in of_term(self._list, term))
        clause = here_words(cited) or say(Lists.OWN_SHORT)
        return TableRow(term.value, (Cell(term.label), Cell(clause), Cell(say(offered))))

    @Slot()
    def _ask_stop(self) -> None:
        staying = editable().lists[self._list].staying
        self._ask(retire, {term.value for term in self._terms if not term.retired} - staying)

    @Slot()
    def _ask_again(self) -> None:
        self._ask(offer, {term.value for term in self._terms if term.retired})

    def _ask(self, becomes: Callable[[ListChange, str], ListChange], possible: set[str]) -> None:
        value = self._words.current_id()
        self._word.show_error("" if value in possible else say(Lists.CHOOSE))
        if value in possible:
            self.asked.emit(becomes(change_of(self._list, self._changes), value))

    @Slot()
    def _ask_word(self) -> None:
        typed = self._typed()
        if typed:
            self.asked.emit(add_word(change_of(self._list, self._changes), typed))

    @Slot()
    def _ask_reword(self) -> None:
        typed, staying = self._typed(), editable().lists[self._list].staying
        possible = {term.value for term in self._terms} - staying
        if typed:
            self._ask(lambda change, value: reword(change, value, typed), possible)

    def _typed(self) -> str:
        typed = self._new.text().strip()
        self._label.show_error("" if typed else say(Settings.NEEDS_WORDS))
        return typed

    @Slot()
    def _ask_clause(self) -> None:
        value, chosen = self._words.current_id(), self._choice.value()
        self._word.show_error("" if value else say(Lists.CHOOSE))
        self._clause.show_error("" if chosen else say(Lists.CHOOSE_CLAUSE))
        if value and chosen:
            cites = f"{self._list}/{value}"
            self.clause_asked.emit(cites, self._choice.link(cites))
