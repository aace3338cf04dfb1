# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a return phrase leads to: the reference, how far it has come, replies, and the way to add something (S8b)."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.clocks import weekday_words
from desktop.filing import Delivery
from desktop.people import PersonId
from desktop.returning import Returned
from desktop.sent import SentState
from desktop.telling import day_words, in_a_row
from ui.staff.asides import words_card
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.replies_card import RepliesCard, name_of
from ui.staff.return_words import Return
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle

_STATES = {
    SentState.SENT: (Staff.STATE_SENT, Tone.NEUTRAL),
    SentState.ASKED: (Staff.STATE_ASKED, Tone.WARN),
    SentState.DEALT_WITH: (Staff.STATE_DEALT, Tone.OK),
}


class ReturnedPage(StaffFrame):
    """Shows it. Nothing of it is kept: the page is all there is."""

    more_asked = Signal()
    """Something is to be added."""
    finished = Signal()
    """The screen is to be cleared."""

    has_words = True
    """Left alone, it is hidden and then cleared, as what a walk-up has typed is."""

    def __init__(self, theme: ThemeSource, here: Here, returned: Returned) -> None:
        super().__init__(theme, here.school.name)
        self._here = here
        self._returned = returned
        self._added = Banner(theme, Tone.OK, "")
        self._added.hide()
        title = PlainLabel(theme, say(Return.YOUR_REPORT, reference=returned.reference), "pageTitle", wrap=True)
        sent = PlainLabel(
            theme,
            say(Return.SENT_DAY, day=weekday_words(returned.sent_on)),
            TextStyle("small", "text.secondary"),
            wrap=True,
        )
        section = PlainLabel(theme, say(Staff.REPLIES), "section", wrap=True)
        replies = RepliesCard(theme, here, returned.replies, self._lead, self._nothing())
        self.column.add(self._added, Column(theme, title, sent, gap=1), Row(theme, self._state(), Stretch()))
        self.column.add(section, replies)
        self.keep_beside(words_card(theme, Icon.LOCK, say(Return.CANT_REOPEN), say(Return.CANT_REOPEN_MORE)))
        self.buttons.show_buttons(say(Return.ADD), "", say(Return.FINISH))
        self.setAccessibleName(title.words)
        self.buttons.primary.clicked.connect(self.more_asked)
        self.buttons.way_out.clicked.connect(self.finished)

    def show_added(self, delivery: Delivery) -> None:
        """Say that what was added is on its way, or locked and waiting."""
        lead = say(Return.ADDED if delivery is Delivery.SENT else Return.ADDED_WAITING)
        names = in_a_row([name_of(self._here, each) for each in self._returned.readers], say(Staff.AND))
        tone = Tone.OK if delivery is Delivery.SENT else Tone.WARN
        self._added.show_message(tone, say(Return.ADDED_MORE, names=names), lead=lead)
        self._added.show()

    @override
    def focus_first(self) -> None:
        self.begin_at(self.buttons.primary)

    def forget(self) -> None:
        """There is nothing typed here."""

    @property
    def _lead(self) -> str:
        return self._first_name(self._returned.lead)

    def _first_name(self, person: PersonId | None) -> str:
        listed = self._here.school.people.get(person) if person is not None else None
        return listed.first_name if listed else say(Staff.SOMEONE)

    def _state(self) -> Tag:
        words, tone = _STATES[self._returned.state]
        last = self._returned.replies[-1].author if self._returned.replies else None
        return Tag(self.theme, TagLook(say(words, name=self._first_name(last)), tone))

    def _nothing(self) -> str:
        due = self._returned.decide_by
        if due is None or due < self._here.today():
            return say(Return.NO_REPLY_YET)
        return say(Return.NO_REPLY_UNTIL, lead=self._lead, day=day_words(due))
