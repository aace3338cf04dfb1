# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fields whose answer is a day or a time: exactly, roughly, or "I'm not sure".

What is typed is kept as typed; whether it is a day at all is judged when it is checked.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import Field, Tense, parse_date
from ui.forms.choosing import choices_of
from ui.forms.kit import Answer, FormKit, parts_of, text_of
from ui.forms.words import Form, say
from ui.forms.writing import or_word
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field as Labelled
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.radio_list import RadioList
from ui.widgets.time_band_field import TimeBandField, TimeOfDay

_UNKNOWN = "unknown"
_NOT_SURE = "not_sure"
_EXACT = "at"
_DAYS_OF = {"day": ("date",), "about": ("date",), "range": ("from", "to"), "repeated": ("from", "to")}


def day(kit: FormKit, field: Field) -> Answer:
    """One day."""
    entry = _date_field(kit, field)
    return Answer(entry, entry.text, partial(_show_day, entry), entry.edited, entry.submitted)


def time_of_day(kit: FormKit, field: Field) -> Answer:
    """A time, roughly from a list or exactly."""
    usual = [term for term in field.offered if not term.more and term.value != _NOT_SURE]
    rest = [term for term in field.offered if term.value == _NOT_SURE or term.more]
    choices = [*choices_of(usual), Choice(_EXACT, field.parts["at"]), *choices_of(rest)]
    entry = TimeBandField(kit.theme, choices, _EXACT, placeholder=say(Form.CHOOSE))
    return Answer(entry, partial(_time, entry), partial(_show_time, entry), entry.edited)


def day_and_certainty(kit: FormKit, field: Field) -> Answer:
    """A day and how sure it is."""
    entry = CertaintyEntry(kit, field)
    return Answer(entry, entry.value, entry.set_value, entry.edited, entry.submitted)


class CertaintyEntry(QWidget):
    """First a date and "I'm not sure of the date"; "More choices" opens the whole list (ux.md 7)."""

    edited = Signal()
    """The answer has changed."""
    submitted = Signal()
    """Enter was pressed in one of its lines."""

    def __init__(self, kit: FormKit, field: Field) -> None:
        super().__init__()
        self._days = {name: _date_field(kit, field) for name in ("date", "from", "to")}
        self._unknown = CheckBox(kit.theme, field.parts["unknown"])
        self._more = LinkButton(kit.theme, field.parts["more"])
        self._list = RadioList(kit.theme, choices_of(field.offered))
        self._list.setAccessibleName(field.label)
        self._words = kit.line()
        self._or = or_word(kit)
        self._from = Labelled(kit.theme, field.parts["from"], self._days["from"])
        self._to = Labelled(kit.theme, field.parts["to"], self._days["to"])
        self._in_words = Labelled(kit.theme, field.parts["words"], self._words, hint=field.parts["words_hint"])
        first = Row(kit.theme, self._days["date"], self._or, self._unknown, Stretch(), gap=4)
        range_row = Row(kit.theme, self._from, self._to, Stretch(), gap=4)
        self.setFocusProxy(self._days["date"])
        column = Column(kit.theme, self._list, gap=2)
        column.add(first, range_row, self._in_words, self._more)
        self.setLayout(column)
        self._list.hide()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for entry in self._days.values():
            entry.edited.connect(self._tell)
            entry.submitted.connect(self.submitted)
        self._words.edited.connect(self._tell)
        self._words.returnPressed.connect(self.submitted)
        self._unknown.toggled.connect(self._tell)
        self._list.edited.connect(self._tell)
        self._more.clicked.connect(self._open)

    @property
    def _is_short(self) -> bool:
        return self._list.isHidden()

    @property
    def _certainty(self) -> str:
        if self._is_short:
            return _UNKNOWN if self._unknown.isChecked() else "day"
        return self._list.value() or ""

    def value(self) -> object:
        """The certainty and what belongs to it, as typed; None while nothing was said."""
        certainty = self._certainty
        days = {name: self._days[name].text() for name in _DAYS_OF.get(certainty, ())}
        parts = {name: typed for name, typed in days.items() if typed}
        if certainty == _UNKNOWN and self._words.text().strip():
            parts["words"] = self._words.text()
        if not parts and certainty in ("", "day"):
            return None
        return {"certainty": certainty, **parts}

    def set_value(self, value: object) -> None:
        """Replace the answer. A plain text is a day."""
        parts = parts_of(value) or ({"certainty": "day", "date": value} if text_of(value) else {})
        certainty = text_of(parts.get("certainty"))
        if certainty not in ("", "day", _UNKNOWN):
            self._list.show()
        self._unknown.setChecked(certainty == _UNKNOWN)
        self._list.set_value(certainty or None)
        for name, entry in self._days.items():
            _show_day(entry, parts.get(name))
        self._words.set_value(text_of(parts.get("words")))
        self._lay_out()

    @Slot()
    def _open(self) -> None:
        self._list.set_value(_UNKNOWN if self._unknown.isChecked() else "day" if self._days["date"].text() else None)
        self._list.show()
        self._list.setFocus()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._lay_out()
        self.edited.emit()

    def _lay_out(self) -> None:
        """Show what belongs to the certainty; what was typed elsewhere stays for whoever comes back to it."""
        short, certainty = self._is_short, self._certainty
        self._days["date"].setVisible(short or "date" in _DAYS_OF.get(certainty, ()))
        self._days["date"].setEnabled(certainty != _UNKNOWN)
        for shortly in (self._or, self._unknown, self._more):
            shortly.setVisible(short)
        for end in (self._from, self._to):
            end.setVisible(not short and "from" in _DAYS_OF.get(certainty, ()))
        self._in_words.setVisible(certainty == _UNKNOWN)


def _date_field(kit: FormKit, field: Field) -> DateField:
    return DateField(kit.theme, _reader(kit.today, field.tense), kit.today)


def _reader(today: Callable[[], date], tense: Tense) -> Callable[[str], date | None]:
    def read(typed: str) -> date | None:
        return parse_date(typed, today(), tense)

    return read


def _show_day(entry: DateField, value: object) -> None:
    """Show a day, or what was typed in its place."""
    typed = text_of(value)
    try:
        entry.set_value(date.fromisoformat(typed))
    except ValueError:
        entry.set_text(typed)


def _time(entry: TimeBandField) -> object:
    said: TimeOfDay = entry.value()
    if said.choice == _EXACT:
        return {"at": said.exact} if said.exact else None
    return {"band": said.choice} if said.choice else None


def _show_time(entry: TimeBandField, value: object) -> None:
    parts: Mapping[str, object] = parts_of(value)
    exact = text_of(parts.get(_EXACT))
    entry.set_value(TimeOfDay(_EXACT if exact else text_of(parts.get("band")) or None, exact))
