# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choosing a clause of the school's own policies, or none, for something that rests on one (requirements.md F19)."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.people import ClauseLink
from desktop.policies.citing import Because, Meant, in_force
from desktop.policies.clause_words import reason_words
from desktop.policies.library import Kept
from ui.policies.clause_view import clause_title
from ui.settings.lists_words import Lists
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice

_OWN, _AS_SHIPPED = "own", "as_shipped"
_BETWEEN = "/"


class ClauseChoice(ComboChoice):
    """Every clause in force, that it is the school's own, and that Candour's citation holds."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, (), placeholder=say(Lists.CHOOSE_CLAUSE), compact=True)
        self._labels: dict[str, str] = {}

    def show_policies(self, policies: Sequence[Kept]) -> None:
        """Offer the clauses of these; what was chosen stays chosen where it is still there."""
        clauses = {_BETWEEN.join(key): found for key, found in in_force(policies).items()}
        self._labels = {name: found.clause.label for name, found in clauses.items()}
        titled = len({found.policy_id for found in clauses.values()}) > 1
        own = [Choice(_AS_SHIPPED, say(Lists.AS_SHIPPED)), Choice(_OWN, say(Lists.OWN_CLAUSE))]
        named = [
            Choice(name, f"{found.title}: {clause_title(found.clause)}" if titled else clause_title(found.clause))
            for name, found in clauses.items()
        ]
        self.offer([*own, *named], self.value())

    @property
    def undoes(self) -> bool:
        """Whether Candour's own citation is to hold."""
        return self.value() == _AS_SHIPPED

    def link(self, cites: str) -> ClauseLink | None:
        """What was chosen for this citation; None where nothing was, or Candour's own is to hold."""
        chosen = self.value()
        if chosen is None or self.undoes:
            return None
        if chosen == _OWN:
            return ClauseLink(cites=cites)
        policy, _, clause = chosen.partition(_BETWEEN)
        return ClauseLink(cites=cites, policy=policy, clause=clause, label=self._labels[chosen])


def here_words(found: Iterable[Meant]) -> str:
    """What citations are at this school, in a few words; nothing where nothing is cited."""
    return "; ".join(dict.fromkeys(words for each in found for words in _words(each)))


def _words(found: Meant) -> Iterator[str]:
    yield from (each.clause.label for each in found.clauses)
    if found.because is Because.OWN:
        yield say(Lists.OWN_SHORT)
    elif found.because is Because.NO_CLAUSE:
        yield say(Lists.NONE_SHORT)
    elif found.because is not None:
        yield reason_words(found.because)
