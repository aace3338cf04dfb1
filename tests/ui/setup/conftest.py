# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole window on a computer without a school, with somebody's hands on the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import first_run
from desktop.services import Candour, open_candour
from storage.slots import FLOOR
from tests.school import Hands as Time
from tests.school import SmallSchool
from tests.ui.setup.first_steps import FirstSteps
from tests.ui.shell.conftest import House
from ui.theme.source import ThemeSource


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrases are nobody's, so they need not be dear."""
    monkeypatch.setattr(first_run, "calibrate", lambda _clock: FLOOR)


@pytest.fixture
def empty(tmp_path: Path) -> Candour:
    """A computer that belongs to no school."""
    return open_candour(tmp_path / "new", Time())


@pytest.fixture
def house(theme: ThemeSource, qtbot: QtBot, founded_school: SmallSchool) -> Iterator[House]:
    """A house whose own school is only there to be joined. What breaks in it fails the test."""
    house = House(theme, qtbot, founded_school)
    yield house
    house.close()
    assert house.bugs == []


@pytest.fixture
def steps(house: House, empty: Candour, _quick: None) -> FirstSteps:
    """First run, at its first page."""
    house.open(empty)
    return FirstSteps(house, empty)
