# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import errno
import json
import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage import spool as spool_module
from storage.errors import Fault, KnownError
from storage.exchange import FolderExchange, envelope_name
from storage.files import write_whole
from storage.spool import Offered, Spool
from tests.storage.school import impatient, kid, refusing, walk_up

TODAY = date(2026, 11, 20)
ENVELOPE = walk_up("dsl", "head").envelope
NAME = envelope_name(ENVELOPE)
TOKENS = ["a" * 32, "b" * 32]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "spool"


@pytest.fixture
def spool(folder: Path) -> Spool:
    return Spool(folder)


def sidecar(folder: Path) -> dict[str, object]:
    return json.loads((folder / f"{NAME}.wait").read_bytes())  # type: ignore[no-any-return]  # as json has it


def receive(share: Path, token: str = TOKENS[0]) -> None:
    (share / "ack" / token).write_bytes(b"anything: only its name is looked at here")


def there(share: Path) -> list[str]:
    return sorted(path.name for path in (share / "in").iterdir())


def test_what_is_kept_is_sealed_and_its_owner_s_alone(spool: Spool, folder: Path) -> None:
    before = os.umask(0)
    try:
        assert spool.keep(ENVELOPE, TOKENS, TODAY) == NAME
    finally:
        os.umask(before)
    assert {path.name for path in folder.iterdir()} == {NAME, f"{NAME}.wait"}
    assert (folder / NAME).read_bytes() == ENVELOPE
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("count", [0, 1, 8, 9, 16])
def test_the_sidecar_tells_neither_how_many_nor_which(spool: Spool, folder: Path, count: int) -> None:
    real = [f"{n:032x}" for n in range(count)]
    spool.keep(ENVELOPE, real, TODAY)
    tokens = sidecar(folder)["tokens"]
    assert isinstance(tokens, list)
    assert len(set(tokens)) == 16
    assert set(real) <= set(tokens)
    assert {len(token) for token in tokens} == {32}


def test_the_sidecar_says_nothing_else_but_the_day(spool: Spool, folder: Path) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    said = sidecar(folder)
    assert said.keys() == {"v", "tokens", "day", "received", "part_of", "offered", "looks", "looked"}
    assert (said["day"], said["received"], said["part_of"], said["offered"]) == ("2026-11-20", None, None, None)
    assert (said["looks"], said["looked"]) == (0, None)
    assert kid("dsl") not in (folder / f"{NAME}.wait").read_text()


def test_the_real_tokens_do_not_stand_first(folder: Path) -> None:
    places = set()
    for _ in range(30):
        Spool(folder).keep(ENVELOPE, TOKENS, TODAY)
        tokens = sidecar(folder)["tokens"]
        assert isinstance(tokens, list)
        places.add(tokens.index(TOKENS[0]))
    assert len(places) > 3


# What a kill leaves.


