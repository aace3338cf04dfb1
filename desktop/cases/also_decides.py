# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether somebody who may decide by what they read a case as still is that: in office, or a manager. Pure."""

from datetime import date

from desktop.cases.case import Case
from desktop.people import PersonId, School
from desktop.routing import Capacity
from desktop.routing.day import Day


def still_is(case: Case, person: PersonId, school: School, today: date) -> bool:
    """Say whether a reader holds an office today, or, who reads as a manager, still manages whoever asked."""
    roles = {reader.person_id: reader.role for reader in case.readers}
    if roles.get(person) != Capacity.LINE_MANAGER:
        return bool(Day(school, today).roles(person))
    asked = school.people.get(case.reporter) if case.reporter else None
    return asked is not None and asked.manager == person
