# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page on which settings of the school are typed, and those that differ from what holds are proposed together."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.setting import change_settings, shown_settings
from desktop.people import School
from desktop.people import Settings as SchoolSettings
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.setting_rows import SettingRow, UnreadError
from ui.settings.words import Settings, say
from ui.widgets.announcing import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap


class ValuesPage(ChangePage):
    """The page; `rows` by the settings that they show."""

    def __init__(self, context: SettingsContext, title: str, sentence: str, rows: Sequence[SettingRow]) -> None:
        super().__init__(context, title, sentence)
        self.rows = {row.key: row for row in rows}
        self.propose = Button(self.theme, say(Settings.PROPOSE), ButtonKind.PRIMARY)
        self._nothing_new = PlainLabel(self.theme, say(Settings.NOTHING_NEW), wrap=True)
        self._nothing_new.hide()
        widgets = (row.widget for row in rows)
        self.body.add(Card(self.theme, "", *widgets, Gap(1), self._nothing_new, self.propose, gap=4))
        self.setFocusProxy(rows[0].widget)
        self.propose.clicked.connect(self._ask)
        self._shown: SchoolSettings | None = None

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        if self._shown != school.settings:  # what was typed stays, unless something else holds now
            self._shown = school.settings
            self._fill()

    def _fill(self) -> None:
        for row in self.rows.values():
            row.fill(self.school.settings, self.context.today())

    @Slot()
    def _ask(self) -> None:
        self._nothing_new.hide()
        wanted = self._read()
        if wanted is None:
            return
        now = shown_settings(self.school.settings)
        different = {key: value for key, value in wanted.items() if value != now[key]}
        if different:
            self.change([change_settings(different)], self._fill)
        else:
            self._nothing_new.show()
            announce(self._nothing_new, say(Settings.NOTHING_NEW))

    def _read(self) -> dict[str, object] | None:
        """What stands in every row; nothing when one of them can't be meant, and each of those has said so."""
        wanted: dict[str, object] = {}
        settings, today = self.school.settings, self.context.today()
        for key, row in self.rows.items():
            try:
                wanted[key] = row.read(settings, today)
            except UnreadError:
                continue
        return wanted if len(wanted) == len(self.rows) else None
