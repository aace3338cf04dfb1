# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who decides in the place of somebody who stood aside or was left behind (COC-088; requirements.md §10, fallback)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.cases.readership import SchoolAt
from desktop.faults import KnownError
from desktop.filing import route_of
from desktop.people import Absence, PersonId, School


@dataclass(frozen=True, slots=True)
class Rules:
    """What a report was routed by: the forms, and the directory as it stood after each statement."""

    meaning: Meaning
    school_at: SchoolAt


def decider_after(report: CaseEntry, gone: Iterable[PersonId], since: CaseEntry, by: Rules) -> PersonId | None:
    """Who decides once these people are gone, by the directory and the day of the entry that says so of the decider.

    None where that cannot be worked out here, or nobody in the school may.
    """
    school = by.school_at(since.directory)
    day = told_day(since.at, day_only=since.is_day_only)
    return None if school is None else next_decider(report, gone, by.meaning, school, day)


def next_decider(
    report: CaseEntry, gone: Iterable[PersonId], meaning: Meaning, school: School, today: date
) -> PersonId | None:
    """Who would decide on a report while these people cannot: one step along the chain."""
    spec = meaning.forms.get(report.form)
    if spec is None:
        return None
    away = tuple(Absence(person_id=person) for person in gone)
    without = msgspec.structs.replace(school, absences=(*away, *school.absences))
    try:
        return route_of(spec, report.values, report.sender, without, today).decision_maker
    except KnownError:
        return None
