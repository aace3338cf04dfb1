# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record says of the days that its keeping counts from, and of which class it is. Pure."""

from datetime import date, timedelta

import msgspec

from desktop.cases.case import Case, lado_was_asked, may_meet_threshold
from desktop.cases.entry import CaseEntry, recorded_days
from desktop.cases.meaning import Meaning
from desktop.people import PersonId, School
from desktop.retention.kinds import GOES_ALONG, KEEPING, PENSION_AGE
from desktop.retention.rules import ClassId, RetentionRules

_ENDS = ("ended_on", "ends_on")


class Concerned(msgspec.Struct, frozen=True, kw_only=True):
    """A listed person concerned: the day after their last, and when they reach normal pension age, as far as known."""

    person_id: PersonId
    left: date | None = None
    pension: date | None = None


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """The days of a record. `has_unlisted`: it is about somebody besides whom the staff list does not know."""

    reported: date
    last: date
    decided: date
    people: tuple[Concerned, ...] = ()
    has_unlisted: bool = False
    ended: date | None = None


def facts_of(case: Case, report: CaseEntry, school: School) -> Facts:
    """Read the days of a case. `report` is what opens it."""
    days = recorded_days(case.entries)
    told = [entry for entry in case.counted if entry.kind not in GOES_ALONG | KEEPING and entry.eid in days]
    recorded = report.old.recorded.date() if report.old else days[report.eid]
    later = [days[entry.eid] for entry in told if entry is not report]
    decision = case.decision
    return Facts(
        reported=recorded,
        last=max([recorded, *later]),
        decided=days[decision.eid] if decision else recorded,
        people=tuple(_concerned(case, person, school) for person in sorted(case.concerned())),
        has_unlisted=any(subject.person_id is None for subject in case.subjects),
        ended=next((day for name in _ENDS if (day := report.day(name))), None),
    )


def class_of(case: Case, report: CaseEntry, meaning: Meaning, rules: RetentionRules) -> ClassId:
    """Of which class a record is: by its form, or for a concern by what was found, decided and asked."""
    own = rules.of_form(report.form)
    if own is not None and case.track.decision != "decision":
        return own.class_id
    if own is not None and report.is_imported:
        return own.class_id
    findings = [finding for entry in case.of_kind("outcome") if (finding := entry.text("finding"))]
    if findings and findings[-1] in rules.removed_findings:
        return ClassId.MALICIOUS
    if findings or _is_allegation(case, meaning):
        return ClassId.ALLEGATION
    if own is not None:
        return own.class_id
    return ClassId.NOBODY_NAMED if _is_about_nobody(case) else ClassId.LOW_LEVEL


def _is_allegation(case: Case, meaning: Meaning) -> bool:
    assessed = (*case.of_kind("triage"), *case.of_kind("decision"))
    met = any(entry.text("outcome") in meaning.outcomes.met_threshold for entry in assessed)
    return met or lado_was_asked(case) or may_meet_threshold(case, meaning)


def _is_about_nobody(case: Case) -> bool:
    described = any(subject.description for subject in case.subjects if not subject.person_id)
    return case.is_anonymous and not case.concerned() and not described


def _concerned(case: Case, person: PersonId, school: School) -> Concerned:
    listed = school.people.get(person)
    said = [entry.day("reached_on") for entry in case.of_kind(PENSION_AGE) if entry.values.get("person") == person]
    left = listed.end + timedelta(days=1) if listed and listed.end else None
    return Concerned(person_id=person, left=left, pension=said[-1] if said else None)
