# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a table writes in its own way: each with what it may mean, some at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.people import Person, PersonId
from ui.importing.words import Importing, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.text_flow import TextStyle
from ui.widgets.visible_text import one_line, visible

_SHOWN = 12
_LONGEST = 60
_NONE = ""
_SMALL = TextStyle("small", "text.secondary")


class SettleCard(Card):
    """Some of what is written, a choice beside each. Its maker ends it with `end`."""

    def __init__(self, theme: ThemeSource, title: str, note: str) -> None:
        super().__init__(theme, title, PlainLabel(theme, note, wrap=True), gap=3)
        self._theme = theme
        self.combos: dict[str, ComboChoice] = {}

    def offer(self, offered: Mapping[str, Iterable[Choice]], unsettled: str) -> int:
        """Show the first of them, each at first as what is not settled; returns how many are left for later."""
        for written in list(offered)[:_SHOWN]:
            self.combos[written] = combo = ComboChoice(self._theme, [Choice(_NONE, unsettled), *offered[written]])
            combo.set_value(_NONE)
            self.add(Field(self._theme, one_line(visible(written, _LONGEST)), combo))
        self.setFocusProxy(next(iter(self.combos.values())))
        return len(offered) - len(self.combos)

    def end(self, later: str, use: str, tell: Callable[[], None], *above: QWidget) -> None:
        """Say what is left for later, if anything, and end with the button that has the choices told."""
        if later:
            self.add(PlainLabel(self._theme, later, _SMALL, wrap=True))
        button = Button(self._theme, use)
        self.add(*above, Row(self._theme, button, Stretch()))
        button.clicked.connect(tell)

    @property
    def chosen(self) -> dict[str, str]:
        """What was settled, by what is written."""
        return {written: value for written, combo in self.combos.items() if (value := combo.value())}


class NamesCard(SettleCard):
    """The names that may mean somebody listed, each with whom it may mean. What is not chosen is left out."""

    settled = Signal(object, bool)
    """Whom names mean, and whether all that can mean one person only are taken to."""

    def __init__(
        self, theme: ThemeSource, names: Mapping[str, Sequence[PersonId]], people: Mapping[PersonId, Person]
    ) -> None:
        super().__init__(theme, say(Importing.NAMES), say(Importing.NAMES_MORE))
        self.likely = CheckBox(theme, say(Importing.LIKELY))
        offered = {
            written: [Choice(each, f"{people[each].name}, {people[each].job}") for each in meant]
            for written, meant in names.items()
        }
        more = self.offer(offered, say(Importing.LEAVE_OUT))
        later = say(Importing.MORE_NAMES, count=f"{more:,}") if more else ""
        self.end(later, say(Importing.SETTLE_NAMES), self._tell, self.likely)

    @Slot()
    def _tell(self) -> None:
        self.settled.emit({name: PersonId(who) for name, who in self.chosen.items()}, self.likely.isChecked())
