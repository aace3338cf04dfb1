# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import files
from storage.errors import Fault
from storage.files import clear_temporaries, disk_faults, make_private_folder, write_temporary, write_whole
from tests.storage.school import refusing


@pytest.fixture(params=[0, 0o022, 0o077], ids=["umask 0", "umask 022", "umask 077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_a_private_folder_is_its_owner_s_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a" / "b") == 0o700


@pytest.mark.usefixtures("umask")
def test_a_folder_that_was_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(0o777)
    make_private_folder(tmp_path / "a")
    assert mode(tmp_path / "a") == 0o700


@pytest.mark.usefixtures("umask")
def test_a_private_file_is_its_owner_s_alone_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    real = os.open

    def watched(path: str, flags: int, given: int = 0o777) -> int:
        handle = real(path, flags, given)
        opened.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return handle

    monkeypatch.setattr(os, "open", watched)
    write_whole(tmp_path / "f", b"secret")
    assert opened[0] == mode(tmp_path / "f") == 0o600


def test_a_file_for_others_takes_the_umask_s_mode(tmp_path: Path, umask: int) -> None:
    write_whole(tmp_path / "f", b"sealed", mode=None)
    assert mode(tmp_path / "f") == 0o666 & ~umask


def test_what_is_written_replaces_what_was_there_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "f", b"old")
    write_whole(tmp_path / "f", b"new")
    assert (tmp_path / "f").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_it_lasts_file_first_then_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that a power cut asks for: data flushed, renamed, and only then the folder flushed."""
    done: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_fsync(handle)

    def replace(self: Path, target: Path) -> Path:
        done.append("rename")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write_whole(tmp_path / "f", b"data")
    assert done == ["file", "rename", "folder"]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, Fault.DISK_FULL),
        (errno.EDQUOT, Fault.DISK_FULL),
        (errno.EFBIG, Fault.DISK_FULL),
        (errno.EIO, Fault.DISK_ERROR),
        (errno.EROFS, Fault.DISK_ERROR),
        (errno.EACCES, Fault.DISK_ERROR),
        (errno.ENOENT, Fault.DISK_ERROR),
    ],
)
def test_what_the_disk_refuses_is_told_apart(number: int, fault: Fault) -> None:
    with refusing(fault), disk_faults():
        raise OSError(number, os.strerror(number))


def test_a_flush_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "f", b"old")

    def fails(_handle: int) -> None:
        raise OSError(errno.EIO, "flush")

    monkeypatch.setattr(os, "fsync", fails)
    with refusing(Fault.DISK_ERROR):
        write_whole(tmp_path / "f", b"new")
    assert (tmp_path / "f").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_a_rename_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    with refusing(Fault.DISK_ERROR):
        write_whole(tmp_path / "f", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_what_a_killed_writer_left_behind_goes_when_it_is_old(tmp_path: Path) -> None:
    old = write_temporary(tmp_path, b"half", files.OWNER_FILE)
    new = write_temporary(tmp_path, b"half", files.OWNER_FILE)
    other = tmp_path / "kept.tmp"
    other.write_bytes(b"not ours")
    os.utime(old, (1000, 1000))
    os.utime(other, (1000, 1000))
    clear_temporaries(tmp_path, before=2000)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([new.name, "kept.tmp"])
    clear_temporaries(tmp_path / "not there", before=2000)
