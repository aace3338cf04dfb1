# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether seriousness rises from matter to matter: an exact count of how many orders would rise so."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from math import inf
from typing import Final

_LONGEST: Final = 6
_STRONG: Final = 3
_LEVELS: Final = (1, 2, 3, 4)
_STEADY: Final = 20
"""Shares are rounded to twentieths of a half, so that few tables are made."""


def rising(severities: Sequence[int], shares: Sequence[float]) -> float:
    """How often severities drawn by these shares rise as much and end as high; infinite where they do not rise.

    `severities` are in the order of the events, oldest first; only the newest six are looked at. They rise where the
    newest is at least 3 and higher than the oldest, and the weighted trend is upwards.
    """
    seen = tuple(severities[-_LONGEST:])
    if seen[-1] < _STRONG or seen[-1] <= seen[0] or _trend(seen) <= 0:
        return inf
    rounded = tuple(round(share * 2 * _STEADY) / (2 * _STEADY) or 0.5 / (2 * _STEADY) for share in shares)
    return _table(len(seen), rounded)[seen[-1], _trend(seen)]


def _trend(severities: Sequence[int]) -> int:
    """Twice the sum of severities, each by its distance from the middle."""
    middle = len(severities) - 1
    return sum((2 * at - middle) * severity for at, severity in enumerate(severities))


@lru_cache(maxsize=64)
def _table(length: int, shares: tuple[float, ...]) -> dict[tuple[int, int], float]:
    """For each newest severity and trend: the probability of one as high and a trend as steep."""
    whole = sum(shares)
    exact: dict[tuple[int, int], float] = {}
    for each in product(_LEVELS, repeat=length):
        at = (each[-1], _trend(each))
        weight = 1.0
        for severity in each:
            weight *= shares[severity - 1] / whole
        exact[at] = exact.get(at, 0.0) + weight
    return {
        (last, trend): sum(weight for (end, steep), weight in exact.items() if end >= last and steep >= trend)
        for last, trend in exact
    }
