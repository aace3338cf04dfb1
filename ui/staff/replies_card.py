# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers wrote back, for whoever reported it: who, when, their words, and what should be known of them."""

from collections.abc import Sequence

from desktop.clocks import london_day, time_words
from desktop.people import PersonId, School
from desktop.sent import Reply
from desktop.telling import day_words
from ui.staff.here import Here
from ui.staff.return_words import Return
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card, Line
from ui.widgets.labels import PlainLabel
from ui.widgets.plain_view import PlainView
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_CAREFUL = TextStyle("small", "status.warn.text")


class RepliesCard(Card):
    """The replies, the oldest first; or `nothing`, where there are none. `lead` is whom to ask in person."""

    def __init__(self, theme: ThemeSource, here: Here, replies: Sequence[Reply], lead: str, nothing: str) -> None:
        super().__init__(theme, gap=4)
        if not replies:
            self.add(PlainLabel(theme, nothing, _SMALL, wrap=True))
        for number, reply in enumerate(replies):
            who = _who(here, reply)
            self.add(*([Line(theme)] if number else []), PlainLabel(theme, who, "label", wrap=True))
            self.add(PlainView(theme, reply.words, name=who))
            if reply.is_withdrawn:
                self.add(PlainLabel(theme, say(Return.KEY_WITHDRAWN, lead=lead), _CAREFUL, wrap=True))
            elif not reply.is_vouched:
                words = say(Return.NOT_VOUCHED, name=name_of(here, reply.author))
                self.add(PlainLabel(theme, words, _CAREFUL, wrap=True))


def name_of(here: Here, person: PersonId | None) -> str:
    """A listed person's name."""
    return name_in(here.school, person)


def name_in(school: School, person: PersonId | None) -> str:
    """The same, as somebody is called in this school."""
    listed = school.people.get(person) if person is not None else None
    return listed.name if listed else say(Staff.SOMEONE)


def _who(here: Here, reply: Reply) -> str:
    words = Staff.ASKED if reply.is_question else Staff.REPLIED
    day = day_words(london_day(reply.at))
    return say(words, name=name_of(here, reply.author), day=day, time=time_words(reply.at))
