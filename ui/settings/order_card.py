# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card on which deputies are put in order: the first is asked first, and the next stands in."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.changing.deputies import ORDERED, reordered
from desktop.changing.telling import name, role_words
from desktop.people import PersonId, Role, School
from desktop.telling import sentence_case
from ui.settings.change_page import ChangePage
from ui.settings.words import Settings, say
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.exchanged import Exchanged
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Growing, Row, Stretch
from ui.widgets.text_flow import TextStyle


class OrderCard(Card):
    """Every role that several hold, with its holders in their order, and a button that moves each of them up."""

    asked = Signal(object)
    """The order is to be changed: the changes that belong together."""

    def __init__(self, page: ChangePage) -> None:
        theme = page.theme
        more = PlainLabel(theme, say(Settings.ORDER_MORE), TextStyle("small", "text.secondary"), wrap=True)
        super().__init__(theme, say(Settings.ORDER), more, gap=3)
        self._theme = theme
        self._school = page.school
        self._wanted: dict[Role, list[PersonId]] = {}
        self._rows = Exchanged(theme)
        self._propose = Button(theme, say(Settings.ORDER_PROPOSE), ButtonKind.PRIMARY)
        self.add(self._rows, Row(theme, self._propose, Stretch()))
        self._propose.clicked.connect(self._ask)

    def show_school(self, school: School, today: date) -> bool:
        """Show the order that holds now. Returns whether there is any role that several hold."""
        self._school = school
        held = {role: list(school.holders(role, today)) for role in ORDERED}
        self._wanted = {role: people for role, people in held.items() if len(people) > 1}
        self._show()
        return bool(self._wanted)

    def _show(self) -> None:
        shown: list[QWidget] = []
        for role, people in self._wanted.items():
            shown.append(PlainLabel(self._theme, sentence_case(role_words(role.value)), "label", wrap=True))
            shown += [self._row(role, at, person) for at, person in enumerate(people)]
        self._rows.show_widgets(*shown)
        self._propose.setEnabled(bool(self._changes()))

    def _row(self, role: Role, at: int, person: PersonId) -> QWidget:
        who = name(self._school, person)
        words = PlainLabel(self._theme, say(Settings.ORDER_PLACE, place=str(at + 1), name=who), wrap=True)
        layout = Row(self._theme, Growing(words), gap=3)
        if at:
            up = Button(self._theme, say(Settings.ORDER_UP, name=who), size=ButtonSize.SMALL)
            up.clicked.connect(partial(self._move_up, role, at))
            layout.add(up)
        row = QWidget()
        row.setLayout(layout)
        return row

    def _move_up(self, role: Role, at: int) -> None:
        people = self._wanted[role]
        people[at - 1], people[at] = people[at], people[at - 1]
        self._show()
        target = self._propose if self._propose.isEnabled() else self._rows.findChild(Button)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changes(self) -> list[object]:
        return [said for role, people in self._wanted.items() for said in reordered(self._school, role, people)]

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._changes())
