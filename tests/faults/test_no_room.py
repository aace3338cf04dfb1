# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real disks that are filled up, files that may not grow, and an exchange without room (security.md 4.3)."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.desks import KeyRing
from tests.faults.disks import small_disk, why_no_mounts
from tests.faults.driving import Told
from tests.faults.ground import ERRANDS, Before, Errand, Ground, errand_named, standing_at, unclear, violations
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.sampling import some
from tests.school import SmallSchool

_DISK_KIB = 12 * 1024
_EXCHANGE_KIB = 1024
AWAY = "a walk-up files with the exchange away"


def fill(folder: Path, leave_kib: int) -> Path:
    """Fill up a disk, and leave so much."""
    filler = folder / "filler"
    free = shutil.disk_usage(folder).free - leave_kib * 1024
    filler.write_bytes(bytes(max(free, 0)))
    return filler


Small = Callable[[], Ground]
Found = tuple[Told, list[str]]


@pytest.fixture
def small(founded_school: SmallSchool, keys: KeyRing, tmp_path: Path) -> Iterator[Small]:
    """Makes a fresh copy of the small school on a small disk whenever it is called."""
    if why := why_no_mounts(tmp_path):
        pytest.skip(why)
    disk = tmp_path / "small"

    def make() -> Ground:
        shutil.rmtree(disk / "home", ignore_errors=True)
        shutil.copytree(founded_school.home, disk / "home")
        return standing_at(founded_school, keys, disk / "home")

    with small_disk(disk, _DISK_KIB):
        yield make


def on_a_full_disk(small: Small, workshop: Workshop, errand: Errand, free: int, broken: str = "") -> Found:
    """Do a deed with so many KiB left, and look when there is room again."""
    ground = small()
    case = errand.prepare(ground)
    before = Before.of(ground)
    filler = fill(ground.school.home.parent, free)
    told = workshop.driver.run(errand.job(ground, case, broken=broken))
    filler.unlink()
    return told, violations(ground, before, errand, told) + unclear(errand, told)


@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_a_disk_that_is_really_full_loses_nothing(
    small: Small, workshop: Workshop, tally: Tally, errand: Errand
) -> None:
    for free in workshop.some(range(0, 300, 4), 3, offset=ERRANDS.index(errand)):
        told, found = on_a_full_disk(small, workshop, errand, free)
        tally.add(f"{free} KiB free", found, told)
    tally.settle()


def test_on_a_full_disk_a_build_that_hopes_for_the_best_is_noticed(small: Small, workshop: Workshop) -> None:
    _, found = on_a_full_disk(small, workshop, errand_named(AWAY), 0, "hopes_for_the_best")
    assert any(each.startswith("lost") for each in found)


def under_a_limit(workshop: Workshop, errand: Errand, limit: int, broken: str = "") -> Found:
    """Do a deed while no file may grow beyond so many bytes."""
    ground = workshop.fresh()
    case = errand.prepare(ground)
    before = Before.of(ground)
    told = workshop.driver.run(errand.job(ground, case, largest_file=limit, broken=broken))
    return told, violations(ground, before, errand, told) + unclear(errand, told)


@pytest.mark.skipif(os.name == "nt", reason="there are no limits of this kind on Windows")
@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_a_file_that_may_not_grow_loses_nothing(workshop: Workshop, tally: Tally, errand: Errand) -> None:
    for limit in workshop.some(range(0, 400_000, 4096), 3, offset=ERRANDS.index(errand)):
        told, found = under_a_limit(workshop, errand, limit)
        tally.add(f"{limit} bytes", found, told)
    tally.settle()


@pytest.mark.skipif(os.name == "nt", reason="there are no limits of this kind on Windows")
def test_under_a_limit_a_build_that_hopes_for_the_best_is_noticed(workshop: Workshop) -> None:
    _, found = under_a_limit(workshop, errand_named(AWAY), 100, "hopes_for_the_best")
    assert any(each.startswith("lost") for each in found)


def with_a_full_exchange(small: Small, workshop: Workshop, errand: Errand, free: int, broken: str = "") -> Found:
    """Do a deed with so many KiB left in the exchange, which later is itself again."""
    ground = small()
    before = Before.of(ground)
    exchange = ground.school.exchange
    aside = shutil.copytree(exchange, exchange.with_name("aside"))
    with small_disk(exchange, _EXCHANGE_KIB):
        shutil.copytree(aside, exchange, dirs_exist_ok=True)
        fill(exchange, free)
        told = workshop.driver.run(errand.job(ground, "", broken=broken))
    return told, violations(ground, before, errand, told) + unclear(errand, told)


@pytest.mark.parametrize("name", ["a member files", "a walk-up files"])
def test_a_full_exchange_keeps_nobody_from_saving(small: Small, workshop: Workshop, tally: Tally, name: str) -> None:
    for free in workshop.some(range(0, 40, 4), 3):
        told, found = with_a_full_exchange(small, workshop, errand_named(name), free)
        tally.add(f"{free} KiB free", found, told)
    tally.settle()
    assert tally.counted["told saved"] == tally.counted["tried"]


def test_with_a_full_exchange_a_build_that_keeps_nothing_is_noticed(small: Small, workshop: Workshop) -> None:
    _, found = with_a_full_exchange(small, workshop, errand_named("a walk-up files"), 0, "trusts_the_carrier")
    assert any(each.startswith("lost") for each in found)
