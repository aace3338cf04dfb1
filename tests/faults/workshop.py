# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where deeds go wrong by the hundred: fresh ground, the driver, strace's log, and how many points are tried."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.driving import Driver, Point, Told, all_calls, points
from tests.faults.ground import Before, Errand, Ground, violations


@dataclass(frozen=True, slots=True)
class Workshop:
    """`stride`: every how-manieth point is tried; 1 in the long form."""

    fresh: Callable[[], Ground]
    driver: Driver
    folder: Path
    stride: int

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

    def some(self, all_points: list[Point], offset: int = 0) -> list[Point]:
        """Those of them that are tried: fixed, and others for each offset."""
        return all_points[offset % self.stride :: self.stride]

    def after(self, errand: Errand, what: tuple[str, ...], broken: str = "") -> tuple[Told, list[str]]:
        """Do an errand on fresh ground with strace's hand in it. Returns what it told, and what then was not right."""
        ground = self.fresh()
        case = errand.prepare(ground)
        before = Before.of(ground)
        told = self.driver.trace(errand.job(ground, case, broken=broken), self.log, *what)
        return told, violations(ground, before, errand, told)
