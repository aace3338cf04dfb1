# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card for when a child tells somebody something, behind one control beside the question for which it is wanted."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.child_card import CardPart, PartTone, card_with, child_card
from ui.forms.fold import Fold
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.points import points

_LOOKS: Mapping[PartTone, tuple[Icon, str]] = {
    PartTone.DO: (Icon.CHECK, "status.ok.strong"),
    PartTone.DONT: (Icon.BAN, "status.danger.strong"),
    PartTone.AFTER: (Icon.ARROW_RIGHT, "text.secondary"),
}


class ChildFold(Fold):
    """Nothing that was typed is left for it. `words` are asked for when it is opened: whom to find now."""

    def __init__(self, theme: ThemeSource, words: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(theme, child_card().title)
        self._words = words
        self.wanted.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.put(part_cards(self._theme, card_with(self._words()).parts))


def part_cards(theme: ThemeSource, parts: Sequence[CardPart], role: str = "small") -> list[QWidget]:
    """The parts of the card, a card each."""
    return [Card(theme, part.title, *points(theme, part.points, *_LOOKS[part.tone], role), gap=2) for part in parts]
