# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 3: who sees what (picture 10). The lines come from the rules that route real reports, as names are chosen."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from desktop.people import PersonId, Role
from desktop.setting_up import Draft, Missing, RouteLine, lines_of, reads_about_themselves, suggest, with_holder
from ui.setup.choose_person import ChoosePerson
from ui.setup.routing_map import ABOUT_WORDS, MAP_ROLES, ROLE_WORDS, RoleCard, RoutingMap, reader_names
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.data_table import DataTable
from ui.widgets.exchanged import Exchanged
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle

_TIGHT = 480  # pixels at 100 %: with less there is no room for two cards beside each other
_DEPUTIES = (Role.DEPUTY_DSL, Role.DEPUTY_HEAD)


class ReadersStep(StepPage):
    """Chooses who holds which role, and shows what follows from it."""

    errors: ClassVar[Mapping[Missing, Setup]] = {
        Missing.DSL: Setup.DSL_ERROR,
        Missing.HEAD: Setup.HEAD_ERROR,
        Missing.CHAIR: Setup.CHAIR_ERROR,
        Missing.SECOND_OFFICER: Setup.SECOND_ERROR,
    }

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, Setup.READERS, Setup.READERS_INTRO)
        self._draft = Draft()
        self._today = date.min
        self.map = RoutingMap(theme)
        self._table = DataTable(theme, _columns(), name=say(Setup.READERS), fits=True)
        self._table.hide()
        self._turn = LinkButton(theme, say(Setup.AS_TABLE), "small")
        self._named = CheckBox(theme, say(Setup.SHOW_NAMES), say(Setup.SHOW_NAMES_MORE))
        self._deputies = {role: RoleCard(theme, role) for role in _DEPUTIES}
        self._checks = Exchanged(theme)
        self.aside = _aside(theme, self._checks)
        self._deputy_row = Row(theme, *(Growing(card) for card in self._deputies.values()), gap=4)
        self.body.add(self.map, self._table, self._turn)
        self.body.addLayout(self._deputy_row)
        self.body.add(self._named)
        self.setFocusProxy(self.map.place_of(Role.DSL))
        self._connect()

    def _connect(self) -> None:
        self._turn.clicked.connect(self._turn_view)
        self._named.toggled.connect(self._keep_named)
        self.map.role_asked.connect(self._ask)
        for card in self._deputies.values():
            card.chosen.connect(self._ask)

    @override
    def show_draft(self, draft: Draft, today: date) -> None:
        self._draft, self._today = draft, today
        self._named.setChecked(draft.settings.readers_named)
        lines = lines_of(draft, today)
        self.map.show_lines(draft, lines)
        self._table.show_rows([_row(draft, line) for line in lines])
        for role, card in self._deputies.items():
            card.show_names([draft.by_id[person].name for person in draft.holders.get(role, ())])
        self._checks.show_widgets(*self._checked(lines))

    @override
    def take(self, draft: Draft) -> Draft:
        settings = msgspec.structs.replace(draft.settings, readers_named=self._named.isChecked())
        return msgspec.structs.replace(draft, holders=self._draft.holders, settings=settings)

    @override
    def field_of(self, missing: str) -> QWidget | None:
        return self.map.place_of(Role(missing) if missing in set(MAP_ROLES) else Role.DSL)

    # Choosing

    @Slot(str)
    def _ask(self, role_name: str) -> None:
        role = Role(role_name)
        dialog = ChoosePerson(self.theme, self.window(), self._draft.people, say(ROLE_WORDS[role]))
        dialog.chosen.connect(partial(self._give, role))
        dialog.ask()

    def _give(self, role: Role, person: str) -> None:
        held = self._draft.holders.get(role, ()) if role in _DEPUTIES and person else ()
        people = tuple(dict.fromkeys((*held, PersonId(person)))) if person else ()
        self._change(with_holder(self._draft, role, people))

    def _add(self, role: Role, person: PersonId) -> None:
        self._change(with_holder(self._draft, role, (*self._draft.holders.get(role, ()), person)))

    def _change(self, draft: Draft) -> None:
        self.show_draft(draft, self._today)
        self.changed.emit()

    @Slot()
    def _keep_named(self) -> None:
        self._draft = self.take(self._draft)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < self.theme.now.px(_TIGHT)
        self._deputy_row.setDirection(
            QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        )

    @Slot()
    def _turn_view(self) -> None:
        is_table = self.map.isVisibleTo(self)
        self.map.setVisible(not is_table)
        self._table.setVisible(is_table)
        self._turn.show_text(say(Setup.AS_LINES if is_table else Setup.AS_TABLE))

    # What was checked

    def _checked(self, lines: Sequence[RouteLine]) -> list[QWidget]:
        theme = self.theme
        unread = [line for line in lines if not line.readers]
        found: list[QWidget] = []
        if not reads_about_themselves(self._draft, self._today):
            found.append(_check(theme, say(Setup.CHECK_THEMSELVES)))
        if not unread:
            found.append(_check(theme, say(Setup.CHECK_REACHES)))
        found += [_warning(theme, say(Setup.CHECK_REACHES_NOT, about=_about(line))) for line in unread]
        for line in lines:
            if line.alone is not None:
                found += self._alone(line, line.alone)
        return found

    def _alone(self, line: RouteLine, reader: PersonId) -> list[QWidget]:
        name = self._draft.by_id[reader].name
        warning = _warning(self.theme, say(Setup.CHECK_ALONE, name=name, about=_about(line)))
        suggestion = suggest(self._draft, line, self._today)
        if suggestion is None:
            return [warning]
        words = say(Setup.ADD_SUGGESTED, name=self._draft.by_id[suggestion.person].name)
        button = Button(self.theme, words, size=ButtonSize.SMALL)
        button.clicked.connect(partial(self._add, suggestion.role, suggestion.person))
        return [warning, button]