def test_the_sidecar_lasts_before_the_envelope_is_there(
    spool: Spool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def watched(path: Path, data: bytes, *, flush: bool) -> None:
        written.append(path.name)
        assert flush
        write_whole(path, data, flush=flush)

    monkeypatch.setattr(spool_module, "write_whole", watched)
    spool.keep(ENVELOPE, TOKENS, TODAY)
    assert written == [f"{NAME}.wait", NAME]
    assert sidecar(folder)


@pytest.mark.parametrize("at", [1, 2])
def test_what_was_not_yet_told_to_be_saved_may_be_gone_but_never_half_there(
    spool: Spool, folder: Path, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    written = []

    def killed(path: Path, data: bytes, *, flush: bool) -> None:
        written.append(path)
        if len(written) == at:
            raise KeyboardInterrupt
        write_whole(path, data, flush=flush)

    monkeypatch.setattr(spool_module, "write_whole", killed)
    with pytest.raises(KeyboardInterrupt):
        spool.keep(ENVELOPE, TOKENS, TODAY)
    monkeypatch.undo()
    assert Spool(folder).names() == []
    assert Spool(folder).offer(exchange, TODAY).delivered == ()
    assert Spool(folder).keep(ENVELOPE, TOKENS, TODAY) == NAME
    assert Spool(folder).offer(exchange, TODAY).delivered == (NAME,)
    assert there(share) == [NAME]


def test_letting_go_takes_the_envelope_first(
    spool: Spool, folder: Path, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    receive(share)
    spool.offer(exchange, TODAY)
    gone: list[str] = []
    real = Path.unlink

    def unlink(self: Path, *, missing_ok: bool = False) -> None:
        if self.parent == folder:
            gone.append(self.name)
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    offer_daily(spool, exchange, 30)
    assert gone == [NAME, f"{NAME}.wait"]


def test_a_full_disk_is_said_and_leaves_no_half(spool: Spool, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with refusing(Fault.DISK_FULL):
        spool.keep(ENVELOPE, TOKENS, TODAY)
    assert list(folder.iterdir()) == []


# Offering.


def offer_daily(spool: Spool, exchange: FolderExchange, days: int, begin: int = 0) -> Offered:
    """Offer on each day up to this one. Returns what the last did."""
    rounds = [spool.offer(exchange, TODAY + timedelta(days=day)) for day in range(begin, days + 1)]
    return rounds[-1]


def test_what_is_kept_is_delivered_and_offered_again_until_it_is_received(
    spool: Spool, share: Path, exchange: FolderExchange
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    assert spool.offer(exchange, TODAY).delivered == (NAME,)
    assert (share / "in" / NAME).read_bytes() == ENVELOPE
    assert spool.offer(exchange, TODAY).delivered == ()
    (share / "in" / NAME).unlink()
    assert spool.offer(exchange, TODAY).delivered == (NAME,)


def test_an_empty_spool_offers_nothing(spool: Spool, exchange: FolderExchange) -> None:
    offered = spool.offer(exchange, TODAY)
    assert (spool.names(), offered.delivered, offered.waiting, offered.received) == ([], (), (), ())


def test_a_damaged_file_in_the_exchange_is_put_right(spool: Spool, share: Path, exchange: FolderExchange) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    for damage in (ENVELOPE[:-1], bytes(len(ENVELOPE))):
        (share / "in" / NAME).write_bytes(damage)
        spool.offer(exchange, TODAY)
        assert (share / "in" / NAME).read_bytes() == ENVELOPE


@pytest.mark.parametrize("token", TOKENS)
def test_any_receipt_counts_and_a_month_later_it_is_let_go(
    spool: Spool, folder: Path, share: Path, exchange: FolderExchange, token: str
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    receive(share, token)
    assert offer_daily(spool, exchange, 29).received == ()
    assert spool.offer(exchange, TODAY + timedelta(days=30)).received == (NAME,)
    assert list(folder.iterdir()) == []


def test_the_month_runs_from_when_the_receipt_was_seen_though_it_goes(
    spool: Spool, share: Path, exchange: FolderExchange
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    receive(share)
    spool.offer(exchange, TODAY + timedelta(days=5))
    (share / "ack" / TOKENS[0]).unlink()
    assert offer_daily(spool, exchange, 34, begin=6).received == ()
    assert spool.offer(exchange, TODAY + timedelta(days=35)).received == (NAME,)


@pytest.mark.parametrize("jumps", [(40,), (40, 0, 400)], ids=["once", "to and fro"])
def test_a_clock_that_jumps_by_months_lets_nothing_go_early(
    spool: Spool, share: Path, exchange: FolderExchange, jumps: tuple[int, ...]
) -> None:
    """What the exchange loses meanwhile comes again, for the readers who have not fetched it."""
    spool.keep(ENVELOPE, TOKENS, TODAY)
    receive(share)
    for days in (0, *jumps):
        assert spool.offer(exchange, TODAY + timedelta(days=days)).received == ()
    (share / "in" / NAME).unlink()
    assert spool.offer(exchange, TODAY + timedelta(days=41)).delivered == (NAME,)


@pytest.mark.parametrize(
    ("damage", "days", "is_mended"),
    [(bytes(len(ENVELOPE)), 6, True), (bytes(len(ENVELOPE)), 7, False), (b"cut", 20, True), (None, 20, True)],
)
def test_what_one_reader_has_is_kept_whole_for_the_others(
    spool: Spool, share: Path, exchange: FolderExchange, damage: bytes | None, days: int, is_mended: bool
) -> None:
    """For a week whatever befalls it, then by its length alone: there may be very many of them."""
    spool.keep(ENVELOPE, TOKENS, TODAY)
    receive(share)
    spool.offer(exchange, TODAY)
    if damage is None:
        (share / "in" / NAME).unlink()
    else:
        (share / "in" / NAME).write_bytes(damage)
    spool.offer(exchange, TODAY + timedelta(days=days))
    assert ((share / "in" / NAME).read_bytes() == ENVELOPE) == is_mended


@pytest.mark.parametrize(
    "damage", [None, b"", b"{", b'{"v":1}', b"\xff", b'{"v":1,"tokens":[],"day":"","received":"soon"}']
)
def test_with_its_sidecar_lost_an_envelope_is_still_offered(
    spool: Spool, folder: Path, share: Path, exchange: FolderExchange, damage: bytes | None
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    if damage is None:
        (folder / f"{NAME}.wait").unlink()
    else:
        (folder / f"{NAME}.wait").write_bytes(damage)
    receive(share)
    for days in (0, 400):
        assert spool.offer(exchange, TODAY + timedelta(days=days)).received == ()
    assert there(share) == [NAME]
    assert spool.names() == [NAME]


def test_an_unplugged_carrier_leaves_all_waiting_and_is_no_fault(spool: Spool, tmp_path: Path) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    offered = spool.offer(impatient(tmp_path / "unplugged"), TODAY)
    assert (offered.delivered, offered.waiting) == ((), (NAME,))


def test_a_carrier_that_fails_half_way_leaves_the_rest_waiting(
    spool: Spool, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = walk_up("dsl").envelope
    for envelope in (ENVELOPE, other):
        spool.keep(envelope, TOKENS, TODAY)
    first, second = spool.names()
    real = FolderExchange.put
    done: list[str] = []

    def put(self: FolderExchange, area: object, name: str, data: bytes) -> None:
        if done:
            raise KnownError(Fault.EXCHANGE_UNREACHABLE)
        done.append(name)
        real(self, area, name, data)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(FolderExchange, "put", put)
    offered = spool.offer(exchange, TODAY)
    assert (offered.delivered, offered.waiting) == ((first,), (second,))
    monkeypatch.undo()
    assert spool.offer(exchange, TODAY).delivered == (second,)
    assert there(share) == sorted([first, second])


@pytest.mark.parametrize("damage", ["lost", "altered"])
def test_what_this_disk_has_lost_waits_and_keeps_nothing_else_from_going(
    spool: Spool, folder: Path, share: Path, exchange: FolderExchange, damage: str
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    others = [spool.keep(walk_up("dsl").envelope, TOKENS, TODAY) for _ in range(3)]
    (folder / NAME).unlink()
    if damage == "lost":
        (folder / NAME).mkdir()
    else:
        (folder / NAME).write_bytes(ENVELOPE[:-1] + b"x")
    offered = spool.offer(exchange, TODAY)
    assert (set(offered.delivered), offered.waiting) == (set(others), (NAME,))
    assert there(share) == sorted(others)


def test_a_full_disk_keeps_nothing_from_going(
    spool: Spool, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool.keep(ENVELOPE, TOKENS, TODAY)
    other = spool.keep(walk_up("dsl").envelope, ["c" * 32], TODAY)
    receive(share)

    def full(_path: Path, _data: bytes, *, flush: bool) -> None:
        raise KnownError(Fault.DISK_FULL)

    monkeypatch.setattr(spool_module, "write_whole", full)
    assert spool.offer(exchange, TODAY).waiting == ()
    assert there(share) == sorted([NAME, other])


def test_what_is_safe_in_a_vault_is_kept_without_waiting_for_the_disk(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bool] = []
    monkeypatch.setattr(spool_module, "write_whole", lambda _path, _data, *, flush: flushed.append(flush))
    spool.keep(ENVELOPE, TOKENS, TODAY, is_in_vault=True)
    assert flushed == [False, False]
