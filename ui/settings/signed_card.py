# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card that lists what somebody's keys have signed, to be looked through after a theft (security.md 3.11)."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from desktop.changing.key_review import SignedByKey
from desktop.clocks import london_day, short_date_words
from desktop.forms import FormSpec
from desktop.people import Person, PersonId
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.columns import columns
from ui.settings.paper_words import Paper
from ui.settings.words import say
from ui.theme.icons import Icon
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.text_flow import TextStyle

_COLUMNS = (
    ("reference", Paper.REFERENCE, 3),
    ("kind", Paper.KIND, 5),
    ("at", Paper.WRITTEN, 3),
    ("received", Paper.CAME, 3),
    ("late", Paper.AFTER, 4),
)


class SignedCard(Card):
    """A day from which on, and the table."""

    asked = Signal(object, object)
    """What came from a day on is to be listed: the person's id, and the day or nothing."""

    def __init__(self, page: ChangePage, person: Person) -> None:
        theme = page.theme
        more = PlainLabel(theme, say(Paper.SIGNED_MORE), TextStyle("small", "text.secondary"), wrap=True)
        self._title = say(Paper.SIGNED_OF, name=person.name)
        super().__init__(theme, self._title, more, gap=3)
        self._page = page
        self._person = person
        self._day = page.day()
        self._since = Field(theme, say(Paper.SIGNED_SINCE), self._day)
        self._found = Exchanged(theme)
        show = Button(theme, say(Paper.SIGNED_SHOW))
        self.add(self._since, Row(theme, show, Stretch()), self._found)
        self.setFocusProxy(self._day)
        show.clicked.connect(self._ask)

    def show_signed(self, signed: Sequence[SignedByKey], forms: Mapping[str, FormSpec]) -> None:
        """Show them, or that there are none."""
        theme = self._page.theme
        if not signed:
            self._found.show_widgets(EmptyState(theme, Icon.KEY_ROUND, say(Paper.SIGNED_NONE)))
            return
        table = DataTable(theme, columns(*_COLUMNS), name=self._title, fits=True)
        table.show_rows([_row(at, each, forms) for at, each in enumerate(signed)])
        self._found.show_widgets(table)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask(self) -> None:
        if show_day_error(self._since, self._day):
            day: date | None = self._day.value()
            self.asked.emit(PersonId(self._person.person_id), day)


def _row(at: int, signed: SignedByKey, forms: Mapping[str, FormSpec]) -> TableRow:
    form = forms.get(signed.kind)
    cells = (
        Cell(signed.reference),
        Cell(form.title if form else signed.kind.replace("_", " ")),
        Cell(short_date_words(london_day(signed.at))),
        Cell(short_date_words(london_day(signed.received_at))),
        Cell(say(Paper.YES) if signed.is_late else ""),
    )
    return TableRow(str(at), cells)
