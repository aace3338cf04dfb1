# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody tries to undo the reports of little schools, by brute force, and cannot (practice.md 4; F16)."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.disclosure.audit import is_small
from desktop.disclosure.figures import Figure
from tests.desktop.disclosure.adversary import DAY, Key, Reader
from tests.desktop.disclosure.little_schools import SPLITS, Happened, reported, schools

_SPLITS = {split.name: split.cells for split in SPLITS}


def broken(figures: Sequence[Figure], threshold: int, most: int = 12) -> list[str]:
    """Which promises these figures break, in words."""
    if not figures:
        return []
    reader = Reader(_SPLITS, figures, most)
    possible = reader.possible()
    small = [each for each in figures if is_small(each)]
    named = [
        f"{each} cannot be {sorted(missing)}"
        for each in small
        if (missing := {*range(each.least, each.below or 0)} - _of(each, reader, possible))
    ]
    return named + [
        f"{key} is one of {sorted(numbers)}"
        for key, numbers in possible.items()
        if numbers & {*range(1, threshold)} and len(numbers) < threshold - 1
    ]


def _of(figure: Figure, reader: Reader, possible: Mapping[Key, set[int]]) -> set[int]:
    since, until = reader.cuts.index(figure.first), reader.cuts.index(figure.last + DAY)
    return possible[figure.split, "".join(figure.cells), since, until]


def all_figures(happened: Sequence[Happened], periods: Sequence[tuple[int, int]], threshold: int) -> list[Figure]:
    return [figure for each in reported(happened, periods, threshold) for figure in each.issued.figures]


@given(schools(days=2, most=12))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_undoes_the_reports_of_a_school_with_a_threshold_of_five(
    school: tuple[list[Happened], list[tuple[int, int]]],
) -> None:
    assert not broken(all_figures(*school, 5), 5)


@given(schools(days=3, most=10))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_undoes_reports_that_overlap_in_three_places(
    school: tuple[list[Happened], list[tuple[int, int]]],
) -> None:
    assert not broken(all_figures(*school, 3), 3)


@pytest.mark.long
@given(schools(days=3, most=12))
@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_undoes_any_reports_however_many_are_tried(
    school: tuple[list[Happened], list[tuple[int, int]]],
) -> None:
    assert not broken(all_figures(*school, 4), 4)
