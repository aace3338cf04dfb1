# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which givers are one family."""

import pytest

from desktop.patterns.families import Families

MARGARET = 1


@pytest.mark.parametrize(
    ("giver", "child", "child_name"),
    [
        ("Goddard family", 0, ""),
        ("Mrs G Godard", MARGARET, "Margaret Goddard"),
        ("Gemma Goddard", 0, ""),
        ("Parent of Margaret Goddard", 0, ""),
        ("Mr Goddard (parent)", 0, ""),
        ("", MARGARET, "Margaret Goddard (3A)"),
    ],
)
def test_one_family_is_recognised_however_it_is_named(giver: str, child: int, child_name: str) -> None:
    families = Families()
    first = families.of("Mrs G Goddard", child=MARGARET, child_name="Margaret Goddard (2A)")
    assert families.of(giver, child=child, child_name=child_name) == first


def test_a_childs_initials_lead_to_the_family_that_is_known_for_them() -> None:
    families = Families()
    assert families.of("", child=MARGARET, child_name="M G (Yr 2)") == 0
    first = families.of("Mrs Goddard", child=MARGARET, child_name="M G (Yr 2)")
    assert families.of("", child=MARGARET, child_name="M G (Yr 2)") == first


def test_other_children_of_the_same_last_name_are_another_family() -> None:
    families = Families()
    first = families.of("Mrs Ellis", child=1, child_name="Tunde Ellis")
    assert families.of("Mrs Ellis", child=2, child_name="Natalie Ellis") not in {0, first}


def test_siblings_are_one_family_by_the_parents_first_name() -> None:
    families = Families()
    first = families.of("Folake Ellis", child=1, child_name="Tunde Ellis")
    assert families.of("Mrs F Ellis", child=2, child_name="Natalie Ellis") == first


def test_a_last_name_that_two_families_bear_is_nobody() -> None:
    families = Families()
    families.of("Mrs Ellis", child=1, child_name="Tunde Ellis")
    families.of("Mrs Ellis", child=2, child_name="Natalie Ellis")
    assert families.of("Ellis family") == 0


def test_who_gave_to_this_person_before_decides_between_two_families() -> None:
    families = Families()
    families.of("Mrs Ellis", child=1, child_name="Tunde Ellis", recipient="anil")
    second = families.of("Mrs Ellis", child=2, child_name="Natalie Ellis", recipient="janet")
    assert families.of("Ellis family", recipient="janet") == second


def test_a_supplier_is_no_family_of_its_name() -> None:
    families = Families()
    assert families.organisation("Robinson Coaches") != families.of("Robinson family")
