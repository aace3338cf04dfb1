# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kills and errors at Candour's own steps, from inside: for systems on which no system call can be stopped.

This is what can be run on Windows and macOS. It needs neither strace nor fork.
"""

import errno

import pytest

from tests.faults.driving import run_once
from tests.faults.ground import Before, Errand, errand_named, violations
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop

_NEVER = 10**6
HOW = {"dies": None, "is full": errno.ENOSPC, "fails": errno.EIO}


def steps_of(workshop: Workshop, errand: Errand) -> int:
    """How many steps a deed takes."""
    ground = workshop.fresh()
    return run_once(errand.job(ground, errand.prepare(ground), stop=_NEVER)).steps


def stopped(workshop: Workshop, errand: Errand, step: int, error: int | None, tally: Tally, broken: str = "") -> None:
    """Stop a deed at one of its steps, and note what then is wrong."""
    ground = workshop.fresh()
    case = errand.prepare(ground)
    before = Before.of(ground)
    told = run_once(errand.job(ground, case, stop=step, stop_error=error, broken=broken))
    tally.add(step, violations(ground, before, errand, told), told)


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("name", ["a walk-up files", "a reader takes in"])
def test_a_deed_that_is_stopped_at_a_step_loses_nothing(workshop: Workshop, tally: Tally, name: str, how: str) -> None:
    errand = errand_named(name)
    for step in workshop.some(range(1, steps_of(workshop, errand) + 1), 1, offset=len(name) + len(how)):
        stopped(workshop, errand, step, HOW[how], tally)
    tally.settle()


def test_a_build_that_sends_after_it_told_so_is_noticed(workshop: Workshop, tally: Tally) -> None:
    errand = errand_named("a walk-up files")
    steps = steps_of(workshop, errand)
    for step in (steps // 3, steps // 2, 2 * steps // 3):
        stopped(workshop, errand, step, None, tally, "sends_late")
    assert any(each.startswith("lost") for _, each in tally.wrong)
