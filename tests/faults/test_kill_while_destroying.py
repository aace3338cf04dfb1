# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A kill while a record is destroyed leaves all of it or none, and the next look finishes what was begun (I6).

The short form tries a few of the system calls, the long form all of them.
"""

import contextlib
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.soundness import check
from storage.destroying import Stubs
from tests.desktop.desks import Desks, KeyRing, tables
from tests.desktop.retention.records import decided, gone, signed
from tests.faults.driver import Job
from tests.faults.driving import all_calls, killed_at, points
from tests.faults.ground import Ground
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.school import NOW, Hands, SmallSchool

pytestmark = pytest.mark.usefixtures("strace", "stretched_once")

Ripe = Callable[[], tuple[Ground, str]]


@pytest.fixture(scope="module")
def made(
    founded_school: SmallSchool, keys: KeyRing, tmp_path_factory: pytest.TempPathFactory
) -> tuple[SmallSchool, str]:
    """A school in which a record is to be destroyed at the next look; and the record."""
    made = founded_school.copied_to(tmp_path_factory.mktemp("ripe") / "home")
    hands = Hands(NOW - timedelta(days=9))
    with contextlib.closing(Desks(made, made.open(hands), hands, keys)) as desks:
        case = decided(desks)
        gone(desks, made.teacher, date(2026, 3, 2))
        signed(desks, case)
    return made, case


@pytest.fixture
def ripe(made: tuple[SmallSchool, str], keys: KeyRing, tmp_path: Path) -> Ripe:
    """Makes a fresh copy of it whenever it is called, in place of the one before."""
    school, case = made

    def make() -> tuple[Ground, str]:
        shutil.rmtree(tmp_path / "home", ignore_errors=True)
        return Ground(school.copied_to(tmp_path / "home"), keys), case

    return make


def job_on(ground: Ground, broken: str = "") -> Job:
    dsl, home = ground.school.dsl, str(ground.school.home)
    return Job(deed="sync", home=home, person=dsl.person_id, key=ground.keys.key(dsl).hex(), broken=broken)


def wrong(ground: Ground, case: str) -> list[str]:
    """What is not as it has to be, before the next look and after it."""
    found = []
    with ground.session("dsl") as session:
        kinds = {entry.kind for entry in session.case(case).entries}
        is_gone = bool(Stubs(session.vault.database).of_case(case))
        if is_gone == ("report" in kinds):
            found.append("half: entries and stubs stand side by side")
    ground.sync("dsl", "head", "dsl", "head", clock=Hands(NOW + timedelta(hours=1)))
    for name in ("dsl", "head"):
        with ground.session(name, Hands(NOW + timedelta(days=1))) as session:
            found += [f"unsound: {trouble.value}" for trouble in check(session).troubles]
            found += ["gap"] if session.gaps() else []
            found += ["left: the words are still there"] if "xylophon" in repr(tables(session)) else []
            found += ["left: an older copy"] if [*session.vault.folder.glob("vault-before-*")] else []
    return found


def test_a_kill_at_a_system_call_leaves_all_or_nothing(workshop: Workshop, tally: Tally, ripe: Ripe) -> None:
    ground, case = ripe()
    assert workshop.driver.trace(job_on(ground), workshop.log, *all_calls()).exit == 0
    assert wrong(ground, case) == []
    for point in workshop.some(points(workshop.log, ground.school.home), 3):
        ground, case = ripe()
        told = workshop.driver.trace(job_on(ground), workshop.log, *killed_at(point))
        tally.add(point, wrong(ground, case), told)
    tally.settle()
    assert tally.counted["killed"] > 0


def test_a_build_that_destroys_in_pieces_is_noticed(workshop: Workshop, ripe: Ripe) -> None:
    broken = "destroys_in_pieces"
    ground, _ = ripe()
    workshop.driver.trace(job_on(ground, broken), workshop.log, *all_calls())
    for point in workshop.some(points(workshop.log, ground.school.home), 4, offset=3):
        ground, case = ripe()
        workshop.driver.trace(job_on(ground, broken), workshop.log, *killed_at(point))
        if any(each.startswith("half") for each in wrong(ground, case)):
            return
    pytest.fail("a half-destroyed record was not noticed")
