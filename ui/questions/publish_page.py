# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, questions for everyone: one is written anew, checked for names and proposed, or taken back."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.changing.change import Said
from desktop.people import School
from desktop.questions.asked import answered
from desktop.questions.checking import Asked
from desktop.questions.library import Published, published
from desktop.questions.publishing import publishing, taking_back
from desktop.questions.text import question_of
from desktop.session import Session
from ui.questions.publish_words import Publishing
from ui.questions.question_card import QuestionCard
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.words import say
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary", limit=4_000)


class PublishPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Publishing.TITLE), say(Publishing.FOR))
        self.card = QuestionCard(self.theme, context.today)
        self._list = Column(self.theme, gap=3)
        self._shown: QWidget | None = None
        self._wanted = ""
        self.body.add(self.card)
        self.body.addLayout(self._list)
        self.setFocusProxy(self.card)
        self.card.asked.connect(self._ask)

    @override
    def begin_with(self, what: str) -> None:
        self._wanted = what

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        self.card.show_school(school)
        self.ask(partial(_read, self.context.session), self._show)

    def _show(self, found: tuple[tuple[Asked, ...], tuple[Published, ...]]) -> None:
        asked, listed = found
        self.card.offer(asked)
        if self._wanted:
            self.card.begin_with(self._wanted)
            self._wanted = ""
        if self._shown is not None:
            drop(self._shown)
        heading = PlainLabel(self.theme, say(Publishing.PUBLISHED), "cardTitle", wrap=True)
        nothing = PlainLabel(self.theme, say(Publishing.NOTHING), _QUIET, wrap=True)
        self._shown = QWidget()
        self._shown.setLayout(Column(self.theme, heading, *([self._row(each) for each in listed] or [nothing]), gap=3))
        self._list.add(self._shown)

    def _row(self, each: Published) -> QWidget:
        title = each.text.question if each.text else say(Publishing.NOT_HERE)
        back = Button(self.theme, say(Publishing.TAKE_BACK), size=ButtonSize.SMALL)
        back.setAccessibleName(say(Publishing.TAKE_BACK_NAMED, question=title))
        back.clicked.connect(partial(self._take_back, each.fingerprint))
        answer = [PlainLabel(self.theme, each.text.answer, _QUIET, wrap=True)] if each.text else []
        return Card(self.theme, title, *answer, Row(self.theme, back, Stretch()), gap=2)

    @Slot()
    def _ask(self) -> None:
        typed, asked, machine = self.card.typed(), self.card.chosen(), self.context.candour.machine

        def made() -> Said:
            return publishing(machine, question_of(*typed), asked)

        self.ask(made, lambda said: self.change([said], self.card.clear))

    def _take_back(self, fingerprint: str) -> None:
        self.ask(partial(taking_back, self.school, fingerprint), lambda said: self.change([said], _nothing))


def _read(session: Session) -> tuple[tuple[Asked, ...], tuple[Published, ...]]:
    machine = session.machine
    return answered(session), published(machine.school, machine.documents)


def _nothing() -> None:
    """Nothing was typed that could be cleared."""
