# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A computer is pointed at another shared folder when everything is there, and not before."""

import shutil
from pathlib import Path

import pytest

from desktop.faults import DeskFault
from desktop.founding import found_school, join_school
from desktop.moving import move_to, this_computer, try_now
from desktop.services import Candour, open_candour
from desktop.setting_up import plan_of
from desktop.shared_folder import FolderFinding
from storage.errors import Fault, KnownError
from storage.slots import FLOOR
from tests.desktop.cli.running import Machine
from tests.desktop.test_setting_up import DRAFT, HELEN, MARTIN
from tests.school import Hands, SmallSchool


def files(folder: Path) -> set[tuple[str, bytes]]:
    return {(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def place(candour: Candour) -> str:
    return candour.machine.home.place().exchange


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new share"
    folder.mkdir()
    return folder


def test_everything_is_copied_and_then_the_computer_changes_over(small_school: SmallSchool, new: Path) -> None:
    candour = small_school.open()
    head = small_school.sign_in(candour, small_school.head)
    head.sync()
    assert move_to(candour.machine, new) == len(files(small_school.exchange))
    assert files(new) == files(small_school.exchange)
    assert place(candour) == str(new)
    assert head.sync().is_reachable
    head.close()


def test_another_computer_finds_the_school_there_and_copies_nothing(small_school: SmallSchool, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    second = open_candour(tmp_path / "second", Hands())
    join_school(second, small_school.exchange, small_school.enrolment_code)
    move_to(small_school.open().machine, new)
    assert move_to(second.machine, new) == 0
    assert place(second) == str(new)


def test_a_folder_with_another_school_in_it_is_refused(small_school: SmallSchool, new: Path, tmp_path: Path) -> None:
    other = open_candour(tmp_path / "other", Hands())
    phrases = {HELEN: "antelope taco cartwheel spinach", MARTIN: "cricket squash juggle waffle"}
    found_school(other, plan_of(DRAFT), phrases, new, FLOOR)
    candour, before = small_school.open(), files(new)
    with pytest.raises(KnownError) as refused:
        move_to(candour.machine, new)
    assert refused.value.code is Fault.EXCHANGE_OTHER_SCHOOL
    assert place(candour) == str(small_school.exchange)
    assert files(new) == before


def test_nothing_goes_to_a_folder_that_became_another_school_s(small_school: SmallSchool) -> None:
    candour, exchange = small_school.open(), small_school.exchange
    ours = exchange.with_name("ours")
    exchange.rename(ours)
    (exchange / "directory").mkdir(parents=True)
    (exchange / "in").mkdir()
    (exchange / "directory" / "000001-0123456789ab.cdir").write_bytes(b"theirs")
    candour.file_walk_up("concern", {"about": None, "what_happened": "He shouted.", "risk_now": "no"})
    assert not candour.machine.refresh().is_reachable
    assert len(files(exchange)) == 1
    assert try_now(candour.machine) is FolderFinding.OTHER_SCHOOL
    shutil.rmtree(exchange)
    ours.rename(exchange)
    waiting = candour.machine.spool.offer(candour.machine.exchange, candour.machine.today())
    assert len(waiting.delivered) == 2


def test_a_folder_that_is_not_there_is_refused_and_not_made(small_school: SmallSchool, tmp_path: Path) -> None:
    candour = small_school.open()
    with pytest.raises(KnownError) as refused:
        move_to(candour.machine, tmp_path / "nowhere")
    assert refused.value.code is DeskFault.FOLDER_REFUSED
    assert not (tmp_path / "nowhere").exists()


def test_while_the_old_folder_is_away_nothing_is_changed(small_school: SmallSchool, new: Path) -> None:
    candour = small_school.open()
    small_school.exchange.rename(small_school.home / "away")
    with pytest.raises(KnownError) as refused:
        move_to(candour.machine, new)
    assert refused.value.code is Fault.EXCHANGE_UNREACHABLE
    assert place(candour) == str(small_school.exchange)


def test_what_this_computer_knows_of_its_folder(small_school: SmallSchool) -> None:
    machine = small_school.open().machine
    known = this_computer(machine)
    assert (known.folder, known.is_reachable, known.waiting) == (str(small_school.exchange), True, 0)
    assert (known.fingerprint, try_now(machine)) == (small_school.fingerprint, FolderFinding.GOOD)


def test_the_command_moves_without_a_passphrase(small_school: SmallSchool, new: Path) -> None:
    ran = Machine(small_school.home).json("school", "move", "--exchange", str(new))
    assert ran.code == 0
    assert ran.data["exchange"] == str(new)
    assert ran.data["copied"] > 0
