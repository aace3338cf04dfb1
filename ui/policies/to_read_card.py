# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card on somebody's own page with the policies and guidance that they are asked to confirm (ux.md S8, S9)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words
from desktop.policies.guidance import ToRead
from desktop.policies.shelf import OnShelf
from desktop.training.register import State, TrainingRow
from ui.policies.facts import guidance_words
from ui.policies.words import Policy
from ui.staff.words import say
from ui.theme.source import ThemeSource
from ui.training.words import Said
from ui.training.words import say as say_training
from ui.widgets.card import Card, Line
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

Asked = OnShelf | ToRead | TrainingRow


class ToReadCard(QWidget):
    """A row for each policy and piece of guidance to be confirmed, and for training that is due. Nothing hides it."""

    asked = Signal(object)
    """One is to be looked at: the `OnShelf`, the `ToRead` or the `TrainingRow`."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._content: QWidget | None = None
        self._column = Column(theme)
        self.setLayout(self._column)
        self.hide()

    def show_shelf(
        self, shelf: Sequence[OnShelf] = (), guidance: Sequence[ToRead] = (), training: Sequence[TrainingRow] = ()
    ) -> None:
        """Ask for those of these that are to be confirmed, and remind of this training."""
        if self._content is not None:
            drop(self._content)
        to_read: tuple[OnShelf | ToRead, ...] = (*shelf, *guidance)
        asked = [each for each in to_read if each.is_asked]
        self._content = QWidget()
        parts = [*self._part(say(Policy.TO_CONFIRM), asked), *self._part(say_training(Said.OWN_HEAD), training)]
        self._content.setLayout(Column(self._theme, *parts, gap=2))
        self._column.add(self._content)
        self.setVisible(bool(parts))

    def _part(self, heading: str, asked: Sequence[Asked]) -> list[QWidget]:
        if not asked:
            return []
        card = Card(self._theme, gap=0, margins=(5, 2, 5, 2))
        for number, each in enumerate(asked):
            card.add(*([Line(self._theme)] if number else []), self._row(each))
        return [PlainLabel(self._theme, heading, "section", wrap=True), card]

    def _row(self, each: Asked) -> QWidget:
        words, does = _told(each)
        link = LinkButton(self._theme, does, name=f"{does}: {words}")
        link.clicked.connect(partial(self._ask, each))
        row = QWidget()
        label = PlainLabel(self._theme, words, TextStyle("small"), wrap=True)
        row.setLayout(Row(self._theme, Growing(label), link, gap=4, margins=(0, 3, 0, 3)))
        return row

    def _ask(self, each: Asked) -> None:
        self.asked.emit(each)


def _told(each: Asked) -> tuple[str, str]:
    """What is asked, and what its link says."""
    match each:
        case OnShelf():
            return _asking(each), say(Policy.READ)
        case ToRead():
            return guidance_words(each), say(Policy.GUIDANCE_SAY)
        case TrainingRow():
            words = Said.OWN_OVERDUE if each.state is State.OVERDUE else Said.OWN_DUE
            day = date_words(each.due) if each.due else ""
            return say_training(words, title=each.title, day=day), say_training(Said.OWN_LINK)


def _asking(on_shelf: OnShelf) -> str:
    line, count = on_shelf.kept.line, len(on_shelf.changes)
    if on_shelf.is_yearly:
        return say(Policy.YEAR_SINCE, title=line.title)
    day = date_words(line.confirm_by) if line.confirm_by else ""
    said = {0: Policy.CONFIRM_BY, 1: Policy.CHANGED_SINCE_ONE}.get(count, Policy.CHANGED_SINCE)
    return say(said, title=line.title, day=day, count=str(count))
