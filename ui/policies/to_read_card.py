# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card on somebody's own page with the policies that they are asked to read and confirm (ux.md S8, S9)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words
from desktop.policies.shelf import OnShelf
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
    """A row for each policy to be confirmed. Nothing to read hides it."""

    policy_asked = Signal(object)
    """A policy is to be read: the `OnShelf`."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._content: QWidget | None = None
        self._column = Column(theme)
        self.setLayout(self._column)
        self.hide()

    def show_shelf(self, shelf: Sequence[OnShelf]) -> None:
        """Ask for those of these that are to be confirmed."""
        if self._content is not None:
            drop(self._content)
        asked = [each for each in shelf if each.is_asked]
        card = Card(self._theme, gap=0, margins=(5, 2, 5, 2))
        for number, each in enumerate(asked):
            card.add(*([Line(self._theme)] if number else []), self._row(each))
        heading = PlainLabel(self._theme, say(Policy.TO_CONFIRM), "section", wrap=True)
        self._content = QWidget()
        self._content.setLayout(Column(self._theme, heading, card, gap=2))
        self._column.add(self._content)
        self.setVisible(bool(asked))

    def _row(self, on_shelf: OnShelf) -> QWidget:
        words = _asking(on_shelf)
        link = LinkButton(self._theme, say(Policy.READ), name=f"{say(Policy.READ)}: {words}")
        link.clicked.connect(partial(self._ask, on_shelf))
        row = QWidget()
        label = PlainLabel(self._theme, words, TextStyle("small"), wrap=True)
        row.setLayout(Row(self._theme, Growing(label), link, gap=4, margins=(0, 3, 0, 3)))
        return row

    def _ask(self, on_shelf: OnShelf) -> None:
        self.policy_asked.emit(on_shelf)


def _asking(on_shelf: OnShelf) -> str:
    line, count = on_shelf.kept.line, len(on_shelf.changes)
    day = date_words(line.confirm_by) if line.confirm_by else ""
    said = {0: Policy.CONFIRM_BY, 1: Policy.CHANGED_SINCE_ONE}.get(count, Policy.CHANGED_SINCE)
    return say(said, title=line.title, day=day, count=str(count))
