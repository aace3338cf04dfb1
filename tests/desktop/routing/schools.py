# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A full school in which every office is held by one person whose id is the code of the routing table."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import msgspec

from desktop.people import Absence, Appointment, ConflictPair, Person, PersonId, Role, School
from desktop.routing import Answer, Part, Route, RouteRequest, route

TODAY = date(2026, 3, 12)
YESTERDAY = TODAY - timedelta(days=1)
MAY = date(2026, 5, 3)

JOBS = {
    "D": ("Priya Nair", "Designated safeguarding lead", Role.DSL),
    "d1": ("Dan Webb", "Pastoral lead", Role.DEPUTY_DSL),
    "d2": ("Rosa Lindqvist", "Inclusion lead", Role.DEPUTY_DSL),
    "H": ("Helen Marsh", "Headteacher", Role.HEAD),
    "SL": ("Osman Yildiz", "Deputy headteacher", Role.DEPUTY_HEAD),
    "C": ("Martin Oyelaran", "Chair of governors", Role.CHAIR),
    "V": ("Grace Petrov", "Vice-chair", Role.VICE_CHAIR),
    "G1": ("Ines Fuentes", "", Role.GOVERNOR),
    "G2": ("Tomasz Zielinski", "", Role.GOVERNOR),
    "T": ("Ursula Quist", "Trust safeguarding director", Role.GROUP_LEAD),
    "K": ("Colette Dubois", "Clerk", Role.CLERK),
    "B": ("Winston Achebe", "Business manager", Role.BUSINESS_MANAGER),
    "P": ("Freya Holm", "Data protection officer", Role.DPO),
    "IT": ("Kamal Aziz", "IT lead", Role.IT_LEAD),
    "A": ("Bettina Krause", "", Role.AUDITOR),
    "LM": ("Lorna Mackie", "Year leader", None),
    "LM2": ("Viktor Sorokin", "Phase leader", None),
    "M": ("Esther Blumenthal", "Site manager", None),
    "W": ("Aidan Okafor", "Class teacher", None),
    "W2": ("Jodie Fairweather", "Class teacher", None),
    "R": ("Nadia Rahman", "Class teacher", None),
    "case1": ("Hugo Vance", "", None),
    "case2": ("Mei Tan", "", None),
    "party": ("Ravi Chaudhry", "", None),
}
MANAGED_BY = {"W": "LM", "W2": "M", "R": "LM", "LM": "LM2"}


def ids(codes: str | Iterable[str]) -> tuple[PersonId, ...]:
    return tuple(PersonId(code) for code in (codes.split() if isinstance(codes, str) else codes))


def pid(code: str) -> PersonId:
    return PersonId(code)


def full_school(**changes: Any) -> School:
    people = {
        pid(code): Person(person_id=pid(code), name=name, job=job, manager=_manager(code))
        for code, (name, job, _) in JOBS.items()
    }
    appointments = tuple(
        Appointment(role=role, person_id=pid(code), order=int(code[1:]) if code[1:].isdigit() else 0)
        for code, (_, _, role) in JOBS.items()
        if role
    )
    school = School(
        school_id="ab" * 32,
        name="Larch Hill",
        version=7,
        version_hash="c0ffee",
        people=people,
        appointments=appointments,
    )
    return msgspec.structs.replace(school, **changes)


def _manager(code: str) -> PersonId | None:
    return pid(MANAGED_BY[code]) if code in MANAGED_BY else None


def away(code: str, cover: str | None = None, until: date | None = None) -> Absence:
    return Absence(person_id=pid(code), until=until, cover=pid(cover) if cover else None)


def tie(reader: str, about: str) -> ConflictPair:
    return ConflictPair(reader=pid(reader), about=pid(about))


def without(school: School, *roles: Role) -> School:
    kept = tuple(a for a in school.appointments if a.role not in roles)
    return msgspec.structs.replace(school, appointments=kept)


def appointed(school: School, role: Role, code: str) -> School:
    more = (*school.appointments, Appointment(role=role, person_id=pid(code)))
    return msgspec.structs.replace(school, appointments=more)


def person_changed(school: School, code: str, **changes: Any) -> School:
    person = msgspec.structs.replace(school.people[pid(code)], **changes)
    return msgspec.structs.replace(school, people={**school.people, pid(code): person})


def asked(kind: str, about: str = "", school: School | None = None, **fields: Any) -> Route:
    """Route a record of this kind about these codes; other codes in `fields` may be plain strings, too."""
    fields = {"reporter": None, "child_involved": Answer.NO, **fields}
    request = RouteRequest(kind=kind, concerned=ids(about), **fields)
    return route(request, school or full_school(), TODAY)


def readers(answer: Route) -> set[str]:
    """Each reader as code, or code:part."""
    return {r.person_id if r.part is Part.FULL else f"{r.person_id}:{r.part}" for r in answer.readers}


def reasons(answer: Route) -> dict[str, str]:
    return {e.person_id: e.reason.value for e in answer.excluded}
