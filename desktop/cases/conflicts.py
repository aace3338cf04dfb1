# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a case is or may be about, and which readers the directory keeps away from them (requirements.md §10, 1 and 3).

A pair in the directory says "not this reader for this person" and never why. It counts from the day on which it is
there, for cases that were filed before as well.
"""

from datetime import date

from desktop.cases.case import Case
from desktop.people import PersonId, School
from desktop.routing import shipped_table
from desktop.routing.day import Day
from desktop.routing.matching import could_mean, names_employer


def may_be_about(case: Case, school: School, today: date) -> frozenset[PersonId]:
    """The listed persons concerned, and everyone whom words for somebody unlisted could mean (sharp case k)."""
    return case.concerned() | could_mean(_words(case), Day(school, today), shipped_table().matching)


def is_kept_away(case: Case, person: PersonId, school: School, today: date) -> bool:
    """Say whether the directory keeps somebody away from a person whom the case is or may be about."""
    pairs = [pair for pair in school.conflicts if pair.until is None or today <= pair.until]
    if not pairs:
        return False
    employers = (pair.about_employer for pair in pairs if pair.reader == person)
    return any(names_employer(_words(case), employer) for employer in employers) or any(
        school.is_conflicted(person, about, today) for about in may_be_about(case, school, today)
    )


def _words(case: Case) -> list[str]:
    return [subject.description for subject in case.subjects if subject.description]
