# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several matters about one person: how many, of one kind, from how many voices, rising, at how many schools.

Each asks of the newest matter: how often would chance have put so many others so shortly before it? Every stretch that
ends today and begins with an earlier matter is tried, up to the longest one; calibration pays for the tries.
"""

from collections.abc import Callable, Iterator, Sequence
from math import comb, inf
from typing import NamedTuple

from desktop.patterns.arrivals import Matter
from desktop.patterns.chance import already_there
from desktop.patterns.ground import Ground
from desktop.patterns.matters import references, voices, weights
from desktop.patterns.rising import rising
from desktop.patterns.signs import KEPT_UPTO, About, Card, Kind, Sign

_MOST = 14
_LOOKED_AT = 40
"""So many matters are looked back on at the most."""
_STRONG = 3
_LEAST_VOICES = 3
_MOST_VOICES = 0.75

Count = Callable[[Sequence[Matter]], float]


def _as_it_comes(_matters: Sequence[Matter]) -> float:
    return 1.0


class Stretch(NamedTuple):
    """The stretch of matters that chance explains least."""

    chance: float
    matters: tuple[Matter, ...]
    usual: float


class Search(NamedTuple):
    """What to count in each stretch, and the share of a person's matters that fit."""

    kind: Kind
    share: float = 1.0
    counted: Count | None = None
    """How many they come to; None: as their voices weigh."""
    also: Count = _as_it_comes
    """A further probability, of how these matters are ordered."""


class Person:
    """The signs about the person of the newest matter."""

    def __init__(self, ground: Ground, matter: Matter) -> None:
        """Take the ground, which has just taken in the matter."""
        self.ground = ground
        self.newest = matter
        self.all = ground.about[matter.person]
        self.home = ground.home(matter)
        self.prolific = ground.prolific_on(self.home, matter.day)
        self.a_term = ground.usual.matters_a_term(self.home, matter.day)
        self.shape = ground.usual.shape(self.home, matter.day)

    def signs(self) -> Iterator[Sign]:
        """Look for every kind that is about one person's matters."""
        if len(self.all) < 2:
            return
        newest, usual = self.newest, self.ground.usual
        yield from self._sign(Search(Kind.REPEAT_PERSON), self.all)
        yield from self._independent()
        own = [matter for matter in self.all if matter.category == newest.category]
        if newest.category:
            share = usual.category_share(newest.category, len(own))
            yield from self._sign(Search(Kind.SAME_CATEGORY, share), own, newest.category)
        yield from self._rising()
        if newest.is_self:
            own = [matter for matter in self.all if matter.is_self]
            # Self-reports all have one voice; each is a matter of its own.
            yield from self._sign(Search(Kind.SELF_REPORT_CLUSTER, usual.told_by_self.now, counted=len), own)
        yield from self._from_one_source()
        yield from self._across_sites()

    def best(self, search: Search, matters: Sequence[Matter]) -> Stretch | None:
        """The stretch of these matters, the newest included, that chance explains least."""
        rules = self.ground.parameters.kinds[search.kind]
        found: Stretch | None = None
        today = self.newest.day
        for many in range(rules.minimum, min(len(matters), _MOST) + 1):
            stretch = matters[-many:]
            since = stretch[0].day
            if today - since > rules.longest_days:
                break
            usual, shape = self._expected(since, many, search.share)
            counted = search.counted(stretch) if search.counted else sum(weights(stretch, self.prolific))
            chance = already_there(counted, usual, shape) * search.also(stretch)
            if found is None or chance < found.chance:
                found = Stretch(chance, tuple(stretch), usual)
        return found

    def _sign(self, search: Search, matters: Sequence[Matter], aspect: str = "") -> Iterator[Sign]:
        found = self.best(search, matters)
        if found and self.a_term * found.chance <= KEPT_UPTO:
            yield self._of(search.kind, found, aspect)

    def _of(self, kind: Kind, found: Stretch, aspect: str = "") -> Sign:
        matters = found.matters
        newest = self.newest
        facts: dict[str, float | str] = {
            "count": len(matters),
            "voices": voices(matters),
            "usual": found.usual,
            "days": newest.day - matters[0].day,
            "category": newest.category,
            "sites": len({matter.site for matter in matters}),
            "severities": ", ".join(str(each.severity) for each in _by_event(matters)),
        }
        card = Card(About.PERSON, self.home, newest.person)
        is_strong = any(matter.severity >= _STRONG for matter in matters)
        return Sign(kind, card, newest.day, self.a_term * found.chance, references(matters), facts, aspect, is_strong)

    def _independent(self) -> Iterator[Sign]:
        """Different voices, and more of them from elsewhere in the school than usual."""
        told = [matter for matter in self.all if not matter.is_self]
        if self.newest.is_self:
            return
        usual = self.ground.usual
        share = usual.told_outside.now
        search = Search(Kind.INDEPENDENT_REPORTERS, also=lambda each: _from_outside(each, share))
        yield from self._sign(search, told)

    def _rising(self) -> Iterator[Sign]:
        triaged = [matter for matter in self.all if matter.severity]
        if not self.newest.severity or max(matter.severity for matter in triaged[-_MOST:]) < _STRONG:
            return
        shares = self.ground.usual.severity_shares()
        search = Search(
            Kind.ESCALATION,
            counted=len,
            also=lambda each: rising([matter.severity for matter in _by_event(each)], shares),
        )
        yield from self._sign(search, triaged)

    def _from_one_source(self) -> Iterator[Sign]:
        if not self.newest.is_colleague or self.newest.is_self:
            return
        for voice in sorted(self.newest.voices):
            own = [matter for matter in self.all if voice in matter.voices]
            share = self.ground.same_source(self.newest.person, voice, self.newest.day)
            yield from self._sign(Search(Kind.SINGLE_SOURCE, share, counted=len), own, voice)

    def _across_sites(self) -> Iterator[Sign]:
        rules = self.ground.parameters.kinds[Kind.CROSS_SITE_PERSON]
        told_where = [matter for matter in self.all if matter.site]
        if len({matter.site for matter in told_where}) < rules.minimum:
            return
        first_at_each: dict[str, Matter] = {}
        for matter in reversed(told_where):
            first_at_each.setdefault(matter.site, matter)
        own = sorted(first_at_each.values(), key=lambda matter: matter.day)
        if own[-1] is self.newest:
            share = self.ground.usual.about_roaming.now
            search = Search(Kind.CROSS_SITE_PERSON, counted=len, also=lambda _each: share)
            yield from self._sign(search, own)

    def _expected(self, since: int, many: int, share: float) -> tuple[float, float]:
        """How many of a share of this person's matters are usual since a day, and the shape.

        Of a share it is asked whether these matters stand out among the person's own: so the others raise it.
        """
        own = sum(matter.day >= since for matter in self.all[-_LOOKED_AT:])
        usual = self.ground.usual.expected(self.newest.person, self.home, since, self.newest.day, own)
        if share == 1:
            return usual, self.shape
        shape = self.shape + own - many
        return usual * share * shape / (self.shape + usual), shape


def _from_outside(matters: Sequence[Matter], share: float) -> float:
    """How often so many of these matters are told from elsewhere in the school; never, where voices repeat."""
    if voices(matters) < max(_LEAST_VOICES, _MOST_VOICES * len(matters)):
        return inf
    outside, every = sum(matter.is_outside for matter in matters), len(matters)
    return sum(comb(every, many) * share**many * (1 - share) ** (every - many) for many in range(outside, every + 1))


def _by_event(matters: Sequence[Matter]) -> Sequence[Matter]:
    return sorted(matters, key=lambda matter: matter.happened)
