# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A printed figure as whoever reads it knows it: a statement about how many of something fell into a stretch of days.

Groups are things that happen on a day (a concern is shared, a decision is taken). A split divides a group into cells,
each thing into one: all cells of a split add up to the group. A figure never crosses two splits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

_Whole = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
_Name = Annotated[str, msgspec.Meta(max_length=64)]

HALF_PERCENTS = 200
"""How many half percents make the whole: shares are kept in them, so that rounding to a percent is a whole number."""


class Unit(StrEnum):
    """What a figure gives: how many, or which share of the group they are."""

    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a group in a stretch of days: the whole group where no cells are named. `last` is included."""

    split: str
    cells: tuple[str, ...]
    first: date
    last: date


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """That at least `least` and fewer than `below` of a group, or of some cells of a split of it, fell into these days.

    Both days are included. `below` None knows no upper end. A share is counted in half percents of the group in the
    same days, which is known to be at least `base`. Neither `split` nor `cells` means the whole group.
    """

    group: _Name
    first: date
    last: date
    least: _Whole
    below: _Whole | None = None
    split: _Name = ""
    cells: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=64)] = ()
    unit: Unit = Unit.COUNT
    base: _Whole = 0

    @property
    def is_exact(self) -> bool:
        """Say whether it gives one number."""
        return self.unit is Unit.COUNT and self.below == self.least + 1

    def allows(self, number: int, of: int) -> bool:
        """Say whether it holds where there are this many, out of this many in the group."""
        if self.unit is Unit.COUNT:
            return self.least <= number and (self.below is None or number < self.below)
        many = number * HALF_PERCENTS
        return of >= self.base and self.least * of <= many and (self.below is None or many < self.below * of)

    def widened(self, number: int, of: int) -> "Figure":
        """The same with this number taken in, too."""
        if self.allows(number, of):
            return self
        if self.unit is Unit.SHARE:
            return msgspec.structs.replace(self, least=0, below=None, base=min(self.base, of))
        below = self.below if self.below is None else max(self.below, number + 1)
        return msgspec.structs.replace(self, least=min(self.least, number), below=below)


class Split(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to divide a group, whole: all its cells."""

    group: _Name
    name: _Name
    cells: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=64)]


class Issued(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that one report says in numbers, and nothing that it does not say: what later ones are held against.

    `threshold` is the smallest number that it printed of a part.
    """

    threshold: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    splits: Annotated[tuple[Split, ...], msgspec.Meta(max_length=64)] = ()
    figures: Annotated[tuple[Figure, ...], msgspec.Meta(max_length=1000)] = ()


def cells_of(splits: Iterable[Split], group: str) -> Mapping[str, tuple[str, ...]]:
    """The splits of a group, each with every cell that any of these says it has."""
    found: dict[str, dict[str, None]] = {}
    for split in splits:
        if split.group == group:
            found.setdefault(split.name, {}).update(dict.fromkeys(split.cells))
    return {name: tuple(cells) for name, cells in found.items()}


def touching(issued: Iterable[Issued], figures: Iterable[Figure]) -> Iterator[Figure]:
    """The issued figures that can tell anything about these: of the same group, linked to them by days in common."""
    waiting = [figure for each in issued for figure in each.figures]
    near = list(figures)
    while near:
        linked = [figure for figure in waiting if any(_meet(figure, other) for other in near)]
        waiting = [figure for figure in waiting if figure not in linked]
        yield from linked
        near = linked


def _meet(one: Figure, other: Figure) -> bool:
    return one.group == other.group and one.first <= other.last and other.first <= one.last
