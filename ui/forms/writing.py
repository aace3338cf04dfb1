# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fields whose answer is written: text, a long text, an amount, a place."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import Field
from desktop.wording.checking import Whose
from ui.forms.kit import Answer, FormKit, parts_of, text_of
from ui.forms.words import Form, say
from ui.widgets.check_list import CheckBox
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_area import LIMIT, TextArea
from ui.widgets.text_flow import TextStyle
from ui.wording.checked_text import CheckedText

_UNKNOWN_PLACE = "not_sure"
_MAIN_LINES = (8, 16)
_LINES = (3, 16)


def text(kit: FormKit, field: Field) -> Answer:
    """One line."""
    return _line(kit.line(width=Width.FULL if kit.dense else Width.FIELD), field)


def money(kit: FormKit, field: Field) -> Answer:
    """An amount in pounds, as typed; an amount that was sent before, in pence, is shown as pounds."""
    line = kit.line(width=Width.SHORT)
    line.setPlaceholderText(field.example)
    return Answer(line, line.text, partial(_show_amount, line), line.edited, line.returnPressed)


def long_text(kit: FormKit, field: Field) -> Answer:
    """As many words as it takes. Only the one that the form cannot do without looks large."""
    lines = _MAIN_LINES if field.required and not kit.dense else _LINES
    role = "body" if kit.dense else "narrative"
    area = TextArea(kit.theme, role=role, lines=lines, limit=max(field.limit, LIMIT))
    area.show_placeholder(field.example)
    widget = area if field.verbatim else CheckedText(kit.theme, area, Whose.REVIEWER if kit.dense else Whose.STAFF)
    return Answer(widget, area.value, partial(_write, area), area.edited, area.submitted)


def place(kit: FormKit, field: Field) -> Answer:
    """A place, from the school's own list or in words, or "I don't know where"."""
    entry = PlaceEntry(kit, field)
    return Answer(entry, entry.value, entry.set_value, entry.edited, entry.submitted)


class PlaceEntry(QWidget):
    """A line that suggests places, and the tick beside it."""

    edited = Signal()
    """The answer has changed."""
    submitted = Signal()
    """Enter was pressed in the line."""

    def __init__(self, kit: FormKit, field: Field) -> None:
        super().__init__()
        self._kinds = {term.value: term.label for term in field.offered if term.value != _UNKNOWN_PLACE}
        self._line = kit.line(width=Width.FIELD)
        self._line.suggest(kit.school.settings.places or tuple(self._kinds.values()))
        self._unknown = CheckBox(kit.theme, field.parts["unknown"])
        self.setFocusProxy(self._line)
        self.setLayout(Row(kit.theme, self._line, or_word(kit), self._unknown, Stretch(), gap=4))
        self._line.edited.connect(self._tell)
        self._line.returnPressed.connect(self.submitted)
        self._unknown.toggled.connect(self._tell)

    def value(self) -> object:
        """What was typed, or that the place is not known."""
        return {"kind": _UNKNOWN_PLACE} if self._unknown.isChecked() else self._line.text()

    def set_value(self, value: object) -> None:
        """Replace the answer, typed or as it was sent."""
        parts = parts_of(value)
        kind = text_of(parts.get("kind"))
        self._unknown.setChecked(kind == _UNKNOWN_PLACE)
        self._line.set_value(text_of(value) or text_of(parts.get("words")) or self._kinds.get(kind, ""))

    @Slot()
    def _tell(self) -> None:
        # What was typed stays, for whoever takes the tick away again.
        self._line.setEnabled(not self._unknown.isChecked())
        self.edited.emit()


def or_word(kit: FormKit) -> PlainLabel:
    """The small "or" between two ways to answer."""
    return PlainLabel(kit.theme, say(Form.OR), TextStyle("body", "text.secondary"))


def _line(line: LineInput, field: Field) -> Answer:
    line.setPlaceholderText(field.example)
    return Answer(line, line.text, partial(_type, line), line.edited, line.returnPressed)


def _type(line: LineInput, value: object) -> None:
    line.set_value(text_of(value))


def _show_amount(line: LineInput, value: object) -> None:
    line.set_value(f"{value / 100:.2f}" if isinstance(value, int) else text_of(value))


def _write(area: TextArea, value: object) -> None:
    area.set_value(text_of(value))
