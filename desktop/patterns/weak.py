# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small things of several kinds about one person, none of which would be raised alone.

What is weighed is which kinds came together, not how many of each: a kind that is rare for the role weighs more. All
kinds share one personal rate, because some people are simply noticed, or open, more than others.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from math import exp, log
from typing import Final, NamedTuple

from desktop.patterns.arrivals import Channel
from desktop.patterns.chance import beta_tail
from desktop.patterns.exposure import Group
from desktop.patterns.ground import Ground
from desktop.patterns.school_days import TERMS_A_YEAR
from desktop.patterns.signs import KEPT_UPTO, About, Card, Kind, Sign
from desktop.patterns.usual import Days

_MOST: Final = 24
_ROLE_WEIGHS: Final = 4.0
_PRIOR: Final = {
    Channel.COLLEAGUE: 0.35,
    Channel.FAMILY: 0.08,
    Channel.SELF: 0.05,
    Channel.GIFT_IN: 0.3,
    Channel.GIFT_OUT: 0.05,
    Channel.TIE: 0.08,
}
"""Of each, a staff-year, before anything is known."""
_PRIOR_YEARS: Final = 15.0
_YEAR_DAYS: Final = 365


class Small(NamedTuple):
    """One small thing about a person."""

    day: int
    channel: Channel
    reference: str


class SmallThings:
    """The small things about each person, and how common each kind is."""

    def __init__(self) -> None:
        """Begin with none."""
        self._about: dict[str, list[Small]] = defaultdict(list)
        self._all: dict[tuple[str, Channel], Days] = defaultdict(Days)
        self._role: dict[tuple[str, str, Channel], Days] = defaultdict(Days)

    def take(self, ground: Ground, unit: str, person: str, small: Small) -> None:
        """Count one more."""
        self._about[person].append(small)
        self._all[unit, small.channel].add(small.day)
        self._role[unit, ground.usual.role(person), small.channel].add(small.day)

    def signs(self, ground: Ground, unit: str, person: str) -> Iterator[Sign]:
        """The sign about a person of whom another small thing has just been counted."""
        rules = ground.parameters.kinds[Kind.CUMULATIVE_WEAK]
        about = self._about[person]
        newest = about[-1]
        seen: dict[Channel, Small] = {}
        best: tuple[float, tuple[Small, ...]] | None = None
        for small in about[: -_MOST - 1 : -1]:
            if newest.day - small.day > rules.longest_days:
                break
            if small.channel in seen:
                continue
            seen[small.channel] = small
            if len(seen) >= rules.minimum:
                usual = self._usual(ground, unit, person, (small.day, newest.day))
                chance = together(newest.channel, frozenset(seen), usual, ground.usual.shape(unit, newest.day))
                if best is None or chance < best[0]:
                    best = (chance, tuple(reversed(seen.values())))
        a_term = self._a_term(ground, unit, newest.day)
        if best and a_term * best[0] <= KEPT_UPTO:
            yield self._sign(Card(About.PERSON, unit, person), a_term * best[0], best[1], about)

    def _sign(self, card: Card, chance: float, kinds: tuple[Small, ...], about: list[Small]) -> Sign:
        newest, since = about[-1].day, min(small.day for small in kinds)
        within = [small for small in about if small.day >= since]
        facts = {"kinds": len(kinds), "count": len(within), "days": newest - since}
        records = tuple(dict.fromkeys(small.reference for small in within))
        return Sign(Kind.CUMULATIVE_WEAK, card, newest, chance, records, facts)

    def _a_term(self, ground: Ground, unit: str, day: int) -> float:
        since = ground.usual.since(unit, day)
        years = max(1.0, (day - since) / _YEAR_DAYS)
        return max(2.0, sum(self._all[unit, each].between(since, day) for each in Channel) / years / TERMS_A_YEAR)

    def _usual(
        self, ground: Ground, unit: str, person: str, span: tuple[int, int]
    ) -> tuple[tuple[Channel, float], ...]:
        """How many of each kind are usual for this person in a span, rounded so that few sums are made."""
        exposure = ground.exposure.of_person(person, *span)
        since = ground.usual.since(unit, span[1])
        role = ground.usual.role(person)
        everybody = ground.exposure.of_group(Group(unit), since, span[1])
        alike = ground.exposure.of_group(Group(unit, role=role), since, span[1]) if role else 0.0
        found = []
        for channel, prior in _PRIOR.items():
            rate = (self._all[unit, channel].between(since, span[1]) + prior * _PRIOR_YEARS) / (
                everybody + _PRIOR_YEARS
            )
            seen = self._role[unit, role, channel].between(since, span[1]) if role else 0
            rate *= (seen + _ROLE_WEIGHS) / (rate * alike + _ROLE_WEIGHS)
            found.append((channel, rate * exposure))
        return tuple(found)


def together(
    newest: Channel, kinds: frozenset[Channel], usual: tuple[tuple[Channel, float], ...], shape: float
) -> float:
    """How often kinds that weigh at least as much come together with the newest one, which has just arrived."""
    rounded = tuple(round(log(max(mean, 1e-4)) * 4) for channel, mean in usual if channel is not newest)
    present = tuple(channel in kinds for channel, _mean in usual if channel is not newest)
    return _together(rounded, present, round(shape * 2) / 2)


@lru_cache(maxsize=4096)
def _together(rounded: tuple[int, ...], present: tuple[bool, ...], shape: float) -> float:
    means = [exp(each / 4) for each in rounded]
    weights = [-log(1 - exp(-mean)) for mean in means]
    wanted = sum(weight for weight, here in zip(weights, present, strict=True) if here) - 1e-9
    every = range(len(means))
    rare = [
        frozenset(chosen)
        for size in range(len(means) + 1)
        for chosen in combinations(every, size)
        if sum(weights[at] for at in chosen) >= wanted
    ]
    total = 0.0
    rates = personal_rates(shape + 1, (shape + 1) / shape)
    for rate in rates:
        chances = [1 - exp(-rate * mean) for mean in means]
        for chosen in rare:
            part = 1.0
            for at in every:
                part *= chances[at] if at in chosen else 1 - chances[at]
            total += part
    return total / len(rates)


@lru_cache(maxsize=64)
def personal_rates(shape: float, mean: float, steps: int = 8) -> tuple[float, ...]:
    """Rates that stand for equal parts of a Gamma distribution of this shape and mean, by its quantiles."""
    return tuple(_quantile((step + 0.5) / steps, shape) * mean / shape for step in range(steps))


def _quantile(part: float, shape: float) -> float:
    """The Gamma quantile by halving. A negative binomial of a huge mean is a Gamma: so one tail does for both."""
    low, high = 0.0, 10 * shape + 10
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _gamma_below(middle, shape) < part else (low, middle)
    return (low + high) / 2


def _gamma_below(value: float, shape: float) -> float:
    # I(shape, n; value / n) tends to the Gamma distribution as n grows.
    many = 1e6
    return beta_tail(shape, many, value / (value + many))
