# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Who do I tell?”: two questions, and a named answer below them at once. Nothing that is chosen is kept or sent."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.contacting import finder, whom_to_tell
from desktop.forms import reach
from desktop.people import Person
from ui.staff.contact_list import ContactList, Way, contact_way
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.radio_list import RadioList


class TellFinder(QWidget):
    """The questions. `answer` is a widget for the page to place."""

    def __init__(self, theme: ThemeSource, here: Here) -> None:
        super().__init__()
        self._here = here
        table = finder()
        self._about = RadioList(theme, [Choice(each, words) for each, words in table.about.items()])
        self._what = RadioList(theme, [Choice(each, words) for each, words in table.what.items()])
        self.answer = Answer(theme)
        about = Field(theme, say(Staff.TELL_ABOUT), self._about)
        self.setLayout(Column(theme, about, Field(theme, say(Staff.TELL_WHAT), self._what), gap=5))
        self.setFocusProxy(self._about)
        self._about.edited.connect(self._show)
        self._what.edited.connect(self._show)

    @Slot()
    def _show(self) -> None:
        about, what = self._about.value(), self._what.value()
        if about is None or what is None:
            return
        here = self._here
        told = whom_to_tell(about, what, here.school, here.today())
        ways = [*(_person(each) for each in told.people), *(contact_way(each) for each in told.outside)]
        self.answer.show_ways(told.words, ways)
        announce(self, f"{told.words} {', '.join(way.name for way in ways)}")


class Answer(Card):
    """Whom to tell, once both questions are answered. The page says where it stands."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, say(Staff.TELL_WHOM), gap=3)
        self._theme = theme
        self._words = PlainLabel(theme, say(Staff.TELL_FIRST), "bodyStaff", wrap=True)
        self._list: QWidget | None = None
        self.add(self._words)

    def show_ways(self, words: str, ways: Sequence[Way]) -> None:
        """Show another answer."""
        self._words.show_words(words)
        if self._list is not None:
            drop(self._list)
        self._list = ContactList(self._theme, ways)
        self.add(self._list)


def _person(person: Person) -> Way:
    return Way(person.name, person.job, reach("_", person)["__at"].removeprefix(": "))
