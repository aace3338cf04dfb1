# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The days that a report may be about, and the terms in them."""

from datetime import date

import pytest

from desktop.faults import DeskFault
from desktop.governors.periods import Period, check_period, offered, terms_in
from desktop.people import SchoolTerm, Settings
from storage.errors import Fault, KnownError

TODAY = date(2026, 3, 12)


def refused(first: date, last: date, staff: int = 40) -> object:
    try:
        check_period(Period(first=first, last=last), TODAY, staff)
    except KnownError as error:
        code: DeskFault | Fault = error.code  # type: ignore[assignment]  # one of ours
        return code
    return None


def test_the_usual_period_is_this_school_year_to_today() -> None:
    assert offered(TODAY, 40)[0] == ("this_year", Period(first=date(2025, 9, 1), last=TODAY))


def test_early_in_the_school_year_last_year_is_the_usual_one() -> None:
    assert offered(date(2026, 9, 20), 40)[0][0] == "last_year"


def test_a_small_school_chooses_between_whole_years() -> None:
    assert all(period.days >= 365 for _, period in offered(TODAY, 12))


@pytest.mark.parametrize(
    ("first", "last", "staff", "code"),
    [
        (date(2025, 9, 1), date(2026, 3, 13), 40, DeskFault.PERIOD_NOT_OVER),
        (date(2026, 1, 20), TODAY, 40, DeskFault.PERIOD_TOO_SHORT),
        (date(2025, 9, 1), TODAY, 19, DeskFault.YEARLY_ONLY),
        (date(2025, 9, 1), TODAY, 20, None),
        (date(2024, 9, 1), date(2025, 8, 31), 5, None),
    ],
)
def test_a_period_that_would_tell_too_much_is_refused(
    first: date, last: date, staff: int, code: DeskFault | None
) -> None:
    assert refused(first, last, staff) is code


def test_terms_that_nobody_set_are_the_usual_ones() -> None:
    found = terms_in(Period(first=date(2025, 9, 1), last=TODAY), Settings())
    assert [(term.name, term.period.last) for term in found] == [("autumn", date(2025, 12, 31)), ("spring", TODAY)]


def test_half_terms_are_told_as_terms_and_holidays_belong_to_what_follows() -> None:
    halves = [(9, 2, 10, 23), (11, 2, 12, 18)]
    terms = [SchoolTerm(first=date(2025, a, b), last=date(2025, c, d)) for a, b, c, d in halves]
    spring = SchoolTerm(first=date(2026, 1, 5), last=date(2026, 2, 13))
    found = terms_in(Period(first=date(2025, 9, 1), last=TODAY), Settings(terms=(*terms, spring)))
    assert [(term.name, term.period.first, term.period.last) for term in found] == [
        ("autumn", date(2025, 9, 1), date(2025, 12, 18)),
        ("spring", date(2025, 12, 19), TODAY),
    ]


def test_a_year_before_a_leap_day_is_a_day_that_there_is() -> None:
    assert Period(first=date(2024, 2, 29), last=date(2024, 8, 31)).a_year_before.first == date(2023, 2, 28)