def _aside(theme: ThemeSource, checks: QWidget) -> QWidget:
    checked = Card(theme, say(Setup.CHECKED), checks, icon=Icon.SHIELD_CHECK, gap=3)
    never = Column(
        theme,
        Row(
            theme,
            IconLabel(theme, Icon.USER_ROUND_X, "text.secondary"),
            PlainLabel(theme, say(Setup.WHO_NEVER), "label", wrap=True),
            gap=2,
        ),
        PlainLabel(theme, say(Setup.WHO_NEVER_MORE), TextStyle("small", "text.secondary"), wrap=True),
        gap=1,
        margins=(1, 0, 1, 0),
    )
    aside = QWidget()
    column = Column(theme, checked, gap=4)
    column.addLayout(never)
    column.add(Stretch())
    aside.setLayout(column)
    return aside


def _check(theme: ThemeSource, words: str) -> QWidget:
    return _line(theme, Icon.CHECK, "status.ok.strong", words, "text.primary")


def _warning(theme: ThemeSource, words: str) -> QWidget:
    return _line(theme, Icon.TRIANGLE_ALERT, "status.warn.strong", words, "status.warn.text")


def _line(theme: ThemeSource, icon: Icon, tint: str, words: str, colour: str) -> QWidget:
    holder = QWidget()
    mark = Aligned(IconLabel(theme, icon, tint, side="icon_small", beside="small"), Qt.AlignmentFlag.AlignTop)
    holder.setLayout(Row(theme, mark, Growing(PlainLabel(theme, words, TextStyle("small", colour), wrap=True)), gap=2))
    return holder


def _about(line: RouteLine) -> str:
    words = say(ABOUT_WORDS[line.about])
    return words[:1].lower() + words[1:]


def _columns() -> list[TableColumn]:
    return [
        TableColumn("about", say(Setup.TABLE_ABOUT), 1, is_sortable=False),
        TableColumn("readers", say(Setup.TABLE_READERS), 1, is_sortable=False),
    ]


def _row(draft: Draft, line: RouteLine) -> TableRow:
    return TableRow(line.about.value, (Cell(say(ABOUT_WORDS[line.about])), Cell(reader_names(draft, line))))
