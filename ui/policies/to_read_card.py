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
from ui.policies.facts import guidance_words
from ui.policies.words import Policy
from ui.staff.words import say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card, Line
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle


class ToReadCard(QWidget):
    """A row for each policy and each piece of guidance to be confirmed. Nothing to read hides it."""

    asked = Signal(object)
    """One is to be read: the `OnShelf` or the `ToRead`."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._content: QWidget | None = None
        self._column = Column(theme)
        self.setLayout(self._column)
        self.hide()

    def show_shelf(self, shelf: Sequence[OnShelf], guidance: Sequence[ToRead] = ()) -> None:
        """Ask for those of these that are to be confirmed."""
        if self._content is not None:
            drop(self._content)
        every: tuple[OnShelf | ToRead, ...] = (*shelf, *guidance)
        asked = [each for each in every if each.is_asked]
        card = Card(self._theme, gap=0, margins=(5, 2, 5, 2))
        for number, each in enumerate(asked):
            card.add(*([Line(self._theme)] if number else []), self._row(each))
        heading = PlainLabel(self._theme, say(Policy.TO_CONFIRM), "section", wrap=True)
        self._content = QWidget()
        self._content.setLayout(Column(self._theme, heading, card, gap=2))
        self._column.add(self._content)
        self.setVisible(bool(asked))

    def _row(self, each: OnShelf | ToRead) -> QWidget:
        words = _asking(each) if isinstance(each, OnShelf) else guidance_words(each)
        does = say(Policy.READ if isinstance(each, OnShelf) else Policy.GUIDANCE_SAY)
        link = LinkButton(self._theme, does, name=f"{does}: {words}")
        link.clicked.connect(partial(self._ask, each))
        row = QWidget()
        label = PlainLabel(self._theme, words, TextStyle("small"), wrap=True)
        row.setLayout(Row(self._theme, Growing(label), link, gap=4, margins=(0, 3, 0, 3)))
        return row

    def _ask(self, each: OnShelf | ToRead) -> None:
        self.asked.emit(each)


def _asking(on_shelf: OnShelf) -> str:
    line, count = on_shelf.kept.line, len(on_shelf.changes)
    if on_shelf.is_yearly:
        return say(Policy.YEAR_SINCE, title=line.title)
    day = date_words(line.confirm_by) if line.confirm_by else ""
    said = {0: Policy.CONFIRM_BY, 1: Policy.CHANGED_SINCE_ONE}.get(count, Policy.CHANGED_SINCE)
    return say(said, title=line.title, day=day, count=str(count))
