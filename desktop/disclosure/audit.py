# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The promise, and whether it is kept once one more figure is printed (docs/reports.md, "The promise").

With a threshold of five:

* A part that is printed as "fewer than 5" may still be any whole number that these words allow.
* Whatever part of a group in whatever stretch of days the figures let anybody work out: it is none, or at least five,
  or at least four different numbers are still possible.

Both are asked of everything issued so far together with what is about to be, also for what was printed before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.disclosure.figures import Figure, Part, Unit
from desktop.disclosure.solving import Vector
from desktop.disclosure.world import World


@dataclass(frozen=True, slots=True)
class _Promise:
    """Of a sum: all of `open` stay possible; or, without any, it stays vague or is no small number."""

    times: Vector
    open: tuple[int, ...] = ()


class Audit:
    """What has been said of one group, and the promises that bind what may be said further."""

    def __init__(self, world: World, threshold: int, said: Iterable[Figure], truth: Vector) -> None:
        """Take what was said before, which has to hold in the table `truth`.

        A promise that is broken from the start, by what other thresholds or other hands printed, binds nobody further.
        """
        self._world = world
        self._threshold = threshold
        self._tables: NDArray[np.int64] = truth[np.newaxis]
        self._promises = [_Promise(world.sum_of(part)) for part in world.parts()]
        for figure in said:
            self._know(figure)
        self._promises = [promise for promise in self._promises if self._is_kept(promise)]

    def may_say(self, figures: Sequence[Figure]) -> bool:
        """Print these as well, if every promise is still kept; otherwise nothing is as if they had been."""
        before = (self._tables, list(self._promises))
        rows = sum(self._know(figure) for figure in figures)
        if all(self._is_kept(promise) for promise in self._pending()):
            return True
        self._world.unknowns.forget(rows)
        self._tables, self._promises = before
        return False

    def _know(self, figure: Figure) -> int:
        rows = self._world.rows(figure)
        for row in rows:
            self._world.unknowns.add(row)
            below = np.inf if row.most is None else row.most
            sums = self._tables @ row.times
            self._tables = self._tables[(sums >= row.least) & (sums <= below)]
        if is_small(figure):
            times = self._world.sum_of(Part(figure.split, figure.cells, figure.first, figure.last))
            self._promises.append(_Promise(times, tuple(range(figure.least, figure.below or 0))))
        return len(rows)

    def _pending(self) -> list[_Promise]:
        """The promises that the tables found so far do not show to be kept."""
        if not len(self._tables):
            return list(self._promises)
        times = np.array([promise.times for promise in self._promises], dtype=float)
        sums = np.sort(self._tables.astype(float) @ times.T, axis=0)
        different = 1 + (np.diff(sums, axis=0) > 0).sum(axis=0)
        return [
            promise
            for promise, many in zip(self._promises, different, strict=True)
            if promise.open or many < self._threshold - 1
        ]

    def _is_kept(self, promise: _Promise) -> bool:
        if promise.open:
            return all(self._can_be(promise.times, value) for value in promise.open)
        return self._is_vague(promise.times) or self._is_harmless(promise.times)

    def _is_vague(self, times: Vector) -> bool:
        return len(self._seen(times)) >= self._threshold - 1

    def _is_harmless(self, times: Vector) -> bool:
        """Say whether it can be no small number, or so many numbers that nobody is the wiser."""
        least, most = self._extreme(times, is_largest=False), self._extreme(times, is_largest=True)
        if least is None or most is None:
            return False
        if least >= self._threshold or most == 0:
            return True
        vague = range(least, min(most, least + 2 * self._threshold) + 1)
        return any(self._can_be(times, value) and self._is_vague(times) for value in vague)

    def _extreme(self, times: Vector, *, is_largest: bool) -> int | None:
        table = self._world.unknowns.extreme(times, is_largest=is_largest)
        return None if table is None else self._learn(table, times)

    def _can_be(self, times: Vector, value: int) -> bool:
        if value in self._seen(times):
            return True
        table = self._world.unknowns.table(times, value)
        return table is not None and self._learn(table, times) == value

    def _learn(self, table: Vector, times: Vector) -> int:
        self._tables = np.vstack([self._tables, table])
        return int(table @ times)

    def _seen(self, times: Vector) -> frozenset[int]:
        return frozenset((self._tables @ times).tolist())


def is_small(figure: Figure) -> bool:
    """Say whether a figure says no more than "fewer than …"."""
    return figure.unit is Unit.COUNT and not figure.is_exact and figure.below is not None and figure.least <= 1
