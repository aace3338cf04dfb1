# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import errno
import hashlib
import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from storage import exchange as exchange_module
from storage.errors import Fault
from storage.exchange import Area, Exchange, FolderExchange, Patience, envelope_name, exchange_faults, lay_out
from tests.storage.exchange_contract import ExchangeContract
from tests.storage.school import impatient, opened_exchange, refusing

DATA = b"sealed bytes"
NAME = envelope_name(DATA)


class TestFolderExchange(ExchangeContract):
    @override
    @pytest.fixture
    def carrier(self, tmp_path: Path) -> Exchange:
        return opened_exchange(tmp_path / "share")


def refuse_renames(
    monkeypatch: pytest.MonkeyPatch, error: type[OSError] = PermissionError, times: int = 10**9
) -> list[Path]:
    """Make the folder refuse to rename, as a drop-box or a scanner does. Returns what was tried."""
    tried: list[Path] = []
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        tried.append(self)
        if len(tried) <= times:
            raise error(errno.EACCES, "refused")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    return tried


class TestDropBoxExchange(ExchangeContract):
    """A folder in which staff may list, read and create, but neither rename, change nor delete (security.md 3.5)."""

    @override
    @pytest.fixture
    def carrier(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exchange:
        refuse_renames(monkeypatch)

        def unlink(self: Path, *, missing_ok: bool = False) -> None:
            raise PermissionError(errno.EACCES, f"{missing_ok}", str(self))

        monkeypatch.setattr(Path, "unlink", unlink)
        return opened_exchange(tmp_path / "share")


def files(share: Path, area: Area = Area.ENVELOPES) -> list[str]:
    return sorted(path.name for path in (share / area.value).iterdir())


def test_the_name_is_the_beginning_of_the_content_s_hash() -> None:
    assert hashlib.sha256(DATA).hexdigest().startswith(NAME.removesuffix(".cenv"))
    assert len(NAME) == 32 + len(".cenv")


def test_a_file_is_written_aside_flushed_and_renamed(
    share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_fsync(handle)

    def replace(self: Path, target: Path) -> Path:
        assert self.name.startswith(".")
        assert self.name.endswith(".tmp")
        done.append("rename")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    exchange.put(Area.ENVELOPES, NAME, DATA)
    assert done == ["file", "rename", "folder"]
    exchange.put(Area.RECEIPTS, "f" * 32, DATA)
    assert done[3:] == ["rename"]
    assert files(share) == [NAME]


def test_others_may_read_what_is_left_there(share: Path, exchange: FolderExchange) -> None:
    before = os.umask(0o022)
    try:
        exchange.put(Area.ENVELOPES, NAME, DATA)
    finally:
        os.umask(before)
    assert stat.S_IMODE((share / "in" / NAME).stat().st_mode) == 0o644


def test_a_damaged_file_of_that_name_is_put_right(share: Path, exchange: FolderExchange) -> None:
    for damage in (DATA[:-1], b"x" * len(DATA), DATA + b"x", b""):
        (share / "in" / NAME).write_bytes(damage)
        exchange.put(Area.ENVELOPES, NAME, DATA)
        assert (share / "in" / NAME).read_bytes() == DATA


def test_what_is_there_is_only_read(share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange.put(Area.ENVELOPES, NAME, DATA)
    flags: list[int] = []
    real = os.open

    def opened(path: str | Path, wanted: int, mode: int = 0o777) -> int:
        flags.append(wanted)
        return real(path, wanted, mode)

    monkeypatch.setattr(os, "open", opened)
    exchange.put(Area.ENVELOPES, NAME, DATA)
    exchange.names(Area.ENVELOPES)
    exchange.read(Area.ENVELOPES, NAME, 100)
    assert not [each for each in flags if each & (os.O_WRONLY | os.O_RDWR | os.O_TRUNC)]
    assert files(share) == [NAME]


def test_temporary_and_empty_files_and_folders_are_not_listed(share: Path, exchange: FolderExchange) -> None:
    for name, data in ((".0123.tmp", b"half"), ("x.tmp", b"half"), ("empty.cenv", b"")):
        (share / "in" / name).write_bytes(data)
    (share / "in" / "a folder.cenv").mkdir()
    (share / "in" / "a broken link.cenv").symlink_to(share / "nowhere")
    os.mkfifo(share / "in" / "a pipe.cenv")
    assert exchange.names(Area.ENVELOPES) == []


@pytest.mark.parametrize(
    "name",
    ["0123-PC27.cenv", "0123 (2).cenv", "0123.sync-conflict-20261120-140322-ABCDEFG.cenv", "Kopie von 0123.cenv",
     "no suffix", "ünïcode.cenv", "a\nb.cenv"],
)  # fmt: skip
def test_conflict_copies_are_listed_like_any_file(share: Path, exchange: FolderExchange, name: str) -> None:
    (share / "in" / name).write_bytes(DATA)
    assert [listed.name for listed in exchange.names(Area.ENVELOPES)] == [name]
    assert exchange.read(Area.ENVELOPES, name, 100) == DATA


def test_a_name_that_is_no_text_is_listed_and_has_a_label_that_is(share: Path, exchange: FolderExchange) -> None:
    (Path(os.fsdecode(os.fsencode(share / "in") + b"/\xff.cenv"))).write_bytes(DATA)
    (listed,) = exchange.names(Area.ENVELOPES)
    assert exchange.read(Area.ENVELOPES, listed.name, 100) == DATA
    assert listed.label == "\\udcff.cenv"


def test_a_file_that_goes_while_the_folder_is_listed_stops_nothing(share: Path) -> None:
    exchange = opened_exchange(share)
    (share / "in" / "a.cenv").write_bytes(DATA)
    (share / "in" / "b.cenv").write_bytes(DATA)
    entries = list(os.scandir(share / "in"))
    (share / "in" / "a.cenv").unlink()
    listed = [exchange_module._listed(entry) for entry in entries]
    assert [each.name for each in listed if each] == ["b.cenv"]
    assert exchange.read(Area.ENVELOPES, "a.cenv", 100) is None


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.EINVAL, errno.ENOENT])
def test_a_file_that_cannot_be_read_is_none_and_no_fault_of_the_carrier(
    exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    exchange.put(Area.ENVELOPES, NAME, DATA)

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    assert exchange.read(Area.ENVELOPES, NAME, 100) is None


ACTIONS: dict[str, Callable[[Exchange], object]] = {
    "put": lambda exchange: exchange.put(Area.ENVELOPES, NAME, DATA),
    "names": lambda exchange: exchange.names(Area.ENVELOPES),
    "read": lambda exchange: exchange.read(Area.ENVELOPES, NAME, 100),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_a_folder_that_is_unplugged_is_unreachable_and_is_not_made(share: Path, action: str) -> None:
    with refusing(Fault.EXCHANGE_UNREACHABLE):
        ACTIONS[action](impatient(share))
    assert not share.exists()


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, Fault.EXCHANGE_FULL),
        (errno.EDQUOT, Fault.EXCHANGE_FULL),
        (errno.EROFS, Fault.EXCHANGE_READ_ONLY),
        (errno.EACCES, Fault.EXCHANGE_READ_ONLY),
        (errno.EPERM, Fault.EXCHANGE_READ_ONLY),
        (errno.EIO, Fault.EXCHANGE_UNREACHABLE),
        (errno.ESTALE, Fault.EXCHANGE_UNREACHABLE),
        (errno.ENETUNREACH, Fault.EXCHANGE_UNREACHABLE),
    ],
)
def test_what_the_carrier_refuses_is_told_apart(
    exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch, number: int, fault: Fault
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    with refusing(fault), exchange_faults():
        refuse()
    monkeypatch.setattr(os, "open", refuse)
    with refusing(fault):
        exchange.put(Area.ENVELOPES, NAME, DATA)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_write_that_fails_leaves_no_half(
    share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, "flush")

    monkeypatch.setattr(os, "fsync", refuse)
    with refusing(Fault.EXCHANGE_FULL, Fault.EXCHANGE_UNREACHABLE):
        exchange.put(Area.ENVELOPES, NAME, DATA)
    assert files(share) == []


def test_a_rename_that_fails_leaves_no_half(
    share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_renames(monkeypatch, FileNotFoundError)
    with refusing(Fault.EXCHANGE_READ_ONLY, Fault.EXCHANGE_UNREACHABLE):
        exchange.put(Area.ENVELOPES, NAME, DATA)
    assert files(share) == []


# A scanner holds the file for a while.


class _Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.waits.append(seconds)

    def __call__(self) -> float:
        return self.now


def patient(share: Path, clock: _Clock) -> FolderExchange:
    lay_out(share)
    return FolderExchange(share, Patience(clock.sleep, clock, 60.0))


def test_a_file_that_is_held_for_a_while_is_tried_again(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = _Clock()
    refuse_renames(monkeypatch, times=20)
    patient(share, clock).put(Area.ENVELOPES, NAME, DATA)
    assert files(share) == [NAME]
    assert clock.waits[:5] == [0.01, 0.02, 0.04, 0.08, 0.1]
    assert max(clock.waits) == 0.1


def test_after_a_minute_it_is_put_there_directly(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = _Clock()
    refuse_renames(monkeypatch)
    patient(share, clock).put(Area.ENVELOPES, NAME, DATA)
    assert files(share) == [NAME]
    assert (share / "in" / NAME).read_bytes() == DATA
    assert 59 < clock.now <= 60


def test_the_minute_is_waited_once(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = _Clock()
    tried = refuse_renames(monkeypatch)
    exchange = patient(share, clock)
    exchange.put(Area.ENVELOPES, NAME, DATA)
    waited, count = clock.now, len(tried)
    for number in range(20):
        exchange.put(Area.RECEIPTS, f"{number:032x}", DATA)
    assert (clock.now, len(tried)) == (waited, count)
    assert len(files(share, Area.RECEIPTS)) == 20


def test_a_damaged_file_that_cannot_be_replaced_gets_a_whole_one_beside_it_once(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_renames(monkeypatch)
    exchange = opened_exchange(share)
    (share / "in" / NAME).write_bytes(DATA[:3])
    for _ in range(4):
        exchange.put(Area.ENVELOPES, NAME, DATA)
    one, other = files(share)
    assert NAME in {one, other}
    beside = one if other == NAME else other
    assert beside.startswith(NAME[:32] + ".")
    assert beside.endswith(".cenv")
    assert (share / "in" / beside).read_bytes() == DATA


def test_a_folder_planted_under_the_name_keeps_nothing_out(share: Path, exchange: FolderExchange) -> None:
    (share / "in" / NAME).mkdir()
    exchange.put(Area.ENVELOPES, NAME, DATA)
    (listed,) = exchange.names(Area.ENVELOPES)
    assert exchange.read(Area.ENVELOPES, listed.name, 100) == DATA
    assert listed.name.startswith(NAME[:32])


def test_laying_out_twice_changes_nothing(share: Path) -> None:
    lay_out(share)
    (share / "in" / NAME).write_bytes(DATA)
    lay_out(share)
    assert sorted(path.name for path in share.iterdir()) == ["ack", "directory", "doc", "hb", "in"]
    assert files(share) == [NAME]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_disk_that_is_really_full_says_so(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", small], check=False, capture_output=True)
    if mount.returncode:
        pytest.skip("this machine mounts nothing")
    try:
        exchange = opened_exchange(small / "share")
        with refusing(Fault.EXCHANGE_FULL):
            for number in range(10):
                exchange.put(Area.ENVELOPES, f"{number:032x}.cenv", bytes(17_000))
        assert not [path for path in (small / "share" / "in").iterdir() if path.name.endswith(".tmp")]
        assert all(listed.size == 17_000 for listed in exchange.names(Area.ENVELOPES))
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        with refusing(Fault.EXCHANGE_READ_ONLY):
            exchange.put(Area.ENVELOPES, NAME, DATA)
        assert exchange.names(Area.ENVELOPES)
    finally:
        subprocess.run(["umount", small], check=True)
