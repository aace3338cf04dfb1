# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How likely is it that what was observed came about by chance alone? Probabilities from 0 to 1."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Cell = TypeVar("Cell")


def independence(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """Say how likely the two sides of these pairs differ as they do if one tells nothing about the other."""
    seen = Counter(pairs)
    left, right, all_of_them = Counter[Hashable](), Counter[Hashable](), sum(seen.values())
    for (one, other), count in seen.items():
        left[one] += count
        right[other] += count
    expected = {(one, other): left[one] * right[other] / all_of_them for one in left for other in right}
    return _chi_squared(seen, expected, (len(left) - 1) * (len(right) - 1))


def uniformity(values: Iterable[Hashable], kinds: int) -> float:
    """Say how likely these values are as unevenly spread as they are if each of so many kinds is as likely."""
    seen = Counter(values)
    expected = dict.fromkeys(seen, sum(seen.values()) / kinds)
    missing = (kinds - len(seen)) * sum(seen.values()) / kinds
    return _chi_squared(seen, expected, kinds - 1, missing)


def order(one: Sequence[float], other: Sequence[float]) -> float:
    """Say how likely two rows of numbers rise together, or against each other, as they do by chance (Spearman)."""
    first, second = _ranks(one), _ranks(other)
    middle = (len(first) - 1) / 2
    spread = math.sqrt(sum((a - middle) ** 2 for a in first) * sum((b - middle) ** 2 for b in second))
    together = sum((a - middle) * (b - middle) for a, b in zip(first, second, strict=True))
    return math.erfc(abs(together / spread) * math.sqrt(len(first) - 1) / math.sqrt(2)) if spread else 1.0


def quarters(values: Sequence[float]) -> list[int]:
    """Say of each value in which quarter of all it lies, 0 to 3; equal ones lie in the same."""
    return [int(4 * rank / len(values)) for rank in _ranks(values)]


def _chi_squared(seen: Mapping[Cell, int], expected: Mapping[Cell, float], freedom: int, more: float = 0) -> float:
    """The tail of the chi-squared distribution, by Wilson and Hilferty's cube root."""
    if freedom == 0:
        return 1.0
    distance = more + sum((seen.get(each, 0) - count) ** 2 / count for each, count in expected.items())
    variance = 2 / (9 * freedom)
    return math.erfc(((distance / freedom) ** (1 / 3) - (1 - variance)) / math.sqrt(2 * variance)) / 2


def _ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, 0 and up; equal values share theirs."""
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in values]
