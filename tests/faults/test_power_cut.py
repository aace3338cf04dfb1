# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A power cut at any system call of any deed, and a second one while Candour recovers, loses nothing that was told.

Only what the two disks had been made to write is there afterwards. The short form cuts at a few points of each deed,
the long form at all of them and twice at hundreds (security.md 4.2).
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.desks import KeyRing
from tests.faults.disks import Disks, why_no_mounts
from tests.faults.driver import Job
from tests.faults.driving import Driver, Point, Told, all_calls, killed_at, points
from tests.faults.ground import ERRANDS, Before, Errand, Ground, aftermath, errand_named, halves, standing_at
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.sampling import some
from tests.school import SmallSchool

pytestmark = pytest.mark.usefixtures("strace")


@dataclass(frozen=True, slots=True)
class Mains:
    """One deed on disks of its own, whose power can be cut."""

    disks: Disks
    driver: Driver
    ground: Ground
    errand: Errand
    case: str
    before: Before

    def points(self, broken: str = "") -> list[Point | None]:
        """Every system call of the deed that touches the disks, and when it is over."""
        log = self.disks.folder / "strace.log"
        with self.disks.begun():
            self.driver.trace(self._job(broken), log, *all_calls())
        return [*points(log, self.disks.home), None]

    def cut_at(self, point: Point | None, broken: str = "") -> tuple[Told, list[str]]:
        """Cut the power at a system call. Returns what had been told, and what then was not right."""
        with self.disks.begun():
            told = self._done_until(point, self._job(broken))
            self.disks.cut()
            return told, self._found(told)

    def cut_twice(self, point: Point | None) -> tuple[Told, list[str]]:
        """Cut it again while Candour makes good the first time."""
        with self.disks.begun():
            told = self._done_until(point, self._job())
            self.disks.cut()
            recovering = Errand("", "sync", by=self.errand.by or "ta").job(self.ground, "")
            self.driver.kill_after(recovering, secrets.SystemRandom().uniform(0, 0.05))
            self.disks.cut()
            return told, self._found(told)

    def cut_after_another_program(self) -> tuple[Told, list[str]]:
        """Cut it when another has flushed a file: the names of ours reached the disk by that, not what is in them."""
        with self.disks.begun():
            told = self._done_until(None, self._job())
            with (self.disks.home / "another").open("wb") as file:
                file.write(b"something")
                file.flush()
                os.fsync(file.fileno())
            self.disks.cut()
            return told, self._found(told)

    def _found(self, told: Told) -> list[str]:
        # What a vault holds too may be half written in the spool: it is put right from there.
        return halves(self.ground.envelopes) + aftermath(self.ground, self.before, self.errand, told)

    def _done_until(self, point: Point | None, job: Job) -> Told:
        if point is None:
            return self.driver.run(job)
        return self.driver.trace(job, self.disks.folder / "strace.log", *killed_at(point))

    def _job(self, broken: str = "") -> Job:
        return self.errand.job(self.ground, self.case, broken=broken)


Connect = Callable[[Errand], Mains]


@pytest.fixture(scope="session")
def can_mount(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips what needs disks where there can be none."""
    if why := why_no_mounts(tmp_path_factory.mktemp("probe")):
        pytest.skip(why)


@pytest.fixture
def mains(can_mount: None, founded_school: SmallSchool, keys: KeyRing, driver: Driver, tmp_path: Path) -> Connect:
    """Makes ready for a deed whose power will be cut."""

    def connect(errand: Errand) -> Mains:
        disks = Disks(tmp_path)
        with disks.filled(founded_school.home):
            ground = standing_at(founded_school, keys, disks.home)
            case = errand.prepare(ground)
            before = Before.of(ground)
        return Mains(disks, driver, ground, errand, case, before)

    return connect


@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_a_power_cut_at_a_system_call_loses_nothing(
    mains: Connect, workshop: Workshop, tally: Tally, errand: Errand
) -> None:
    ready = mains(errand)
    *within, over = ready.points()
    for point in (*workshop.some(within, 3, offset=ERRANDS.index(errand)), over):
        told, found = ready.cut_at(point)
        tally.add(point, found, told)
    told, found = ready.cut_after_another_program()
    tally.add("another program", found, told)
    tally.settle()


@pytest.mark.long
@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_a_second_cut_during_recovery_loses_nothing(mains: Connect, tally: Tally, errand: Errand) -> None:
    ready = mains(errand)
    all_points = ready.points()
    for _ in range(65):
        point = secrets.choice(all_points)
        told, found = ready.cut_twice(point)
        tally.add(point, found, told)
    tally.settle()


@pytest.mark.parametrize(
    ("broken", "name"),
    [
        ("no_file_flush", "a walk-up files with the exchange away"),
        ("no_folder_flush", "a walk-up files with the exchange away"),
        ("synchronous_off", "a member files with the exchange away"),
        ("delete_full", "a member files with the exchange away"),
    ],
)
def test_a_build_that_does_not_wait_for_the_disk_is_noticed(mains: Connect, broken: str, name: str) -> None:
    ready = mains(errand_named(name))
    found = (ready.cut_at(point, broken)[1] for point in reversed(ready.points(broken)))
    assert any(each.startswith("lost") for wrong in found for each in wrong)
