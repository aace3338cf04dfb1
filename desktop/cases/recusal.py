# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who decides in the place of somebody who stood aside or was left behind (COC-088; requirements.md §10, fallback)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.cases.conflicts import Subject
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.cases.readership import SchoolAt, is_believed
from desktop.faults import KnownError
from desktop.filing import route_of
from desktop.people import Absence, PersonId, School
from desktop.routing import Route


@dataclass(frozen=True, slots=True)
class Rules:
    """What a report was routed by: the forms, and the directory as it stood after each statement."""

    meaning: Meaning
    school_at: SchoolAt


def decider_of(
    report: CaseEntry | None, subjects: Iterable[Subject], gone: Mapping[PersonId, CaseEntry], by: Rules
) -> PersonId | None:
    """Who decides: whom the report names, or whom the rules name in the place of somebody who is gone."""
    said = report.data.get("decider") if report else None
    if report is None or not isinstance(said, str) or said in {subject.person_id for subject in subjects}:
        return None
    named = PersonId(said)
    if named in gone:
        return decider_after(report, gone, gone[named], by)
    return named if is_believed(named, report, by.school_at) else None


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
    chosen = route_without(report, gone, meaning, school, today)
    return chosen.decision_maker if chosen else None


def route_without(
    report: CaseEntry, gone: Iterable[PersonId], meaning: Meaning, school: School, today: date
) -> Route | None:
    """Route a report again while these people are away; None for a form that is not known here."""
    spec = meaning.forms.get(report.form)
    if spec is None:
        return None
    away = tuple(Absence(person_id=person) for person in gone)
    without = msgspec.structs.replace(school, absences=(*away, *school.absences))
    try:
        return route_of(spec, report.values, report.sender, without, today)
    except KnownError:
        return None
