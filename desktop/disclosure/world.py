# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that could have happened in one group, as far as the printed figures leave it open.

The days are cut where any figure begins or ends. The unknowns are, for each piece between two cuts, the number of the
group and of each cell of each split. That splits share nothing but the group's numbers loses nothing: for any tables of
two splits with the same totals there is a table of both. What a reader can find out is what is the same in all tables.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from desktop.disclosure.figures import HALF_PERCENTS, Figure, Part, Unit
from desktop.disclosure.solving import Row, Unknowns, Vector

_DAY = timedelta(days=1)


class World:
    """The unknowns of one group, and what figures say of them."""

    def __init__(self, splits: Mapping[str, tuple[str, ...]], figures: Sequence[Figure]) -> None:
        """Take the group's splits, and every figure that may ever be said here: their days are the cuts."""
        self._splits = splits
        self._cuts = sorted({day for each in figures for day in (each.first, each.last + _DAY)})
        self._pieces = len(self._cuts) - 1
        names = ["", *(f"{split}/{cell}" for split, cells in splits.items() for cell in cells)]
        self._places = {name: at * self._pieces for at, name in enumerate(names)}
        self._count = len(names) * self._pieces
        counts = [each for each in figures if each.unit is Unit.COUNT]
        largest = max((each.least for each in counts), default=0) + max((each.below or 0 for each in counts), default=0)
        self.unknowns = Unknowns(self._count, 2 * largest + 1000)
        for row in self._whole():
            self.unknowns.add(row)

    def sum_of(self, part: Part) -> Vector:
        """The unknowns that add up to a part."""
        since, until = self._cuts.index(part.first), self._cuts.index(part.last + _DAY)
        found = np.zeros(self._count, dtype=np.int64)
        for name in [f"{part.split}/{cell}" for cell in part.cells] or [""]:
            place = self._places[name]
            found[place + since : place + until] = 1
        return found

    def rows(self, figure: Figure) -> tuple[Row, ...]:
        """What a figure says of the unknowns."""
        these = self.sum_of(Part(figure.split, figure.cells, figure.first, figure.last))
        below = figure.below
        if figure.unit is Unit.COUNT:
            return (Row(these, figure.least, None if below is None else below - 1),)
        whole = self.sum_of(Part("", (), figure.first, figure.last))
        rows = [Row(whole, figure.base, None), Row(HALF_PERCENTS * these - figure.least * whole, 0, None)]
        if below is not None:
            rows.append(Row(below * whole - HALF_PERCENTS * these, 1, None))
        return tuple(rows)

    def parts(self) -> Iterator[Part]:
        """The group and each of its cells, in every stretch of days between two cuts."""
        for first, after in combinations(self._cuts, 2):
            yield from (Part(split, cells, first, after - _DAY) for split, cells in self._kinds())

    def table(self, number_of: Mapping[Part, int]) -> Vector:
        """A table with these numbers; all parts of one piece each have to be named."""
        found = np.zeros(self._count, dtype=np.int64)
        for part, number in number_of.items():
            found += self.sum_of(part) * number
        return found

    def pieces(self) -> Iterator[tuple[date, date]]:
        """The stretches between neighbouring cuts."""
        for first, after in zip(self._cuts, self._cuts[1:], strict=False):
            yield first, after - _DAY

    def atoms(self) -> Iterator[Part]:
        """The group and each of its cells in each piece: one unknown each."""
        return (Part(split, cells, first, last) for split, cells in self._kinds() for first, last in self.pieces())

    def _kinds(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The group, and each of its cells."""
        yield "", ()
        yield from ((split, (cell,)) for split, cells in self._splits.items() for cell in cells)

    def _whole(self) -> Iterator[Row]:
        for split, cells in self._splits.items():
            for first, last in self.pieces():
                whole = self.sum_of(Part(split, cells, first, last)) - self.sum_of(Part("", (), first, last))
                yield Row(whole, 0, 0)
