# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Under the search: the people and pages that may be meant besides records, to be gone to at once (ux.md 6, Ctrl K)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.searching.going import Destination, pages_like, people_like
from ui.reports.cards import CARDS
from ui.review.desk_page import DeskContext, Place
from ui.review.places import DeskEntry
from ui.review.records import Records, Refused
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import initials
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.dropping import drop
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle

Go = Callable[[Place, str], None]


class GoTo(QWidget):
    """The buttons. It is hidden while there is nowhere to go."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__()
        self._theme = theme
        self._records = records
        self._typed = ""
        self._pages: Sequence[Destination] = ()
        self._go: Go = _nowhere
        self._is_private = False
        self._people: tuple[Destination, ...] = ()
        self.buttons: list[Button] = []
        self._holder = QWidget()
        self._column = Column(
            theme, PlainLabel(theme, say(Said.GO_TO), TextStyle("small", "text.secondary")), gap=1, margins=(5, 2, 5, 2)
        )
        self.setLayout(self._column)
        self.hide()

    def lead(self, context: DeskContext, entries: Sequence[DeskEntry], go: Go) -> None:
        """Offer these pages and the reports of whoever is signed in; `go` is what goes there."""
        pages = [Destination(place=entry.place.value, name=entry.name()) for entry in entries]
        mine = (card for card in CARDS if card.is_for(context))
        pages += [Destination(place=Place.REPORTS.value, name=card.title(), what=card.id) for card in mine]
        self._pages, self._go = pages, go

    def look(self, typed: str) -> None:
        """Offer what this may mean; nothing typed offers nothing."""
        self._typed = typed
        if not typed.strip():
            self._take(typed, ())
            return
        operation = partial(people_like, place=Place.PEOPLE.value, typed=typed)
        self._records.ask(self, operation, partial(self._take, typed), self._fail)

    def show_private(self, *, private: bool) -> None:
        """Show people by their initials, or by their names again."""
        self._is_private = private
        self._show()

    def _take(self, typed: str, people: tuple[Destination, ...]) -> None:
        if typed == self._typed:
            self._people = people
            self._show()

    def _fail(self, _refused: Refused) -> None:
        """The list beside it says what is wrong."""
        self._take(self._typed, ())

    def _show(self) -> None:
        found = (*self._people, *pages_like(self._pages, self._typed))
        drop(self._holder)
        self._holder = QWidget()
        self.buttons = [self._button(each) for each in found]
        self._holder.setLayout(Flow(self._theme, self.buttons, gap=2))
        self._column.add(self._holder)
        self.setVisible(bool(found))

    def _button(self, to: Destination) -> Button:
        is_person = to.place == Place.PEOPLE.value and bool(to.what)
        words = initials(to.name) if is_person and self._is_private else to.name
        icon = Icon.USER_ROUND if is_person else Icon.ARROW_RIGHT
        button = Button(self._theme, words, ButtonKind.SECONDARY, ButtonSize.SMALL, icon=icon)
        button.setAccessibleName(say(Said.GO_TO_NAMED, name=words))
        button.clicked.connect(_going(self._go, to))
        return button


def _going(go: Go, to: Destination) -> Callable[[], None]:
    def act() -> None:
        go(Place(to.place), to.what)

    return act


def _nowhere(_place: Place, _what: str) -> None:
    """Nobody has said yet what goes there."""
