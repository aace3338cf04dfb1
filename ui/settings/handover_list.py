# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records that could be handed over, with ticks: open ones, those to look at first, closed ones.

Only a screenful of each is drawn; typing finds the others. What is ticked stays ticked while others are shown.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.handover import Fate, Offer
from desktop.clocks import short_date_words
from desktop.importing.names import loose_key
from ui.settings.handover_words import Handover
from ui.settings.words import say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.check_list import CheckList
from ui.widgets.choice import Choice
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.line_input import LineInput
from ui.widgets.text_flow import TextStyle

_SHOWN = 40
"""So many records of a kind are drawn at once."""

_TITLES = {Fate.PROPOSED: Handover.OPEN, Fate.TO_CONFIRM: Handover.CONFIRM, Fate.BY_CHOICE: Handover.CLOSED}
_SMALL = TextStyle("small", "text.secondary")


class HandoverList(QWidget):
    """The list, for one new reader of this name."""

    def __init__(self, theme: ThemeSource, offers: Sequence[Offer], name: str) -> None:
        super().__init__()
        self._theme = theme
        self._offers = offers
        self._name = name
        self._ticked: set[str] = set()
        self._drawn: list[QWidget] = []
        self._find = LineInput(theme, icon=Icon.SEARCH, clearable=True)
        self._tick_open = Button(theme, say(Handover.TICK_OPEN), size=ButtonSize.SMALL)
        self._place = Column(theme, gap=3)
        left = [
            say(words, count=f"{count:,}")
            for fate, words in ((Fate.NOT_FOR_THEM, Handover.NOT_FOR), (Fate.READS_IT, Handover.READS_IT))
            if (count := sum(offer.fate is fate for offer in offers))
        ]
        column = Column(
            theme, Field(theme, say(Handover.FIND), self._find), Row(theme, self._tick_open, Stretch()), gap=3
        )
        column.addLayout(self._place)
        column.add(*(PlainLabel(theme, line, _SMALL, wrap=True) for line in left))
        self.setLayout(column)
        self._find.edited.connect(self._draw)
        self._tick_open.clicked.connect(self._tick_all_open)
        self._draw()

    @property
    def ticked(self) -> dict[str, bool]:
        """The cases that are ticked, in order, each with whether it had to be looked at first."""
        picked = (offer for offer in self._offers if offer.row.case_id in self._ticked)
        return {offer.row.case_id: offer.fate is Fate.TO_CONFIRM for offer in picked}

    @Slot()
    def _tick_all_open(self) -> None:
        self._ticked |= {offer.row.case_id for offer in self._offers if offer.fate is Fate.PROPOSED}
        self._draw()

    @Slot()
    def _draw(self) -> None:
        while self._drawn:
            drop(self._drawn.pop())
        sought = loose_key(self._find.text())
        for fate, title in _TITLES.items():
            found = [offer for offer in self._offers if offer.fate is fate and sought in _words(offer)]
            if found:
                self._drawn.append(self._group(fate, say(title), found))
                self._place.add(self._drawn[-1])

    def _group(self, fate: Fate, title: str, found: Sequence[Offer]) -> QWidget:
        shown = found[:_SHOWN]
        boxes = CheckList(self._theme, [_choice(offer) for offer in shown])
        boxes.setAccessibleName(title)
        boxes.set_value(self._ticked)
        boxes.edited.connect(partial(self._take, frozenset(offer.row.case_id for offer in shown)))
        first = fate is Fate.TO_CONFIRM
        more = [say(Handover.CONFIRM_MORE, name=self._name)] if first else []
        rest = len(found) - len(shown)
        after = [say(Handover.MORE, count=f"{rest:,}")] if rest else []
        lines = [PlainLabel(self._theme, line, _SMALL, wrap=True) for line in more]
        return Card(
            self._theme, title, *lines, boxes, *(PlainLabel(self._theme, line, _SMALL, wrap=True) for line in after)
        )

    def _take(self, shown: frozenset[str], ticked: tuple[str, ...]) -> None:
        self._ticked = (self._ticked - shown) | {*ticked}


def _choice(offer: Offer) -> Choice:
    row = offer.row
    about = ", ".join(name for name in row.about if name) or say(Handover.NOBODY_NAMED)
    label = say(Handover.RECORD, about=about, reference=row.reference)
    return Choice(row.case_id, label, f"{short_date_words(row.filed_at.date())}  {row.summary}")


def _words(offer: Offer) -> str:
    return loose_key(" ".join((*offer.row.about, offer.row.reference, offer.row.reference.replace("-", ""))))
