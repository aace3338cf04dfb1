# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Back in on a computer that belongs to no school, with nothing but a backup and the printed sheet, by keyboard."""

from pathlib import Path

import pytest

from desktop import recovery
from desktop.backup import back_up
from desktop.services import open_candour
from storage.slots import FLOOR
from tests.desktop.test_recovery import kit_for
from tests.school import Hands as Time
from tests.school import SmallSchool
from tests.ui.setup.first_steps import FirstSteps
from tests.ui.shell.conftest import START
from tests.ui.walkers import assert_accessible
from ui.tour.hands import Key

NEW = "window carpet onion tunnel"


@pytest.fixture(autouse=True)
def _at_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "calibrate", lambda _clock: FLOOR)


@pytest.fixture
def code(small_school: SmallSchool, tmp_path: Path) -> str:
    """The code on the sheet of somebody whose backup is in this folder, and whose computer is gone."""
    school = small_school
    session = open_candour(school.home, Time()).sign_in(school.dsl.person_id, school.dsl.passphrase)
    kit = kit_for(session, school.dsl)
    back_up(session, tmp_path)
    session.close()
    return " ".join(kit.groups)


def fill(steps: FirstSteps, backup: Path, code: str, new: str = NEW) -> None:
    steps.house.fill("The backup", str(backup), Key.Key_Return)
    steps.house.fill("Recovery code", code, Key.Key_Return)
    steps.house.fill("New passphrase", new, Key.Key_Return)
    steps.house.fill("New passphrase, once more", new, Key.Key_Return)
    steps.house.settle()


def test_a_folder_of_backups_and_the_sheet_bring_records_and_school_back(
    steps: FirstSteps, code: str, tmp_path: Path
) -> None:
    steps.house.choose("Restore from backup")
    fill(steps, tmp_path, code)
    steps.house.sees(f"The records of {steps.house.school.dsl.name} are on this computer")
    assert_accessible(steps.house.window)
    steps.house.choose("Go to the start screen")
    steps.house.sees(START)
    steps.house.sign_in(steps.house.school.dsl, NEW)
    steps.house.sees("Inbox")


def test_a_passphrase_with_the_school_s_name_is_asked_for_again_and_the_records_stay(
    steps: FirstSteps, code: str, tmp_path: Path
) -> None:
    steps.house.choose("Restore from backup")
    fill(steps, tmp_path, code, steps.house.school.dsl.name * 2)
    steps.house.sees("That passphrase is too easy to guess")
    assert steps.candour.has_school
    steps.house.fill("New passphrase", NEW, Key.Key_Return)
    steps.house.fill("New passphrase, once more", NEW, Key.Key_Return)
    steps.house.sees("are on this computer")


def test_what_is_missing_is_asked_for(steps: FirstSteps) -> None:
    steps.house.choose("Restore from backup")
    steps.house.choose("Open my records")
    steps.house.sees("Choose your backup")
    steps.house.sees("Type the code on your sheet")
    steps.house.choose("Back")
    steps.house.sees("Welcome to Candour")
