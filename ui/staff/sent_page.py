# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Something that was sent, for whoever sent it: their own words, who has it, what came back, what they added (S8)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.cases.reporter import ADDITION, CORRECTION, TAKING_BACK
from desktop.clocks import london_day, time_words, weekday_words
from desktop.forms import summary
from desktop.receipt import receipt
from desktop.sent import Further, SentItem
from desktop.telling import day_words
from ui.staff.here import Here
from ui.staff.receipt import ReceiptPrinting
from ui.staff.replies_card import RepliesCard, name_in, name_of
from ui.staff.return_words import Return
from ui.staff.side_page import SidePage
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.card import Card, Line
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.plain_view import PlainView
from ui.widgets.summary_list import SummaryList, SummaryRow
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_SAID = {ADDITION: Return.ADDED_ON, CORRECTION: Return.CORRECTED_ON, TAKING_BACK: Return.TAKEN_BACK_ON}


class SentPage(SidePage):
    """One thing sent, with the way back and the ways to say more."""

    more_asked = Signal(str)
    """More is to be said about it: the kind of act."""

    def __init__(self, theme: ThemeSource, here: Here, item: SentItem) -> None:
        form = here.candour.meaning.forms.get(item.form)
        super().__init__(theme, here, form.title if form else item.form)
        self._here = here
        sent = say(Staff.SENT_AT, day=weekday_words(london_day(item.at)), time=time_words(item.at))
        heading = Column(theme, self.title, PlainLabel(theme, f"{item.reference} · {sent}", _SMALL, wrap=True), gap=1)
        lead = name_of(here, next(iter(item.readers), None))
        replies = RepliesCard(theme, here, item.replies, lead, say(Staff.NO_REPLIES))
        self.column.add(heading, self._received(item), _section(theme, Staff.REPLIES), replies)
        if item.further:
            self.column.add(_section(theme, Return.YOU_ADDED), self._further(item))
        if form is not None:
            rows = summary(form, item.values, here.school)
            shown = [SummaryRow(" ".join(row.fields), row.label, row.value) for row in rows]
            self.column.add(_section(theme, Staff.YOUR_WORDS), SummaryList(theme, shown))
        if item.readers:
            self._offer_more()
        made = receipt(here.school.name, item.reference, item.at, None)
        self._printing = ReceiptPrinting(theme, self, made, has_phrase=False)
        link = LinkButton(theme, say(Return.PRINT_RECEIPT), icon=Icon.PRINTER)
        link.clicked.connect(self._printing.ask)
        self.column.add(Row(theme, link, Stretch()))

    def _offer_more(self) -> None:
        self.buttons.show_buttons(say(Return.ADD), say(Return.CORRECT), say(Return.TAKE_BACK))
        self.buttons.show()
        bar = self.buttons
        for button, kind in ((bar.primary, ADDITION), (bar.second, CORRECTION), (bar.way_out, TAKING_BACK)):
            button.clicked.connect(partial(self.more_asked.emit, kind))

    def _received(self, item: SentItem) -> QWidget:
        holder = QWidget()
        style = TextStyle("body", "status.ok.strong", weight=600)
        lines = [
            say(
                Staff.RECEIVED_ON,
                name=name_in(self._here.called, each),
                day=day_words(london_day(at)),
                time=time_words(at),
            )
            for each, at in item.received.items()
        ]
        holder.setLayout(Column(self.theme, *(PlainLabel(self.theme, line, style, wrap=True) for line in lines)))
        return holder

    def _further(self, item: SentItem) -> QWidget:
        card = Card(self.theme, gap=4)
        for number, each in enumerate(item.further):
            when = _when(each)
            card.add(*([Line(self.theme)] if number else []), PlainLabel(self.theme, when, "label", wrap=True))
            card.add(PlainView(self.theme, each.words, name=when))
        return card


def _when(said: Further) -> str:
    return say(_SAID[said.kind], day=day_words(london_day(said.at)), time=time_words(said.at))


def _section(theme: ThemeSource, title: Staff | Return) -> PlainLabel:
    return PlainLabel(theme, say(title), "section", wrap=True)
