# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that changes the directory: the passphrase again, then at once or as a proposal, and what became of it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from typing_extensions import override

from desktop.changing.change import Said
from desktop.changing.making import Made, make_change
from desktop.changing.telling import names
from desktop.forms import Tense, parse_date
from desktop.people import PersonId, School
from desktop.questions.proposed import tell_in_full
from desktop.session import Session
from ui.forms.kit import kit_for
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.words import Settings, say
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow

_OFFERED = timedelta(days=366)
"""How far ahead the calendar goes; a later day can be typed."""


class ChangePage(SettingsPage):
    """A page whose cards change the directory."""

    def __init__(self, context: SettingsContext, title: str, sentence: str) -> None:
        super().__init__(context, title, sentence)
        self.school: School = context.school
        self._kit = kit_for(self.theme, self.school, context.today, dense=True)
        self.note = Banner(self.theme, Tone.INFO, "")
        self.note.hide()
        self.body.add(self.note)

    @override
    def show_error(self, error: Exception) -> None:
        self.note.hide()  # what went well before is not what went wrong now
        super().show_error(error)

    @override
    def show_school(self, school: School) -> None:
        self.school = school
        self._kit = kit_for(self.theme, school, self.context.today, dense=True)

    def picker(self) -> PersonPicker:
        """A field for somebody who is listed."""
        return PersonPicker(self.theme, self._search, pinned="")

    def day(self) -> DateField:
        """A field for any day; the calendar offers a year."""
        return DateField(self.theme, self._read_day, lambda: self.context.today() + _OFFERED)

    def row(self, person: PersonId) -> PersonRow | None:
        """Somebody as a picker shows them."""
        return self._kit.row(person)

    def change(self, said: Sequence[Said], then: Callable[[], None]) -> None:
        """Ask for the passphrase again, make the change, and say what became of it; `then` clears what was typed."""

        def made(result: Made) -> None:
            then()
            self.show_made(result)

        def go_on() -> None:
            self.ask(partial(make_change, self.context.session, said), made)

        def confirm(told: str) -> None:
            self.confirm(told, go_on)

        self.note.hide()
        self.ask(partial(_told, self.context.session, said), confirm)

    def show_made(self, made: Made) -> None:
        """Say that it is saved, or who has to sign it as well."""
        if made.is_published:
            self.saved.emit()
            return
        text = Settings.PROPOSED if len(made.asked) == 1 else Settings.PROPOSED_SOME
        who = names(self.school, made.asked)
        self.note.show_message(Tone.INFO, say(text, names=who), lead=say(Settings.PROPOSED_LEAD))
        self.note.show()
        self.show_school(self.school)

    def _search(self, typed: str) -> Sequence[PersonRow]:
        return self._kit.search(typed)

    def _read_day(self, typed: str) -> date | None:
        return parse_date(typed, self.context.today(), Tense.ANY)


def show_day_error(field: Field, entry: DateField) -> bool:
    """Say at a field that what stands in it is no day. Returns whether it is one, or empty."""
    is_day = not entry.text() or entry.value() is not None
    field.show_error("" if is_day else say(Settings.NEEDS_DAY))
    return is_day


def _told(session: Session, said: Sequence[Said]) -> str:
    return " ".join(line for one in said for line in tell_in_full(one, session.machine))
