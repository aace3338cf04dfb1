# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is usual here: the school's own rates and shares, learnt record by record and steadied by a prior.

Each figure leaves out what is known about the very person who is looked at, so that a pattern does not hide itself by
raising what is usual. Nothing is learnt from names, sex, age or earlier dispositions.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from desktop.patterns.arrivals import Matter
from desktop.patterns.exposure import Exposure, Group
from desktop.patterns.parameters import Parameters
from desktop.patterns.school_days import TERMS_A_YEAR

_RATE: Final = 0.45
"""Matters a staff-year before anything is known, and the staff-years which that guess weighs (patterns.md 4)."""
_RATE_WEIGHS: Final = 15.0
_LOOK_BACK_DAYS: Final = 730
_ROLE_WEIGHS: Final = 6.0
_SPAN_WEIGHS: Final = 8.0
"""Matters which the long-run rate weighs against what a span itself shows: after a training day all tell more."""
_CATEGORIES: Final = 16.0
_RECENT: Final = 5
"""With so many earlier matters about the same person a new one is compared."""
_SHAPE: Final = 2.0
_SHAPE_WEIGHS: Final = 30.0
_SHAPES: Final = (1.0, 6.0)
_FAR: Final = 3.0
"""Standard deviations beyond which one person's count says nothing about everybody's."""
_YEAR_DAYS: Final = 365


class Days:
    """Days in order of arrival, of which any stretch can be counted."""

    def __init__(self) -> None:
        """Begin without any."""
        self.all: list[int] = []

    def add(self, day: int) -> None:
        """Take in one more, no earlier than the last."""
        self.all.append(day)

    def between(self, since: int, until: int) -> int:
        """How many there are, both days included."""
        return bisect_right(self.all, until) - bisect_left(self.all, since)

    def before(self, day: int) -> int:
        """How many there are before a day."""
        return bisect_left(self.all, day)


class Share:
    """How often something holds: what was seen, drawn to a guess that weighs so many."""

    def __init__(self, guess: float, weighs: float) -> None:
        """Begin with the guess alone."""
        self._yes, self._all = guess * weighs, weighs

    def add(self, yes: float, all_: float = 1) -> None:
        """Take in how often it held, of how many."""
        self._yes += yes
        self._all += all_

    @property
    def now(self) -> float:
        """The share so far."""
        return self._yes / self._all


