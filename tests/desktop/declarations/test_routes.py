# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who reads what somebody declares: the rows R10 to R19 of requirements.md section 10, asked of the real forms."""

from collections.abc import Mapping
from itertools import pairwise

import msgspec
import pytest

from desktop.filing import readers_of, route_of
from desktop.forms import load_forms
from desktop.people import Appointment, PersonId, Role, School
from desktop.routing import Part
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


WITH = {"other_party": [{"person": COOK}]}
UNLISTED = {"other_party": [{"description": "Priya Nair’s sister"}]}


@pytest.mark.parametrize("tie", ["partner", "family", "friend", "lodging", "associate"])
def test_a_tie_to_a_colleague_goes_to_the_manager_and_the_head_without_the_other(tie: str) -> None:
    assert readers("relationship", {"tie": tie, **WITH}, TA, managed(TA, TEACHER)) == {TEACHER, HEAD}


def test_somebody_may_choose_another_manager() -> None:
    values = {"tie": "friend", **WITH, "chosen_reader": VICE}
    assert readers("relationship", values, TA, managed(TA, TEACHER, COOK, VICE)) == {VICE, HEAD}


def test_a_tie_to_the_own_manager_passes_the_manager_over() -> None:
    assert COOK not in readers("relationship", {"tie": "partner", **WITH}, TA, managed(TA, COOK))


@pytest.mark.parametrize(("other", "read"), [(HEAD, {CHAIR}), (DSL, {HEAD}), (CHAIR, {VICE}), (VICE, {CHAIR})])
def test_a_tie_to_somebody_in_charge_is_not_read_by_them(other: PersonId, read: set[PersonId]) -> None:
    assert readers("relationship", {"tie": "friend", "other_party": [{"person": other}]}) == read


@pytest.mark.parametrize("tie", ["pupil", "pupils_family", "private_work", "former_pupil", "risk", "other"])
def test_a_tie_to_a_family_goes_to_the_lead_and_the_head(tie: str) -> None:
    assert readers("relationship", {"tie": tie, "other_name": "R. Quayle"}) == {DSL, HEAD}


def test_the_heads_own_tie_to_somebody_who_may_be_a_risk_goes_to_the_chair() -> None:
    assert readers("relationship", {"tie": "risk", "other_name": "R. Quayle"}, HEAD) == {CHAIR}


def test_a_tie_to_a_business_reaches_the_governing_board() -> None:
    assert readers("relationship", {"tie": "business", "other_name": "R. Quayle"}) == {HEAD, CHAIR, CLERK}
    assert readers("relationship", {"tie": "business", "other_name": "R. Quayle"}, HEAD) == {CHAIR, CLERK}


def test_a_tie_to_an_applicant_goes_to_the_head_and_whoever_recruits() -> None:
    assert readers("relationship", {"tie": "applicant", "other_name": "R. Quayle"}) == {HEAD, BUSINESS}
    assert readers("relationship", {"tie": "applicant", "other_name": "R. Quayle"}, HEAD) == {CHAIR}


def test_an_unlisted_name_like_a_readers_keeps_that_reader_out() -> None:
    assert DSL not in readers("relationship", {"tie": "pupils_family", "other_name": "Priya Nair"})
    assert DSL not in readers("relationship", {"tie": "friend", **UNLISTED})


def test_a_return_of_nothing_goes_no_further_than_the_manager_and_the_head() -> None:
    assert readers("relationship", {"tie": "none"}, TA, managed(TA, TEACHER)) == {TEACHER, HEAD}


@pytest.mark.parametrize(("by", "read"), [(TA, {HEAD}), (DSL, {HEAD}), (HEAD, {CHAIR})])
@pytest.mark.parametrize("form", ["secondary_employment", "disqualification"])
def test_other_work_and_disqualification_go_to_the_head_alone(form: str, by: PersonId, read: set[PersonId]) -> None:
    assert readers(form, {"what_happened": "x"}, by) == read


@pytest.mark.parametrize("by", [TA, DSL, None])
def test_lost_data_goes_to_the_data_protection_officer_and_the_head_never_to_the_lead(by: PersonId | None) -> None:
    assert readers("breach", {"what_happened": "x"}, by) == {DPO, HEAD}


@pytest.mark.parametrize(
    ("about", "read"), [(DPO, {HEAD, CHAIR}), (HEAD, {CHAIR, DPO}), (COOK, {DPO, HEAD}), (CHAIR, {VICE, DPO})]
)
def test_whoever_caused_it_does_not_read_it(about: PersonId, read: set[PersonId]) -> None:
    assert readers("breach", {"what_happened": "x", "caused_by": [{"person": about}]}) == read


def managed(*chain: PersonId) -> School:
    """The school in which each of these people is managed by the next one."""
    people = dict(STAFFED.people)
    for person, manager in pairwise(chain):
        people[person] = msgspec.structs.replace(people[person], manager=manager)
    return msgspec.structs.replace(STAFFED, people=people)


def lines(values: Mapping[str, object], by: PersonId | None = TA) -> set[tuple[PersonId, Part]]:
    """Who sees a part of a declared tie, and which."""
    chosen = route_of(FORMS["relationship"], values, by, STAFFED, TODAY)
    return {(reader.person_id, reader.part) for reader in chosen.readers if reader.part is not Part.FULL}


def test_the_chair_of_the_panel_hears_yes_or_no_about_a_tie_to_an_applicant() -> None:
    values = {"tie": "applicant", "other_name": "R. Quayle", "panel_chair": TEACHER}
    assert lines(values) == {(TEACHER, Part.YES_NO)}
    assert readers("relationship", values) == {HEAD, BUSINESS}


@pytest.mark.parametrize("chair", [TA, HEAD, BUSINESS])
def test_a_panel_chaired_by_the_sender_or_by_a_reader_hears_nothing_besides(chair: PersonId) -> None:
    assert lines({"tie": "applicant", "other_name": "R. Quayle", "panel_chair": chair}) == set()
