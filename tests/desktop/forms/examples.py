# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An invented school and answers that the tests of forms share."""

from collections.abc import Mapping
from datetime import date

from desktop.forms import Context, FormSpec, Report, load_forms, validate
from desktop.people import Person, PersonId, School, WorkerType

TODAY = date(2026, 3, 12)  # a Thursday
TOM = PersonId("a" * 32)
BETH = PersonId("b" * 32)

SCHOOL = School(
    school_id="0" * 64,
    name="Hollowbrook Primary School",
    version=1,
    version_hash="0" * 12,
    people={
        TOM: Person(person_id=TOM, name="Tom Ashby", job="Year 4 teacher", room="room 7", phone="204"),
        BETH: Person(person_id=BETH, name="Beth Collier", worker_type=WorkerType.VOLUNTEER),
    },
)

WALK_UP = Context(today=TODAY, school=SCHOOL)
SIGNED_IN = Context(today=TODAY, school=SCHOOL, author=BETH)

FORMS = load_forms()
CONCERN = FORMS["concern"]

LEAST = {"about": TOM, "what_happened": "He drove a pupil home.", "risk_now": "no"}


def check(form: FormSpec | str, answers: Mapping[str, object], context: Context = WALK_UP) -> Report:
    """Check these answers."""
    return validate(FORMS[form] if isinstance(form, str) else form, answers, context)


def concern(**answers: object) -> Report:
    """Check the least concern with these answers added."""
    return check(CONCERN, {**LEAST, **answers})


def kept(report: Report) -> dict[str, object]:
    """The clean answers; fails when there are none."""
    assert report.answers, report.findings
    return dict(report.answers.values)


def codes(report: Report) -> list[tuple[str, str]]:
    """What was found, as field and code."""
    return [(finding.field, finding.code) for finding in report.findings]
