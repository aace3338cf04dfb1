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


@pytest.fixture
def ripe(founded_school: SmallSchool, keys: KeyRing, tmp_path: Path) -> Ripe:
    """Fresh ground on which a record is to be destroyed at the next look; and the record."""
    made = founded_school.copied_to(tmp_path / "made")
    hands = Hands(NOW - timedelta(days=9))
    with contextlib.closing(Desks(made, made.open(hands), hands, keys)) as desks:
        case = decided(desks)
        gone(desks, made.teacher, date(2026, 3, 2))
        signed(desks, case)

    def make() -> tuple[Ground, str]:
        shutil.rmtree(tmp_path / "home", ignore_errors=True)
        return Ground(made.copied_to(tmp_path / "home"), keys), case

    return make


def job_on(ground: Ground) -> Job:
    dsl = ground.school.dsl
    return Job(deed="sync", home=str(ground.school.home), person=dsl.person_id, key=ground.keys.key(dsl).hex())


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
    for point in workshop.some(points(workshop.log, ground.school.home), 6):
        ground, case = ripe()
        told = workshop.driver.trace(job_on(ground), workshop.log, *killed_at(point))
        tally.add(point, wrong(ground, case), told)
    tally.settle()
    assert tally.counted["killed"] > 0
