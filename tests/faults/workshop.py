# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where deeds go wrong by the hundred: fresh ground, the driver, strace's log, and how many points are tried."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.faults.driving import Driver, Point, Told, all_calls, points
from tests.faults.ground import Before, Errand, Ground, violations

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Workshop:
    """Fresh ground, a driver, a folder for what is written on the way, and which form is run."""

    fresh: Callable[[], Ground]
    driver: Driver
    folder: Path
    is_long: bool

    @property
    def log(self) -> Path:
        """What strace wrote last."""
        return self.folder / "strace.log"

    def points(self, errand: Errand, broken: str = "") -> list[Point]:
        """Every system call of an errand that touches its home or the exchange, in order."""
        ground = self.fresh()
        case = errand.prepare(ground)
        told = self.driver.trace(errand.job(ground, case, broken=broken), self.log, *all_calls())
        assert told.exit == 0, told
        return points(self.log, ground.school.home)

    def some(self, of_all: Sequence[T], at_most: int, offset: int = 0) -> Sequence[T]:
        """What is tried of all: everything in the long form, else about so many, evenly, and others for each offset."""
        stride = 1 if self.is_long else max(1, len(of_all) // at_most)
        return of_all[offset % stride :: stride]

    def often(self, short: int, long: int) -> int:
        """How often something is tried."""
        return long if self.is_long else short

    def after(self, errand: Errand, what: tuple[str, ...], broken: str = "") -> tuple[Told, list[str]]:
        """Do an errand on fresh ground with strace's hand in it. Returns what it told, and what then was not right."""
        ground = self.fresh()
        case = errand.prepare(ground)
        before = Before.of(ground)
        told = self.driver.trace(errand.job(ground, case, broken=broken), self.log, *what)
        return told, violations(ground, before, errand, told)
