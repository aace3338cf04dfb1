# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One colleague who reports a great deal: other patterns are then to be read with that in mind."""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.patterns.arrivals import Matter
from desktop.patterns.chance import already_there
from desktop.patterns.exposure import Group
from desktop.patterns.ground import Ground
from desktop.patterns.matters import references
from desktop.patterns.signs import KEPT_UPTO, About, Card, Kind, Sign

_PEOPLE: Final = 3
_SHAPE: Final = 0.7
"""Most people report nothing in a year, and a few a great deal."""
_MOST: Final = 14
_LEAST: Final = 0.01
_PROLIFIC: Final = 0.03
"""Reckoned as seldom as this, what somebody reports weighs less in other patterns (patterns.md 5)."""


def prolific_signs(ground: Ground, matter: Matter) -> Iterator[Sign]:
    """The signs about whoever told of the newest matter."""
    rules = ground.parameters.kinds[Kind.PROLIFIC_REPORTER]
    for voice in sorted(matter.voices):
        told = ground.told_by.get((matter.unit, voice), ())
        if len(told) >= rules.minimum:
            yield from _sign(ground, matter, voice, told)


def _sign(ground: Ground, matter: Matter, voice: str, told: Sequence[Matter]) -> Iterator[Sign]:
    rules = ground.parameters.kinds[Kind.PROLIFIC_REPORTER]
    unit, today = matter.unit, matter.day
    best: tuple[float, Sequence[Matter], float] | None = None
    for many in range(rules.minimum, min(len(told), _MOST) + 1):
        stretch = told[-many:]
        since = stretch[0].day
        if today - since > rules.longest_days:
            break
        if len({each.person for each in stretch}) < _PEOPLE:
            continue
        past = len(told) - many
        shape = _SHAPE + past
        ordinary = _ordinary(ground, unit, since, today, many)
        usual = ordinary * shape / (_SHAPE + _ordinary(ground, unit, ground.usual.began[unit], since - 1, past))
        chance = already_there(many, usual, shape)
        if best is None or chance < best[0]:
            best = (chance, stretch, usual)
    a_term = ground.usual.matters_a_term(unit, today)
    if best and a_term * best[0] <= KEPT_UPTO:
        chance, stretch, usual = best
        total = ground.told[unit].between(stretch[0].day, today)
        facts = {"count": len(stretch), "total": total, "usual": usual, "days": today - stretch[0].day}
        card = Card(About.VOICE, unit, voice)
        if a_term * chance <= _PROLIFIC:
            ground.prolific[unit][voice] = today
        yield Sign(Kind.PROLIFIC_REPORTER, card, today, a_term * chance, references(stretch), facts)


def _ordinary(ground: Ground, unit: str, since: int, until: int, own: int) -> float:
    """How much an ordinary colleague reports in a span."""
    if until < since:
        return 0.0
    others = max(1, ground.exposure.size(Group(unit), until))
    return max(_LEAST, (ground.told[unit].between(since, until) - own) / others)
