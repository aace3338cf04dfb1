# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Who do I tell?”: two questions, a third where a school has several sites, and a named answer beside them at once.

Nothing that is chosen is kept or sent.
"""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import reach
from desktop.people import Person
from desktop.sites import sites
from desktop.whom_to_tell import Asked, finder, whom_to_tell
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
        places = sites(here.school)
        self._site = RadioList(theme, [Choice(each, each) for each in places]) if places else None
        self.answer = Answer(theme)
        questions = {self._about: Staff.TELL_ABOUT, self._what: Staff.TELL_WHAT}
        if self._site is not None:
            questions[self._site] = Staff.TELL_WHERE
        self.setLayout(Column(theme, *(Field(theme, say(title), each) for each, title in questions.items()), gap=5))
        for question in questions:
            question.edited.connect(self._show)
        self.setFocusProxy(self._about)

    @property
    def _place(self) -> str:
        return (self._site.value() or "") if self._site is not None else ""

    @Slot()
    def _show(self) -> None:
        about, what = self._about.value(), self._what.value()
        if about is None or what is None:
            return
        here = self._here
        asked = Asked(about=about, what=what, site=self._place, me=here.me)
        told = whom_to_tell(asked, here.school, here.today())
        ways = [*(_person(each) for each in told.people), *(contact_way(each, here.today()) for each in told.outside)]
        self.answer.show_ways(say(Staff.TELL_NAMED, name=told.first), told.words, ways)
        announce(self, f"{told.words} {', '.join(way.name for way in ways)}")


class Answer(Card):
    """Whom to tell, once both questions are answered. The page says where it stands."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, gap=3)
        self._theme = theme
        self._first = PlainLabel(theme, say(Staff.TELL_WHOM), "cardTitle", wrap=True)
        self._words = PlainLabel(theme, say(Staff.TELL_FIRST), "bodyStaff", wrap=True)
        self._list: QWidget | None = None
        self.add(self._first, self._words)

    def show_ways(self, first: str, words: str, ways: Sequence[Way]) -> None:
        """Show another answer: whom to tell first, what to do, and everybody."""
        self._first.show_words(first)
        self._words.show_words(words)
        if self._list is not None:
            drop(self._list)
        self._list = ContactList(self._theme, ways)
        self.add(self._list)


def _person(person: Person) -> Way:
    return Way(person.name, person.job, reach("_", person)["__at"].removeprefix(": "))
