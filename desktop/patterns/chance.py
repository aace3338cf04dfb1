# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How often chance alone would do it: tails of the distributions that small counts follow.

Counts of what is recorded about people vary more than a fair die would: some posts simply see more. The negative
binomial allows for that; the beta-binomial does the same for shares. Pure Python, a few microseconds each.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p

_STEPS = 200
_CLOSE = 1e-10
_TINY = 1e-300


@lru_cache(maxsize=4096)
def beta_tail(first: float, second: float, upto: float) -> float:
    """The regularised incomplete beta function I(first, second) at `upto`, between 0 and 1, by continued fraction."""
    if upto <= 0.0:
        return 0.0
    if upto >= 1.0:
        return 1.0
    front = exp(lgamma(first + second) - lgamma(first) - lgamma(second) + first * log(upto) + second * log1p(-upto))
    if upto < (first + 1.0) / (first + second + 2.0):
        return front * _fraction(first, second, upto) / first
    return 1.0 - front * _fraction(second, first, 1.0 - upto) / second


def _fraction(first: float, second: float, upto: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    above = 1.0
    below = 1.0 / (1.0 - (first + second) * upto / (first + 1.0) or _TINY)
    total = below
    for step in range(1, _STEPS):
        even = step * (second - step) * upto / ((first + 2 * step - 1) * (first + 2 * step))
        odd = -(first + step) * (first + second + step) * upto / ((first + 2 * step) * (first + 2 * step + 1))
        change = 1.0
        for part in (even, odd):
            below = 1.0 / (1.0 + part * below or _TINY)
            above = 1.0 + part / above or _TINY
            change = below * above
            total *= change
        if abs(change - 1.0) < _CLOSE:
            break
    return total


def at_least(count: float, mean: float, shape: float) -> float:
    """P(N >= count) for a negative binomial N of this mean and shape (a larger shape is nearer to Poisson).

    `count` may be fractional: a second matter told by the same voice counts as half.
    """
    if count <= 0:
        return 1.0
    return beta_tail(count, shape, mean / (mean + shape)) if mean > 0 else 0.0


def at_most(count: int, mean: float, shape: float) -> float:
    """P(N <= count) for the same N."""
    return 1.0 - at_least(count + 1, mean, shape)


def already_there(count: float, mean: float, shape: float) -> float:
    """How often, when one has just arrived, there were already so many that it makes `count`.

    A matter is more likely to be about somebody about whom there are many: hence the shape grows by one, and the mean
    with it (size bias; patterns.md 4).
    """
    return at_least(count - 1, mean * (shape + 1) / shape, shape + 1)


@lru_cache(maxsize=4096)
def share_at_least(count: int, total: int, here: float, elsewhere: float) -> float:
    """P(X >= count) for a beta-binomial share X of `total`; `here` and `elsewhere` weigh what is usual."""
    if count <= 0:
        return 1.0
    term = exp(
        lgamma(here + elsewhere)
        - lgamma(here)
        - lgamma(elsewhere)
        - lgamma(here + elsewhere + total)
        + lgamma(total + 1)
        + lgamma(here + count)
        + lgamma(elsewhere + total - count)
        - lgamma(count + 1)
        - lgamma(total - count + 1)
    )
    tail = term
    for each in range(count, total):
        term *= (total - each) * (here + each) / ((each + 1) * (elsewhere + total - each - 1))
        tail += term
        if term < tail * _CLOSE:
            break
    return min(1.0, tail)
