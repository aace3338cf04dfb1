# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which backups stay, and what delivering one proves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import backup as backup_module
from storage.backup import backup_name, deliver, made_at, superseded, tidy
from storage.constants import BACKUP_DAYS_MAX, BACKUPS_KEPT
from storage.errors import Fault
from storage.files import disk_faults
from tests.storage.school import refusing

VAULT, OTHER = "ab" * 16, "cd" * 16
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)

moments = st.integers(0, 3 * 365 * 86_400).map(lambda passed: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(0, passed))


def names(*moments: datetime) -> list[str]:
    return [backup_name(VAULT, moment) for moment in moments]


def kept(*moments: datetime, now: datetime = NOW) -> set[str]:
    listed = names(*moments)
    return set(listed) - set(superseded(listed, now))


def test_a_name_says_whose_and_when_and_nothing_else() -> None:
    assert backup_name(VAULT, NOW) == f"{VAULT}-20261120T150000Z.cbak"
    assert made_at(backup_name(VAULT, NOW)) == NOW


@pytest.mark.parametrize("name", ["", "notes.txt", f"{VAULT}-20261320T150000Z.cbak", f"{VAULT}.cbak", "x.cbak"])
def test_another_file_is_no_backup(name: str) -> None:
    assert made_at(name) is None


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    every = [NOW - timedelta(days=days) for days in range(365)]
    left = kept(*every)
    assert set(names(*every[:7])) <= left
    assert 12 <= len(left) <= sum(BACKUPS_KEPT)


def test_the_last_of_a_day_is_kept() -> None:
    assert kept(NOW, NOW - timedelta(hours=3)) == set(names(NOW))


@given(every=st.lists(moments, min_size=1, max_size=60, unique=True))
def test_the_newest_is_always_kept_and_no_more_than_said(every: list[datetime]) -> None:
    left = kept(*every, now=max(every))
    assert backup_name(VAULT, max(every)) in left
    assert len(left) <= sum(BACKUPS_KEPT)


@given(every=st.lists(moments, min_size=1, max_size=60, unique=True))
def test_tidying_again_changes_nothing(every: list[datetime]) -> None:
    left = kept(*every)
    assert superseded(left, NOW) == []


@given(every=st.lists(moments, min_size=2, max_size=40, unique=True))
def test_what_is_older_than_a_year_goes_once_there_is_a_newer_one(every: list[datetime]) -> None:
    oldest = NOW - timedelta(days=BACKUP_DAYS_MAX)
    left = {made_at(name) for name in kept(*every)}
    assert all(moment == max(every) or (moment and moment >= oldest) for moment in left)


def test_only_this_vault_s_backups_are_tidied(tmp_path: Path) -> None:
    old = NOW - timedelta(days=500)
    for name in (*names(NOW, old), backup_name(OTHER, old), "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert tidy(tmp_path, VAULT, NOW) == 1
    assert {path.name for path in tmp_path.iterdir()} == {*names(NOW), backup_name(OTHER, old), "notes.txt"}


def test_it_arrives_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    sealed, folder = tmp_path / "one.cbak", tmp_path / "folder"
    sealed.write_bytes(b"sealed" * 1000)
    folder.mkdir()
    deliver(sealed, folder, disk_faults)
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("one.cbak", sealed.read_bytes())]


def test_what_reads_back_otherwise_is_not_left_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed, folder = tmp_path / "one.cbak", tmp_path / "folder"
    sealed.write_bytes(b"sealed")
    folder.mkdir()
    monkeypatch.setattr(backup_module, "_digest_of", lambda path: path.name)
    with refusing(Fault.BACKUP_UNREADABLE):
        deliver(sealed, folder, disk_faults)
    assert list(folder.iterdir()) == []


def test_a_folder_that_lets_us_create_only_gets_it_under_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed, folder = tmp_path / "one.cbak", tmp_path / "folder"
    sealed.write_bytes(b"sealed")
    folder.mkdir()

    def refuses(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuses)
    deliver(sealed, folder, disk_faults)
    assert (folder / "one.cbak").read_bytes() == b"sealed"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "one.cbak").write_bytes(b"sealed")
    with refusing(Fault.DISK_ERROR):
        deliver(tmp_path / "one.cbak", tmp_path / "nowhere", disk_faults)
