# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One place, one hour, one activity, one department: its share of the matters against its usual share.

What is asked is always "of the matters of this stretch, how many were here", so a stretch in which everybody tells more
shows nothing by itself (patterns.md 2, the permutation scan).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.patterns.arrivals import Matter
from desktop.patterns.chance import share_at_least
from desktop.patterns.exposure import Group
from desktop.patterns.ground import Ground
from desktop.patterns.matters import references, voices
from desktop.patterns.signs import KEPT_UPTO, About, Card, Kind, Sign
from desktop.patterns.usual import Days

_PEOPLE: Final = 3
_EACH: Final = 2
_PAST: Final = 6
"""Matters that a unit must have told before a share can be called usual."""
_WEIGHS: Final = 12.0
_STEADY: Final = 60.0
"""Shares wander: no past is worth more than so many matters."""
_MOST: Final = 14
_STRONG: Final = 3
_HOUR: Final = 60
_LEAST_OF_IT: Final = 0.02
_MOST_OF_IT: Final = 0.8
"""A department or site that is nearly the whole unit cannot stand out in it."""


class Facet(NamedTuple):
    """One thing that a matter has in common with others."""

    kind: Kind
    about: About
    key: str
    prior: float
    """Its share before anything is known."""


class Cluster(NamedTuple):
    """The stretch that chance explains least: how many matters are here, of how many, and their usual share."""

    chance: float
    many: int
    total: int
    share: float


class Shares:
    """How the matters of each unit fall on places, hours, activities and departments."""

    def __init__(self) -> None:
        """Begin with none."""
        self._of: dict[tuple[str, About, str], list[Matter]] = defaultdict(list)
        self._days: dict[tuple[str, About], Days] = defaultdict(Days)

    def take(self, ground: Ground, matter: Matter) -> None:
        """Count one more matter."""
        abouts = set()
        for facet in facets(ground, matter):
            self._of[matter.unit, facet.about, facet.key].append(matter)
            abouts.add(facet.about)
        for about in abouts:
            self._days[matter.unit, about].add(matter.day)

    def signs(self, ground: Ground, matter: Matter) -> Iterator[Sign]:
        """The signs about each facet of the newest matter, which has been counted.

        Of two that overlap, as hours do, the one that chance explains less.
        """
        least: dict[tuple[About, tuple[str, ...]], Sign] = {}
        for facet in facets(ground, matter):
            here = self._of[matter.unit, facet.about, facet.key]
            if len(here) >= ground.parameters.kinds[facet.kind].minimum:
                for sign in self._sign(ground, matter, facet, here):
                    same = least.setdefault((facet.about, sign.records), sign)
                    least[facet.about, sign.records] = min(same, sign, key=_chance)
        yield from least.values()

    def _sign(self, ground: Ground, matter: Matter, facet: Facet, here: Sequence[Matter]) -> Iterator[Sign]:
        rules = ground.parameters.kinds[facet.kind]
        days = self._days[matter.unit, facet.about]
        best: Cluster | None = None
        people: dict[str, int] = {}
        count = 0
        for many, each in enumerate(reversed(here[-_MOST:]), 1):
            if matter.day - each.day > rules.longest_days:
                break
            times = people[each.person] = people.get(each.person, 0) + 1
            # What one person does often is theirs: a third matter about the same one does not count.
            count += times <= _EACH
            if many >= rules.minimum and len(people) >= _PEOPLE:
                found = _cluster(facet, days, (each.day, len(here), many), count)
                best = found if found and (best is None or found.chance < best.chance) else best
        a_term = ground.usual.matters_a_term(matter.unit, matter.day)
        if best and a_term * best.chance <= KEPT_UPTO:
            yield _sign(facet, matter, a_term * best.chance, here[-best.many :], best)


def _chance(sign: Sign) -> float:
    return sign.chance


def _cluster(facet: Facet, days: Days, stretch: tuple[int, int, int], count: int) -> Cluster | None:
    """How surprising it is that so many of a stretch's matters are here; None where it is not at all."""
    since, here, many = stretch
    before = days.before(since)
    total = len(days.all) - before
    share = (here - many + _WEIGHS * facet.prior) / (before + _WEIGHS)
    counted = total - (many - count)
    if before < _PAST or count - 1 <= share * (counted - 1):
        return None
    weight = min(before + _WEIGHS, _STEADY)
    chance = share_at_least(count - 1, counted - 1, share * weight + 1, (1 - share) * weight)
    return Cluster(chance, many, total, share)


def _sign(facet: Facet, matter: Matter, chance: float, stretch: Sequence[Matter], best: Cluster) -> Sign:
    facts: dict[str, float | str] = {
        "key": facet.key,
        "count": len(stretch),
        "total": best.total,
        "usual": best.share * best.total,
        "days": matter.day - stretch[0].day,
        "voices": voices(stretch),
    }
    is_strong = any(each.severity >= _STRONG for each in stretch)
    card = Card(facet.about, matter.unit, facet.key)
    return Sign(facet.kind, card, matter.day, chance, references(stretch), facts, is_strong=is_strong)


def facets(ground: Ground, matter: Matter) -> Iterator[Facet]:
    """What this matter may have in common with others."""
    if matter.place:
        yield Facet(Kind.LOCATION_CLUSTER, About.PLACE, matter.place, 1 / 20)
    if matter.minute >= 0:
        # Two rows of hours, half an hour apart, so that no hour is cut in two.
        for start in (matter.minute // _HOUR * _HOUR, (matter.minute + 30) // _HOUR * _HOUR - 30):
            yield Facet(Kind.TIME_CLUSTER, About.TIME, f"{_clock(start)} to {_clock(start + _HOUR)}", 1 / 10)
    if matter.activity:
        yield Facet(Kind.ACTIVITY_CLUSTER, About.ACTIVITY, matter.activity, 1 / 12)
    yield from _groups(ground, matter)


def _groups(ground: Ground, matter: Matter) -> Iterator[Facet]:
    for about, key, group in (
        (About.DEPARTMENT, matter.department, Group(matter.unit, department=matter.department)),
        (About.SITE, matter.site, Group(matter.unit, site=matter.site)),
    ):
        share = _share(ground, group, matter.day) if key else 1.0
        if share < _MOST_OF_IT:
            yield Facet(Kind.DEPARTMENT_CLUSTER, about, key, share)


def _share(ground: Ground, group: Group, day: int) -> float:
    """The share of a unit's contact time that is this group's."""
    since = day - ground.parameters.kinds[Kind.DEPARTMENT_CLUSTER].longest_days
    whole = ground.exposure.of_group(Group(group.unit), since, day)
    here = ground.exposure.of_group(group, since, day)
    return max(here / whole, _LEAST_OF_IT) if whole else 1.0


def _clock(minute: int) -> str:
    return f"{minute // _HOUR % 24:02}:{minute % _HOUR:02}"
