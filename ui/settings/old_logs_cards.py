# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Importing old logs: what would become of the rows, whom names mean, and which column is which."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import FormSpec
from desktop.importing.log_columns import LogKind, log_words
from desktop.importing.old_records import ENTRY_KINDS
from desktop.importing.planning import Fate, Plan, PlannedRow
from desktop.importing.refusals import sentence
from desktop.people import Person, PersonId
from ui.settings.old_logs_words import KINDS, OldLogs
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.text_flow import TextStyle
from ui.widgets.visible_text import one_line, visible

_NAMES_SHOWN = 12
_ROWS_SHOWN = 40
_LONGEST = 60
_NONE = ""
_SMALL = TextStyle("small", "text.secondary")


class FoundCard(Card):
    """How many rows of each file would be imported, and every other one with the reason."""

    import_asked = Signal()
    """The new rows are to be imported."""
    cancelled = Signal()
    """Nothing is."""

    def __init__(self, theme: ThemeSource, planned: Plan) -> None:
        new = len(planned.new)
        words = say({0: OldLogs.NOTHING, 1: OldLogs.IMPORT_ONE}.get(new, OldLogs.IMPORT), count=f"{new:,}")
        go, cancel = Button(theme, words, ButtonKind.PRIMARY), Button(theme, say(OldLogs.CANCEL))
        go.setEnabled(bool(new))
        lines = [PlainLabel(theme, line, wrap=True) for line in _counts(planned)]
        super().__init__(theme, say(OldLogs.FOUND), *lines, Flow(theme, (go, cancel), gap=3), gap=3)
        left = [row for row in planned.rows if row.refusals]
        if left:
            self.add(*_left_out(theme, left))
        self.setFocusProxy(go if new else cancel)
        go.clicked.connect(self.import_asked)
        cancel.clicked.connect(self.cancelled)


class NamesCard(Card):
    """The names that may mean somebody listed, each with whom it may mean. What is not chosen is left out."""

    settled = Signal(object, bool)
    """Whom names mean, and whether all that can mean one person only are taken to."""

    def __init__(
        self, theme: ThemeSource, names: Mapping[str, Sequence[PersonId]], people: Mapping[PersonId, Person]
    ) -> None:
        super().__init__(theme, say(OldLogs.NAMES), PlainLabel(theme, say(OldLogs.NAMES_MORE), wrap=True), gap=3)
        self.likely = CheckBox(theme, say(OldLogs.LIKELY))
        self.combos: dict[str, ComboChoice] = {}
        for written in list(names)[:_NAMES_SHOWN]:
            offered = (Choice(person, f"{people[person].name}, {people[person].job}") for person in names[written])
            self.combos[written] = combo = ComboChoice(theme, [Choice(_NONE, say(OldLogs.LEAVE_OUT)), *offered])
            combo.set_value(_NONE)
            self.add(Field(theme, one_line(visible(written, _LONGEST)), combo))
        more = len(names) - len(self.combos)
        if more:
            self.add(PlainLabel(theme, say(OldLogs.MORE_NAMES, count=f"{more:,}"), _SMALL, wrap=True))
        use = Button(theme, say(OldLogs.SETTLE))
        self.add(self.likely, Row(theme, use, Stretch()))
        use.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        chosen = {written: PersonId(value) for written, combo in self.combos.items() if (value := combo.value())}
        self.settled.emit(chosen, self.likely.isChecked())


class LogColumnsCard(Card):
    """What one file holds, and under which of its headings each of our columns stands."""

    chosen = Signal(object, object)
    """The file is to be read as this `LogKind`, by these headings."""

    def __init__(
        self, theme: ThemeSource, file: str, headings: Sequence[str], forms: Mapping[str, FormSpec], kind: LogKind
    ) -> None:
        title = say(OldLogs.COLUMNS, file=one_line(visible(file, _LONGEST)))
        super().__init__(theme, title, PlainLabel(theme, say(OldLogs.COLUMNS_MORE), wrap=True), gap=3)
        self._theme = theme
        self._forms = forms
        self._offered = [Choice(_NONE, say(OldLogs.NOT_READ)), *(Choice(each, each) for each in headings)]
        self.kind = ComboChoice(theme, [Choice(each.value, say(words)) for each, words in KINDS.items()])
        self.fields: dict[str, Field] = {}
        self._holder: QWidget | None = None
        self._place = Column(theme, gap=3)
        read = Button(theme, say(OldLogs.READ), ButtonKind.PRIMARY)
        self.add(Field(theme, say(OldLogs.HOLDS), self.kind), self._place, Row(theme, read, Stretch()))
        self.kind.set_value(kind.value)
        self._draw()
        self.setFocusProxy(self.kind)
        self.kind.edited.connect(self._draw)
        read.clicked.connect(self._tell)

    @property
    def _kind(self) -> LogKind:
        return LogKind(self.kind.value() or LogKind.CONCERNS)

    @Slot()
    def _draw(self) -> None:
        if self._holder is not None:
            drop(self._holder)
        spec = self._forms[ENTRY_KINDS[self._kind]]
        read = log_words().of(self._kind).found([each.id for each in self._offered], {})
        self.fields = {
            column: Field(self._theme, spec.field(column).label, ComboChoice(self._theme, self._offered, compact=True))
            for column in log_words().of(self._kind).columns
        }
        for column, field in self.fields.items():
            _combo(field).set_value(self._offered[read[column]].id if column in read else _NONE)
        rows = list(self.fields.values())
        pairs = Column(self._theme, gap=3)
        for left, right in zip(rows[::2], [*rows[1::2], None], strict=False):
            pairs.add(Row(self._theme, Growing(left), *([Growing(right)] if right else [Stretch()]), gap=4))
        self._holder = QWidget()
        self._holder.setLayout(pairs)
        self._place.add(self._holder)

    @Slot()
    def _tell(self) -> None:
        said = {column: value for column, field in self.fields.items() if (value := _combo(field).value())}
        missing = [column for column in log_words().of(self._kind).required if column not in said]
        for column in log_words().of(self._kind).required:
            self.fields[column].show_error(say(OldLogs.NEEDED) if column in missing else "")
        if missing:
            _combo(self.fields[missing[0]]).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(self._kind, said)


def _combo(field: Field) -> ComboChoice:
    control = field.control
    if not isinstance(control, ComboChoice):
        raise TypeError(control)
    return control


def _counts(planned: Plan) -> list[str]:
    counts = Counter((row.file, row.fate) for row in planned.rows)
    lines = [say(OldLogs.STAFF_LIST, file=file) for file in planned.staff_lists]
    for file in planned.files:
        fates = {fate.value: f"{counts[file.name, fate]:,}" for fate in Fate}
        lines.append(say(OldLogs.FILE, file=file.name, kind=say(KINDS[file.report.kind]), **fates))
        if file.report.unread_columns:
            lines.append(say(OldLogs.UNREAD, columns=", ".join(file.report.unread_columns)))
    return lines


def _left_out(theme: ThemeSource, left: Sequence[PlannedRow]) -> list[QWidget]:
    """The rows that are left out with all that is to be said, no more of them than anybody reads."""
    lines = [f"{row.file}: {sentence(row.number, each)}" for row in left[:_ROWS_SHOWN] for each in row.refusals]
    rest = len(left) - _ROWS_SHOWN
    more = [say(OldLogs.MORE_ROWS, count=f"{rest:,}")] if rest > 0 else []
    heading = PlainLabel(theme, say(OldLogs.LEFT_OUT), "cardTitle")
    return [heading, *(PlainLabel(theme, line, _SMALL, wrap=True) for line in (*lines, *more))]
