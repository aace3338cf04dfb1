# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which mentions of children mean one child."""

from datetime import date

import pytest

from desktop.patterns.children import Children, cohort_of, last_name_of

AUTUMN_2024 = date(2024, 10, 1)
AUTUMN_2025 = date(2025, 10, 1)


@pytest.mark.parametrize(
    "text",
    ["Meera Harris (5B)", "Harris, Meera (5B)", "Meera Harris Yr 5", "Meera H (5B)", "Meera Haris", "meera harris 5B"],
)
def test_last_years_4b_is_this_years_5b(text: str) -> None:
    children = Children()
    first = children.of("Meera Harris (4B)", AUTUMN_2024)
    assert children.of(text, AUTUMN_2025) == first


@pytest.mark.parametrize("text", ["Meera Harris (4B)", "Meera Hall (5B)", "Mia Harris (5B)", "Meera K (5B)"])
def test_another_cohort_or_another_name_is_another_child(text: str) -> None:
    children = Children()
    first = children.of("Meera Harris (4B)", AUTUMN_2024)
    assert children.of(text, AUTUMN_2025) not in {0, first}


def test_two_children_of_one_name_in_one_year_are_told_apart_by_their_class() -> None:
    children = Children()
    assert children.of("Tom Ali (2A)", AUTUMN_2024) != children.of("Tom Ali (2B)", AUTUMN_2024)


def test_a_name_that_fits_two_children_is_nobody() -> None:
    children = Children()
    children.of("Tom Ali (2A)", AUTUMN_2024)
    children.of("Tom Ali (6A)", AUTUMN_2024)
    assert children.of("Tom Ali", AUTUMN_2024) == 0


@pytest.mark.parametrize("text", ["", "a pupil", "two boys", "Year 5 girl", "(4B)", "Tom"])
def test_a_description_without_a_name_is_nobody(text: str) -> None:
    assert Children().of(text, AUTUMN_2024) == 0


@pytest.mark.parametrize("text", ["Jo Day (10C2)", "Jo Day Y10", "Jo Day (Year 10)", "Jo Day (10-3)"])
def test_classes_of_a_secondary_school_are_understood(text: str) -> None:
    children = Children()
    assert children.of("Jo Day (9)", AUTUMN_2024) == children.of(text, AUTUMN_2025)


def test_the_school_year_begins_in_september() -> None:
    assert [cohort_of(4, day) for day in (date(2025, 8, 31), date(2025, 9, 1))] == [2020, 2021]


@pytest.mark.parametrize(
    ("text", "last"), [("Anna Lloyd-Hughes Yr R", "lloydhughes"), ("Lo, An (RB)", "lo"), ("An L", "")]
)
def test_a_childs_last_name_is_read_without_the_class(text: str, last: str) -> None:
    assert last_name_of(text) == last
