# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why somebody was flagged (ux.md R5): the patterns that name them, as of any day, worked out from what stood then.

Only for a reader of all the records that a pattern names, and never about the reader themselves.
"""

from datetime import date

import msgspec

from desktop.cases.inbox import SHELVES
from desktop.clocks import london_day
from desktop.patterns.answering import read_answers
from desktop.patterns.choosing import cuts_of
from desktop.patterns.desk import desk_of
from desktop.patterns.engine import look
from desktop.patterns.reading import read_register, register_on
from desktop.people import PersonId
from desktop.session import Session

MOST = 1_000
"""Records up to which patterns are worked out beside a page; with more of them it takes a page of its own."""


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """One pattern that names somebody: what it says, by which rule, and when what it names happened, earliest first."""

    sentence: str
    rule: str
    days: tuple[date, ...]


def read_flags(session: Session, person: PersonId, on: date) -> tuple[Flag, ...]:
    """Find the patterns that named somebody at the end of a day, and that nobody had looked at by then.

    Where this reader has more than `MOST` records it finds none. Looking back opens each. For a worker's thread.
    """
    machine = session.machine
    school = machine.school
    ids = [case_id for shelf in SHELVES for case_id in session.shelf(shelf)]
    if person == session.me or len(ids) > MOST or not school.settings.patterns_on:
        return ()
    register = read_register(session) if on == machine.today() else register_on(session, on)
    answers = (answer for answer in read_answers(session) if london_day(answer.at) <= on)
    desk = desk_of(register, look(register, on, cuts_of(session)), answers, session.me, on)
    happened = {record.reference: record.happened_on for record in register.records}
    return tuple(
        Flag(
            sentence=card.shown.sentence,
            rule=card.shown.rule,
            days=tuple(sorted(happened[record] for record in card.shown.records if record in happened)),
        )
        for card in desk.to_look_at
        if person in card.shown.subjects
    )
