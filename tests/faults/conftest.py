# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A driver for the whole run, fresh copies of the small school, and the figures of the long form at the end."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.desks import KeyRing
from tests.faults.disks import mount_privately
from tests.faults.driving import Driver, why_no_strace
from tests.faults.ground import Ground, copied
from tests.faults.tally import Record, Tally
from tests.faults.workshop import Workshop
from tests.school import SmallSchool


@pytest.fixture(scope="session")
def strace() -> None:
    """Skips what needs strace where it cannot be had."""
    if why := why_no_strace():
        pytest.skip(why)


@pytest.fixture(scope="session")
def keys(founded_school: SmallSchool) -> KeyRing:
    """What opens the vaults of every copy."""
    return KeyRing(founded_school)


@pytest.fixture
def fresh(founded_school: SmallSchool, keys: KeyRing, tmp_path: Path) -> Callable[[], Ground]:
    """Makes a fresh copy of the small school whenever it is called, in place of the one before."""
    home = tmp_path / "home"

    def make() -> Ground:
        shutil.rmtree(home, ignore_errors=True)
        return copied(founded_school, keys, home)

    return make


@pytest.fixture(scope="session", autouse=True)
def _own_mounts() -> None:
    """Whatever happens to this run, nothing stays mounted."""
    mount_privately()


@pytest.fixture(scope="session")
def driver(_own_mounts: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """The driver of this run."""
    folder = tmp_path_factory.mktemp("driver")
    driver = Driver(folder / "stderr")
    yield driver
    driver.close()


@pytest.fixture
def workshop(request: pytest.FixtureRequest, fresh: Callable[[], Ground], driver: Driver, tmp_path: Path) -> Workshop:
    """Where deeds go wrong."""
    return Workshop(fresh, driver, tmp_path, is_long=request.config.getoption("--long"))


@pytest.fixture
def tally(record_property: Record) -> Tally:
    """The figures of one test."""
    return Tally(record_property)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Write the figures of a long run, a line for each test (docs/reliability.md)."""
    if not config.getoption("--long"):
        return
    figures: dict[str, Counter[str]] = {}
    for report in (each for kind in ("passed", "failed") for each in terminalreporter.stats.get(kind, [])):
        counted = {name: count for name, count in report.user_properties if isinstance(count, int)}
        if report.when == "call" and counted:
            figures.setdefault(report.nodeid.partition("[")[0].rpartition("::")[2], Counter()).update(counted)
    terminalreporter.section("figures")
    for name, counted in sorted(figures.items()):
        terminalreporter.line(f"{name}: " + ", ".join(f"{count} {what}" for what, count in counted.items()))
