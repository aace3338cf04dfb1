# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a case is or may be about, and which readers the directory keeps away from them (requirements.md §10, 1 and 3).

A pair in the directory says "not this reader for this person" and never why. It counts from the day on which it is
there, for cases that were filed before as well.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.people import PersonId, School
from desktop.routing import shipped_table
from desktop.routing.day import Day
from desktop.routing.matching import could_mean, names_employer


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A person concerned: listed by id, or described in the reporter's words."""

    person_id: PersonId | None = None
    description: str = ""


def may_be_about(subjects: Iterable[Subject], school: School, today: date) -> frozenset[PersonId]:
    """The listed persons concerned, and everyone whom words for somebody unlisted could mean (sharp case k)."""
    known = tuple(subjects)
    listed = frozenset(subject.person_id for subject in known if subject.person_id)
    return listed | could_mean(_words(known), Day(school, today), shipped_table().matching)


def is_kept_away(subjects: Iterable[Subject], person: PersonId, school: School, today: date) -> bool:
    """Say whether the directory keeps somebody away from a person whom a case is or may be about."""
    pairs = [pair for pair in school.conflicts if pair.until is None or today <= pair.until]
    if not pairs:
        return False
    known = tuple(subjects)
    employers = (pair.about_employer for pair in pairs if pair.reader == person)
    return any(names_employer(_words(known), employer) for employer in employers) or any(
        school.is_conflicted(person, about, today) for about in may_be_about(known, school, today)
    )


def _words(subjects: Iterable[Subject]) -> list[str]:
    return [subject.description for subject in subjects if subject.description and not subject.person_id]
