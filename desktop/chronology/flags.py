# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why somebody was flagged (ux.md R5): the patterns that name them, as of any day, worked out from what stood then.

Only for a reader of all the records that a pattern names, and never about the reader themselves.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from desktop.cases.case import Case
from desktop.cases.inbox import SHELVES
from desktop.clocks import london_day
from desktop.clocks.terms import terms
from desktop.patterns.answering import read_answers
from desktop.patterns.choosing import cuts_of
from desktop.patterns.desk import desk_of
from desktop.patterns.engine import look
from desktop.patterns.from_cases import register_of
from desktop.patterns.reading import holidays_of
from desktop.people import PersonId
from desktop.session import Session

MOST = 1_000
"""Records up to which patterns are worked out beside a page; with more of them it takes a page of its own."""


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """One pattern that names somebody: what it says, by which rule, and the days of its records, earliest first."""

    sentence: str
    rule: str
    days: tuple[date, ...]


def read_flags(session: Session, person: PersonId, on: date) -> tuple[Flag, ...]:
    """Find the patterns that named somebody at the end of a day, and that nobody had looked at by then.

    Opens every record of this reader, unless there are more than `MOST`: then it finds none. For a worker's thread.
    """
    machine = session.machine
    school = machine.school
    ids = [case_id for shelf in SHELVES for case_id in session.shelf(shelf)]
    if person == session.me or len(ids) > MOST or not school.settings.patterns_on:
        return ()
    register = register_of(_as_of(session, ids, on), session.me, school, holidays_of(terms(school.settings)))
    answers = (answer for answer in read_answers(session) if london_day(answer.at) <= on)
    desk = desk_of(register, look(register, on, cuts_of(session)), answers, session.me, on)
    return tuple(
        Flag(sentence=card.shown.sentence, rule=card.shown.rule, days=card.days)
        for card in desk.to_look_at
        if person in card.shown.subjects
    )


def _as_of(session: Session, ids: list[str], on: date) -> Iterator[Case]:
    """The cases as they stood at the end of a day, as far as they had begun."""
    today = session.machine.today()
    for case_id in ids:
        case = session.case(case_id) if on == today else session.case_on(case_id, on)
        if case is not None:
            yield case
