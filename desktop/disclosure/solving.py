# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whole-number questions to HiGHS: whether any table fits all that has been said, and this as well."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.int64]

_NEAR = 1e-5
"""How near to a whole number an answer in fractions has to lie."""


@dataclass(frozen=True, slots=True)
class Row:
    """That the sum of some unknowns, each so many times, lies between two numbers; `most` None knows no upper end."""

    times: Vector
    least: int
    most: int | None

    def holds(self, table: Vector) -> bool:
        """Say whether a table fits."""
        found = int(self.times @ table)
        return self.least <= found and (self.most is None or found <= self.most)


class Unknowns:
    """Whole numbers from nought on, of which rows are known. A found table is looked at again in whole numbers."""

    def __init__(self, count: int, largest: int) -> None:
        """Take how many unknowns there are, and a number that none of them needs to exceed."""
        self._count = count
        self._rows: list[Row] = []
        # Fractions are tried first: they go on from the last answer, and almost always come out whole.
        self._solvers = (_solver(count, largest, is_whole=False), _solver(count, largest, is_whole=True))

    def add(self, row: Row) -> None:
        """Know this as well."""
        places = np.flatnonzero(row.times).astype(np.int32)
        most = np.inf if row.most is None else float(row.most)
        for solver in self._solvers:
            solver.addRow(float(row.least), most, len(places), places, row.times[places].astype(float))
        self._rows.append(row)

    def forget(self, rows: int = 1) -> None:
        """Forget what was learnt last."""
        for _ in range(rows):
            self._rows.pop()
            for solver in self._solvers:
                solver.deleteRows(1, np.array([len(self._rows)], dtype=np.int32))

    def table(self, times: Vector, value: int) -> Vector | None:
        """A table that fits everything known, and in which this sum has this value; None where there is none."""
        self.add(Row(times, value, value))
        try:
            return self._solved()
        finally:
            self.forget()

    def extreme(self, times: Vector, *, is_largest: bool) -> Vector | None:
        """A table in which this sum is as large, or as small, as it can be; None where nothing fits."""
        costs = (-times if is_largest else times).astype(float)
        self._seek(costs)
        try:
            return self._solved()
        finally:
            self._seek(np.zeros(self._count))

    def fits(self, table: Vector) -> bool:
        """Say whether a table fits everything known."""
        return all(row.holds(table) for row in self._rows)

    def _seek(self, costs: NDArray[np.float64]) -> None:
        every = np.arange(self._count, dtype=np.int32)
        for solver in self._solvers:
            solver.changeColsCost(self._count, every, costs)

    def _solved(self) -> Vector | None:
        for solver in self._solvers:
            solver.run()
            if solver.getModelStatus() != _optimal():
                return None
            found = np.array(solver.getSolution().col_value)
            whole: Vector = np.rint(found).astype(np.int64)
            # HiGHS reckons in floating point: what it found counts only where it is so in whole numbers.
            if np.abs(found - whole).max() < _NEAR and self.fits(whole):
                return whole
        return None


def _solver(count: int, largest: int, *, is_whole: bool) -> Any:  # noqa: ANN401 - highspy's types do not tell
    # Two tenths of a second to load, and only whoever makes a report needs it.
    from highspy import Highs, HighsVarType

    solver: Any = Highs()  # type: ignore[no-untyped-call]  # highspy leaves its own constructor untyped
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.addVars(count, np.zeros(count), np.full(count, float(largest)))
    if is_whole:
        every = np.arange(count, dtype=np.int32)
        solver.changeColsIntegrality(count, every, np.array([HighsVarType.kInteger] * count))
    return solver


def _optimal() -> object:
    from highspy import HighsModelStatus

    return HighsModelStatus.kOptimal
