# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school's own background without patterns: its staff, hours, rates and habits, thrown together by chance.

Each invented matter takes its place, hour, activity, category, severity and delay from a real one about somebody in the
same role, and its person, voice, child and day by chance alone. So what is common stays common, and nothing belongs
together that chance did not put together.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final

from desktop.patterns.arrivals import Arrival, Channel, Gift, Matter, Report, Tie
from desktop.patterns.exposure import Exposure, Post
from desktop.patterns.ground import Ground
from desktop.patterns.school_days import DAYS_A_YEAR

_CHILD_SHAPE: Final = 1.0
_VOICE_SHAPE: Final = 0.8
_VOICES_WEIGH: Final = 20.0
_WEEK_SHAPE: Final = 6.0
"""How unlike children are as those named, people as reporters until their records say better, and weeks as a whole."""
_FAMILIES: Final = 8
"""Of matters told from outside the staff, one in so many is told by a family that told before."""
_WEEK: Final = 5


@dataclass(frozen=True, slots=True)
class Habits:
    """What is taken over from a unit's own records."""

    unit: str
    people: Mapping[str, Post]
    rate: float
    shape: float
    role_factors: Mapping[str, float]
    matters: Mapping[str, Sequence[Matter]]
    """By role; those of everybody under the empty role."""
    again: float
    """How often an incident is told once more."""
    told_by_self: float
    told_by_families: float
    told_outside: float
    voices: float
    """How alike colleagues are as reporters (a Gamma shape)."""
    same_child: float
    children: int
    gifts: Mapping[str, Sequence[Gift]]
    """By role."""
    ties: float
    """Declared a year by one person."""
    years: float


def habits_of(ground: Ground, unit: str, day: int) -> Habits | None:
    """The habits of a unit up to a day; none where nobody of the staff list works there on that day."""
    people = {
        person: post
        for person, post in ground.exposure.people.items()
        if post.unit == unit and post.first <= day <= post.last
    }
    usual = ground.usual
    if not people or unit not in usual.began:
        return None
    years = max(0.5, (day - usual.began[unit]) / 365)
    gifts: dict[str, list[Gift]] = defaultdict(list)
    ties = 0
    for person in people:
        gifts[usual.role(person)] += ground.gifts.get(person, ())
        ties += sum(not tie.is_nil and not tie.child for tie in ground.ties.get(person, ()))
    by_role: dict[str, list[Matter]] = defaultdict(list)
    for matter in ground.in_unit[unit]:
        by_role[usual.role(matter.person)].append(matter)
        by_role[""].append(matter)
    others = [matter for matter in ground.in_unit[unit] if not matter.is_self]
    outside = sum(not matter.is_colleague for matter in others)
    told = len(ground.told[unit].all)
    return Habits(
        unit=unit,
        people=people,
        rate=usual.rate(unit, day),
        shape=usual.shape(unit, day),
        role_factors={post.role: usual.role_factor(person, unit, day) for person, post in people.items()},
        matters=by_role,
        again=(told - len(by_role[""])) / max(1, told),
        told_by_self=usual.told_by_self.now,
        told_by_families=(outside + 2) / (len(others) + 10),
        told_outside=usual.told_outside.now,
        voices=_shape_of_voices([len(ground.told_by.get((unit, person), ())) for person in people]),
        same_child=usual.same_child.now,
        children=round(len(people) * ground.parameters.guesses.children_each_staff),
        gifts=gifts,
        ties=ties / years / len(people),
        years=years,
    )


def _shape_of_voices(told: Sequence[int]) -> float:
    """The Gamma shape of how much each colleague told, by moments, drawn to a guess."""
    usual = sum(told) / len(told)
    # One person who tells a great deal is a pattern, and must not make everybody's habits look unlike.
    most = usual + 4 * (usual + 0.5) ** 0.5
    unlike = sum((min(each, most) - usual) ** 2 - each for each in told) + _VOICES_WEIGH * usual**2 / _VOICE_SHAPE
    return min(max((len(told) + _VOICES_WEIGH) * usual**2 / max(unlike, 1e-6), 0.3), 5.0) if usual else _VOICE_SHAPE


class Draw:
    """Draws one of several, each as likely as it weighs."""

    def __init__(self, things: Sequence[str], weights: Sequence[float]) -> None:
        """Take the things and what they weigh."""
        self.things = things
        self._upto = list(accumulate(weights))

    def one(self, chance: Random) -> str:
        """One of them."""
        return self.things[min(bisect(self._upto, chance.random() * self._upto[-1]), len(self.things) - 1)]


