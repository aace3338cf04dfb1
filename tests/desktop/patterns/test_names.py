# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is meant by a name as people type it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.patterns.names import Match, Names
from desktop.patterns.register import StaffMember

TODAY = date(2026, 3, 2)
STAFF = (
    StaffMember(staff_id="anil", title="Mr", first_name="Anil", last_name="Patel", role="Class teacher", site="Main"),
    StaffMember(staff_id="sian", title="Miss", first_name="Siân", last_name="Wiśniewski", role="Teaching assistant"),
    StaffMember(staff_id="oliver", title="Mr", first_name="Oliver", last_name="Price-Davies", role="Class teacher"),
    StaffMember(staff_id="omar", title="Mr", first_name="Omar", last_name="Price-Davies", role="Site manager"),
    StaffMember(staff_id="janet", title="Mrs", first_name="Janet", last_name="O'Connor", department="EYFS"),
    StaffMember(staff_id="rebecca", title="Mrs", first_name="Rebecca", last_name="Jones", site="Upper site"),
    StaffMember(staff_id="robin", title="Mr", first_name="Robin", last_name="Jones", site="Lower site"),
    StaffMember(staff_id="old", title="Mr", first_name="Ivor", last_name="Llewellyn", left=date(2024, 8, 31)),
    StaffMember(staff_id="new", title="Mr", first_name="Huw", last_name="Llewellyn", started=date(2024, 9, 1)),
)
NAMES = Names(STAFF)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Anil Patel", "anil"),
        ("Patel, Anil", "anil"),
        ("PATEL, MR A.", "anil"),
        ("Patel Anil", "anil"),
        ("Mr. A. Patel", "anil"),
        ("mr patel", "anil"),
        ("Anil Patell", "anil"),
        ("Mr Paetl", "anil"),
        ("Anil Patel, the class teacher", "anil"),
        ("Mr  Patel (Year 4)", "anil"),
        ("Sian Wisniewski", "sian"),
        ("Oliver Price Davies", "oliver"),
        ("Ollie Price-Davies", "oliver"),
        ("Omar Davies", "omar"),
        ("Janet OConnor", "janet"),
        ("Mrs O’Connor", "janet"),
        ("Becky Jones", "rebecca"),
        ("Mrs Jones", "rebecca"),
    ],
)
def test_a_name_is_recognised_however_it_is_typed(text: str, person: str) -> None:
    assert NAMES.of(text, on=TODAY) == Match(person)


@pytest.mark.parametrize("text", ["", "Miss", "Kevin Patel", "B Patel", "Pupil", "anon", "the tall man"])
def test_nobody_is_meant_when_the_name_speaks_against_everybody(text: str) -> None:
    assert NAMES.of(text, on=TODAY) == Match()


def test_a_wrong_title_alone_does_not_hide_who_is_meant() -> None:
    assert NAMES.of("Mrs Anil Patel", on=TODAY) == Match("anil")


def test_two_of_one_name_are_asked_about_and_never_guessed() -> None:
    assert set(NAMES.of("Mr O Price-Davies", on=TODAY).candidates) == {"oliver", "omar"}


@pytest.mark.parametrize(
    ("text", "around", "person"),
    [
        ("Mr O Price-Davies", {"role": "Site manager"}, "omar"),
        ("Jones", {"site": "Lower site"}, "robin"),
        ("R Jones", {"site": "upper site"}, "rebecca"),
    ],
)
def test_job_and_site_decide_between_two(text: str, around: dict[str, str], person: str) -> None:
    assert NAMES.of(text, on=TODAY, **around) == Match(person)


@pytest.mark.parametrize(("on", "person"), [(date(2023, 5, 1), "old"), (date(2025, 5, 1), "new")])
def test_the_days_in_post_decide_between_two(on: date, person: str) -> None:
    assert NAMES.of("Mr Llewellyn", on=on) == Match(person)


def test_a_former_name_means_the_same_person() -> None:
    names = Names(STAFF, aliases={"janet": ("Janet Dyer",)})
    assert names.of("Mrs Dyer", on=TODAY) == Match("janet")


@given(st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(text: str) -> None:
    match = NAMES.of(text, on=TODAY)
    assert not (match.person and match.candidates)


@given(st.permutations(STAFF), st.sampled_from(["Mr Jones", "O Price-Davies", "Llewellyn", "Patel"]))
def test_the_order_of_the_staff_list_changes_nothing(staff: list[StaffMember], text: str) -> None:
    assert Names(staff).of(text, on=TODAY) == NAMES.of(text, on=TODAY)
