# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The register of whoever is signed in: every case that they read, as the pattern engine takes it."""

from datetime import date, timedelta
from itertools import pairwise

from desktop.cases.case import Case
from desktop.cases.inbox import SHELVES
from desktop.clocks.terms import terms
from desktop.patterns.from_cases import register_of, register_with
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

    What an old log brought in was recorded here when it was imported; `with_old_logs` it counts from its own day.
    """
    school = session.machine.school
    ids = [case_id for shelf in SHELVES for case_id in session.shelf(shelf)]
    cases = (session.case_on(case_id, on) or _of_old_log(session, case_id, wanted=with_old_logs) for case_id in ids)
    return register_of(filter(None, cases), session.me, school, holidays_of(terms(school.settings)))


def _of_old_log(session: Session, case_id: str, *, wanted: bool) -> Case | None:
    case = session.case(case_id) if wanted else None
    return case if case is not None and case.report is not None and case.report.old is not None else None


def holidays_of(school_terms: tuple[tuple[date, date], ...]) -> tuple[tuple[date, date], ...]:
    """What lies between terms that follow each other. Where two lie too far apart, a term was not set: no holiday."""
    gaps = [(before[1] + _DAY, after[0] - _DAY) for before, after in pairwise(school_terms)]
    return tuple((first, last) for first, last in gaps if timedelta() <= last - first <= _LONGEST)
