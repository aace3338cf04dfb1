# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card of the places that are suggested when a form asks where."""

from PySide6.QtCore import Signal, Slot

from ui.settings.lists_words import Lists
from ui.settings.words import Settings, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.layouts import Gap
from ui.widgets.text_area import TextArea

_LINES = (4, 12)


class PlacesCard(Card):
    """The card: a place on each line."""

    asked = Signal(object)
    """These are to be the places: a tuple of their names."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, say(Lists.PLACES), gap=3)
        self._now: tuple[str, ...] | None = None
        self._typed = TextArea(theme, role="body", lines=_LINES)
        self._field = Field(theme, say(Lists.PLACES_FIELD), self._typed, hint=say(Lists.PLACES_HINT))
        propose = Button(theme, say(Lists.PLACES_PROPOSE), ButtonKind.PRIMARY)
        self.add(self._field, Gap(1), propose)
        propose.clicked.connect(self._ask)

    def show_places(self, places: tuple[str, ...]) -> None:
        """Show the places as the school has them; what was typed stays, unless something else holds now."""
        if self._now != places:
            self._now = places
            self.fill()

    def fill(self) -> None:
        """Forget what was typed."""
        self._typed.set_value("\n".join(self._now or ()))

    @Slot()
    def _ask(self) -> None:
        places = tuple(filter(None, (" ".join(line.split()) for line in self._typed.value().splitlines())))
        self._field.show_error("" if places != self._now else say(Settings.NOTHING_NEW))
        if places != self._now:
            self.asked.emit(places)
