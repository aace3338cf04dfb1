# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody who has every report and patience: tries all tables one by one, and keeps those that no figure contradicts.

Plain recursion, which knows nothing of the solver that chose the figures. Tables with more in a piece than a number are
left out, so what is found possible is possible; and more may be.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from desktop.disclosure.figures import Figure, Unit

DAY = timedelta(days=1)

Key = tuple[str, str, int, int]
"""A split ("" for the group), a cell, and the cuts between which: what somebody may want to know."""

Numbers = tuple[int, ...]
"""How many in each piece."""

Said = tuple[int, int, Figure]
"""A figure, and the cuts between which it counts."""


class Reader:
    """Who reads all that was printed about one group."""

    def __init__(self, splits: Mapping[str, tuple[str, ...]], figures: Sequence[Figure], most: int) -> None:
        self.splits = splits
        self._most = most
        self.cuts = sorted({day for each in figures for day in (each.first, each.last + DAY)})
        self._said: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for each in figures:
            between = self.cuts.index(each.first), self.cuts.index(each.last + DAY)
            self._said[each.split, "".join(each.cells)].append((*between, each))

    def possible(self) -> Mapping[Key, set[int]]:
        """For everything that somebody may want to know, the numbers that it can be."""
        found: dict[Key, set[int]] = defaultdict(set)
        for totals in self._filled(self._said["", ""], [self._most] * (len(self.cuts) - 1)):
            by_split = [self._cells(split, totals) for split in self.splits]
            if all(by_split):
                _note(found, "", "", totals)
                for table in by_split:
                    for key, numbers in table.items():
                        found[key] |= numbers
        return found

    def _cells(self, split: str, totals: Numbers) -> Mapping[Key, set[int]]:
        """What the cells can be where the group is this in each piece; nothing where no table fits."""
        found: dict[Key, set[int]] = defaultdict(set)
        cells = self.splits[split]
        for table in self._tables(split, cells, totals):
            named = dict(zip(cells, table, strict=True))
            if all(self._bears_out(split, cell, named[cell], totals) for cell in cells):
                for cell in cells:
                    _note(found, split, cell, named[cell])
        return found

    def _tables(self, split: str, cells: Sequence[str], left: Numbers) -> Iterator[tuple[Numbers, ...]]:
        """The ways to fill the cells with what is left of the group, cell by cell."""
        said = self._said[split, cells[0]]
        if len(cells) == 1:
            yield from (((left,),) if _fits(said, left) else ())
            return
        for first in self._filled(said, left):
            rest = tuple(whole - part for whole, part in zip(left, first, strict=True))
            for others in self._tables(split, cells[1:], rest):
                yield (first, *others)

    def _filled(self, said: Sequence[Said], most: Sequence[int], begun: Numbers = ()) -> Iterator[Numbers]:
        """All rows of numbers that fit what is said of one part. Where they are too many already, it stops."""
        if len(begun) == len(most):
            yield from ((begun,) if _fits(said, begun) else ())
            return
        for number in range(most[len(begun)] + 1):
            if _is_too_many(said, (*begun, number)):
                break
            yield from self._filled(said, most, (*begun, number))

    def _bears_out(self, split: str, cell: str, numbers: Numbers, totals: Numbers) -> bool:
        shares = (each for each in self._said[split, cell] if each[2].unit is Unit.SHARE)
        return all(each.allows(sum(numbers[since:until]), sum(totals[since:until])) for since, until, each in shares)


def _note(found: dict[Key, set[int]], split: str, cell: str, numbers: Numbers) -> None:
    for since, until in combinations(range(len(numbers) + 1), 2):
        found[split, cell, since, until].add(sum(numbers[since:until]))


def _fits(said: Sequence[Said], numbers: Numbers) -> bool:
    counts = (each for each in said if each[2].unit is Unit.COUNT)
    return all(each.allows(sum(numbers[since:until]), 0) for since, until, each in counts)


def _is_too_many(said: Sequence[Said], begun: Numbers) -> bool:
    counts = (each for each in said if each[2].unit is Unit.COUNT)
    return any(each.below is not None and sum(begun[since:until]) >= each.below for since, until, each in counts)
