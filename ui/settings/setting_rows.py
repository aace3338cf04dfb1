# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings of the school as they are typed: one row each, which shows what holds and reads what is wanted instead."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.changing.terms import read_term, write_term
from desktop.clocks import date_words
from desktop.forms import Tense, parse_date
from desktop.forms.readers import pence_in
from desktop.forms.summary import pounds
from desktop.forms.texts import Refused
from desktop.people import SchoolTerm, Settings
from ui.settings.gifts_words import Gifts
from ui.settings.words import Settings as Words
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.check_list import CheckBox
from ui.widgets.field import Field
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_area import TextArea

_DIGITS = 3
_LINES = (4, 12)

Entry = TypeVar("Entry")


class UnreadError(Exception):
    """What stands in a row can't be meant."""


class SettingRow(ABC):
    """One setting: `key` names it, `widget` is what stands on the page."""

    key: str
    widget: QWidget

    @abstractmethod
    def fill(self, settings: Settings, today: date) -> None:
        """Show what holds now."""

    @abstractmethod
    def read(self, settings: Settings, today: date) -> object:
        """What is wanted, as JSON has it. Raises UnreadError, once the row has said what is wrong."""


class LineRow(SettingRow):
    """One line."""

    def __init__(self, theme: ThemeSource, key: str, title: StrEnum, hint: StrEnum) -> None:
        self.key = key
        self.line = LineInput(theme, compact=True, width=Width.SHORT)
        self.widget = self.field = Field(theme, say(title), self.line, hint=say(hint))


class NumberRow(LineRow):
    """A whole number."""

    @override
    def fill(self, settings: Settings, today: date) -> None:
        self.line.set_value(str(getattr(settings, self.key)))

    @override
    def read(self, settings: Settings, today: date) -> int | None:
        typed = self.line.text().strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS):
            self.field.show_error(say(Words.NEEDS_NUMBER))
            raise UnreadError
        self.field.show_error("")
        return int(typed)


class MaybeNumberRow(NumberRow):
    """A whole number, or none."""

    @override
    def fill(self, settings: Settings, today: date) -> None:
        number = getattr(settings, self.key)
        self.line.set_value("" if number is None else str(number))

    @override
    def read(self, settings: Settings, today: date) -> int | None:
        return super().read(settings, today) if self.line.text().strip() else None


class AmountRow(LineRow):
    """An amount of money, in pence."""

    @override
    def fill(self, settings: Settings, today: date) -> None:
        self.line.set_value(pounds(getattr(settings, self.key)))

    @override
    def read(self, settings: Settings, today: date) -> int:
        try:
            pence = pence_in(self.line.text().strip())
        except Refused:
            self.field.show_error(say(Gifts.NEEDS_AMOUNT))
            raise UnreadError from None
        self.field.show_error("")
        return pence


class SwitchRow(SettingRow):
    """Yes or no."""

    def __init__(self, theme: ThemeSource, key: str, title: StrEnum) -> None:
        self.key = key
        self.widget = self.box = CheckBox(theme, say(title))

    @override
    def fill(self, settings: Settings, today: date) -> None:
        self.box.setChecked(getattr(settings, self.key))

    @override
    def read(self, settings: Settings, today: date) -> bool:
        return self.box.isChecked()


class LinesRow(SettingRow, Generic[Entry]):
    """Several of a kind, one on each line. Those that are over are not shown, and kept: clocks that ran go by them."""

    def __init__(self, theme: ThemeSource, key: str, title: StrEnum, hint: StrEnum) -> None:
        self.key = key
        self.text = TextArea(theme, role="body", lines=_LINES)
        self.widget = self.field = Field(theme, say(title), self.text, hint=say(hint))

    @override
    def fill(self, settings: Settings, today: date) -> None:
        _, coming = self._split(settings, today)
        self.text.set_value("\n".join(self._write(entry) for entry in coming))

    @override
    def read(self, settings: Settings, today: date) -> object:
        entries, _ = self._split(settings, today)
        for line in filter(None, map(str.strip, self.text.value().splitlines())):
            entry = self._read(line, today)
            if entry is None:
                self.field.show_error(say(self._unread, line=line))
                raise UnreadError
            if entry not in entries:
                entries.append(entry)
        self.field.show_error("")
        return msgspec.to_builtins(tuple(sorted(entries, key=self._last_day)))

    def _split(self, settings: Settings, today: date) -> tuple[list[Entry], list[Entry]]:
        """Those that are over, and those that are not."""
        entries: Sequence[Entry] = getattr(settings, self.key)
        over = [entry for entry in entries if self._last_day(entry) < today]
        return over, [entry for entry in entries if entry not in over]

    _unread: StrEnum

    @abstractmethod
    def _last_day(self, entry: Entry) -> date: ...

    @abstractmethod
    def _write(self, entry: Entry) -> str: ...

    @abstractmethod
    def _read(self, line: str, today: date) -> Entry | None: ...


class DaysRow(LinesRow[date]):
    """Days."""

    _unread = Words.NEEDS_DAYS

    @override
    def _last_day(self, entry: date) -> date:
        return entry

    @override
    def _write(self, entry: date) -> str:
        return date_words(entry)

    @override
    def _read(self, line: str, today: date) -> date | None:
        return parse_date(line, today, Tense.ANY)


class TermsRow(LinesRow[SchoolTerm]):
    """The first and last days of terms."""

    _unread = Words.NEEDS_TERMS

    @override
    def _last_day(self, entry: SchoolTerm) -> date:
        return entry.last

    @override
    def _write(self, entry: SchoolTerm) -> str:
        return write_term(entry)

    @override
    def _read(self, line: str, today: date) -> SchoolTerm | None:
        return read_term(line, today)
