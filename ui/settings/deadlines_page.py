# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, deadlines: how long the first decision may take, and when the school is closed."""

from datetime import date

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.setting import change_settings
from desktop.clocks import date_words
from desktop.forms import Tense, parse_date
from desktop.people import School
from desktop.people import Settings as SchoolSettings
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.layouts import Gap
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_area import TextArea

_CLOSED_LINES = (4, 12)


class DeadlinesPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Settings.DEADLINES_TITLE), say(Settings.DEADLINES_FOR))
        theme = self.theme
        self._numbers = {
            "decision_hours": LineInput(theme, compact=True, width=Width.SHORT),
            "lado_working_days": LineInput(theme, compact=True, width=Width.SHORT),
        }
        self._closed = TextArea(theme, role="body", lines=_CLOSED_LINES)
        self._fields = {
            "decision_hours": self._number("decision_hours", Settings.DECISION_HOURS, Settings.DECISION_HINT),
            "lado_working_days": self._number("lado_working_days", Settings.LADO_DAYS, Settings.LADO_HINT),
            "closure_days": Field(theme, say(Settings.CLOSED_DAYS), self._closed, hint=say(Settings.CLOSED_HINT)),
        }
        propose = Button(theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self.body.add(Card(theme, "", *self._fields.values(), Gap(1), propose, gap=4))
        self.setFocusProxy(self._numbers["decision_hours"])
        propose.clicked.connect(self._ask)
        self._shown: SchoolSettings | None = None

    def _number(self, key: str, title: Settings, hint: Settings) -> Field:
        return Field(self.theme, say(title), self._numbers[key], hint=say(hint))

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        if self._shown != school.settings:  # what was typed stays, unless something else holds now
            self._shown = school.settings
            self._fill()

    def _fill(self) -> None:
        settings = self.school.settings
        self._numbers["decision_hours"].set_value(str(settings.decision_hours))
        self._numbers["lado_working_days"].set_value(str(settings.lado_working_days))
        coming = [day for day in settings.closure_days if day >= self.context.today()]
        self._closed.set_value("\n".join(date_words(day) for day in coming))

    @Slot()
    def _ask(self) -> None:
        read = {key: self._read_number(key) for key in self._numbers}
        days = self._read_days()
        if days is None or any(value is None for value in read.values()):
            return
        settings, today = self.school.settings, self.context.today()
        kept = {day for day in settings.closure_days if day < today}  # clocks that ran then go by them
        wanted: dict[str, object] = {**read, "closure_days": [day.isoformat() for day in sorted({*kept, *days})]}
        now: dict[str, object] = {
            **{key: getattr(settings, key) for key in self._numbers},
            "closure_days": [day.isoformat() for day in settings.closure_days],
        }
        different = {key: value for key, value in wanted.items() if value != now[key]}
        self._fields["closure_days"].show_error("" if different else say(Settings.NOTHING_NEW))
        if different:
            self.change([change_settings(different)], self._fill)

    def _read_number(self, key: str) -> int | None:
        typed = self._numbers[key].text().strip()
        is_number = typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS
        self._fields[key].show_error("" if is_number else say(Settings.NEEDS_NUMBER))
        return int(typed) if is_number else None

    def _read_days(self) -> list[date] | None:
        days: set[date] = set()
        for line in filter(None, map(str.strip, self._closed.value().splitlines())):
            day = parse_date(line, self.context.today(), Tense.ANY)
            if day is None:
                self._fields["closure_days"].show_error(say(Settings.NEEDS_DAYS, line=line))
                return None
            days.add(day)
        return sorted(days)


_DIGITS = 3
