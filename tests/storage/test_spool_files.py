# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a report in the spool. What is plain has test_spool.py."""

import json
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from storage.blobs import enclose
from storage.constants import ORPHAN_SECONDS, SPOOL_KEPT_DAYS
from storage.errors import Fault, KnownError
from storage.exchange import Area, FolderExchange
from storage.spool import Spool
from tests.storage.school import refusing, walk_up
from tests.storage.test_spool import ENVELOPE, TODAY, TOKENS, receive, there


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "spool"


@pytest.fixture
def spool(folder: Path) -> Spool:
    return Spool(folder)


def with_files(spool: Spool, *, is_in_vault: bool = False) -> tuple[str, ...]:
    """Keep a report with two files; their names, and the report's last."""
    composed = walk_up("dsl", files=tuple(enclose(b"a note", "note.txt", "text/plain") for _ in range(2)))
    files = [file.seal() for file in composed.files]
    return spool.keep_all(composed.envelope, TOKENS, files, TODAY, is_in_vault=is_in_vault)


def test_files_go_before_their_report_and_after_plain_ones(
    spool: Spool, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, plain = with_files(spool), spool.keep(ENVELOPE, TOKENS, TODAY)
    order: list[str] = []
    put = exchange.put

    def noted(area: Area, name: str, data: bytes) -> None:
        order.append(name)
        put(area, name, data)

    monkeypatch.setattr(exchange, "put", noted)
    spool.offer(exchange, TODAY)
    assert order == [plain, *sorted(names[:2]), names[2]]


def test_no_room_for_a_file_keeps_no_report_waiting(
    spool: Spool, exchange: FolderExchange, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = with_files(spool)
    put = exchange.put

    def without_room(area: Area, name: str, data: bytes) -> None:
        if name.endswith(".cblob"):
            raise KnownError(Fault.EXCHANGE_FULL)
        put(area, name, data)

    monkeypatch.setattr(exchange, "put", without_room)
    assert spool.offer(exchange, TODAY).delivered == (names[2],)
    monkeypatch.undo()
    assert set(spool.offer(exchange, TODAY).delivered) == set(names[:2])
    assert there(share) == sorted(names)


def test_a_file_without_its_report_is_litter_after_an_hour(
    spool: Spool, folder: Path, exchange: FolderExchange
) -> None:
    file, other, report = with_files(spool)
    (folder / report).unlink()
    long_ago = time.time() - ORPHAN_SECONDS - 60
    os.utime(folder / file, (long_ago, long_ago))
    assert spool.offer(exchange, TODAY).delivered == ()
    assert [name for name in spool.names() if name.endswith(".cblob")] == [other]


def test_when_one_of_them_cannot_be_kept_none_is(spool: Spool, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise KnownError(Fault.DISK_FULL)

    keep = spool.keep
    monkeypatch.setattr(spool, "keep", lambda *of, **how: keep(*of, **how) if how.get("is_file") else full())
    with refusing(Fault.DISK_FULL):
        with_files(spool)
    assert list(folder.iterdir()) == []


def test_a_file_is_compared_whole_once_a_day(spool: Spool, folder: Path, share: Path, exchange: FolderExchange) -> None:
    file, _, _ = with_files(spool)
    spool.offer(exchange, TODAY)
    whole = (folder / file).read_bytes()
    (share / "in" / file).write_bytes(bytes(len(whole)))
    spool.offer(exchange, TODAY)
    assert (share / "in" / file).read_bytes() == bytes(len(whole))
    spool.offer(exchange, TODAY + timedelta(days=1))
    assert (share / "in" / file).read_bytes() == whole


def test_a_report_stays_until_its_files_have_been_received(
    spool: Spool, folder: Path, share: Path, exchange: FolderExchange
) -> None:
    *files, report = with_files(spool)
    receive(share)
    spool.offer(exchange, TODAY)
    month = TODAY + timedelta(days=SPOOL_KEPT_DAYS)
    assert spool.offer(exchange, month).received == ()
    for name in files:
        receive(share, json.loads((folder / f"{name}.wait").read_bytes())["tokens"][0])
    for day in range(SPOOL_KEPT_DAYS):
        spool.offer(exchange, month + timedelta(days=day))
    assert spool.offer(exchange, month + timedelta(days=SPOOL_KEPT_DAYS)).received == (*sorted(files), report)
    assert spool.names() == []


def test_what_a_vault_holds_is_no_litter_without_its_report(
    spool: Spool, folder: Path, exchange: FolderExchange
) -> None:
    *files, report = with_files(spool, is_in_vault=True)
    (folder / report).unlink()
    assert set(spool.offer(exchange, TODAY).delivered) == set(files)
