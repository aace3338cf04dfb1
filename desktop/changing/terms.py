# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terms of a school as a setting: what they may be, and how somebody types them, one on each line."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from desktop.clocks import date_words
from desktop.faults import DeskFault
from desktop.forms.dates import parse_date
from desktop.forms.spec import Tense
from desktop.people import SchoolTerm
from storage.errors import KnownError

_YEAR = re.compile(r"[0-9]{4}")
_BETWEEN = re.compile(r"\s+(?:to|until|[–—-])\s+|\s*[–—]\s*", re.IGNORECASE)


def check_terms(terms: Iterable[SchoolTerm]) -> None:
    """Refuse a term that ends before it begins, and two that share a day. Raises KnownError(TERMS_REFUSED)."""
    days = sorted((term.first, term.last) for term in terms)
    overlap = any(first <= last_before for (_, last_before), (first, _) in pairwise(days))
    if overlap or any(last < first for first, last in days):
        raise KnownError(DeskFault.TERMS_REFUSED)


def read_term(line: str, today: date) -> SchoolTerm | None:
    """Read a term as it is typed: '2 September 2026 to 18 December 2026'. None for anything else, or without years."""
    parts = [part for part in _BETWEEN.split(line.strip()) if _YEAR.search(part)]
    days = [parse_date(part, today, Tense.ANY) for part in parts]
    match days:
        case [date() as first, date() as last]:
            return SchoolTerm(first=first, last=last)
        case _:
            return None


def write_term(term: SchoolTerm) -> str:
    """A term as `read_term` reads it."""
    return f"{date_words(term.first)} to {date_words(term.last)}"
