# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One clause to be read: its number and heading, its paragraphs, and the words that were looked for in bold."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.policies.comparing import Part
from desktop.policies.telling import words
from desktop.policies.version import Clause
from desktop.policies.words_found import spans_of
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import Span, TextStyle, Words

_TEXT = TextStyle("bodyStaff", limit=100_000)
"""What is confirmed is what was shown: no paragraph is cut."""


class ClauseView(QWidget):
    """A clause. `show_words` marks words in it."""

    def __init__(self, theme: ThemeSource, clause: Clause) -> None:
        super().__init__()
        self.clause = clause
        title = clause_title(clause)
        self.heading = PlainLabel(theme, title, "section", wrap=True)
        self._paragraphs = [PlainLabel(theme, text, _TEXT, wrap=True) for text in clause.paragraphs]
        self.setLayout(Column(theme, *([self.heading] if title else []), *self._paragraphs, gap=2))
        self.setAccessibleName(title)

    def show_words(self, wanted: Sequence[str]) -> None:
        """Show these words in bold wherever they stand."""
        for label, text in zip(self._paragraphs, self.clause.paragraphs, strict=True):
            label.show_words(_marked(text, wanted))


def clause_title(clause: Clause) -> str:
    """A clause's number and heading."""
    number = clause.label if clause.number or clause.appendix else ""
    return " ".join(part for part in (number, clause.heading) if part)


def change_spans(part: Part, pieces: Sequence[tuple[str, bool]]) -> Words:
    """A paragraph as one version has it, its changed words in bold after a word that says which version."""
    before, after = words()["part"][part.value].split("{words}")
    told = [Span(piece, strong=is_changed) for piece, is_changed in pieces]
    return [Span(before), *told, Span(after)]


def _marked(text: str, wanted: Sequence[str]) -> Words:
    if not wanted:
        return text
    return [Span(part, strong=True) if is_found else Span(part) for part, is_found in spans_of(text, wanted)]
