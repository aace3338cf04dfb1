# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, gifts: from which worth on the school wants to hear, to decide, and to ask the governing board."""

from typing import NamedTuple

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.setting import change_settings
from desktop.forms.readers import pence_in
from desktop.forms.summary import pounds
from desktop.forms.texts import Refused
from desktop.people import School
from desktop.people import Settings as SchoolSettings
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.gifts_words import Gifts
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.field import Field
from ui.widgets.layouts import Gap
from ui.widgets.line_input import LineInput, Width

_CASH = "cash_allowed"


class _Limit(NamedTuple):
    title: Gifts
    hint: Gifts


_LIMITS = {
    "declare_from": _Limit(Gifts.DECLARE, Gifts.DECLARE_HINT),
    "head_permission_from": _Limit(Gifts.HEAD, Gifts.HEAD_HINT),
    "collection_permission_from": _Limit(Gifts.GROUP, Gifts.GROUP_HINT),
    "board_permission_from": _Limit(Gifts.BOARD, Gifts.BOARD_HINT),
    "yearly_total_per_giver": _Limit(Gifts.TOTAL, Gifts.TOTAL_HINT),
}
"""The settings, in their order, each an amount."""


class GiftsPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Gifts.TITLE), say(Gifts.TITLE_FOR))
        theme = self.theme
        self.amounts = {key: LineInput(theme, compact=True, width=Width.SHORT) for key in _LIMITS}
        self._fields = {
            key: Field(theme, say(limit.title), self.amounts[key], hint=say(limit.hint))
            for key, limit in _LIMITS.items()
        }
        self.cash = CheckBox(theme, say(Gifts.CASH))
        propose = Button(theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self.body.add(Card(theme, "", *self._fields.values(), self.cash, Gap(1), propose, gap=4))
        self.setFocusProxy(self.amounts["declare_from"])
        propose.clicked.connect(self._ask)
        self._shown: SchoolSettings | None = None

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        if self._shown != school.settings:  # what was typed stays, unless something else holds now
            self._shown = school.settings
            self._fill()

    def _fill(self) -> None:
        for key, line in self.amounts.items():
            line.set_value(pounds(getattr(self.school.settings, key)))
        self.cash.setChecked(self.school.settings.cash_allowed)

    @Slot()
    def _ask(self) -> None:
        wanted: dict[str, object] = {_CASH: self.cash.isChecked()}
        for key in _LIMITS:
            pence = self._read(key)
            if pence is None:
                return
            wanted[key] = pence
        different = {key: value for key, value in wanted.items() if value != getattr(self.school.settings, key)}
        self._fields["declare_from"].show_error("" if different else say(Settings.NOTHING_NEW))
        if different:
            self.change([change_settings(different)], self._fill)

    def _read(self, key: str) -> int | None:
        try:
            pence = pence_in(self.amounts[key].text().strip())
        except Refused:
            self._fields[key].show_error(say(Gifts.NEEDS_AMOUNT))
            return None
        self._fields[key].show_error("")
        return pence
