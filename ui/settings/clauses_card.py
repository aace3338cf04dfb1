# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card that says where the school's own code has what Candour cites: several choices, proposed in one change."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from desktop.people import ClauseLink
from desktop.policies.citing import Citation, meant
from desktop.policies.library import Kept
from desktop.policies.linking import linked, unlinked
from desktop.policies.taking_in import model_clauses
from ui.policies.clause_view import clause_title
from ui.settings.clause_choice import ClauseChoice, here_words
from ui.settings.columns import columns
from ui.settings.lists_words import Lists
from ui.settings.words import Settings, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field
from ui.widgets.layouts import Gap
from ui.widgets.table_rows import Cell, TableRow

_COLUMNS = (
    ("model", Lists.MODEL_CLAUSE, 6),
    ("here", Lists.HERE, 6),
)


class ClausesCard(Card):
    """Each clause of the model code that anything cites, with the school's; what was chosen waits to be proposed."""

    asked = Signal(object)
    """These are to be the school's links."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, say(Lists.CLAUSES), gap=3)
        self._cited: tuple[str, ...] = ()
        self._policies: tuple[Kept, ...] = ()
        self._now: tuple[ClauseLink, ...] | None = None
        self._wanted: tuple[ClauseLink, ...] = ()
        self._table = DataTable(theme, columns(*_COLUMNS), name=say(Lists.CLAUSES), fits=True)
        self._row = Field(theme, say(Lists.CLAUSES_FIELD), self._table, hint=say(Lists.CLAUSES_HINT))
        self.choice = ClauseChoice(theme)
        self._clause = Field(theme, say(Lists.REST_ON), self.choice)
        use = Button(theme, say(Lists.USE_CLAUSE))
        self._propose = Button(theme, say(Lists.CLAUSES_PROPOSE), ButtonKind.PRIMARY)
        self.add(self._row, self._clause, use, Gap(1), self._propose)
        use.clicked.connect(self._use)
        self._propose.clicked.connect(self._ask)

    def show_policies(
        self, cited: Sequence[Citation], policies: tuple[Kept, ...], links: tuple[ClauseLink, ...]
    ) -> None:
        """Show what is cited and where it is here; choices stay, unless something else holds now."""
        used = {each.words for each in cited}
        self._cited = tuple(clause.label for clause in model_clauses() if clause.label in used)
        self._policies = policies
        self.choice.show_policies(policies)
        if self._now != links:
            self._now = links
            self.clear()
        self._show()

    @Slot()
    def clear(self) -> None:
        """Forget what was chosen."""
        self._wanted = self._now or ()
        self._show()

    def _show(self) -> None:
        titles = {clause.label: clause_title(clause) for clause in model_clauses()}
        before = {link.cites: link for link in self._now or ()}
        after = {link.cites: link for link in self._wanted}
        new = {label for label in self._cited if before.get(label) != after.get(label)}
        rows = ((label, Cell(titles[label]), Cell(self._here(label, new=label in new))) for label in self._cited)
        self._table.show_rows([TableRow(label, (model, here)) for label, model, here in rows])
        self._row.show_error("")
        self._clause.show_error("")

    def _here(self, label: str, *, new: bool) -> str:
        found = meant(Citation(words=label), self._policies, self._wanted, model_clauses())
        words = here_words([found])
        return say(Lists.TO_PROPOSE, clause=words) if new else words

    @Slot()
    def _use(self) -> None:
        cites, chosen = self._table.current_id(), self.choice.value()
        self._row.show_error("" if cites else say(Lists.CHOOSE_ROW))
        self._clause.show_error("" if chosen else say(Lists.CHOOSE_CLAUSE))
        if not cites or not chosen:
            return
        link = self.choice.link(cites)
        self._wanted = unlinked(self._wanted, cites) if link is None else linked(self._wanted, link)
        self._show()

    @Slot()
    def _ask(self) -> None:
        is_new = set(self._wanted) != set(self._now or ())
        self._row.show_error("" if is_new else say(Settings.NOTHING_NEW))
        if is_new:
            self.asked.emit(self._wanted)
