# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses as something rests on them: of which day, about what, what became of each since, and what rests on none."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.policies.citing import InCode
from desktop.policies.clause_words import as_of_words, because_words, now_words, since_words
from desktop.policies.wording import Without, Worded, Wording
from ui.clauses.words import Clauses, say
from ui.policies.clause_view import ClauseView
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Line
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_BETWEEN = "; "


class WordingView(QWidget):
    """What there is to read, from top to bottom."""

    def __init__(self, theme: ThemeSource, wording: Wording) -> None:
        super().__init__()
        self._theme = theme
        blocks: list[list[QWidget]] = [self._worded(each) for each in wording.clauses]
        blocks += [self._without(each, wording) for each in wording.without]
        column = Column(theme, *self._of_which_day(wording), gap=3)
        for number, block in enumerate(blocks):
            column.add(*([Line(theme)] if number else []), *block)
        self.setLayout(column)

    def _of_which_day(self, wording: Wording) -> Iterator[QWidget]:
        if said := as_of_words(wording.as_of):
            yield PlainLabel(self._theme, said, _SMALL, wrap=True)

    def _worded(self, worded: Worded) -> list[QWidget]:
        said = since_words(worded)
        since = [Banner(self._theme, Tone.INFO, said)] if said else []
        now = self._clause(worded.now) if worded.now and worded.is_reworded else []
        return [*self._about(worded.what), *self._clause(worded.shown), *since, *now]

    def _without(self, without: Without, wording: Wording) -> list[QWidget]:
        reason = PlainLabel(self._theme, because_words(without, wording.as_of), wrap=True)
        now = [widget for each in without.now for widget in self._clause(each)]
        heading = [PlainLabel(self._theme, now_words(), "label", wrap=True)] if now else []
        return [*self._about(without.what), reason, *heading, *now]

    def _about(self, what: tuple[str, ...]) -> list[QWidget]:
        words = say(Clauses.ABOUT, what=_BETWEEN.join(what))
        return [PlainLabel(self._theme, words, _SMALL, wrap=True)] if what else []

    def _clause(self, found: InCode) -> list[QWidget]:
        source = say(Clauses.FROM, title=found.title, edition=found.edition)
        return [ClauseView(self._theme, found.clause), PlainLabel(self._theme, source, _SMALL, wrap=True)]
