# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clauses of a policy to be read, some dozens at a time: a handbook has thousands, and no window may stand still.

Reading on shows the next ones below; the contents and a search lead anywhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.policies.version import Clause
from desktop.policies.words_found import has_words, words_of
from ui.policies.clause_view import ClauseView
from ui.policies.facts import bound_words
from ui.policies.words import Policy
from ui.staff.words import say
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_AT_ONCE = 60
_FOUND_AT_ONCE = 20
_SMALL = TextStyle("small", "text.secondary")


class ClauseList(QWidget):
    """Some clauses, from any of them on; or those with the words that are looked for, in bold."""

    begun_again = Signal()
    """It is shown from the first clause again."""

    def __init__(self, theme: ThemeSource, clauses: Sequence[Clause]) -> None:
        super().__init__()
        self._theme = theme
        self._clauses = clauses
        self._places: Sequence[int] = range(len(clauses))
        self._wanted: tuple[str, ...] = ()
        self._words: list[frozenset[str]] = []
        self._next = 0
        self.views: dict[int, ClauseView] = {}
        self._shown: list[QWidget] = []
        self._column = Column(theme, gap=4)
        self.first = LinkButton(theme, say(Policy.FROM_BEGINNING))
        self.more = LinkButton(theme, say(Policy.READ_ON))
        self.setLayout(Column(theme, self.first, self._column, self.more, gap=4))
        self.first.clicked.connect(self._begin_again)
        self.more.clicked.connect(self._read_on)
        self._show_from(0)

    def view_of(self, place: int) -> ClauseView:
        """The clause at a place, shown if it was not."""
        if place not in self.views:
            self._wanted, self._places = (), range(len(self._clauses))
            self._show_from(place)
        return self.views[place]

    def look_for(self, wanted: tuple[str, ...]) -> int:
        """Show only the clauses with all of these words, the words in bold; returns how many there are."""
        if wanted and not self._words:
            self._words = [words_of(clause) for clause in self._clauses]
        places = range(len(self._clauses))
        found = [place for place in places if has_words(self._words[place], wanted)] if wanted else places
        self._wanted, self._places = wanted, found
        self._show_from(0)
        return len(found)

    def _show_from(self, number: int) -> None:
        for each in self._shown:
            drop(each)
        self._shown, self.views = [], {}
        self._next = number
        self.first.setVisible(number > 0)
        self._add_more()

    def _add_more(self) -> None:
        count = _FOUND_AT_ONCE if self._wanted else _AT_ONCE
        for place in self._places[self._next : self._next + count]:
            clause = self._clauses[place]
            view = ClauseView(self._theme, clause)
            if self._wanted:
                view.show_words(self._wanted)
            binds = bound_words(clause.binds)
            said = [PlainLabel(self._theme, binds, _SMALL, wrap=True)] if binds else []
            self._column.add(*said, view)
            self._shown += [*said, view]
            self.views[place] = view
        self._next += count
        self.more.setVisible(self._next < len(self._places))

    @Slot()
    def _begin_again(self) -> None:
        self._show_from(0)
        self.begun_again.emit()

    @Slot()
    def _read_on(self) -> None:
        before = self._next
        self._add_more()
        announce(self, self.views[self._places[before]].accessibleName())
