# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each statistic against a value reckoned by hand."""

from math import exp, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.patterns.chance import already_there, at_least, at_most, beta_tail, share_at_least
from desktop.patterns.rising import rising


def test_a_negative_binomial_of_a_huge_shape_is_poisson() -> None:
    # P(N >= 3) with a mean of 1 is 1 - (1 + 1 + 1/2) / e.
    assert at_least(3, 1.0, 1e7) == pytest.approx(1 - 2.5 * exp(-1), rel=1e-5)


def test_a_negative_binomial_of_shape_two_and_mean_two_is_reckoned_as_by_hand() -> None:
    # p = 1/2: P(0) = 1/4, P(1) = 2/8.
    assert at_least(1, 2.0, 2.0) == pytest.approx(0.75)
    assert at_least(2, 2.0, 2.0) == pytest.approx(0.5)


def test_both_tails_together_are_everything() -> None:
    assert at_most(4, 3.0, 2.0) + at_least(5, 3.0, 2.0) == pytest.approx(1.0)


def test_half_a_voice_more_lies_between_the_whole_ones() -> None:
    assert at_least(3, 1.0, 2.0) < at_least(2.5, 1.0, 2.0) < at_least(2, 1.0, 2.0)


def test_the_first_matter_is_never_surprising() -> None:
    assert already_there(1, 0.5, 2.0) == 1.0


def test_a_second_matter_allows_for_its_being_about_somebody_often_named() -> None:
    # Shape 3 and mean 0.75: P(N >= 1) = 1 - (3 / 3.75) ** 3.
    assert already_there(2, 0.5, 2.0) == pytest.approx(1 - 0.8**3)


def test_a_share_of_even_odds_is_uniform() -> None:
    # Beta-binomial with 1 and 1: each of 0, 1, 2 of 2 is equally likely.
    assert share_at_least(2, 2, 1.0, 1.0) == pytest.approx(1 / 3)


def test_one_of_one_is_the_share_itself() -> None:
    assert share_at_least(1, 1, 1.0, 19.0) == pytest.approx(0.05)


def test_rising_counts_every_order_that_rises_as_much() -> None:
    # With even shares of 1 to 4, only 1, 4 has so steep a trend with so high an end.
    assert rising([1, 4], [0.25] * 4) == pytest.approx(1 / 16)


def test_three_severities_rise_as_often_as_counted_by_hand() -> None:
    # Newest at least 3, newest less oldest at least 2: (1,·,3), (1,·,4), (2,·,4), four middles each.
    assert rising([1, 2, 3], [0.25] * 4) == pytest.approx(12 / 64)


@pytest.mark.parametrize("severities", [[3, 2, 1], [1, 2, 2], [3, 3, 3]])
def test_what_does_not_rise_to_something_serious_is_never_surprising(severities: list[int]) -> None:
    assert rising(severities, [0.25] * 4) == inf


@given(st.floats(0.1, 30), st.floats(0.1, 30), st.floats(0.001, 0.999))
def test_the_beta_function_is_its_own_mirror(first: float, second: float, upto: float) -> None:
    assert beta_tail(first, second, upto) == pytest.approx(1 - beta_tail(second, first, 1 - upto), abs=1e-8)


@given(st.integers(1, 12), st.floats(0.01, 20), st.floats(0.5, 10))
def test_more_is_never_likelier_than_fewer(count: int, mean: float, shape: float) -> None:
    assert 0 <= at_least(count + 1, mean, shape) <= at_least(count, mean, shape) <= 1