class Usual:
    """The running figures of a register."""

    def __init__(self, exposure: Exposure, parameters: Parameters) -> None:
        """Begin with what the staff list says, and the shipped guesses."""
        self.exposure = exposure
        guess = parameters.guesses
        self.told_by_self = Share(guess.told_by_self, guess.weighs)
        self.told_outside = Share(guess.told_outside, guess.weighs)
        """Told by somebody who does not work in the person's own department."""
        self.children_named = Share(guess.children_named, guess.weighs)
        """Children named in a matter."""
        self.same_child = Share(guess.same_child, 2 * guess.weighs)
        """Of two matters about one adult that name a child."""
        self.about_roaming = Share(guess.about_roaming, guess.weighs)
        """About somebody who works at several sites."""
        self.began: dict[str, int] = {}
        self._unit: dict[str, Days] = defaultdict(Days)
        self._role: dict[tuple[str, str], Days] = defaultdict(Days)
        self._categories: dict[str, int] = defaultdict(int)
        self._severities = [0, 0, 0, 0, 0]
        self._total = 0
        self._of_person: dict[str, Days] = defaultdict(Days)
        self._shape: dict[str, tuple[int, float]] = {}

    def open_unit(self, unit: str, day: int) -> None:
        """Note that a unit has begun to keep records, at the latest on this day."""
        self.began.setdefault(unit, day)

    def take(self, matter: Matter, earlier: Sequence[Matter]) -> None:
        """Count one more matter; `earlier` are those about the same person."""
        self._unit[matter.unit].add(matter.day)
        self._role[matter.unit, self.role(matter.person)].add(matter.day)
        self._categories[matter.category] += 1
        self._severities[matter.severity] += 1
        self._total += 1
        self._of_person[matter.person].add(matter.day)
        self.told_by_self.add(matter.is_self)
        self.children_named.add(len(matter.children))
        post = self.exposure.people.get(matter.person)
        self.about_roaming.add(bool(post and post.other_sites))
        if not matter.is_self:
            self.told_outside.add(matter.is_outside)
        for other in earlier[-_RECENT:]:
            if matter.children and other.children:
                self.same_child.add(not matter.children.isdisjoint(other.children))

    def role(self, person: str) -> str:
        """The role of somebody on the staff list; empty for others."""
        post = self.exposure.people.get(person)
        return post.role if post else ""

    def since(self, unit: str, day: int) -> int:
        """From when on this unit's rate is learnt: two years back, or when its records began."""
        return max(day - _LOOK_BACK_DAYS, self.began.get(unit, day))

    def rate(self, unit: str, day: int) -> float:
        """Matters a staff-year in this unit."""
        since = self.since(unit, day)
        exposure = self.exposure.of_group(Group(unit), since, day)
        return (self._unit[unit].between(since, day) + _RATE * _RATE_WEIGHS) / (exposure + _RATE_WEIGHS)

    def matters_a_term(self, unit: str, day: int) -> float:
        """How many matters a term are usual in this unit, with the people who are in post."""
        a_year = self.exposure.of_group(Group(unit), day - _YEAR_DAYS, day)
        return max(1.0, self.rate(unit, day) * a_year / TERMS_A_YEAR)

    def expected(self, person: str, unit: str, since: int, until: int, own: int) -> float:
        """How many matters about this person are usual in a span; `own` are theirs in it, which do not count."""
        role = self.role_factor(person, unit, until)
        return self.local_rate(unit, since, until, own) * role * self.exposure.of_person(person, since, until)

    def local_rate(self, unit: str, since: int, until: int, own: int) -> float:
        """Matters a staff-year in a span: what the span shows about others, drawn to the long-run rate."""
        rate = self.rate(unit, until)
        others = self._unit[unit].between(since, until) - own
        exposure = self.exposure.of_group(Group(unit), since, until)
        return (others + _SPAN_WEIGHS) / (exposure + _SPAN_WEIGHS / rate)

    def told_and_usual(self, unit: str, since: int, until: int) -> tuple[int, float]:
        """How many matters a span shows, and how many the two years before it would give."""
        usual = self.rate(unit, since - 1) * self.exposure.of_group(Group(unit), since, until)
        return self._unit[unit].between(since, until), usual

    def role_factor(self, person: str, unit: str, day: int) -> float:
        """How many times the usual number of matters the others in this role have."""
        role = self.role(person)
        since = self.since(unit, day)
        others = self.exposure.of_group(Group(unit, role=role), since, day) if role else 0.0
        others -= self.exposure.of_person(person, since, day)
        seen = self._role[unit, role].between(since, day) - self._of_person[person].between(since, day)
        usual = self.rate(unit, day) * max(0.0, others)
        return (max(0, seen) + _ROLE_WEIGHS) / (usual + _ROLE_WEIGHS)

    def category_share(self, category: str, own: int) -> float:
        """The share of matters that are of this category, among others than the `own`."""
        return (self._categories[category] - own + 1) / (self._total - own + _CATEGORIES)

    def severity_shares(self) -> tuple[float, ...]:
        """The shares of the severities 1 to 4 among what was triaged, steadied by what low-level concerns are."""
        prior = (0.0, 10.0, 8.0, 1.5, 0.5)
        counts = [seen + weight for seen, weight in zip(self._severities, prior, strict=True)][1:]
        return tuple(count / sum(counts) for count in counts)

    def shape(self, unit: str, day: int) -> float:
        """How alike people's rates are (the Gamma shape): by moments, drawn to 2, anew each half-year."""
        known = self._shape.get(unit)
        if known is None or day - known[0] > _YEAR_DAYS // 2:
            known = self._shape[unit] = (day, self._fit_shape(unit, day))
        return known[1]

    def _fit_shape(self, unit: str, day: int) -> float:
        since = self.began.get(unit, day)
        rate = self.rate(unit, day)
        above = below = 0.0
        for person in self.exposure.in_post(unit, since, day):
            usual = rate * self.role_factor(person, unit, day) * self.exposure.of_person(person, since, day)
            # One person about whom there is a pattern must not make everybody's rates look unlike.
            most = usual + _FAR * (usual + usual**2 / _SHAPE + 0.5) ** 0.5
            seen = min(self._of_person[person].between(since, day), most)
            above += (seen - usual) ** 2 - seen
            below += usual**2
        unlike = (above + _SHAPE_WEIGHS / _SHAPE) / (below + _SHAPE_WEIGHS)
        return min(max(1 / max(unlike, 0.01), _SHAPES[0]), _SHAPES[1])
