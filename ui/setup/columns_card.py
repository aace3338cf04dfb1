# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A staff list whose headings say nothing to us: somebody says which column is which (ux.md A1 step 2).

First run uses it, and so do the settings.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot

from desktop.faults import KnownError
from desktop.importing.column_choice import CHOOSABLE, ColumnChoice, FileColumn
from desktop.importing.faults import ImportFault
from desktop.importing.staff_columns import StaffColumn, name_columns
from ui.setup.columns_words import COLUMN_WORDS, Columns
from ui.setup.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Growing, Row, Stretch
from ui.widgets.visible_text import one_line, visible

_UNREAD = (ImportFault.NO_HEADER, ImportFault.COLUMN_TWICE)
_LONGEST = 60
_NONE = "none"


class ColumnsCard(Card):
    """A field for each thing that a list can say, with the columns of the file to choose from."""

    chosen = Signal(object)
    """The file is to be read by this `ColumnChoice`."""

    def __init__(self, theme: ThemeSource, columns: Sequence[FileColumn]) -> None:
        super().__init__(theme, say(Columns.TITLE), PlainLabel(theme, say(Columns.MORE), "body", wrap=True), gap=4)
        offered = [Choice(_NONE, say(Columns.NOT_READ)), *(_choice(at, each) for at, each in enumerate(columns))]
        self.combos = {column: ComboChoice(theme, offered, compact=True) for column in CHOOSABLE}
        self._fields = {column: Field(theme, say(COLUMN_WORDS[column]), self.combos[column]) for column in CHOOSABLE}
        self.bare = CheckBox(theme, say(Columns.NO_HEADINGS))
        read = Button(theme, say(Columns.READ), ButtonKind.PRIMARY)
        whole_name, *fields = (Growing(field) for field in self._fields.values())
        self.add(Row(theme, whole_name, gap=4))
        for left, right in zip(fields[::2], fields[1::2], strict=True):
            self.add(Row(theme, left, right, gap=4))
        self.add(self.bare, Row(theme, read, Stretch()))
        for combo in self.combos.values():
            combo.set_value(_NONE)
        self.setFocusProxy(self.combos[StaffColumn.NAME])
        read.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        at = {column: int(value) for column, combo in self.combos.items() if (value := combo.value() or _NONE) != _NONE}
        has_name = bool(name_columns(at))
        self._fields[StaffColumn.NAME].show_error("" if has_name else say(Columns.NEEDS_NAME))
        if has_name:
            self.chosen.emit(ColumnChoice(at=at, has_heading=not self.bare.isChecked()))
        else:
            self.combos[StaffColumn.NAME].setFocus(Qt.FocusReason.OtherFocusReason)


def is_about_columns(error: KnownError) -> bool:
    """Say whether a file could be read if somebody said which column is which."""
    return error.code in _UNREAD


def _choice(at: int, column: FileColumn) -> Choice:
    examples = one_line(visible(", ".join(column.examples), _LONGEST))
    text = say(Columns.ONE, letter=column.letter, examples=examples) if examples else ""
    return Choice(str(at), text or say(Columns.EMPTY, letter=column.letter))
