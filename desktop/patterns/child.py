# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same child again: with the same adult, or with several adults."""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.patterns.arrivals import Matter
from desktop.patterns.chance import already_there
from desktop.patterns.exposure import Group
from desktop.patterns.ground import Ground
from desktop.patterns.matters import references, voices
from desktop.patterns.signs import KEPT_UPTO, About, Card, Kind, Sign

_TWO_WITHIN_DAYS: Final = 150
_STRONG: Final = 3
_CHILD_SHAPE: Final = 1.0
"""Some children are named far more often than others, and more so than adults."""


def child_signs(ground: Ground, matter: Matter) -> Iterator[Sign]:
    """The signs about each child whom the newest matter names."""
    for child in sorted(matter.children):
        naming = ground.naming[matter.unit, child]
        if len(naming) > 1 and child not in ground.own_children(matter.person):
            yield from _with_adult(ground, matter, child, [each for each in naming if each.person == matter.person])
            yield from _with_several(ground, matter, child, naming)


def _with_adult(ground: Ground, matter: Matter, child: str, both: Sequence[Matter]) -> Iterator[Sign]:
    usual, rules = ground.usual, ground.parameters.kinds[Kind.ADULT_CHILD_PAIR]
    unit, today = matter.unit, matter.day
    elsewhere = len(ground.naming[unit, child]) - len(both)
    share = usual.children_named.now * usual.same_child.now * _often_named(ground, unit, elsewhere)
    best: tuple[float, Sequence[Matter], float] | None = None
    for many in range(rules.minimum, len(both) + 1):
        stretch = both[-many:]
        days = today - stretch[0].day
        if days > rules.longest_days:
            break
        if many > 2 or days <= _TWO_WITHIN_DAYS:
            expected, shape = _of_adult(ground, matter, stretch)
            chance = already_there(many, expected * share, shape)
            if best is None or chance < best[0]:
                best = (chance, stretch, expected * share)
    a_term = usual.matters_a_term(unit, today)
    if best and a_term * best[0] <= KEPT_UPTO:
        facts: dict[str, float | str] = {"child": child, "usual": best[2]}
        yield _sign(
            Kind.ADULT_CHILD_PAIR,
            Card(About.PERSON, ground.home(matter), matter.person),
            a_term * best[0],
            best[1],
            facts,
            child,
        )


def _of_adult(ground: Ground, matter: Matter, stretch: Sequence[Matter]) -> tuple[float, float]:
    """How many matters about this adult are to be expected in a stretch, by their others in it; and the shape."""
    since, home = stretch[0].day, ground.home(matter)
    own = sum(each.day >= since for each in ground.about[matter.person])
    usual = ground.usual.expected(matter.person, home, since, matter.day, own)
    shape = ground.usual.shape(home, matter.day)
    others = shape + own - len(stretch)
    return usual * others / (shape + usual), others


def _with_several(ground: Ground, matter: Matter, child: str, naming: Sequence[Matter]) -> Iterator[Sign]:
    usual, rules = ground.usual, ground.parameters.kinds[Kind.SAME_CHILD]
    unit, today = matter.unit, matter.day
    began = usual.began[unit]
    best: tuple[float, Sequence[Matter], float] | None = None
    for many in range(rules.minimum, len(naming) + 1):
        stretch = naming[-many:]
        since = stretch[0].day
        if today - since > rules.longest_days:
            break
        adults = len({each.person for each in stretch})
        if adults >= rules.minimum:
            past = len(naming) - many
            before = _expected(ground, unit, began, since - 1)
            shape = _CHILD_SHAPE + past
            expected = _expected(ground, unit, since, today) * shape / (_CHILD_SHAPE + before)
            chance = already_there(adults, expected, shape)
            if best is None or chance < best[0]:
                best = (chance, stretch, expected)
    a_term = usual.matters_a_term(unit, today)
    if best and a_term * best[0] <= KEPT_UPTO:
        facts: dict[str, float | str] = {
            "child": child,
            "usual": best[2],
            "adults": len({each.person for each in best[1]}),
        }
        yield _sign(Kind.SAME_CHILD, Card(About.CHILD, unit, child), a_term * best[0], best[1], facts, child)


def _expected(ground: Ground, unit: str, since: int, until: int) -> float:
    """How often an ordinary child is named in a span."""
    if until < since:
        return 0.0
    children = max(1, ground.exposure.size(Group(unit), until)) * ground.parameters.guesses.children_each_staff
    rate = ground.usual.local_rate(unit, since, until, 0)
    exposure = max(ground.exposure.of_group(Group(unit), since, until), 1 / 190)
    return rate * exposure * ground.usual.children_named.now / children


def _often_named(ground: Ground, unit: str, elsewhere: int) -> float:
    """How many times more often than another this child is named with other adults."""
    today = ground.in_unit[unit][-1].day
    return (elsewhere + 1) / (_expected(ground, unit, ground.usual.began[unit], today) + 1)


def _sign(
    kind: Kind, card: Card, chance: float, matters: Sequence[Matter], facts: dict[str, float | str], child: str
) -> Sign:
    newest = matters[-1]
    facts |= {"count": len(matters), "days": newest.day - matters[0].day, "voices": voices(matters)}
    is_strong = any(each.severity >= _STRONG for each in matters)
    return Sign(kind, card, newest.day, chance, references(matters), facts, child, is_strong)
