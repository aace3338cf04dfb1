# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A kill or a failing disk while a vault is made leaves a whole one, or none and a way to make it (security.md I5)."""

import shutil

import pytest

from storage.errors import Fault, KnownError
from storage.home import Home
from storage.slots import FLOOR
from storage.vault import create_vault, open_vault
from tests.faults.driver import Job
from tests.faults.driving import Point, Told, all_calls, failing_at, killed_at, points
from tests.faults.ground import Ground
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop

PERSON, PASSPHRASE = "09" * 16, "window carpet onion tunnel"

pytestmark = pytest.mark.usefixtures("strace")


def making(ground: Ground, broken: str = "") -> Job:
    shutil.rmtree(Home(ground.school.home).vault(PERSON), ignore_errors=True)
    return Job(
        deed="make_vault",
        home=str(ground.school.home),
        person=PERSON,
        values={"passphrase": PASSPHRASE},
        broken=broken,
    )


def found(ground: Ground, told: Told) -> list[str]:
    """What is wrong with the vault, or with the place where one can be made."""
    folder = Home(ground.school.home).vault(PERSON)
    if told.bug:
        return [f"bug: {told.bug}"]
    if not folder.exists():
        create_vault(folder, person=PERSON, passphrase=PASSPHRASE.encode(), cost=FLOOR).close()
        return ["lost: a vault"] if told.saved else []
    try:
        open_vault(folder, PASSPHRASE.encode()).close()
    except KnownError as error:
        return [f"half a vault: {Fault(error.code)}"]
    return []


def points_of(workshop: Workshop, ground: Ground, broken: str = "") -> list[Point]:
    workshop.driver.trace(making(ground, broken), workshop.log, *all_calls())
    return points(workshop.log, ground.school.home)


@pytest.mark.parametrize("error", ["", "ENOSPC", "EIO"])
def test_a_vault_is_made_whole_or_not_at_all(workshop: Workshop, tally: Tally, error: str) -> None:
    ground = workshop.fresh()
    for point in workshop.some(points_of(workshop, ground), 3, offset=len(error)):
        what = failing_at(point, error, ever_after=True) if error else killed_at(point)
        told = workshop.driver.trace(making(ground), workshop.log, *what)
        tally.add(point, found(ground, told), told)
    tally.settle()


def test_a_build_that_makes_it_in_its_place_is_noticed(workshop: Workshop) -> None:
    ground = workshop.fresh()
    tried = (
        found(ground, workshop.driver.trace(making(ground, "makes_in_place"), workshop.log, *killed_at(point)))
        for point in points_of(workshop, ground, "makes_in_place")[10:]
    )
    assert any(tried)
