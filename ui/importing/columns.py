# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Under which of its headings a table has each of our columns: found by its spelling, or said by hand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt

from desktop.forms import FormSpec
from desktop.importing.log_columns import LogColumns
from ui.importing.words import Importing, say
from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field

_NONE = ""


class ColumnFields:
    """A field for each column, called as the form calls it."""

    def __init__(self, theme: ThemeSource, columns: LogColumns, headings: Sequence[str], spec: FormSpec) -> None:
        self._required = columns.required
        offered = [Choice(_NONE, say(Importing.NOT_READ)), *(Choice(each, each) for each in headings)]
        read = columns.found(headings, {})
        self.combos = {column: ComboChoice(theme, offered, compact=True) for column in columns.columns}
        self.fields = {column: Field(theme, spec.field(column).label, combo) for column, combo in self.combos.items()}
        for column, combo in self.combos.items():
            combo.set_value(headings[read[column]] if column in read else _NONE)

    def said(self) -> Mapping[str, str] | None:
        """The heading of each column that has one; None, with a word on it, where one is missing that has to be."""
        said = {column: value for column, combo in self.combos.items() if (value := combo.value())}
        missing = [column for column in self._required if column not in said]
        for column in self._required:
            self.fields[column].show_error(say(Importing.NEEDED) if column in missing else "")
        if missing:
            self.combos[missing[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return said
