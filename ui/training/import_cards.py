# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bringing training in from a table: what would become of the rows, which course is which, which column is which."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot

from desktop.forms import FormSpec
from desktop.importing.planning import Fate
from desktop.importing.refusals import sentence
from desktop.training.bringing_in import TrainingPlan
from desktop.training.courses import Offered
from desktop.training.from_file import training_words
from ui.importing.columns import ColumnFields
from ui.importing.found_card import FoundCard
from ui.importing.settle_card import SettleCard
from ui.importing.words import Importing
from ui.importing.words import say as say_importing
from ui.theme.source import ThemeSource
from ui.training.import_words import Bringing, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.visible_text import one_line, visible

_LONGEST = 60


def found_card(theme: ThemeSource, planned: TrainingPlan) -> FoundCard:
    """How many rows would be imported, and every one that is left out with the reason."""
    left = [[sentence(row.number, each) for each in row.refusals] for row in planned.rows if row.refusals]
    return FoundCard(theme, len(planned.new), _counts(planned), left)


class CoursesCard(SettleCard):
    """The courses that the school's list does not have under that name, each with which one it may be."""

    settled = Signal(object)
    """Which course of the list each written one is: a mapping of those that were chosen."""

    def __init__(self, theme: ThemeSource, names: Mapping[str, int], courses: Mapping[str, Offered]) -> None:
        super().__init__(theme, say(Bringing.COURSES), say(Bringing.COURSES_MORE))
        offered = [Choice(each, said.title) for each, said in courses.items() if said.is_offered]
        more = self.offer(dict.fromkeys(names, offered), say(Bringing.OWN_NAME))
        self.end(say(Bringing.MORE_COURSES, count=f"{more:,}") if more else "", say(Bringing.SETTLE), self._tell)

    @Slot()
    def _tell(self) -> None:
        self.settled.emit(self.chosen)


class ColumnsCard(Card):
    """Under which of its headings each of our columns stands."""

    chosen = Signal(object)
    """The file is to be read by these headings."""

    def __init__(self, theme: ThemeSource, file: str, headings: Sequence[str], spec: FormSpec) -> None:
        title = say_importing(Importing.COLUMNS, file=one_line(visible(file, _LONGEST)))
        super().__init__(theme, title, PlainLabel(theme, say(Bringing.COLUMNS_MORE), wrap=True), gap=3)
        self._columns = ColumnFields(theme, training_words().columns, headings, spec)
        self.combos = self._columns.combos
        go = Button(theme, say_importing(Importing.READ), ButtonKind.PRIMARY)
        self.cancel = Button(theme, say_importing(Importing.CANCEL))
        self.add(*self._columns.fields.values(), Flow(theme, (go, self.cancel), gap=3))
        self.setFocusProxy(self.combos["person"])
        go.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        said = self._columns.said()
        if said is not None:
            self.chosen.emit(said)


def _counts(planned: TrainingPlan) -> list[str]:
    counts = Counter(row.fate for row in planned.rows)
    fates = {fate.value: f"{counts[fate]:,}" for fate in Fate}
    unread = ", ".join(planned.file.unread)
    lines = [say(Bringing.FILE, file=planned.file.name, **fates)]
    return [*lines, say_importing(Importing.UNREAD, columns=unread)] if unread else lines
