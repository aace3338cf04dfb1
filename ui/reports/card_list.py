# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The cards of the Reports page, two beside each other where there is room."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ui.reports.cards import CARDS, ReportCard
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Surface
from ui.widgets.door_card import Door, DoorCard
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle

_TWO_CARDS = 560  # pixels at 100 % that two cards need beside each other


class CardList(Surface):
    """The page of cards: those that are for whoever is signed in."""

    chosen = Signal(str)
    """A card was chosen: its id."""
    sealed_asked = Signal()
    """A file that somebody sealed to them is to be opened."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("canvas")
        self._context = context
        self.cards: dict[str, DoorCard] = {}
        self._rows: list[Row] = []
        theme = context.theme
        intro = PlainLabel(theme, say(Said.FOR), TextStyle("body", "text.secondary"), wrap=True)
        self._place = Column(theme, gap=4)
        column = Column(theme, PlainLabel(theme, say(Said.TITLE), "screenTitle", wrap=True), intro, gap=3)
        self.open_sealed = Button(theme, say(Said.OPEN_SEALED), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.MAIL_OPEN)
        self.open_sealed.clicked.connect(self.sealed_asked)
        column.addLayout(self._place)
        column.add(Row(theme, self.open_sealed, Stretch()))
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(Column(theme, column, margins=(7, 6, 7, 5)))
        self.setLayout(Column(theme, Growing(ScrollPage(theme, holder))))
        self.show_cards()

    def show_cards(self) -> None:
        """Show the cards that are for them now: who is what may have changed."""
        mine = [card for card in CARDS if card.is_for(self._context)]
        if list(self.cards) == [card.id for card in mine]:
            return
        for old in self.cards.values():
            drop(old)
        doors = [_CardDoor(self._context.theme, card) for card in mine]
        self.cards = {card.id: door for card, door in zip(mine, doors, strict=True)}
        for door in doors:
            door.asked.connect(self.chosen)
        self._rows = [_pair(self._context.theme, doors[place : place + 2]) for place in range(0, len(doors), 2)]
        self._place.add(*self._rows)
        self.setFocusProxy(doors[0])
        self._arrange()

    def come_back_to(self, card_id: str) -> None:
        """Have the keyboard begin at this card, if it is one of theirs."""
        if card_id in self.cards:
            self.setFocusProxy(self.cards[card_id])

    def _arrange(self) -> None:
        is_tight = self.width() < self._context.theme.now.px(_TWO_CARDS)
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _CardDoor(DoorCard):
    asked = Signal(str)

    def __init__(self, theme: ThemeSource, card: ReportCard) -> None:
        door = Door(icon=card.icon, tone=card.tone, title=card.title(), text=card.text(), note=card.note())
        super().__init__(theme, door)
        self._id = card.id
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._id)


def _pair(theme: ThemeSource, doors: list[_CardDoor]) -> Row:
    row = Row(theme, *(Growing(door) for door in doors), gap=4)
    if len(doors) == 1:
        row.add(Stretch())
    return row
