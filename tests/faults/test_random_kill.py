# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kills at random moments, one after the other in the same school, and at the moment of "saved" (security.md 4.1)."""

import secrets
import time

import pytest

from tests.faults.driving import Told
from tests.faults.ground import ERRANDS, Before, Errand, Ground, errand_named, violations
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.sampling import some

ROUND = 50
"""Kills between two looks at everything."""


def seconds_of(workshop: Workshop, errand: Errand) -> float:
    """How long a deed takes when nobody disturbs it."""
    ground = workshop.fresh()
    job = errand.job(ground, errand.prepare(ground))
    begun = time.monotonic()
    workshop.driver.run(job)
    return time.monotonic() - begun


@pytest.mark.parametrize("errand", some(((str(errand), errand) for errand in ERRANDS), 3))
def test_kills_at_random_moments_lose_nothing(workshop: Workshop, tally: Tally, errand: Errand) -> None:
    longest = seconds_of(workshop, errand) * 1.2
    kills = workshop.often(8, 1000)
    while (left := kills - tally.counted["tried"]) > 0:
        ground = workshop.fresh()
        case = errand.prepare(ground)
        before = Before.of(ground)
        told = [kill_at_random(workshop, ground, errand, case, longest) for _ in range(min(ROUND, left))]
        for each in told:
            tally.add(longest, (), each)
        tally.found(violations(ground, before, errand, *told))
    tally.settle()


def kill_at_random(workshop: Workshop, ground: Ground, errand: Errand, case: str, longest: float) -> Told:
    return workshop.driver.kill_after(errand.job(ground, case), secrets.SystemRandom().uniform(0, longest))


@pytest.mark.parametrize("name", ["a member files", "a walk-up files", "a reader acts", "a draft is kept"])
def test_what_was_told_a_moment_before_the_kill_is_there(workshop: Workshop, tally: Tally, name: str) -> None:
    errand = errand_named(name)
    for _ in range(workshop.often(2, 50)):
        ground = workshop.fresh()
        case = errand.prepare(ground)
        before = Before.of(ground)
        told = workshop.driver.kill_when_told(errand.job(ground, case))
        tally.add(name, violations(ground, before, errand, told), told)
    tally.settle()
    assert tally.counted["told saved"] == tally.counted["tried"]


def found_when_told(workshop: Workshop, errand: Errand, broken: str) -> list[str]:
    ground = workshop.fresh()
    before = Before.of(ground)
    return violations(ground, before, errand, workshop.driver.kill_when_told(errand.job(ground, "", broken=broken)))


def test_a_build_that_sends_after_it_told_so_is_noticed(workshop: Workshop) -> None:
    found = (found_when_told(workshop, errand_named("a walk-up files"), "sends_late") for _ in range(20))
    assert any(each.startswith("lost") for wrong in found for each in wrong)


def test_a_build_that_files_twice_is_noticed(workshop: Workshop) -> None:
    ground, errand = workshop.fresh(), errand_named("a member files")
    before = Before.of(ground)
    told = workshop.driver.run(errand.job(ground, "", broken="files_twice"))
    assert violations(ground, before, errand, told) == ["doubled: 2 there of 1 at most"]
