# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What whoever chairs a panel hears about ties to applicants: yes or no, and never what the tie is (R16).

Who it is about stands behind a link, because colleagues walk past.
"""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import short_date_words
from desktop.registers.listing import RegisterRow
from desktop.registers.telling import Telling
from ui.staff.told_words import Told
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle


class ToldCard(QWidget):
    """The card. Nothing that was told hides it."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[str] = ()
        self._content: QWidget | None = None
        self._column = Column(theme)
        self.setLayout(self._column)
        self.hide()

    def show_told(self, rows: Sequence[RegisterRow], telling: Telling) -> None:
        """Show that these were told."""
        self._lines = [_line(row, telling) for row in rows]
        if self._content is not None:
            drop(self._content)
        self._content = QWidget()
        words = say(Told.COUNT_ONE) if len(rows) == 1 else say(Told.COUNT, count=str(len(rows)))
        link = LinkButton(self._theme, say(Told.SHOW))
        link.clicked.connect(self._open)
        card = Card(self._theme, gap=0, margins=(5, 2, 5, 2))
        card.add(Row(self._theme, Growing(PlainLabel(self._theme, words, "small", wrap=True)), link, gap=4))
        heading = PlainLabel(self._theme, say(Told.HEADING), "section", wrap=True)
        self._content.setLayout(Column(self._theme, heading, card, gap=2))
        self._column.add(self._content)
        self.setVisible(bool(rows))

    @Slot()
    def _open(self) -> None:
        answers = (Answer("close", say(Told.CLOSE)),)
        dialog = Dialog(self._theme, self, say(Staff.CANDOUR), say(Told.QUESTION), say(Told.MORE), answers)
        body = TextStyle("body")
        dialog.add(*(PlainLabel(self._theme, line, body, wrap=True) for line in self._lines))
        dialog.ask()


def _line(row: RegisterRow, telling: Telling) -> str:
    said = Told.YES if row.declared.text("stands") == "yes" else Told.NO
    day = short_date_words(row.declared.on)
    return say(said, day=day, who=telling.who(row.declared), other=row.declared.text("other_name"))
