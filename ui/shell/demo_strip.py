# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What tells the demonstration from a real school: a strip over every page, with passphrases where people sign in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.demo.card import DemoCard, DemoCardPerson
from ui.shell.words import Shell, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Line, Surface
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import Span, TextStyle
from ui.widgets.tooltips import set_tooltip

_FIRST = ("head", "dsl", "chair")
_OTHERS = 2


class DemoStrip(Surface):
    """Stands over the pages of the demonstration school."""

    person_chosen = Signal(str, str)
    """Somebody is to be signed in: their person id and passphrase."""

    def __init__(self, theme: ThemeSource, card: DemoCard) -> None:
        super().__init__("strip")
        self._theme = theme
        self._card = card
        words = [Span(f"{say(Shell.MADE_UP)} ", strong=True), Span(say(Shell.MADE_UP_MORE))]
        self._as = PlainLabel(theme, say(Shell.SIGN_IN_AS), TextStyle("small", "text.secondary"))
        self._people = [self._button(person) for person in chosen_few(card.people)]
        self._everybody = Button(theme, say(Shell.EVERYBODY), ButtonKind.QUIET, ButtonSize.SMALL)
        row = Row(
            theme,
            IconLabel(theme, Icon.INFO, "text.secondary"),
            PlainLabel(theme, words, TextStyle("small", "text.secondary"), elide=True),
            Stretch(),
            self._as,
            *self._people,
            self._everybody,
            gap=2,
            margins=(6, 1, 6, 1),
        )
        self.setLayout(Column(theme, row, Line(theme)))
        self._everybody.clicked.connect(self._show_everybody)

    def show_signed_in(self, *, signed_in: bool) -> None:
        """Offer to sign in only while nobody is."""
        for widget in (self._as, *self._people, self._everybody):
            widget.setVisible(not signed_in)

    def _button(self, person: DemoCardPerson) -> Button:
        button = Button(self._theme, person.name, ButtonKind.SECONDARY, ButtonSize.SMALL)
        hint = say(Shell.USE_THIS, name=person.name, job=person.job, passphrase=person.passphrase)
        button.setAccessibleDescription(hint)
        set_tooltip(button, hint)
        button.clicked.connect(partial(self.person_chosen.emit, person.id, person.passphrase))
        return button

    @Slot()
    def _show_everybody(self) -> None:
        dialog = Dialog(
            self._theme,
            self,
            say(Shell.TITLE),
            say(Shell.WHO_CAN_SIGN_IN),
            say(Shell.WHO_CAN_SIGN_IN_MORE),
            [Answer("close", say(Shell.CLOSE_LIST))],
        )
        if self._card.return_phrase:
            words = say(Shell.COME_BACK_WITH, phrase=self._card.return_phrase)
            dialog.add(PlainLabel(self._theme, words, "small", wrap=True))
        dialog.add(_table(self._theme, self._card.people))
        dialog.ask()


def chosen_few(people: Sequence[DemoCardPerson]) -> list[DemoCardPerson]:
    """The people whom somebody looking around wants first: head, lead, chair, and two without a role."""
    first = [next(person for person in people if role in person.roles) for role in _FIRST]
    return first + [person for person in people if not person.roles][:_OTHERS]


def _table(theme: ThemeSource, people: Sequence[DemoCardPerson]) -> QWidget:
    columns = [
        TableColumn("name", say(Shell.NAME)),
        TableColumn("job", say(Shell.JOB)),
        TableColumn("passphrase", say(Shell.PASSPHRASE)),
    ]
    table = DataTable(theme, columns, name=say(Shell.WHO_CAN_SIGN_IN))
    cells = {person.id: (Cell(person.name), Cell(person.job), Cell(person.passphrase)) for person in people}
    table.show_rows([TableRow(person, row) for person, row in cells.items()])
    return table
