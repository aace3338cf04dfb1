# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cases for tests, made of values: a school of five, and entries of whatever anybody may have sent."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from desktop.cases.case import Case, build_case
from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import shipped_meaning
from desktop.documents.case_telling import CaseFileInput
from desktop.people import Person, PersonId, School, Settings
from tests.desktop.cases.building import eid, entry

HEAD, DSL, TEACHER, TA, OTHER = (PersonId(f"{number:032x}") for number in range(1, 6))
MEANING = shipped_meaning()
SCHOOL = School(
    school_id="c0" * 32,
    name="Hollowbrook Primary School",
    version=7,
    version_hash="5ac8ddf08a3725bc" + "0" * 48,
    people={
        person.person_id: person
        for person in (
            Person(person_id=HEAD, name="Helen Marsh", job="Headteacher"),
            Person(person_id=DSL, name="Priya Nair", job="Designated safeguarding lead"),
            Person(person_id=TEACHER, name="Tom Ashby", job="Year 4 teacher"),
            Person(person_id=TA, name="Beth Collier", job="Teaching assistant"),
            Person(person_id=OTHER, name="Łukasz Nguyễn", job="Cook"),
        )
    },
)
MADE_AT = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
NO_LIMB = {"limb_harm": "no", "limb_offence": "no", "limb_risk": "no", "limb_suitability": "no"}
RATIONALE = "A lift home without leave, with nobody hurt and nothing hidden."
CONCERN: Mapping[str, object] = {
    "about": TEACHER,
    "what_happened": "Tom told a Year 4 boy to hop in and drove off with him.",
    "when": {"certainty": "day", "date": "2026-03-10"},
    "time": {"band": "after_school"},
    "risk_now": "no",
    "name_choice": "give",
}


def report(values: Mapping[str, object] = CONCERN, **changed: Any) -> CaseEntry:
    """The report that opens a case, read by the lead and the head."""
    form = changed.pop("form", "concern")
    data = {"readers": [[DSL, "dsl"], [HEAD, "head"]], "decider": HEAD, "form": form, **changed.pop("data", {})}
    author = changed.pop("author", TA)
    return entry(1, "report", author, values, form=form, parents=(), data=data, **changed)


def decision(number: int, author: PersonId = HEAD, **values: object) -> CaseEntry:
    """A decision: a low-level concern, unless said otherwise."""
    said = {**NO_LIMB, "outcome": "T3", "rationale": RATIONALE, "history_viewed": True, **values}
    return entry(number, "decision", author, said)


def case_of(*entries: CaseEntry) -> Case:
    """Work out the case."""
    return build_case(eid(1), entries, SCHOOL, MEANING)


def source(case: Case, **changed: Any) -> CaseFileInput:
    """What a case file of this case is made from."""
    plain = CaseFileInput(
        case=case,
        school=SCHOOL,
        meaning=MEANING,
        clocks=Clocks.of(Settings()),
        made_by=DSL,
        made_at=MADE_AT,
        recipient="Northmere Council, LADO",
        purpose="For the strategy discussion on 23 March",
    )
    return msgspec.structs.replace(plain, **changed)
