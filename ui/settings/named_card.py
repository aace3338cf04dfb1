# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card that settles whether forms call readers by their names (ux.md A1, "Who sees what")."""

from PySide6.QtCore import Signal, Slot

from desktop.changing.setting import change_settings
from desktop.people import School
from ui.settings.change_page import ChangePage
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.layouts import Row, Stretch


class NamedCard(Card):
    """A box to tick, and a proposal once it differs from what holds."""

    asked = Signal(object)
    """The setting is to be changed."""

    def __init__(self, page: ChangePage) -> None:
        theme = page.theme
        super().__init__(theme, say(Settings.NAMED), gap=3)
        self._holds = page.school.settings.readers_named
        self.box = CheckBox(theme, say(Settings.NAMED_BOX), say(Settings.NAMED_MORE))
        self._propose = Button(theme, say(Settings.NAMED_PROPOSE), ButtonKind.PRIMARY)
        self.add(self.box, Row(theme, self._propose, Stretch()))
        self.box.toggled.connect(self._offer)
        self._propose.clicked.connect(self._ask)
        self.show_school(page.school)

    def show_school(self, school: School) -> None:
        """Show what holds now."""
        self._holds = school.settings.readers_named
        self.box.setChecked(self._holds)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        self._propose.setEnabled(self.box.isChecked() != self._holds)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(change_settings({"readers_named": self.box.isChecked()}))
