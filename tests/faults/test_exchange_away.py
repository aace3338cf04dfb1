# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An exchange that is read-only, goes, comes back, fails in the middle, is emptied or put back from yesterday.

Nobody is kept from saving, and everything arrives once the exchange is itself again (security.md 3.5, T11).
"""

import contextlib
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from storage.exchange import lay_out
from tests.faults.disks import read_only, why_no_mounts
from tests.faults.driving import Told, failing_at, points
from tests.faults.ground import Before, Errand, Ground, errand_named, violations
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop

Trouble = Callable[[Path], AbstractContextManager[None]]
DEEDS = ("a member files", "a walk-up files", "a reader takes in", "a reporter hears of receipts", "a reader acts")
SAVING = ("a member files", "a walk-up files", "a reader acts")
_MOMENT = 0.004


@contextlib.contextmanager
def gone(exchange: Path) -> Iterator[None]:
    """It is unplugged meanwhile."""
    away = exchange.rename(exchange.with_name("unplugged"))
    yield
    away.rename(exchange)


@contextlib.contextmanager
def comes_and_goes(exchange: Path) -> Iterator[None]:
    """It goes and comes back every few milliseconds."""
    over, away = threading.Event(), exchange.with_name("unplugged")

    def flap() -> None:
        while not over.wait(_MOMENT):
            exchange.rename(away)
            over.wait(_MOMENT)
            away.rename(exchange)

    thread = threading.Thread(target=flap)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextlib.contextmanager
def emptied(exchange: Path) -> Iterator[None]:
    """Everything in it is lost afterwards, with what was left there meanwhile."""
    yield
    shutil.rmtree(exchange)
    lay_out(exchange)


@contextlib.contextmanager
def put_back(exchange: Path) -> Iterator[None]:
    """It is put back afterwards as it was before."""
    yesterday = shutil.copytree(exchange, exchange.with_name("yesterday"))
    yield
    shutil.rmtree(exchange)
    yesterday.rename(exchange)


TROUBLES: dict[str, Trouble] = {
    "read-only": read_only,
    "gone": gone,
    "comes and goes": comes_and_goes,
    "emptied": emptied,
    "put back": put_back,
}


@pytest.fixture(params=TROUBLES)
def trouble(request: pytest.FixtureRequest, tmp_path: Path) -> Trouble:
    """Each of them in turn."""
    found = TROUBLES[request.param]
    if found is read_only and (why := why_no_mounts(tmp_path)):
        pytest.skip(why)
    return found


def tried(workshop: Workshop, errand: Errand, trouble: Trouble, broken: str = "") -> tuple[Told, list[str]]:
    """Do a deed while the exchange is in trouble. Returns what was told, and what is wrong when it is back."""
    ground: Ground = workshop.fresh()
    case = errand.prepare(ground)
    before = Before.of(ground)
    with trouble(ground.school.exchange):
        told = workshop.driver.run(errand.job(ground, case, broken=broken))
    return told, violations(ground, before, errand, told)


@pytest.mark.parametrize("name", DEEDS)
def test_an_exchange_in_trouble_loses_nothing(workshop: Workshop, tally: Tally, trouble: Trouble, name: str) -> None:
    for _ in range(workshop.often(1, 20)):
        told, found = tried(workshop, errand_named(name), trouble)
        tally.add(name, [*found, *([f"refused: {told.refused}"] if told.refused else [])], told)
    tally.settle()


def test_a_build_that_keeps_nothing_for_itself_is_noticed(workshop: Workshop, trouble: Trouble) -> None:
    found = (tried(workshop, errand_named("a walk-up files"), trouble, "trusts_the_carrier")[1] for _ in range(40))
    assert any(each.startswith("lost") for wrong in found for each in wrong)


ERRORS = ("ESTALE", "EIO", "EACCES", "EROFS", "ENOTCONN", "ENOENT", "ETIMEDOUT")


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("name", SAVING)
def test_a_carrier_that_fails_in_the_middle_keeps_nobody_from_saving(
    workshop: Workshop, tally: Tally, name: str
) -> None:
    errand = errand_named(name)
    workshop.points(errand)
    there = points(workshop.log, workshop.fresh().school.exchange)
    every = [(point, error) for point in there if point.call != "close" for error in ERRORS]
    for point, error in workshop.some(every, 3, offset=SAVING.index(name)):
        told, found = workshop.after(errand, failing_at(point, error, ever_after=False))
        tally.add((point, error), [*found, *([] if told.saved else [f"unsaved: {told}"])], told)
    tally.settle()
