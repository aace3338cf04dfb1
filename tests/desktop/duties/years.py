# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school with its terms, for the tests of duties."""

from datetime import date

import msgspec

from desktop.people import Appointment, PersonId, PolicyLine, Role, School, SchoolTerm, Settings
from tests.desktop.policies.test_register import person, school

TODAY = date(2026, 11, 21)
TERMS = (
    SchoolTerm(first=date(2025, 9, 1), last=date(2025, 12, 19)),
    SchoolTerm(first=date(2026, 1, 5), last=date(2026, 2, 13)),
    SchoolTerm(first=date(2026, 2, 23), last=date(2026, 4, 1)),
    SchoolTerm(first=date(2026, 4, 17), last=date(2026, 7, 21)),
    SchoolTerm(first=date(2026, 9, 2), last=date(2026, 10, 23)),
    SchoolTerm(first=date(2026, 11, 2), last=date(2026, 12, 18)),
)
HEAD, LEAD, TEACHER = PersonId("Head"), PersonId("Lead"), PersonId("Teacher")


def school_with(*policies: PolicyLine, terms: tuple[SchoolTerm, ...] = TERMS) -> School:
    """Head, safeguarding lead and a teacher, in a school with these terms and policies."""
    return msgspec.structs.replace(
        school(*(person(str(each)) for each in (HEAD, LEAD, TEACHER))),
        appointments=(
            Appointment(role=Role.HEAD, person_id=HEAD),
            Appointment(role=Role.DSL, person_id=LEAD),
        ),
        settings=Settings(terms=terms, policies=policies),
    )
