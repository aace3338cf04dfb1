# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One person chooses a passphrase: typed twice, judged in words as they type, or suggested (ux.md A2)."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot

from desktop.passphrases import strength_of
from desktop.phrases import PASSPHRASE_WORDS
from ui.setup.passphrase_advice import Meter, Suggestion, advice_on
from ui.setup.words import Setup, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle


class PassphrasePanel(Card):
    """Asks for a passphrase of `name`, whom a guesser would try first, like the other `names`.

    What was typed stays until `clear`: what comes after may be refused. `words` is how long a suggestion is.
    """

    chosen = Signal(object)
    """A passphrase was chosen and typed twice."""

    def __init__(
        self, theme: ThemeSource, name: str, names: Collection[str] = (), *, words: int = PASSPHRASE_WORDS
    ) -> None:
        super().__init__(theme, say(Setup.CHOOSE_PASSPHRASE), gap=4)
        self._names = (name, *names)
        self._first = PassphraseInput(theme)
        self._again = PassphraseInput(theme)
        self._first_field = Field(theme, say(Setup.PASSPHRASE), self._first)
        self._again_field = Field(theme, say(Setup.ONCE_MORE), self._again)
        self._meter = Meter(theme)
        self._suggestion = Suggestion(theme, words)
        self._use = Button(theme, say(Setup.USE_PASSPHRASE), ButtonKind.PRIMARY)
        quiet = TextStyle("small", "text.secondary")
        self._no_reset = PlainLabel(theme, say(Setup.NO_RESET), quiet, wrap=True)
        self.add(
            PlainLabel(theme, say(Setup.FOR_NAME, name=name), "label", wrap=True),
            PlainLabel(theme, say(Setup.PASSPHRASE_ADVICE), quiet, wrap=True),
            self._suggestion,
            self._first_field,
            self._meter,
            self._again_field,
            self._no_reset,
            Row(theme, self._use, Stretch()),
        )
        self.setFocusProxy(self._first)
        self._connect()

    def _connect(self) -> None:
        self._first.edited.connect(self._judge)
        self._again.edited.connect(self._clear_error)
        self._first.entered.connect(self._again.setFocus)
        self._again.entered.connect(self._choose)
        self._suggestion.made.connect(self._first.setFocus)
        self._use.clicked.connect(self._choose)

    def show_no_reset(self, sentence: str) -> None:
        """Say who can help if it is lost."""
        self._no_reset.show_words(sentence)

    def clear(self) -> None:
        """Forget everything that was typed or suggested."""
        self._first.set_value("")
        self._again.set_value("")
        self._suggestion.clear()

    def set_busy(self, word: str) -> None:
        """Show that what was chosen is being worked on."""
        self._use.set_busy(word)

    def set_ready(self) -> None:
        """Take another passphrase."""
        self._use.set_ready()

    @Slot(str)
    def _judge(self, typed: str) -> None:
        self._first_field.show_error("")
        self._meter.judge(typed, self._names)

    @Slot()
    def _clear_error(self) -> None:
        self._again_field.show_error("")

    @Slot()
    def _choose(self) -> None:
        if self._use.is_busy:
            return
        typed = self._first.value()
        strength = strength_of(typed, self._names)
        self._first_field.show_error(advice_on(typed, self._names) if strength.is_refused else "")
        is_same = typed == self._again.value()
        self._again_field.show_error("" if is_same or strength.is_refused else say(Setup.NOT_THE_SAME))
        if strength.is_refused:
            self._first.setFocus()
        elif not is_same:
            self._again.set_value("")
            self._again_field.show_error(say(Setup.NOT_THE_SAME))
            self._again.setFocus()
        else:
            self.chosen.emit(typed)
