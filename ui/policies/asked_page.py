# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, guidance to read: which edition everybody is asked to have read, by when; two officers sign it (F33)."""

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.clocks import date_words, short_date_words
from desktop.people import ReadingLine, School
from desktop.policies.asking import asked_for, item_called, no_longer_asked
from desktop.policies.reading_rules import guidance_items
from ui.policies.asked_words import Asked
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.columns import columns
from ui.settings.context import SettingsContext
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Item
from ui.widgets.line_input import LineInput
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")
_ELSE = "else"
_COLUMNS = (("guidance", Asked.GUIDANCE, 5), ("edition", Asked.EDITION, 3), ("by", Asked.BY, 3))


class AskedPage(ChangePage):
    """The page. A row that is opened fills the fields."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Asked.TITLE), say(Asked.TITLE_FOR))
        theme = self.theme
        self._table = DataTable(theme, columns(*_COLUMNS), name=say(Asked.TABLE), fits=True)
        known = [Choice(item.item_id, item.title) for item in guidance_items().values()]
        self.which = ComboChoice(theme, [*known, Choice(_ELSE, say(Asked.ELSE))], compact=True)
        self.called, self.edition, self.where = (LineInput(theme, compact=True) for _ in range(3))
        self.by = self.day()
        self._called = Field(theme, say(Asked.CALLED), self.called)
        self._edition = Field(theme, say(Asked.EDITION), self.edition, hint=say(Asked.EDITION_HINT))
        self._by = Field(theme, say(Asked.BY), self.by)
        self._propose = Button(theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self._drop = Button(theme, say(Asked.NO_LONGER))
        self._which = Field(theme, say(Asked.WHICH), self.which)
        self._known = PlainLabel(theme, "", _QUIET, wrap=True)
        fields: tuple[Item, ...] = (
            PlainLabel(theme, say(Asked.CARD_MORE), _QUIET, wrap=True),
            self._which,
            self._known,
            self._called,
            self._edition,
            Field(theme, say(Asked.WHERE), self.where),
            self._by,
            Gap(1),
            Flow(theme, (self._propose, self._drop), gap=3),
        )
        self.body.add(self._table, Card(theme, say(Asked.CARD), *fields, gap=3))
        self.setFocusProxy(self.which)
        self._clear()
        self._table.row_opened.connect(self._fill)
        self.which.edited.connect(self._show_called)
        self._propose.clicked.connect(self._ask)
        self._drop.clicked.connect(self._ask_no_longer)

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        lines = school.settings.readings
        self._table.show_rows([_row(line) for line in lines])
        self._table.setVisible(bool(lines))

    @Slot(str)
    def _fill(self, item_id: str) -> None:
        line = next(each for each in self.school.settings.readings if each.item_id == item_id)
        self.which.set_value(item_id if item_id in guidance_items() else _ELSE)
        for entry, words in ((self.called, line.title), (self.edition, line.edition), (self.where, line.where)):
            entry.set_value(words)
        self.by.set_value(line.confirm_by)

    @Slot()
    def _show_called(self) -> None:
        """Ask for its name where Candour does not know it; else say what is known."""
        item = guidance_items().get(self.which.value() or "")
        self._called.setVisible(item is None)
        self._known.setVisible(item is not None)
        if item is not None:
            day = date_words(item.checked_on)
            self._known.show_words(say(Asked.KNOWN, publisher=item.publisher, day=day, note=item.note))

    @Slot()
    def _ask(self) -> None:
        edition, day = self.edition.text().strip(), self.by.value()
        self._edition.show_error("" if edition else say(Settings.NEEDS_WORDS))
        is_day = show_day_error(self._by, self.by)
        if is_day and day is None:
            self._by.show_error(say(Settings.NEEDS_WORDS))
        item = self._item()
        if not (item and edition and is_day and day):
            return
        title, where = self.called.text().strip() if self.which.value() == _ELSE else "", self.where.text().strip()
        line = ReadingLine(item_id=item, title=title, edition=edition, confirm_by=day, where=where)
        self.change([asked_for(self.school, line)], self._clear)

    @Slot()
    def _ask_no_longer(self) -> None:
        item = self._item()
        is_asked = any(line.item_id == item for line in self.school.settings.readings)
        self._which.show_error("" if is_asked else say(Asked.NOT_ASKED))
        if is_asked:
            self.change([no_longer_asked(self.school, item)], self._clear)

    def _item(self) -> str:
        """The guidance that is meant; says so where something else has no name."""
        chosen = self.which.value()
        if chosen != _ELSE:
            return chosen or ""
        item = item_called(self.called.text())
        self._called.show_error("" if item else say(Settings.NEEDS_WORDS))
        return item

    def _clear(self) -> None:
        for entry in (self.called, self.edition, self.where):
            entry.set_value("")
        self.which.set_value(next(iter(guidance_items())))
        self.by.set_value(None)
        self._show_called()


def _row(line: ReadingLine) -> TableRow:
    return TableRow(line.item_id, (Cell(line.title), Cell(line.edition), Cell(short_date_words(line.confirm_by))))
