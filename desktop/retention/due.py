# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a record is due for review, by which rule, and what is not known. Pure.

Being due destroys nothing: two people do. What is not known makes it later, never sooner.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.retention.facts import Facts
from desktop.retention.rules import ClassId, Origin, RecordClass, Term


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """When a record is due: no day while somebody concerned still works here, whatever the other terms say.

    `by` is the term that comes last, `unknown` what is not known and was counted as the longest that it can be.
    """

    class_id: ClassId
    day: date | None
    by: Term
    unknown: tuple[Origin, ...] = ()

    def is_due(self, today: date) -> bool:
        """Say whether that day has come."""
        return self.day is not None and self.day <= today


def due_of(facts: Facts, rule: RecordClass) -> Due:
    """Work out when a record of this class is due: the latest of its terms."""
    ends = [(_end(term, facts), term) for term in rule.terms]
    open_ended = next((term for (day, _), term in ends if day is None), None)
    unknown = tuple(term.origin for (_, is_known), term in ends if not is_known)
    if open_ended is not None:
        return Due(class_id=rule.class_id, day=None, by=open_ended, unknown=unknown)
    day, by = max(((day, term) for (day, _), term in ends if day), key=lambda each: each[0])
    return Due(class_id=rule.class_id, day=day, by=by, unknown=unknown)


def _end(term: Term, facts: Facts) -> tuple[date | None, bool]:
    """The day on which a term ends, none while it goes on; and whether it is known from when it counts."""
    day, is_known = _from(term.origin, facts)
    end = None if day is None else years_after(day, term.years)
    if is_known or term.unknown_from is None:
        return end, is_known
    longest, _ = _from(term.unknown_from, facts)
    bound = None if longest is None else years_after(longest, term.unknown_years)
    return (max(bound, end) if bound and end else bound), False


def _from(origin: Origin, facts: Facts) -> tuple[date | None, bool]:
    """A day from which years count; and whether it is known for everybody whom the record is about."""
    simple: Mapping[Origin, date] = {
        Origin.REPORTED: facts.reported,
        Origin.LAST: facts.last,
        Origin.DECIDED: facts.decided,
    }
    if origin in simple:
        return simple[origin], True
    if origin is Origin.ENDED and facts.ended is not None:
        return facts.ended, True
    known_for_all = bool(facts.people) and not facts.has_unlisted
    if origin is Origin.PENSION:
        days = [each.pension for each in facts.people if each.pension]
        return max(days, default=None), known_for_all and len(days) == len(facts.people)
    still_here = any(each.left is None for each in facts.people)
    if still_here:
        return None, True
    return max((each.left for each in facts.people if each.left), default=None), known_for_all


def years_after(day: date, years: int) -> date:
    """The same day so many years later; for 29 February, where there is none, the day after: never sooner."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
