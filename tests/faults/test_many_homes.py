# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Five computers at work at once, over a folder that drops, repeats, renames and goes back to yesterday.

Told to be saved is held by each reader in the end, readers of one entry hold the same bytes of it, and whoever is
excluded sees the same with reports about them and without (security.md 4.5).
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.desks import KeyRing
from tests.faults.many_homes import EXCLUDED, World
from tests.faults.seat import Wish
from tests.faults.tally import Tally
from tests.school import SmallSchool

Make = Callable[..., World]


@pytest.fixture
def world(founded_school: SmallSchool, keys: KeyRing, tmp_path: Path) -> Iterator[Make]:
    """Makes a world whose computers are switched off when the test has ended."""
    made: list[World] = []

    def make(seed: int, broken: str = "") -> World:
        made.append(World(founded_school, keys, tmp_path / str(len(made)), random.Random(seed), broken))  # noqa: S311 - no secret
        made[-1].begin()
        return made[-1]

    yield make
    for each in made:
        each.close()


def rounds(world: World, count: int, fork_at: int) -> None:
    """So many rounds; before one of them a vault becomes two."""
    for number in range(count):
        if number == fork_at:
            world.fork()
        world.round()
    world.heal()


def hidden_reports(world: World, about: str, count: int) -> None:
    """What those excluded see stays as it is, whatever is reported about somebody and done with it meanwhile."""
    before = world.judge()
    for _ in range(count):
        reports = {name: Wish(what="file", at=world.now, values=world.concern(about)) for name in ("ta", "vice_chair")}
        looks = {name: Wish(what="sync", at=world.now) for name in EXCLUDED[about]}
        acts = {"chair": Wish(what="note", at=world.now, values={"text": "I asked her."}, case=world.rng.randrange(99))}
        world.all_at_once({**reports, **looks, **acts}, is_disturbed=True)
        world.heal()
    after = world.judge()
    world.counted["seen again"] += len(EXCLUDED[about])
    world.wrong += [f"seen: by {name}" for name in EXCLUDED[about] if after[name].seen != before[name].seen]


def settle(world: World, tally: Tally) -> None:
    tally.counted.update({**world.counted, "tried": world.counted["rounds"]})
    tally.found(world.wrong)
    tally.settle()
    assert world.counted["held"] > world.counted["told saved"] > 0


def test_five_computers_end_with_the_same(world: Make, tally: Tally) -> None:
    here = world(20261121)
    rounds(here, 24, fork_at=8)
    hidden_reports(here, "head", 3)
    settle(here, tally)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_five_computers_end_with_the_same_after_a_long_time(world: Make, tally: Tally, seed: int) -> None:
    here = world(seed)
    rounds(here, 120, fork_at=40 if seed % 2 else -1)
    for about in EXCLUDED:
        hidden_reports(here, about, 12)
    settle(here, tally)


def test_a_build_that_keeps_nothing_for_itself_is_noticed_by_the_others(world: Make) -> None:
    here = world(1, broken="trusts_the_carrier")
    rounds(here, 5, fork_at=-1)
    here.judge()
    assert any(each.startswith("lost") for each in here.wrong)


def test_a_build_with_one_counter_for_all_audiences_is_noticed_by_the_excluded(world: Make) -> None:
    here = world(2, broken="one_counter")
    hidden_reports(here, "head", 1)
    reported = {"ta": Wish(what="file", at=here.now, values=here.concern("teacher"))}
    here.all_at_once(reported)
    here.heal()
    here.judge()
    assert any(each.startswith("unsound: gap") for each in here.wrong)
