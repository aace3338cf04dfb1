# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The register of whoever is signed in: every case that they read, as the pattern engine takes it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from desktop.cases.case import Case
from desktop.cases.entry import known_by, recorded_days
from desktop.cases.inbox import SHELVES
from desktop.clocks.terms import terms
from desktop.patterns.from_cases import records_of, register_of, register_with, staff_member
from desktop.patterns.judged import History, Standing
from desktop.patterns.register import Register
from desktop.ready import counted_in
from desktop.session import Session

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=60)
"""The longest holiday there is, in the summer, with days to spare."""


def read_register(session: Session) -> Register:
    """Read what counts of every case that this reader reads, as their vault keeps it ready: no case is opened."""
    school = session.machine.school
    return register_with(counted_in(session.views.counted()), school, holidays_of(terms(school.settings)))


def register_on(session: Session, on: date, *, with_old_logs: bool = False) -> Register:
    """What counted at the end of a day, as it was judged by then. It opens each case.

    What an old log brought in was recorded here when it was imported; `with_old_logs` it counts from its own day, as it
    was brought in.
    """
    school = session.machine.school
    ids = _everything_read(session)
    cases = (session.case_on(case_id, on) or _brought_in(session, case_id, wanted=with_old_logs) for case_id in ids)
    return register_of(filter(None, cases), session.me, school, holidays_of(terms(school.settings)))


def read_history(session: Session) -> History:
    """What each case counted as from which day on, those of an old log from their own day. It opens each case."""
    school = session.machine.school
    return History(
        cases=tuple(_standings(session, case_id) for case_id in _everything_read(session)),
        staff=tuple(map(staff_member, school.people.values())),
        holidays=holidays_of(terms(school.settings)),
    )


def _standings(session: Session, case_id: str) -> tuple[Standing, ...]:
    found: list[Standing] = []
    for day, case in _by_day(session, case_id):
        records = records_of(case, session.machine.school) if case.reads(session.me) else ()
        if not found:
            found.append(Standing(date.min if _is_of_old_log(case) else day, records))
        elif records != found[-1].records:
            found.append(Standing(day, records))
    return tuple(found)


def _by_day(session: Session, case_id: str) -> Iterator[tuple[date, Case]]:
    """A case as it stood at the end of each day on which something was recorded of it, from its first one on."""
    root = session.root(case_id)
    entries = session.book.read(root)
    for day in sorted({*recorded_days(entries).values()}):
        known = known_by(entries, day)
        if any(entry.opens_case for entry in known):
            yield day, session.book.build(root, known)


def _everything_read(session: Session) -> list[str]:
    return [case_id for shelf in SHELVES for case_id in session.shelf(shelf)]


def _brought_in(session: Session, case_id: str, *, wanted: bool) -> Case | None:
    """A case that an old log brought in later, as it stood then."""
    case = next((case for _day, case in _by_day(session, case_id)), None) if wanted else None
    return case if case is not None and _is_of_old_log(case) else None


def _is_of_old_log(case: Case) -> bool:
    return case.report is not None and case.report.old is not None


def holidays_of(school_terms: tuple[tuple[date, date], ...]) -> tuple[tuple[date, date], ...]:
    """What lies between terms that follow each other. Where two lie too far apart, a term was not set: no holiday."""
    gaps = [(before[1] + _DAY, after[0] - _DAY) for before, after in pairwise(school_terms)]
    return tuple((first, last) for first, last in gaps if timedelta() <= last - first <= _LONGEST)
