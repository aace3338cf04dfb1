# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cases made of values: what anybody may have sent, in the order of a list, with no vault and no key."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from desktop.cases.case import Case, build_case
from desktop.cases.deciders import Desk
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import shipped_meaning
from desktop.people import Absence, Appointment, ConflictPair, Person, PersonId, Role, School, WorkerType
from storage.body import Standing

HEAD, DSL, DEPUTY, CHAIR, VICE, TA, TEACHER, SUPPLY, COOK = (PersonId(f"{number:032x}") for number in range(1, 10))
MEANING = shipped_meaning()
_PEOPLE = (
    Person(person_id=HEAD, name="Helen Marsh", job="Headteacher"),
    Person(person_id=DSL, name="Priya Nair", job="Designated safeguarding lead"),
    Person(person_id=DEPUTY, name="Rhiannon Pryce", job="SENCO"),
    Person(person_id=CHAIR, name="Martin Oyelaran", job="Chair of governors", worker_type=WorkerType.GOVERNOR),
    Person(person_id=VICE, name="Ruth Adeyemi", job="Vice-chair of governors", worker_type=WorkerType.GOVERNOR),
    Person(person_id=TA, name="Beth Carver", job="Teaching assistant"),
    Person(person_id=TEACHER, name="Tom Ashby", job="Year 4 teacher"),
    Person(person_id=SUPPLY, name="Joe Lindqvist", job="Supply teacher", worker_type=WorkerType.SUPPLY),
    Person(person_id=COOK, name="Łukasz Nguyễn", job="Cook"),
)
SCHOOL = School(
    school_id="c0" * 32,
    name="Hollowbrook Primary School",
    version=7,
    version_hash="5a" * 32,
    people={person.person_id: person for person in _PEOPLE},
    appointments=(
        Appointment(role=Role.HEAD, person_id=HEAD),
        Appointment(role=Role.DSL, person_id=DSL),
        Appointment(role=Role.DEPUTY_DSL, person_id=DEPUTY),
        Appointment(role=Role.CHAIR, person_id=CHAIR),
        Appointment(role=Role.VICE_CHAIR, person_id=VICE),
    ),
)
AT = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)  # a Thursday
TODAY = date(2026, 3, 12)
LIMBS: Mapping[str, object] = {
    "limb_harm": "no",
    "limb_offence": "no",
    "limb_risk": "no",
    "limb_suitability": "no",
}
CONCERN: Mapping[str, object] = {"about": TEACHER, "what_happened": "He shouted at a child.", "risk_now": "no"}


def eid(number: int) -> str:
    """The name of the entry of this number."""
    return hashlib.sha256(f"entry {number}".encode()).hexdigest()


CASE = eid(1)


def report(values: Mapping[str, object] = CONCERN, **changed: Any) -> CaseEntry:
    """The report that opens the case: by the teaching assistant, read by the lead and the head, who decides."""
    form = changed.pop("form", "concern")
    data = {"readers": [[DSL, "dsl"], [HEAD, "head"]], "decider": HEAD, "form": form, **changed.pop("data", {})}
    author = changed.pop("author", TA)
    return entry(1, "report", author, values, form=form, parents=(), data=data, **changed)


def entry(
    number: int, kind: str, author: PersonId | None, values: Mapping[str, object] | None = None, **changed: Any
) -> CaseEntry:
    """An entry, an hour after the one of the number before it, which it follows."""
    at = changed.pop("at", AT + timedelta(hours=number - 1))
    plain = CaseEntry(
        eid=eid(number),
        kind=kind,
        case=CASE,
        author=author,
        kid=str(author or "ff" * 16),
        standing=Standing.MEMBER,
        claims="",
        at=at,
        is_day_only=False,
        received_at=changed.pop("received_at", at),
        rule="R25",
        directory=7,
        directory_head="5a" * 6,
        to=(),
        parents=(eid(number - 1),),
        supersedes=None,
        reply=None,
        form=changed.pop("form", kind),
        values=dict(values or {}),
        data={},
        flags=frozenset(),
        granted_by=None,
    )
    return msgspec.structs.replace(plain, **changed)


def assessed(kind: str, number: int, outcome: str, author: PersonId = HEAD, **values: object) -> CaseEntry:
    """A triage or a decision of this outcome, with every limb answered no unless said otherwise."""
    return entry(number, kind, author, {**LIMBS, "outcome": outcome, "rationale": "Because.", **values})


def decision(number: int, outcome: str = "T3", author: PersonId = HEAD, **values: object) -> CaseEntry:
    """The head's decision: a low-level concern, unless said otherwise."""
    return assessed("decision", number, outcome, author, **values)


def triage(number: int, outcome: str = "T3", author: PersonId = DSL, **values: object) -> CaseEntry:
    """The lead's triage: a low-level concern, unless said otherwise."""
    return assessed("triage", number, outcome, author, **values)


def signed(number: int, of: int, author: PersonId, says: str = "agrees") -> CaseEntry:
    """What somebody else says of a decision."""
    return entry(number, "sign_off", author, {"decision": eid(of), "says": says, "reason": "I read it."})


def share(number: int, with_whom: PersonId, author: PersonId = DSL, **changed: Any) -> CaseEntry:
    """Another reader is added."""
    return entry(number, "share", author, {"with": [{"person": with_whom}], "reason": "They know him."}, **changed)


def ending(number: int, **given: Mapping[str, object]) -> tuple[CaseEntry, ...]:
    """What brings a decided case to its end, from this number on: outcome, feedback, learning."""
    kinds = ("outcome", "feedback", "learning")
    return tuple(entry(number + at, kind, DSL, given.get(kind, {})) for at, kind in enumerate(kinds))


def case_of(*entries: CaseEntry, school: School = SCHOOL) -> Case:
    """Work the case out, with the directory as it stands for the one that every entry names."""
    return build_case(CASE, entries, school, MEANING, lambda _number: school)


def desk(me: PersonId, **changed: Any) -> Desk:
    """Somebody about to act."""
    school = school_with(**changed.pop("school", {}))
    return Desk(me=me, school=school, today=TODAY, meaning=MEANING, **changed)


def school_with(
    away: Mapping[PersonId, PersonId | None] | None = None,
    left: tuple[PersonId, ...] = (),
    without_office: tuple[PersonId, ...] = (),
    ties: tuple[tuple[PersonId, PersonId], ...] = (),
    **settings: Any,
) -> School:
    """The school with people away (and who covers), gone, out of office, tied to others, or with other settings."""
    people = {
        pid: msgspec.structs.replace(person, end=date(2026, 3, 11)) if pid in left else person
        for pid, person in SCHOOL.people.items()
    }
    return msgspec.structs.replace(
        SCHOOL,
        people=people,
        appointments=tuple(each for each in SCHOOL.appointments if each.person_id not in without_office),
        absences=tuple(Absence(person_id=person, cover=cover) for person, cover in (away or {}).items()),
        conflicts=tuple(ConflictPair(reader=reader, about=about) for reader, about in ties),
        settings=msgspec.structs.replace(SCHOOL.settings, **settings),
    )
