# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telling a reporter whom their further words go to no longer, where a case goes on without some of its readers.

A reporter seals what they add to those who first read their report (desktop.adding). Where one of these turns out to be
the person concerned, or is kept away from them, their words would go on reaching that person. So whoever carries the
case on tells the reporter, in an entry that those left out are not sent.
"""

from collections.abc import Callable, Iterable
from datetime import date

from desktop.cases.entry import CaseEntry
from desktop.people import SENIOR, PersonId, School

ONWARD = "onward"
"""The kind of such an entry."""
_WITHOUT = "without"

PeopleOf = Callable[[CaseEntry], Iterable[PersonId]]
"""Who wrote an entry, and whose vaults it went to."""


def onward_data(without: Iterable[PersonId]) -> dict[str, object]:
    """What such an entry holds: those who are left out."""
    return {"form": ONWARD, "answers": {}, _WITHOUT: sorted(without)}


def left_out(entries: Iterable[CaseEntry], people_of: PeopleOf, school: School, today: date) -> frozenset[PersonId]:
    """Say whom the reporter's further words go to no longer, by entries whose authors are known to read the report.

    One is believed only where its author, or somebody else to whom it went and whom it does not leave out, holds one of
    the highest offices: so no reader can take the others away unseen, to be alone with what the reporter adds. Nothing
    that somebody says who is left out already counts.
    """
    found: set[PersonId] = set()
    for entry in entries:
        without = _named(entry) if entry.kind == ONWARD else frozenset()
        seen_by = frozenset(people_of(entry)) - without - found
        if entry.author in seen_by and any(school.roles_of(person, today) & SENIOR for person in seen_by):
            found |= without
    return frozenset(found)


def _named(entry: CaseEntry) -> frozenset[PersonId]:
    named = entry.data.get(_WITHOUT)
    return (
        frozenset(PersonId(each) for each in named if isinstance(each, str)) if isinstance(named, list) else frozenset()
    )
