# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The register of whoever is signed in: every case that they read, as the pattern engine takes it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from desktop.cases.case import Case
from desktop.cases.inbox import SHELVES
from desktop.clocks.terms import terms
from desktop.patterns.from_cases import register_of
from desktop.patterns.register import Register
from desktop.session import Session

Progress = Callable[[int, int], None]
"""Handed how many cases are read, and of how many."""

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=60)
"""The longest holiday there is, in the summer, with days to spare."""


def read_register(session: Session, progress: Progress = lambda _done, _all: None) -> Register:
    """Read every case of this reader's inbox. Opens each: for a worker's thread, not for a window's."""
    settings = session.machine.school.settings
    return register_of(_cases(session, progress), session.me, session.machine.school, holidays_of(terms(settings)))


def holidays_of(school_terms: tuple[tuple[date, date], ...]) -> tuple[tuple[date, date], ...]:
    """What lies between terms that follow each other. Where two lie too far apart, a term was not set: no holiday."""
    gaps = [(before[1] + _DAY, after[0] - _DAY) for before, after in pairwise(school_terms)]
    return tuple((first, last) for first, last in gaps if timedelta() <= last - first <= _LONGEST)


def _cases(session: Session, progress: Progress) -> Iterator[Case]:
    case_ids = [case_id for shelf in SHELVES for case_id in session.shelf(shelf)]
    for number, case_id in enumerate(case_ids, start=1):
        yield session.case(case_id)
        progress(number, len(case_ids))
