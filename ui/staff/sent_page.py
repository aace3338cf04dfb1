# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Something that was sent, for whoever sent it: their own words, who has received it, and what came back (ux.md S8)."""

from PySide6.QtWidgets import QWidget

from desktop.clocks import london_day, time_words, weekday_words
from desktop.forms import summary
from desktop.people import PersonId
from desktop.sent import Reply, SentItem
from desktop.telling import day_words
from ui.staff.here import Here
from ui.staff.side_page import SidePage
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.plain_view import PlainView
from ui.widgets.summary_list import SummaryList, SummaryRow
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


class SentPage(SidePage):
    """One thing sent, with the way back."""

    def __init__(self, theme: ThemeSource, here: Here, item: SentItem) -> None:
        form = here.candour.meaning.forms.get(item.form)
        super().__init__(theme, here, form.title if form else item.form)
        self._here = here
        sent = say(Staff.SENT_AT, day=weekday_words(london_day(item.at)), time=time_words(item.at))
        heading = Column(theme, self.title, PlainLabel(theme, f"{item.reference} · {sent}", _SMALL, wrap=True), gap=1)
        self.column.add(heading, self._received(item), _section(theme, Staff.REPLIES), self._replies(item))
        if form is not None:
            rows = summary(form, item.values, here.school)
            shown = [SummaryRow(" ".join(row.fields), row.label, row.value) for row in rows]
            self.column.add(_section(theme, Staff.YOUR_WORDS), SummaryList(theme, shown))

    def _received(self, item: SentItem) -> QWidget:
        holder = QWidget()
        style = TextStyle("body", "status.ok.strong", weight=600)
        lines = [
            say(Staff.RECEIVED_ON, name=self._name(person), day=day_words(london_day(at)), time=time_words(at))
            for person, at in item.received.items()
        ]
        holder.setLayout(Column(self.theme, *(PlainLabel(self.theme, line, style, wrap=True) for line in lines)))
        return holder

    def _replies(self, item: SentItem) -> QWidget:
        card = Card(self.theme, gap=4)
        if not item.replies:
            card.add(PlainLabel(self.theme, say(Staff.NO_REPLIES), _SMALL, wrap=True))
        for reply in item.replies:
            who = self._who(reply)
            card.add(PlainLabel(self.theme, who, "label", wrap=True), PlainView(self.theme, reply.words, name=who))
        return card

    def _who(self, reply: Reply) -> str:
        words = Staff.ASKED if reply.is_question else Staff.REPLIED
        return say(words, name=self._name(reply.author), day=day_words(london_day(reply.at)), time=time_words(reply.at))

    def _name(self, person: PersonId | None) -> str:
        listed = self._here.school.people.get(person) if person is not None else None
        return listed.name if listed else say(Staff.SOMEONE)


def _section(theme: ThemeSource, title: Staff) -> PlainLabel:
    return PlainLabel(theme, say(title), "section", wrap=True)
