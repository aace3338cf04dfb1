# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field for several words of a known list: it suggests the word that is being typed, after two letters.

Anything may be typed all the same. What is typed is seen: people copy it from a slip of paper.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.line_input import LineInput

_LETTERS = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LAST_WORD = re.compile(r"[^\s-]*$")
_NO_WORD = "\0"


class WordsInput(LineInput):
    """One line of words. A word that was chosen is followed by a space."""

    entered = Signal()
    """Enter was pressed while nothing was suggested."""

    def __init__(self, theme: ThemeSource, words: Sequence[str]) -> None:
        super().__init__(theme, clearable=True)
        completer = _LastWord(words, self)
        self._popup = QListView()
        self._popup.setObjectName("suggestions")
        completer.setPopup(self._popup)
        self.setCompleter(completer)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self._popup.isVisible():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _LastWord(QCompleter):
    """Completes the last word of a line and leaves those before it."""

    def __init__(self, words: Sequence[str], parent: QWidget) -> None:
        self._words = sorted(words)
        super().__init__(QStringListModel(self._words, parent), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModelSorting(QCompleter.ModelSorting.CaseSensitivelySortedModel)

    @override
    def splitPath(self, path: str) -> list[str]:
        word = _last_word(path).casefold()
        return [_NO_WORD if len(word) < _LETTERS or self._is_whole(word) else word]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        typed = self.completionPrefix()  # the line itself already shows what is only reached, not chosen yet
        return f"{typed[: len(typed) - len(_last_word(typed))]}{index.data()} "

    def _is_whole(self, word: str) -> bool:
        """Say whether it is one of the words, and begins no other."""
        place = bisect_left(self._words, word)
        return self._words[place : place + 1] == [word] and not any(
            each.startswith(word) for each in self._words[place + 1 : place + 2]
        )


def _last_word(typed: str) -> str:
    found = _LAST_WORD.search(typed)
    return found.group() if found else ""
