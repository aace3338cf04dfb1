# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ties as the rules and a register see them: who the other party is, of which tier, and until when a tie counts.

Sources: code of conduct 5.6; requirements.md sections 8 and 11.5; F04 and F20.
"""

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.declarations.gifts import SEPTEMBER, year_of
from desktop.people import PersonId

FORM = "relationship"
NIL = "none"
"""The kind of a return that says that there is nothing to declare."""

_ENDED = "ended"
_MONTHS = 12

Values = Mapping[str, object]


def other_party(values: Values) -> PersonId | None:
    """The listed person to whom somebody declares a tie (the answer "other_party"); None where they are not listed."""
    people = values.get("other_party")
    first = people[0] if isinstance(people, list) and people else None
    listed = first.get("person") if isinstance(first, dict) else None
    return PersonId(listed) if isinstance(listed, str) else None


def counts_on(values: Values, day: date, months: int) -> bool:
    """Say whether a declared tie still counts on this day: one that has ended does for so many months more."""
    if values.get("tie") == NIL:
        return False
    if values.get("state") != _ENDED:
        return True
    try:
        ended = date.fromisoformat(str(values.get("ended_on")))
    except ValueError:
        return True  # on which day it ended was not said, so nothing says that it no longer counts
    return day <= _later(ended, months)


def is_renewed(values: Values) -> bool:
    """Say whether such a declaration is to be made again next year: it declares a tie, and one that goes on."""
    return values.get("tie") != NIL and values.get("state") != _ENDED


def renew_by(declared: date) -> date:
    """By which day what was declared on this day is to be declared again: early in the next school year."""
    rule = _renewal()
    first = year_of(declared) + 1
    return date(first if rule.month >= SEPTEMBER else first + 1, rule.month, rule.day)


class _Renewal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    month: int
    day: int
    source: str


@cache
def _renewal() -> _Renewal:
    return msgspec.convert(tomllib.loads(resources.text("statutory/clocks.toml"))["renewal"], _Renewal)


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
