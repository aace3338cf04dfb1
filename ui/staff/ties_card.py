# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card on somebody's own page that asks once a year whether their ties are still right (ux.md S5, S8).

Whom a tie is to is not on it, because colleagues walk past.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import london_day, short_date_words
from desktop.declarations.yearly import ENDED, RENEWED, declared_again
from desktop.forms import FormSpec
from desktop.forms.filling import Filling
from desktop.sent import SentItem
from ui.staff.renewing_words import Renew, say_count
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card, Line
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_ANSWERS = ((RENEWED, Renew.CHANGE), (ENDED, Renew.ENDED))


class TiesCard(QWidget):
    """One row for each tie of an earlier school year, with what may be said about it. Nothing to ask hides it."""

    asked = Signal(object)
    """A tie is to be declared otherwise: the `Filling` of its form."""
    all_right = Signal(object)
    """All of them are still so: the ties."""

    def __init__(self, theme: ThemeSource, form: FormSpec) -> None:
        super().__init__()
        self._theme = theme
        self._form = form
        self._ties: Sequence[SentItem] = ()
        self._content: QWidget | None = None
        self._column = Column(theme)
        self.setLayout(self._column)
        self.hide()

    def show_ties(self, ties: Sequence[SentItem]) -> None:
        """Ask about these."""
        if self._content is not None:
            drop(self._content)
        self._ties = ties
        self._content = QWidget()
        card = Card(self._theme, gap=0, margins=(5, 2, 5, 2))
        for number, tie in enumerate(ties):
            card.add(*([Line(self._theme)] if number else []), self._row(tie))
        all_right = Button(self._theme, say(Renew.ALL_RIGHT), ButtonKind.SECONDARY, ButtonSize.SMALL, icon=Icon.CHECK)
        all_right.clicked.connect(self._say_all_right)
        card.add(Line(self._theme), Row(self._theme, all_right, Stretch(), margins=(0, 3, 0, 3)))
        words = say_count(Renew.HEADING_ONE, Renew.HEADING, len(ties))
        heading = PlainLabel(self._theme, words, "section", wrap=True)
        self._content.setLayout(Column(self._theme, heading, card, gap=2))
        self._column.add(self._content)
        self.setVisible(bool(ties))

    def _row(self, tie: SentItem) -> QWidget:
        when = say(Staff.TIE_DECLARED, day=short_date_words(london_day(tie.at)), reference=tie.reference)
        links = [LinkButton(self._theme, say(words), name=f"{say(words)}: {when}") for _, words in _ANSWERS]
        for link, (state, _) in zip(links, _ANSWERS, strict=True):
            link.clicked.connect(partial(self._ask, tie, state))
        row = QWidget()
        label = PlainLabel(self._theme, when, TextStyle("small", tabular=True), wrap=True)
        row.setLayout(Row(self._theme, Growing(label), *links, gap=4, margins=(0, 3, 0, 3)))
        return row

    def _ask(self, tie: SentItem, state: str) -> None:
        """What has changed is asked from the first question on; of one that has ended we ask when."""
        self.asked.emit(Filling(self._form, signed_in=True, typed=declared_again(tie, state)))

    @Slot()
    def _say_all_right(self) -> None:
        self.all_right.emit(self._ties)
