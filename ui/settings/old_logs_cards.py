# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Importing old logs: what would become of the rows, and which column of a file is which."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import FormSpec
from desktop.importing.log_columns import LogKind, log_words
from desktop.importing.old_records import ENTRY_KINDS
from desktop.importing.planning import Fate, Plan
from desktop.importing.refusals import sentence
from ui.importing.columns import ColumnFields
from ui.importing.found_card import FoundCard
from ui.importing.words import Importing
from ui.importing.words import say as say_importing
from ui.settings.old_logs_words import KINDS, OldLogs
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.visible_text import one_line, visible

_LONGEST = 60


def found_card(theme: ThemeSource, planned: Plan) -> FoundCard:
    """How many rows of each file would be imported, and every other one with the reason."""
    left = [
        [f"{row.file}: {sentence(row.number, each)}" for each in row.refusals] for row in planned.rows if row.refusals
    ]
    return FoundCard(theme, len(planned.new), _counts(planned), left)


class LogColumnsCard(Card):
    """What one file holds, and under which of its headings each of our columns stands."""

    chosen = Signal(object, object)
    """The file is to be read as this `LogKind`, by these headings."""

    def __init__(
        self, theme: ThemeSource, file: str, headings: Sequence[str], forms: Mapping[str, FormSpec], kind: LogKind
    ) -> None:
        title = say_importing(Importing.COLUMNS, file=one_line(visible(file, _LONGEST)))
        super().__init__(theme, title, PlainLabel(theme, say(OldLogs.COLUMNS_MORE), wrap=True), gap=3)
        self._theme = theme
        self._forms = forms
        self._headings = headings
        self.kind = ComboChoice(theme, [Choice(each.value, say(words)) for each, words in KINDS.items()])
        self._holder: QWidget | None = None
        self._place = Column(theme, gap=3)
        read = Button(theme, say_importing(Importing.READ), ButtonKind.PRIMARY)
        self.add(Field(theme, say(OldLogs.HOLDS), self.kind), self._place, Row(theme, read, Stretch()))
        self.kind.set_value(kind.value)
        self._draw()
        self.setFocusProxy(self.kind)
        self.kind.edited.connect(self._draw)
        read.clicked.connect(self._tell)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The field of each column of the kind that is chosen."""
        return self._columns.fields

    @property
    def _kind(self) -> LogKind:
        return LogKind(self.kind.value() or LogKind.CONCERNS)

    @Slot()
    def _draw(self) -> None:
        if self._holder is not None:
            drop(self._holder)
        spec = self._forms[ENTRY_KINDS[self._kind]]
        self._columns = ColumnFields(self._theme, log_words().of(self._kind), self._headings, spec)
        rows = list(self.fields.values())
        pairs = Column(self._theme, gap=3)
        for left, right in zip(rows[::2], [*rows[1::2], None], strict=False):
            pairs.add(Row(self._theme, Growing(left), *([Growing(right)] if right else [Stretch()]), gap=4))
        self._holder = QWidget()
        self._holder.setLayout(pairs)
        self._place.add(self._holder)

    @Slot()
    def _tell(self) -> None:
        said = self._columns.said()
        if said is not None:
            self.chosen.emit(self._kind, said)


def _counts(planned: Plan) -> list[str]:
    counts = Counter((row.file, row.fate) for row in planned.rows)
    lines = [say(OldLogs.STAFF_LIST, file=file) for file in planned.staff_lists]
    for file in planned.files:
        fates = {fate.value: f"{counts[file.name, fate]:,}" for fate in Fate}
        lines.append(say(OldLogs.FILE, file=file.name, kind=say(KINDS[file.report.kind]), **fates))
        if file.report.unread_columns:
            lines.append(say_importing(Importing.UNREAD, columns=", ".join(file.report.unread_columns)))
    return lines
