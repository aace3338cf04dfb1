# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder is tried before a school is put there, and what is wrong with it is one plain answer."""

import errno
import os
from pathlib import Path

import pytest

from desktop.shared_folder import FolderFinding, probe, try_folder
from tests.school import SmallSchool

NOT_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to this account"
)


def test_a_folder_that_can_be_written_to_is_good_and_is_left_empty(tmp_path: Path) -> None:
    assert try_folder(str(tmp_path)) is FolderFinding.GOOD
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(b"words")
    assert try_folder(str(file)) is FolderFinding.NO_FOLDER
    assert file.read_bytes() == b"words"


@pytest.mark.parametrize("typed", ["", "   ", "exchange", "./exchange"])
def test_a_place_that_depends_on_where_candour_was_started_is_not_taken(typed: str) -> None:
    assert try_folder(typed) is FolderFinding.NOT_WHOLE


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert try_folder(str(tmp_path / "nowhere")) is FolderFinding.MISSING
    assert not (tmp_path / "nowhere").exists()


def test_the_folder_of_another_school_is_not_taken(small_school: SmallSchool) -> None:
    assert try_folder(str(small_school.exchange)) is FolderFinding.HAS_A_SCHOOL


def test_the_folder_of_ones_own_school_can_be_tried_later(small_school: SmallSchool) -> None:
    assert probe(small_school.exchange) is FolderFinding.GOOD


@NOT_ROOT
def test_a_folder_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert try_folder(str(tmp_path)) is FolderFinding.READ_ONLY


@pytest.mark.parametrize(
    ("number", "finding"),
    [
        (errno.ENOSPC, FolderFinding.FULL),
        (errno.EROFS, FolderFinding.READ_ONLY),
        (errno.EACCES, FolderFinding.READ_ONLY),
        (errno.EIO, FolderFinding.OUT_OF_REACH),
    ],
)
def test_what_the_system_refuses_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, finding: FolderFinding
) -> None:
    def refuse(_path: Path, _data: bytes) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert try_folder(str(tmp_path)) is finding


def test_a_folder_that_lets_nothing_be_removed_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("desktop.shared_folder.os.remove", refuse)
    assert try_folder(str(tmp_path)) is FolderFinding.KEEPS_ALL
