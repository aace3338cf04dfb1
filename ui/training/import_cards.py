# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bringing training in from a table: what would become of the rows, which course is which, which column is which."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import FormSpec
from desktop.importing.planning import Fate
from desktop.importing.refusals import sentence
from desktop.training.bringing_in import TrainingPlan
from desktop.training.courses import Offered
from desktop.training.from_file import training_words
from ui.theme.source import ThemeSource
from ui.training.import_words import Bringing, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.text_flow import TextStyle
from ui.widgets.visible_text import one_line, visible

_COURSES_SHOWN = 12
_ROWS_SHOWN = 40
_LONGEST = 60
_NONE = ""
_SMALL = TextStyle("small", "text.secondary")


class FoundCard(Card):
    """How many rows would be imported, and every one that is left out with the reason."""

    import_asked = Signal()
    """The new rows are to be imported."""
    cancelled = Signal()
    """Nothing is."""

    def __init__(self, theme: ThemeSource, planned: TrainingPlan) -> None:
        new = len(planned.new)
        words = say({0: Bringing.NOTHING, 1: Bringing.IMPORT_ONE}.get(new, Bringing.IMPORT), count=f"{new:,}")
        go, cancel = Button(theme, words, ButtonKind.PRIMARY), Button(theme, say(Bringing.CANCEL))
        go.setEnabled(bool(new))
        lines = [PlainLabel(theme, line, wrap=True) for line in _counts(planned)]
        super().__init__(theme, say(Bringing.FOUND), *lines, Flow(theme, (go, cancel), gap=3), gap=3)
        self.add(*_left_out(theme, planned))
        self.setFocusProxy(go if new else cancel)
        go.clicked.connect(self.import_asked)
        cancel.clicked.connect(self.cancelled)


class CoursesCard(Card):
    """The courses that the school's list does not have under that name, each with which one it may be."""

    settled = Signal(object)
    """Which course of the list each written one is: a mapping of those that were chosen."""

    def __init__(self, theme: ThemeSource, names: Mapping[str, int], courses: Mapping[str, Offered]) -> None:
        super().__init__(theme, say(Bringing.COURSES), PlainLabel(theme, say(Bringing.COURSES_MORE), wrap=True), gap=3)
        offered = [Choice(each, said.title) for each, said in courses.items() if said.is_offered]
        self.combos: dict[str, ComboChoice] = {}
        for written in list(names)[:_COURSES_SHOWN]:
            combo = ComboChoice(theme, [Choice(_NONE, say(Bringing.OWN_NAME)), *offered])
            combo.set_value(_NONE)
            self.combos[written] = combo
            self.add(Field(theme, one_line(visible(written, _LONGEST)), combo))
        more = len(names) - len(self.combos)
        if more > 0:
            self.add(PlainLabel(theme, say(Bringing.MORE_COURSES, count=f"{more:,}"), _SMALL, wrap=True))
        use = Button(theme, say(Bringing.SETTLE))
        self.add(Row(theme, use, Stretch()))
        use.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.settled.emit({written: value for written, combo in self.combos.items() if (value := combo.value())})


class ColumnsCard(Card):
    """Under which of its headings each of our columns stands."""

    chosen = Signal(object)
    """The file is to be read by these headings."""

    def __init__(self, theme: ThemeSource, file: str, headings: Sequence[str], spec: FormSpec) -> None:
        title = say(Bringing.COLUMNS, file=one_line(visible(file, _LONGEST)))
        super().__init__(theme, title, PlainLabel(theme, say(Bringing.COLUMNS_MORE), wrap=True), gap=3)
        columns = training_words().columns
        offered = [Choice(_NONE, say(Bringing.NOT_READ)), *(Choice(each, each) for each in headings)]
        read = columns.found(headings, {})
        self.combos = {column: ComboChoice(theme, offered, compact=True) for column in columns.columns}
        self.fields = {column: Field(theme, spec.field(column).label, combo) for column, combo in self.combos.items()}
        for column, combo in self.combos.items():
            combo.set_value(headings[read[column]] if column in read else _NONE)
        go, cancel = Button(theme, say(Bringing.READ), ButtonKind.PRIMARY), Button(theme, say(Bringing.CANCEL))
        self.add(*self.fields.values(), Flow(theme, (go, cancel), gap=3))
        self.setFocusProxy(self.combos["person"])
        self.cancel = cancel
        go.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        said = {column: value for column, combo in self.combos.items() if (value := combo.value())}
        missing = [column for column in training_words().columns.required if column not in said]
        for column in training_words().columns.required:
            self.fields[column].show_error(say(Bringing.NEEDED) if column in missing else "")
        if missing:
            self.combos[missing[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(said)


def _counts(planned: TrainingPlan) -> list[str]:
    counts = Counter(row.fate for row in planned.rows)
    fates = {fate.value: f"{counts[fate]:,}" for fate in Fate}
    unread = [say(Bringing.UNREAD, columns=", ".join(planned.file.unread))] if planned.file.unread else []
    return [say(Bringing.FILE, file=planned.file.name, **fates), *unread]


def _left_out(theme: ThemeSource, planned: TrainingPlan) -> list[QWidget]:
    """The rows that are left out with all that is to be said, no more of them than anybody reads."""
    left = [row for row in planned.rows if row.refusals]
    if not left:
        return []
    lines = [sentence(row.number, each) for row in left[:_ROWS_SHOWN] for each in row.refusals]
    rest = len(left) - _ROWS_SHOWN
    more = [say(Bringing.MORE_ROWS, count=f"{rest:,}")] if rest > 0 else []
    heading = PlainLabel(theme, say(Bringing.LEFT_OUT), "cardTitle")
    return [heading, *(PlainLabel(theme, line, _SMALL, wrap=True) for line in (*lines, *more))]
