# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fallback chains of requirements.md §10, step by step."""

import pytest

from desktop.people import Role, School
from desktop.routing import Capacity, FallbackStep, shipped_table
from tests.desktop.routing.schools import asked, away, full_school, person_changed, pid, readers, tie


def _away(codes: str) -> School:
    return full_school(absences=tuple(away(code) for code in codes.split()))


@pytest.mark.parametrize(
    ("gone", "reached"),
    [("D", "d1"), ("D d1", "d2"), ("D d1 d2", "H"), ("D d1 d2 H", "C"), ("D d1 d2 H C", "V"), ("D d1 d2 H C V", "T")],
)
def test_the_chain_of_the_dsl(gone: str, reached: str) -> None:
    """A child-concern hand-off without other deputies: the only full readers are the DSL and then this chain."""
    answer = asked("child_handoff", "W", _away(gone))
    assert reached in readers(answer)
    assert not readers(answer) & set(gone.split())


@pytest.mark.parametrize(("gone", "reached"), [("H", "C"), ("H C", "V"), ("H C V", "T")])
def test_the_chain_of_the_head(gone: str, reached: str) -> None:
    assert readers(asked("concern.service", "W", _away(gone))) == {reached}


@pytest.mark.parametrize(("gone", "reached"), [("C", "V"), ("C V", "T")])
def test_the_chain_of_the_chair(gone: str, reached: str) -> None:
    assert readers(asked("concern.safeguarding", "H", _away(gone))) == {reached}


def test_the_chain_of_the_chair_ends_outside() -> None:
    assert asked("concern.safeguarding", "H", _away("C V T")).outside


@pytest.mark.parametrize(("gone", "reached"), [("P H", "C"), ("P H C", "V")])
def test_the_chain_of_the_data_protection_officer(gone: str, reached: str) -> None:
    assert readers(asked("rights_request", "W", _away(gone))) == {reached}


@pytest.mark.parametrize(("gone", "reached"), [("LM", "LM2"), ("LM LM2", "H"), ("LM LM2 H", "C")])
def test_the_chain_of_the_line_manager(gone: str, reached: str) -> None:
    assert readers(asked("advice", "W2", _away(gone), reporter=pid("R"))) == {reached}


def test_the_chain_of_the_business_manager_and_the_head() -> None:
    assert readers(asked("sponsorship", "W", _away("H B"))) == {"C"}


def test_the_chain_of_the_chair_and_the_clerk() -> None:
    assert readers(asked("tie.contractor", "H", _away("C K"))) == {"V"}


def test_a_hand_off_about_the_dsl_and_the_head_goes_to_the_deputies_or_outside() -> None:
    assert readers(asked("child_handoff", "D H")) == {"d1", "d2"}
    assert asked("child_handoff", "D H", _away("d1 d2")).outside


def test_the_acting_head_who_formally_covers_comes_before_the_chair() -> None:
    assert readers(asked("concern.service", "W", full_school(absences=(away("H", cover="SL"),)))) == {"SL"}


def test_each_step_skips_whoever_is_concerned_or_has_a_tie() -> None:
    assert readers(asked("concern.service", "H C", full_school(conflicts=(tie("V", "C"),)))) == {"T"}


def test_the_managers_of_two_people_must_be_the_same_to_come_in() -> None:
    school = person_changed(_away("LM M H"), "M", manager=pid("A"))
    assert readers(asked("good_practice", "W W2", school)) == {"C"}


def test_every_step_is_written_down() -> None:
    answer = asked("concern.safeguarding", "H", _away("C"))
    assert answer.fallback == (FallbackStep(instead_of=Capacity.CHAIR, tried=Capacity.VICE_CHAIR, person_id=pid("V")),)


def test_a_step_that_reaches_nobody_is_written_down_too() -> None:
    answer = asked("concern.safeguarding", "H", _away("C V"))
    assert [(step.tried, step.person_id) for step in answer.fallback] == [("vice_chair", None), ("group_lead", "T")]


def test_the_chains_are_those_of_the_specification() -> None:
    table = shipped_table()
    codes = {start: " ".join(table.chain(start)) for start in Capacity if table.chain(start)}
    assert codes == {
        "dsl": "deputy_dsl head chair vice_chair group_lead",
        "head": "chair vice_chair group_lead",
        "chair": "vice_chair group_lead",
        "vice_chair": "group_lead",
        "dpo": "head chair vice_chair group_lead",
        "line_manager": "managers_manager head chair vice_chair group_lead",
        "their_line_manager": "their_managers_manager head chair vice_chair group_lead",
        "business_manager": "head chair vice_chair group_lead",
        "clerk": "chair vice_chair group_lead",
        "case_reader": "chair vice_chair group_lead",
    }


def test_two_deputies_of_the_same_rank_come_in_by_id_and_not_by_listing() -> None:
    school = full_school(absences=(away("D"),))
    flat = tuple(
        a if a.role is not Role.DEPUTY_DSL else type(a)(role=a.role, person_id=a.person_id) for a in school.appointments
    )
    there = [
        readers(asked("concern.safeguarding", "W", full_school(absences=school.absences, appointments=order)))
        for order in (flat, flat[::-1])
    ]
    assert there == [{"d1", "H"}, {"d1", "H"}]
