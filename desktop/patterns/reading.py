# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The register of whoever is signed in: every case that they read, as the pattern engine takes it."""

from datetime import date, timedelta
from itertools import pairwise

from desktop.clocks.terms import terms
from desktop.patterns.from_cases import register_with
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


def holidays_of(school_terms: tuple[tuple[date, date], ...]) -> tuple[tuple[date, date], ...]:
    """What lies between terms that follow each other. Where two lie too far apart, a term was not set: no holiday."""
    gaps = [(before[1] + _DAY, after[0] - _DAY) for before, after in pairwise(school_terms)]
    return tuple((first, last) for first, last in gaps if timedelta() <= last - first <= _LONGEST)
