# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every question that is published, for anybody to read, with or without a sign-in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.questions.library import Published
from desktop.questions.text import Question
from ui.questions.words import Asked
from ui.staff.here import Here
from ui.staff.side_page import SidePage
from ui.staff.words import say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_ANSWER = TextStyle("bodyStaff", limit=4_000)


class QuestionsPage(SidePage):
    """A card for each question with its answer, the latest first, and the way to ask another."""

    question_asked = Signal()
    """A question of one's own is to be asked."""

    def __init__(self, theme: ThemeSource, here: Here, found: Sequence[Published]) -> None:
        super().__init__(theme, here, say(Asked.TITLE))
        texts = [each.text for each in found if each.text is not None]
        intro = PlainLabel(theme, say(Asked.INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        cards = [self._card(text) for text in texts]
        nothing = EmptyState(theme, Icon.MESSAGE_SQUARE_QUOTE, say(Asked.NONE), say(Asked.NONE_MORE))
        self.column.add(self.title, intro, *(cards or [nothing]), *self._missing(len(found) - len(texts)))
        ask = Button(theme, say(Asked.ASK), icon=Icon.MESSAGE_SQUARE_QUOTE)
        ask.clicked.connect(self.question_asked)
        self.column.add(PlainLabel(theme, say(Asked.NOT_ANSWERED), _SMALL, wrap=True), Row(theme, ask, Stretch()))

    def _card(self, text: Question) -> QWidget:
        card = Card(self.theme, gap=2)
        card.add(PlainLabel(self.theme, text.question, TextStyle("cardTitle", limit=1_000), wrap=True))
        card.add(PlainLabel(self.theme, text.answer, _ANSWER, wrap=True))
        if text.clause:
            card.add(PlainLabel(self.theme, say(Asked.RESTS_ON, clause=text.clause), _SMALL, wrap=True))
        return card

    def _missing(self, count: int) -> list[QWidget]:
        if not count:
            return []
        words = say(Asked.NOT_HERE) if count == 1 else say(Asked.NOT_HERE_SOME, count=str(count))
        return [PlainLabel(self.theme, words, _SMALL, wrap=True)]
