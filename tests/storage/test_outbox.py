# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.compose import Composed
from storage.exchange import Area, FolderExchange
from storage.outbox import Receipt, deliver
from storage.receipts import make_token
from storage.spool import Spool
from tests.storage.school import NOW, Desk, impatient, keys, kid, later, send

Seat = Callable[[str], Desk]


def sign_for(exchange: FolderExchange, composed: Composed, reader: str, minute: str = "2026-11-20T15:10") -> None:
    made = make_token(composed.entry.body.ack, kid(reader), keys(reader).signing, minute)
    exchange.put(Area.RECEIPTS, made.name, made.content)


def sealed_bytes(desk: Desk) -> object:
    return desk.vault.database.value("SELECT sealed FROM outbox")


def test_what_is_sent_waits_for_each_reader(seat: Seat, exchange: FolderExchange) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", "head")
    assert ta.outbox.waiting() == [composed.entry.eid]
    assert ta.outbox.receipts(composed.entry.eid) == [Receipt(name, None) for name in sorted([kid("dsl"), kid("head")])]
    assert ta.collect(exchange) == []


def test_a_receipt_says_who_has_it_and_since_when(seat: Seat, exchange: FolderExchange) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", "head")
    sign_for(exchange, composed, "dsl")
    assert ta.collect(exchange, later(days=1)) == [composed.entry.eid]
    received = {receipt.kid: receipt.received_at for receipt in ta.outbox.receipts(composed.entry.eid)}
    assert received == {kid("dsl"): datetime(2026, 11, 20, 15, 10, tzinfo=UTC), kid("head"): None}
    assert ta.outbox.waiting() == [composed.entry.eid]
    assert ta.collect(exchange) == []


def test_two_receipts_at_once_name_the_entry_once(seat: Seat, exchange: FolderExchange) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", "head")
    sign_for(exchange, composed, "dsl")
    sign_for(exchange, composed, "head")
    assert ta.collect(exchange) == [composed.entry.eid]
    assert ta.outbox.waiting() == []


def test_what_all_have_received_is_let_go(seat: Seat, exchange: FolderExchange) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", "head")
    sign_for(exchange, composed, "dsl")
    ta.collect(exchange)
    assert sealed_bytes(ta) == composed.envelope
    sign_for(exchange, composed, "head")
    ta.collect(exchange)
    assert sealed_bytes(ta) is None


def test_what_one_has_had_for_a_month_is_let_go(seat: Seat, exchange: FolderExchange) -> None:
    ta = seat("ta")
    sign_for(exchange, ta.report("dsl", "head"), "dsl")
    for days, held in ((0, True), (29, True), (30, False)):
        ta.collect(exchange, later(days=days))
        assert (sealed_bytes(ta) is not None) == held


@pytest.mark.parametrize("minute", ["1999-01-01T00:00", "2099-01-01T00:00"])
def test_a_reader_s_clock_lets_nothing_go(seat: Seat, exchange: FolderExchange, minute: str) -> None:
    """Or one hostile reader could have the others go without, by a receipt from long ago."""
    ta = seat("ta")
    sign_for(exchange, ta.report("dsl", "head"), "dsl", minute)
    ta.collect(exchange)
    assert sealed_bytes(ta) is not None
    ta.collect(exchange, later(days=30))
    assert sealed_bytes(ta) is None


def test_what_nobody_signs_for_is_never_let_go(seat: Seat, exchange: FolderExchange) -> None:
    """An answer to a walk-up's reply key alone: nobody leaves a receipt for it."""
    dsl = seat("dsl")
    dsl.report()
    for days in (0, 400):
        dsl.collect(exchange, later(days=days))
    assert sealed_bytes(dsl) is not None


@pytest.mark.parametrize("forger", ["head", "cook"])
def test_a_forged_receipt_is_none(seat: Seat, exchange: FolderExchange, forger: str) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", "head")
    made = make_token(composed.entry.body.ack, kid("dsl"), keys(forger).signing, "2026-11-20T15:10")
    exchange.put(Area.RECEIPTS, made.name, made.content)
    assert ta.collect(exchange) == []


def test_a_receipt_of_a_key_that_is_not_trusted_is_none(seat: Seat, exchange: FolderExchange) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", "head")
    sign_for(exchange, composed, "dsl")
    assert ta.outbox.collect(exchange, {kid("head"): keys("head").public.sign}, NOW) == []


def test_hostile_receipts_stop_nothing(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    ta = seat("ta")
    one, two = ta.report("dsl"), ta.report("dsl")
    name = next(iter(one.tokens.values()))
    (share / "ack" / name).write_bytes(b"x" * 1_000_000)
    (share / "ack" / "zzz").write_bytes(b"x")
    sign_for(exchange, two, "dsl")
    assert ta.collect(exchange) == [two.entry.eid]


def test_a_spool_that_lost_something_is_refilled(seat: Seat, tmp_path: Path, exchange: FolderExchange) -> None:
    ta, spool = seat("ta"), Spool(tmp_path / "spool")
    composed = ta.report("dsl", "head")
    ta.outbox.refill(spool, NOW.date())
    assert spool.names() == send(exchange, composed)
    before = (tmp_path / "spool" / f"{spool.names()[0]}.wait").read_bytes()
    ta.outbox.refill(spool, NOW.date())
    assert (tmp_path / "spool" / f"{spool.names()[0]}.wait").read_bytes() == before
    sign_for(exchange, composed, "dsl")
    assert spool.offer(exchange, NOW.date()).waiting == ()
    (tmp_path / "spool" / spool.names()[0]).unlink()
    sign_for(exchange, composed, "head")
    ta.collect(exchange)
    ta.outbox.refill(spool, NOW.date())
    assert spool.names() == []


@pytest.mark.parametrize("left", [0, 1, 9000])
def test_what_a_power_cut_left_in_halves_is_put_right(seat: Seat, tmp_path: Path, left: int) -> None:
    ta, spool = seat("ta"), Spool(tmp_path / "spool")
    composed = ta.report("dsl")
    ta.outbox.refill(spool, NOW.date())
    (kept,) = (tmp_path / "spool").glob("*.cenv")
    kept.write_bytes(composed.envelope[:left])
    ta.outbox.refill(spool, NOW.date())
    assert kept.read_bytes() == composed.envelope


def test_delivering_says_whether_it_is_there(seat: Seat, tmp_path: Path, exchange: FolderExchange) -> None:
    envelope = seat("ta").report("dsl").envelope
    assert deliver(exchange, envelope)
    assert not deliver(impatient(tmp_path / "unplugged"), envelope)
