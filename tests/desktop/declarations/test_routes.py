# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who reads what somebody declares: the rows R10 to R19 of requirements.md section 10, asked of the real forms."""

from collections.abc import Mapping

import msgspec
import pytest

from desktop.filing import readers_of, route_of
from desktop.forms import load_forms
from desktop.people import Appointment, PersonId, Role, School
from tests.desktop.cases.building import CHAIR, COOK, DSL, HEAD, SCHOOL, SUPPLY, TA, TEACHER, TODAY, VICE

FORMS = load_forms()
BUSINESS, CLERK, DPO = SUPPLY, COOK, TEACHER
OFFICES = {Role.BUSINESS_MANAGER: BUSINESS, Role.CLERK: CLERK, Role.DPO: DPO}
STAFFED = msgspec.structs.replace(
    SCHOOL,
    appointments=(
        *SCHOOL.appointments,
        *(Appointment(role=role, person_id=person) for role, person in OFFICES.items()),
    ),
)


def readers(
    form: str, values: Mapping[str, object], by: PersonId | None = TA, school: School = STAFFED
) -> set[PersonId]:
    """Who may open the whole of it."""
    return set(readers_of(route_of(FORMS[form], values, by, school, TODAY)))


def decider(form: str, values: Mapping[str, object], by: PersonId | None = TA) -> PersonId | None:
    """Who decides it."""
    return route_of(FORMS[form], values, by, STAFFED, TODAY).decision_maker


@pytest.mark.parametrize(
    ("by", "read", "decides"),
    [
        (TA, {HEAD, DSL}, HEAD),
        (DSL, {HEAD}, HEAD),
        (HEAD, {CHAIR}, CHAIR),
        (VICE, {CHAIR, CLERK}, CHAIR),
        (CHAIR, {VICE, CLERK}, VICE),
    ],
)
def test_a_gift_is_read_and_decided_as_r11_says(by: PersonId, read: set[PersonId], decides: PersonId) -> None:
    assert readers("gift", {"direction": "offered"}, by) == read
    assert decider("gift", {"direction": "offered"}, by) == decides


def test_an_offer_of_sponsorship_goes_to_the_head_and_the_business_manager() -> None:
    assert readers("gift", {"direction": "sponsorship"}) == {HEAD, BUSINESS}


def test_whoever_has_only_a_line_of_a_gift_cannot_open_it() -> None:
    assert BUSINESS not in readers("gift", {"direction": "offered"})


def test_a_walk_ups_gift_goes_where_a_workers_goes() -> None:
    assert readers("gift", {"direction": "offered", "your_name": "Jo Hall", "your_job": "Coach"}, None) == {HEAD, DSL}


def test_a_walk_up_who_bears_a_readers_name_is_not_read_by_that_reader() -> None:
    assert DSL not in readers("gift", {"direction": "offered", "your_name": "Priya Nair", "your_job": "x"}, None)
