# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What helps to choose a passphrase (ux.md A2): random words on request, and in words how easily it is guessed."""

import secrets
from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.passphrases import Strength, strength_of
from desktop.phrases import new_phrase
from ui.setup.words import Setup, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.text_flow import Span, TextStyle

_SAID: Mapping[Strength, tuple[Setup, Setup | None, str]] = {
    Strength.SHORT: (Setup.TOO_EASY, Setup.DO_LONGER, "status.warn.text"),
    Strength.NAMES: (Setup.TOO_EASY, Setup.DO_NAMES, "status.warn.text"),
    Strength.COMMON: (Setup.TOO_EASY, Setup.DO_COMMON, "status.warn.text"),
    Strength.GOOD: (Setup.GOOD, Setup.DO_GOOD, "status.ok.text"),
    Strength.STRONG: (Setup.STRONG, None, "status.ok.text"),
}


class Suggestion(QWidget):
    """The button, and the words below it; `words` is how many. They are typed, not filled in: fingers learn them."""

    made = Signal()
    """Words were suggested: what they are typed into takes the keyboard."""

    def __init__(self, theme: ThemeSource, words: int) -> None:
        super().__init__()
        self._words = words
        self._suggested = PlainLabel(theme, "", "phrase", wrap=True)
        self._suggested.hide()
        button = Button(theme, say(Setup.SUGGEST))
        self.setLayout(Column(theme, Row(theme, button, Stretch()), self._suggested, gap=2))
        button.clicked.connect(self._suggest)

    def clear(self) -> None:
        """Forget what was suggested."""
        self._suggested.show_words("")
        self._suggested.hide()

    @Slot()
    def _suggest(self) -> None:
        self._suggested.show_words(say(Setup.SUGGESTED, phrase=new_phrase(self._words, secrets.choice)))
        self._suggested.show()
        self.made.emit()


class Meter(PlainLabel):
    """Says how easily what is typed is guessed, and what to do about it."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, "", TextStyle("body", weight=600), wrap=True)

    def judge(self, typed: str, names: Collection[str]) -> None:
        """Judge a passphrase; `names` are what a guesser would try first."""
        verdict, _advice, colour = _SAID[strength_of(typed, names)]
        advice = advice_on(typed, names)
        more = [Span(f". {advice}", colour="text.secondary")] if advice else []
        self.show_words([Span(say(verdict), strong=True, colour=colour), *more] if typed else "")


def advice_on(typed: str, names: Collection[str]) -> str:
    """What would make a passphrase better; "" where nothing need be."""
    advice = _SAID[strength_of(typed, names)][1]
    return say(advice) if advice is not None else ""
