# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import os
import stat
from pathlib import Path

import msgspec
import pytest

from storage import strictjson
from storage.errors import Fault
from storage.home import Home, Place
from tests.storage.school import SCHOOL, person, refusing

PLACE = Place(school=SCHOOL, n=3, head="ab" * 32, exchange="/srv/share")


def test_a_machine_without_a_school_says_so(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert not home.has_school()
    with refusing(Fault.NO_SCHOOL):
        home.place()


def test_a_machine_remembers_where_it_belongs(tmp_path: Path) -> None:
    Home(tmp_path / "home").settle(PLACE)
    assert Home(tmp_path / "home").has_school()
    assert Home(tmp_path / "home").place() == PLACE


def test_its_folder_and_its_pin_are_its_owner_s_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Home(tmp_path / "home").settle(PLACE)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "home", tmp_path / "home" / "school.pin")]
    assert modes == [0o700, 0o600]


def test_each_part_has_its_folder(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert home.vault(person("ta")) == tmp_path / "vaults" / person("ta")
    assert {home.directory, home.spool, home.vaults} == {tmp_path / name for name in ("directory", "spool", "vaults")}


@pytest.mark.parametrize("change", [{"v": 2}, {"n": 0}, {"n": True}, {"school": "x"}, {"extra": 1}, {"exchange": None}])
def test_a_damaged_pin_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    home = Home(tmp_path)
    home.settle(PLACE)
    (tmp_path / "school.pin").write_bytes(strictjson.encode({**msgspec.to_builtins(PLACE), **change}))
    with refusing(Fault.DIRECTORY_REFUSED):
        home.place()


def test_a_pin_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.settle(PLACE)
    data = (tmp_path / "school.pin").read_bytes()
    (tmp_path / "school.pin").write_bytes(data[:-1])
    with refusing(Fault.DIRECTORY_REFUSED):
        home.place()
    (tmp_path / "school.pin").write_bytes(b"")
    with refusing(Fault.DIRECTORY_REFUSED):
        home.place()


@pytest.mark.parametrize("root", ["//server/share/candour", r"\\server\share\candour"])
def test_no_vault_is_kept_on_a_network_path(root: str) -> None:
    with refusing(Fault.VAULT_PLACE_REFUSED):
        Home(Path(root)).check_place_for_vaults()


def test_a_local_path_will_do(tmp_path: Path) -> None:
    Home(tmp_path).check_place_for_vaults()
