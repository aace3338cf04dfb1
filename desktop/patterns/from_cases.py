# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader's cases as the plain records that patterns are looked for in. Pure.

People are named by their id, so that nothing that the directory knows has to be guessed. What was withdrawn, redirected
or found to be no concern is handed over as what never counts.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

import msgspec

import resources
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.chronology.kinds import told_on
from desktop.clocks.now import to_london
from desktop.declarations import gifts, ties
from desktop.forms import Term, load_vocabularies
from desktop.importing.old_records import GIVEN
from desktop.patterns.register import ConcernRecord, GiftRecord, Record, Register, StaffMember, TieRecord
from desktop.people import Person, PersonId, School
from desktop.phrases import reference
from desktop.sites import site_of_place


class Counted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is counted of one case, or of several."""

    concerns: tuple[ConcernRecord, ...] = ()
    gifts: tuple[GiftRecord, ...] = ()
    ties: tuple[TieRecord, ...] = ()


_YEARS = {"reception": "R"}
_UNSAID = frozenset(("", "other", "not_sure", "something_else"))


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """resources/patterns/from_cases.toml."""

    matters: frozenset[str]
    outcomes_that_end_it: frozenset[str]
    findings_that_end_it: frozenset[str]
    not_taken: frozenset[str]
    severity: Mapping[str, int]
    kinds_of_categories: Mapping[str, str]
    kinds_of_groups: Mapping[str, str]
    parties: Mapping[str, str]
    givers: Mapping[str, str]


def register_of(
    cases: Iterable[Case], me: PersonId, school: School, holidays: tuple[tuple[date, date], ...] = ()
) -> Register:
    """Everything that this reader may count, in the order in which it was recorded.

    Cases that they only sent, and do not read, are left out: whoever reads a prompt can open each of its records.
    """
    records = (record for case in cases if case.reads(me) for record in records_of(case, school))
    return register_with(counted_as(records), school, holidays)


def counted_as(records: Iterable[Record]) -> Counted:
    """Records by what they are."""
    known = tuple(records)
    return Counted(
        concerns=tuple(each for each in known if isinstance(each, ConcernRecord)),
        gifts=tuple(each for each in known if isinstance(each, GiftRecord)),
        ties=tuple(each for each in known if isinstance(each, TieRecord)),
    )


def register_with(counted: Counted, school: School, holidays: tuple[tuple[date, date], ...]) -> Register:
    """A register of these records, in the order in which they were recorded, and of everybody who is listed."""
    return Register(
        concerns=tuple(sorted(counted.concerns, key=lambda each: (each.reported_at, each.reference, each.subject))),
        gifts=tuple(sorted(counted.gifts, key=lambda each: (each.declared_at, each.reference))),
        ties=tuple(sorted(counted.ties, key=lambda each: (each.declared_at, each.reference))),
        staff=tuple(map(staff_member, school.people.values())),
        holidays=holidays,
    )


def records_of(case: Case, school: School) -> tuple[Record, ...]:
    """What one case counts as: a record for each person concerned, a gift, a tie, or nothing."""
    report = case.report
    if report is None:
        return ()
    if report.old is not None:
        return (report.old.counted(reference(case.case_id), counts=_counts(case)),)
    if report.form == gifts.FORM:
        return (_gift(case, report),)
    if report.form == ties.FORM:
        return (_tie(case, report),)
    return _concerns(case, report, school) if report.form in _words().matters else ()


def staff_member(person: Person) -> StaffMember:
    """A listed person as a line of the staff list."""
    first, _, last = person.name.rpartition(" ")
    return StaffMember(
        staff_id=person.person_id,
        first_name=first,
        last_name=last,
        role=person.job,
        department=person.group,
        site=person.site,
        other_sites=person.other_sites,
        contact_hours=person.contact_hours,
        started=person.start,
        left=person.end,
    )


def _concerns(case: Case, report: CaseEntry, school: School) -> tuple[ConcernRecord, ...]:
    values = report.values
    at_site = site_of_place(_words_of_place(values), school)
    about_self = {subject.person_id for subject in case.subjects} == {report.author}
    plain = ConcernRecord(
        reference=reference(case.case_id),
        reported_at=_local(report),
        occurred_on=told_on(report.form, values),
        occurred_time=_time_told(values),
        reporter=report.author or report.claims or report.text("your_name"),
        category=_category(case, report),
        location=_place(values, school),
        activity=_label("activities", report.text("activity")),
        children=_children(values.get("children")),
        severity=_severity(case),
        source="self" if about_self else "anonymous" if case.is_anonymous else "staff",
        narrative=report.text("what_happened"),
        counts=_counts(case),
    )
    return tuple(
        msgspec.structs.replace(
            plain,
            subject=subject.person_id or subject.description,
            site=at_site or _only_site(person),
            department=person.group if person else "",
        )
        for subject in case.subjects
        for person in [school.people.get(subject.person_id) if subject.person_id else None]
    )


def _only_site(person: Person | None) -> str:
    """Where somebody works; of who works at several sites, nothing says at which of them it was."""
    return person.site if person and not person.other_sites else ""


def _gift(case: Case, report: CaseEntry) -> GiftRecord:
    values, direction = report.values, report.text("direction")
    is_given, child = direction == "given_to_pupil", "; ".join(_children(values.get("pupil")))
    mine, theirs = report.author or report.claims, child if is_given else report.text("giver")
    worth = gifts.worth(values)
    return GiftRecord(
        reference=reference(case.case_id),
        declared_at=_local(report),
        exchanged_on=told_on(report.form, values),
        direction=GIVEN if is_given else "received by staff",
        giver=mine if is_given else theirs,
        giver_type="staff" if is_given else _words().givers.get(report.text("giver_type"), ""),
        recipient=theirs if is_given else mine,
        recipient_role="pupil" if is_given else "",
        related_child=child,
        description=report.text("what_happened"),
        value=None if worth is None else Decimal(worth) / 100,
        decision=case.decision.text("outcome") if case.decision else report.text("did"),
        counts=_counts(case)
        and direction in {"offered", "given_to_pupil", ""}
        and report.text("did") not in _words().not_taken,
    )


def _tie(case: Case, report: CaseEntry) -> TieRecord:
    values, tie = report.values, report.text("tie")
    kind = _words().parties.get(tie, "")
    child = "; ".join(_children(values.get("pupil")))
    listed = ties.other_party(values)
    named = next((each.description for each in case.subjects if each.description and not each.person_id), "")
    party = listed or report.text("other_name") or report.text("business_name") or named
    if kind in {"pupil", "parent"}:
        party = child if kind == "pupil" else f"{party} (parent of {child})"
    return TieRecord(
        reference=reference(case.case_id),
        declared_at=_local(report),
        declarant=report.author or report.claims,
        is_nil=tie == ties.NIL,
        party=party,
        party_type=kind,
        relationship=_label("tie_relations", report.text("relation")),
        started_on=told_on("", {"when": values.get("since")}),
        counts=_counts(case) and report.text("state") != "ended",
    )


def _counts(case: Case) -> bool:
    words = _words()
    decided = case.decision.text("outcome") if case.decision else ""
    findings = {entry.text("finding") for entry in case.of_kind("outcome")[-1:]}
    taken_back = bool(case.of_kind("taking_back"))
    return (
        not taken_back and decided not in words.outcomes_that_end_it and findings.isdisjoint(words.findings_that_end_it)
    )


def _severity(case: Case) -> int | None:
    latest = case.decision or case.triage
    return _words().severity.get(latest.text("outcome")) if latest else None


def _category(case: Case, report: CaseEntry) -> str:
    """One word for what it is about: the first category of the decision, else of the report, else what was ticked."""
    said = [
        value
        for entry in (case.decision, case.triage, report)
        if entry
        for value in _texts(entry.values.get("categories"))
    ]
    if not said:
        return _label("everyday", next(iter(_texts(report.values.get("everyday"))), ""))
    words, term = _words(), _terms("categories").get(said[0])
    group = term.group if term else ""
    everyday = words.kinds_of_categories.get(said[0]) or words.kinds_of_groups.get(group, "")
    return _label("everyday", everyday) or group


def _time_told(values: Mapping[str, object]) -> time | None:
    """The time of day, where the day is known for sure."""
    when, at = values.get("when"), values.get("time")
    is_known = isinstance(when, dict) and when.get("certainty") == "day"
    return time.fromisoformat(str(at["at"])) if is_known and isinstance(at, dict) and "at" in at else None


def _children(value: object) -> tuple[str, ...]:
    """Children by initials and year, as the engine reads them: "A M (Yr 4)". One without initials is nobody."""
    children = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return tuple(
        f"{_spaced(str(child['initials']))} (Yr {_YEARS.get(str(child.get('year')), child.get('year', ''))})"
        for child in children
        if child.get("initials")
    )


def _spaced(initials: str) -> str:
    letters = [letter for letter in initials if letter.isalpha()]
    return " ".join(letters) if len(letters) < 4 else initials


def _place(values: Mapping[str, object], school: School) -> str:
    """A place of the school's own list by its name; else the kind of place, so that two ways to say it are one."""
    where, words = values.get("where"), _words_of_place(values)
    own = {place.casefold() for place in school.settings.places}
    kind = _label("places", str(where.get("kind", ""))) if isinstance(where, dict) else ""
    return words if words.casefold() in own else kind or words


def _words_of_place(values: Mapping[str, object]) -> str:
    where = values.get("where")
    return str(where.get("words", "")) if isinstance(where, dict) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _local(entry: CaseEntry) -> datetime:
    moment = entry.at if entry.is_day_only else to_london(entry.at)
    return moment.replace(tzinfo=None)


def _label(vocabulary: str, value: str) -> str:
    """What a word of a shipped list is called; nothing for those that say nothing."""
    return "" if value in _UNSAID else _terms(vocabulary)[value].label if value in _terms(vocabulary) else value


@cache
def _terms(vocabulary: str) -> Mapping[str, Term]:
    return {term.value: term for term in load_vocabularies()[vocabulary].terms}


@cache
def _words() -> _Words:
    return msgspec.toml.decode(resources.text("patterns/from_cases.toml"), type=_Words)
