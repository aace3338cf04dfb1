# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card with which a reader is kept away from what is about somebody. Why is never asked and never written down."""

from PySide6.QtCore import Signal, Slot

from desktop.changing.change import apart, apart_from_employer
from desktop.changing.telling import name
from desktop.people import PersonId, School
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap
from ui.widgets.line_input import LineInput
from ui.widgets.person_rows import PersonRow
from ui.widgets.segmented import Segmented
from ui.widgets.text_flow import TextStyle

_KEEP, _END = "keep", "end"


class ApartCard(Card):
    """Who is kept apart now, and a reader, a person and the last day for a change of it."""

    asked = Signal(object)
    """A change is wanted."""

    def __init__(self, page: ChangePage) -> None:
        theme = page.theme
        more = PlainLabel(theme, say(Settings.APART_MORE), TextStyle("small", "text.secondary"), wrap=True)
        super().__init__(theme, say(Settings.APART), more, gap=3)
        self._page = page
        self._pairs = Column(theme, gap=1)
        self._shown: list[PlainLabel] = []
        self._reader, self._about, self._until = page.picker(), page.picker(), page.day()
        self._way = Segmented(theme, [Choice(_KEEP, say(Settings.APART_KEEP)), Choice(_END, say(Settings.APART_END))])
        self._who = Field(theme, say(Settings.APART_READER), self._reader)
        self._whom = Field(theme, say(Settings.APART_ABOUT), self._about)
        self._employer = LineInput(theme, compact=True)
        self._works_for = Field(theme, say(Settings.APART_EMPLOYER), self._employer, hint=say(Settings.APART_HINT))
        self._day = Field(theme, say(Settings.UNTIL), self._until)
        save = Button(theme, say(Settings.SAVE), ButtonKind.PRIMARY)
        self.body.addLayout(self._pairs)
        way = Field(theme, say(Settings.WHAT_HAPPENS), self._way)
        self.add(self._who, self._whom, self._works_for, way, self._day, Gap(1), save)
        save.clicked.connect(self._ask)
        self.clear()

    def show_school(self, school: School) -> None:
        """Show who is kept apart now."""
        while self._shown:
            drop(self._shown.pop())
        for pair in school.conflicts:
            about = name(school, pair.about) if pair.about else pair.about_employer
            words = say(Settings.APART_PAIR, reader=name(school, pair.reader), about=about)
            self._shown.append(PlainLabel(self._page.theme, words, wrap=True))
        self._pairs.add(*self._shown)

    def clear(self) -> None:
        """Forget what was chosen."""
        self._reader.set_value(self._page.row(self._page.context.me))
        self._about.set_value(None)
        self._employer.set_value("")
        self._until.set_value(None)
        self._way.set_value(_KEEP)

    @Slot()
    def _ask(self) -> None:
        reader, about, employer = self._reader.value(), self._about.value(), self._employer.value().strip()
        is_reader, is_about = isinstance(reader, PersonRow), isinstance(about, PersonRow)
        self._who.show_error("" if is_reader else say(Settings.NEEDS_PERSON))
        self._whom.show_error("" if is_about or employer else say(Settings.NEEDS_PERSON))
        is_known = self._show_employer_error(employer, with_person=is_about)
        is_day = show_day_error(self._day, self._until)
        until, ends = self._until.value(), self._way.value() == _END
        if not (isinstance(reader, PersonRow) and is_known and is_day):
            return
        if isinstance(about, PersonRow):
            self.asked.emit(apart(PersonId(reader.id), PersonId(about.id), until, ends=ends))
        elif employer:
            self.asked.emit(apart_from_employer(PersonId(reader.id), employer, until, ends=ends))

    def _show_employer_error(self, employer: str, *, with_person: bool) -> bool:
        """Say what is wrong with an employer: one that nobody works for, or that stands beside a person."""
        error = Settings.APART_ONE if employer and with_person else None
        school = self._page.school
        known = {each.employer.casefold() for each in school.people.values()}
        known |= {pair.about_employer.casefold() for pair in school.conflicts}
        if employer and error is None and employer.casefold() not in known:
            error = Settings.APART_UNKNOWN
        self._works_for.show_error(say(error) if error else "")
        return error is None