class Background:
    """One invented history of a unit."""

    def __init__(self, habits: Habits, exposure: Exposure, chance: Random) -> None:
        """Give every person, voice and child of this history a rate of their own."""
        self.habits, self._chance = habits, chance
        self._days = exposure.days
        people = list(habits.people)
        self._a_day = {
            person: habits.rate
            * habits.role_factors[post.role]
            * post.weight
            * chance.gammavariate(habits.shape, 1 / habits.shape)
            / DAYS_A_YEAR
            for person, post in habits.people.items()
        }
        self._people = Draw(people, list(self._a_day.values()))
        voices = [chance.gammavariate(habits.voices, 1) for _ in people]
        self._voices = Draw(people, voices)
        self._colleagues: dict[str, Draw] = {}
        for department in {post.department for post in habits.people.values()}:
            here = [at for at, person in enumerate(people) if habits.people[person].department == department]
            self._colleagues[department] = Draw([people[at] for at in here], [voices[at] for at in here])
        children = [f"child/{number}" for number in range(max(20, habits.children))]
        self._children = Draw(children, [chance.gammavariate(_CHILD_SHAPE, 1) for _ in children])
        self._named: dict[str, list[str]] = defaultdict(list)
        self._generous = Draw(people, [chance.gammavariate(habits.shape, 1) for _ in people])
        self._number = 0

    def days(self, first: int, last: int) -> Iterator[tuple[int, list[Arrival]]]:
        """Each day with what is recorded on it; reports come with the delays that are usual here."""
        late: dict[int, list[Arrival]] = defaultdict(list)
        week = 1.0
        for day in range(first, last + 1):
            if self._days.is_open(day):
                if self._days.before(day) % _WEEK == 0:
                    week = self._chance.gammavariate(_WEEK_SHAPE, 1 / _WEEK_SHAPE)
                for arrival in self._of_day(day, week):
                    late[arrival.day].append(arrival)
            yield day, late.pop(day, [])

    def _of_day(self, day: int, week: float) -> Iterator[Arrival]:
        for _ in range(self._so_many(week * sum(self._a_day.values()))):
            yield from self._matter(day)
        habits = self.habits
        for role, gifts in habits.gifts.items():
            for _ in range(self._so_many(len(gifts) / habits.years / DAYS_A_YEAR)):
                yield self._gift(day, role, self._chance.choice(gifts))
        for _ in range(self._so_many(habits.ties * len(habits.people) / DAYS_A_YEAR)):
            yield Tie(self._reference(), day, self._generous.one(self._chance), habits.unit, is_nil=False)

    def _matter(self, day: int) -> Iterator[Report]:
        chance, habits = self._chance, self.habits
        person = self._people.one(chance)
        post = habits.people[person]
        alike = habits.matters.get(post.role) or habits.matters[""]
        like = chance.choice(alike if len(alike) >= _FAMILIES else habits.matters[""])
        children = tuple(dict.fromkeys(self._child(person) for _ in like.children))
        self._named[person] += children
        told = day + max(0, like.day - like.happened)
        first = self._report(person, post, like, (day, told))._replace(children=children)
        yield first
        if first.channel is not Channel.SELF and chance.random() < habits.again:
            yield self._report(person, post, like, (day, told + 1))._replace(children=children)

    def _report(self, person: str, post: Post, like: Matter, days: tuple[int, int]) -> Report:
        channel, voice = self._voice(person, post)
        is_colleague = channel is Channel.COLLEAGUE
        elsewhere = not is_colleague or self.habits.people[voice].department != post.department
        return Report(
            reference=self._reference(),
            day=days[1],
            happened=days[0],
            person=person,
            unit=self.habits.unit,
            site=self._chance.choice((post.site, *post.other_sites)) if post.other_sites else post.site or like.site,
            voice=voice,
            is_colleague=is_colleague,
            channel=channel,
            is_outside=channel is not Channel.SELF and elsewhere,
            category=like.category,
            department=post.department,
            place=like.place,
            activity=like.activity,
            minute=like.minute,
            severity=like.severity,
        )

    def _voice(self, person: str, post: Post) -> tuple[Channel, str]:
        chance, habits = self._chance, self.habits
        if chance.random() < habits.told_by_self:
            return Channel.SELF, person
        if chance.random() < habits.told_by_families:
            known = chance.randrange(_FAMILIES) == 0
            return Channel.FAMILY, f"family/{chance.randrange(_FAMILIES) if known else self._number}"
        own = max(0.0, 1 - habits.told_outside / max(0.01, 1 - habits.told_by_families))
        draw = self._colleagues[post.department] if chance.random() < own else self._voices
        for _ in range(_FAMILIES):
            voice = draw.one(chance)
            if voice != person:
                return Channel.COLLEAGUE, voice
        return Channel.FAMILY, f"family/{self._number}"

    def _child(self, person: str) -> str:
        named = self._named[person]
        if named and self._chance.random() < self.habits.same_child:
            return self._chance.choice(named)
        return self._children.one(self._chance)

    def _gift(self, day: int, role: str, like: Gift) -> Gift:
        for _ in range(_FAMILIES):
            person = self._generous.one(self._chance)
            if self.habits.people[person].role == role:
                break
        else:
            person = like.person
        return like._replace(reference=self._reference(), day=day, person=person, family="", child="")

    def _so_many(self, mean: float) -> int:
        """A Poisson number of a small mean."""
        many, left = 0, self._chance.expovariate(1.0)
        while left < mean:
            many += 1
            left += self._chance.expovariate(1.0)
        return many

    def _reference(self) -> str:
        self._number += 1
        return f"{self._number}"
