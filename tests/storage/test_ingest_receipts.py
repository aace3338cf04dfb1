# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One receipt for each content from each reader's vault, real or not, whatever is done to the files.

Whoever runs the share sees who leaves how many, and when. If that ever differed between somebody who can open a file
and somebody who cannot, it would tell who reads what; and they may touch, rename, copy, alter and put back at will.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from storage.compose import Composed
from storage.constants import ENVELOPE_MAX
from storage.exchange import Area, FolderExchange, envelope_name
from storage.ingest import leave_tokens, look_again
from storage.receipts import LENGTH, token_name
from tests.storage.school import (
    NOW,
    Desk,
    drop,
    framed,
    kid,
    later,
    opened_exchange,
    plain_body,
    sealed,
    send,
    set_modified,
    tokens,
    walk_up,
)

Seat = Callable[[str], Desk]


def report() -> Composed:
    """A report that the DSL can open and the chair cannot."""
    return walk_up("dsl", "head")


def left_by(desk: Desk, exchange: FolderExchange, share: Path, now: datetime = NOW) -> set[str]:
    """The receipts that one round of this desk adds."""
    before = tokens(share)
    desk.take_in(exchange, now)
    return tokens(share) - before


def test_who_can_open_it_signs_and_who_cannot_leaves_noise(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    composed = report()
    send(exchange, composed)
    real, noise = (left_by(seat(name), exchange, share) for name in ("dsl", "chair"))
    assert real == {token_name(composed.entry.body.ack, kid("dsl"))}
    assert len(noise) == 1
    assert noise.isdisjoint(composed.tokens.values())
    assert {path.stat().st_size for path in (share / "ack").iterdir()} == {LENGTH}


def test_the_sender_hears_of_it(seat: Seat, exchange: FolderExchange) -> None:
    ta, dsl = seat("ta"), seat("dsl")
    composed = ta.report("dsl", "head")
    send(exchange, composed)
    dsl.take_in(exchange, later(minutes=67))
    assert ta.collect(exchange) == [composed.entry.eid]
    received = {receipt.kid: receipt.received_at for receipt in ta.outbox.receipts(composed.entry.eid)}
    assert received[kid("dsl")] == later(minutes=67).replace(second=0)


def test_what_is_set_aside_gets_noise_too(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    bad = [b"no envelope", sealed(framed(plain_body(), author="cook"), "dsl"), sealed(framed(plain_body(v=2)), "dsl")]
    send(exchange, *bad)
    drop(share, "huge.cenv", b"\0" * (ENVELOPE_MAX + 1))
    assert len(left_by(seat("dsl"), exchange, share)) == 4
    assert len(left_by(seat("chair"), exchange, share)) == 4


def test_who_is_no_reader_leaves_nothing(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    send(exchange, report())
    seat("ta").take_in(exchange, leaves_receipts=False)
    assert tokens(share) == set()


Deed = Callable[[Path, bytes], None]


def _touch(path: Path, _data: bytes) -> None:
    set_modified(path, NOW - timedelta(days=3))


def _copy(path: Path, data: bytes) -> None:
    drop(path.parents[1], "a copy.cenv", data, NOW - timedelta(days=1))


def _copy_with_its_stem(path: Path, data: bytes) -> None:
    drop(path.parents[1], f"{path.stem} (2).cenv", data, NOW - timedelta(days=1))


def _rename(path: Path, _data: bytes) -> None:
    path.rename(path.with_name("renamed.cenv"))
    set_modified(path.with_name("renamed.cenv"), NOW - timedelta(days=1))


def _rename_fresh(path: Path, _data: bytes) -> None:
    path.rename(path.with_name("renamed fresh.cenv"))
    set_modified(path.with_name("renamed fresh.cenv"), NOW)


def _alter_the_body(path: Path, data: bytes) -> None:
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    set_modified(path, NOW - timedelta(days=2))


def _alter_the_header(path: Path, data: bytes) -> None:
    path.write_bytes(data.replace(b"-> X25519 ", b"-> X25518 ", 1))
    set_modified(path, NOW - timedelta(days=2))


def _cut(path: Path, data: bytes) -> None:
    path.write_bytes(data[:9000])
    set_modified(path, NOW - timedelta(days=2))


def _delete(path: Path, _data: bytes) -> None:
    path.unlink()


def _nothing(_path: Path, _data: bytes) -> None:
    pass


DEEDS = (
    _nothing,
    _touch,
    _copy,
    _copy_with_its_stem,
    _rename,
    _rename_fresh,
    _alter_the_body,
    _alter_the_header,
    _cut,
    _delete,
)


def _seen_by(desk: Desk, root: Path, deed: Deed, envelope: bytes) -> list[int]:
    """How many receipts a desk leaves: at first, after a deed, after its undoing, and after a quarter of an hour."""
    exchange = opened_exchange(root)
    path = root / "in" / envelope_name(envelope)
    counts: list[int] = []
    for change in (_nothing, deed, None, None):
        if change is None:
            drop(root, path.name, envelope, NOW - timedelta(days=1))
        elif change is _nothing:
            send(exchange, envelope)
        else:
            change(path, envelope)
        counts.append(len(left_by(desk, exchange, root, NOW if len(counts) < 3 else later(minutes=20))))
    return counts


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: str(deed.__name__))
def test_nothing_that_is_done_to_a_file_tells_who_can_open_it(seat: Seat, tmp_path: Path, deed: Deed) -> None:
    envelope = report().envelope
    can, cannot = (_seen_by(seat(name), tmp_path / name, deed, envelope) for name in ("dsl", "chair"))
    assert can == cannot
    assert can[0] == 1


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: str(deed.__name__))
def test_nothing_that_is_done_before_it_is_first_seen_does(seat: Seat, tmp_path: Path, deed: Deed) -> None:
    envelope = report().envelope
    counts = []
    for name in ("dsl", "chair"):
        exchange = opened_exchange(tmp_path / name)
        send(exchange, envelope)
        deed(tmp_path / name / "in" / envelope_name(envelope), envelope)
        desk = seat(name)
        counts.append(
            [len(left_by(desk, exchange, tmp_path / name, now)) for now in (NOW, later(minutes=5), later(minutes=20))]
        )
    assert counts[0] == counts[1]


def test_the_same_entry_sealed_anew_gets_one_more_from_both(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    """A hostile reader can seal the frame again, to the same keys: another file, the same entry."""
    composed = report()
    send(exchange, composed)
    desks = seat("dsl"), seat("chair")
    first = [left_by(desk, exchange, share) for desk in desks]
    send(exchange, sealed(composed.entry.frame, "dsl", "head"))
    assert [len(found) for found in first] == [1, 1]
    assert [len(left_by(desk, exchange, share)) for desk in desks] == [1, 1]
    assert len(desks[0].eids()) == 1


def test_a_receipt_that_is_lost_is_left_again_by_both(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    send(exchange, report())
    desks = seat("dsl"), seat("chair")
    before = [left_by(desk, exchange, share) for desk in desks]
    for token in tokens(share):
        (share / "ack" / token).unlink()
    assert [left_by(desk, exchange, share) for desk in desks] == before


@pytest.mark.parametrize(("damage", "days"), [(bytes(LENGTH), 6.9), (b"cut", 6.9), (b"cut", 400), (b"", 400)])
def test_a_receipt_that_is_damaged_is_put_right_by_both(
    seat: Seat, share: Path, exchange: FolderExchange, damage: bytes, days: float
) -> None:
    """A receipt is not flushed: a power cut may leave a file of zeros, and the sender would wait for ever."""
    send(exchange, report())
    desks = seat("dsl"), seat("chair")
    for desk in desks:
        desk.take_in(exchange)
    before = {path.name: path.read_bytes() for path in (share / "ack").iterdir()}
    for path in (share / "ack").iterdir():
        path.write_bytes(damage)
    for desk in desks:
        desk.take_in(exchange, later(days=days))
    assert {path.name: path.read_bytes() for path in (share / "ack").iterdir()} == before


def test_a_receipt_is_not_left_again_for_what_has_gone(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    (name,) = send(exchange, report())
    desk = seat("dsl")
    left_by(desk, exchange, share)
    (share / "in" / name).unlink()
    for token in tokens(share):
        (share / "ack" / token).unlink()
    assert left_by(desk, exchange, share) == set()
    leave_tokens(desk.vault, exchange, {name}, NOW)
    assert len(tokens(share)) == 1


def test_receipts_are_not_left_in_the_order_of_the_envelopes(
    seat: Seat, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[str] = []
    real = FolderExchange.put

    def watched(self: FolderExchange, area: Area, name: str, data: bytes) -> None:
        put.append(name)
        real(self, area, name, data)

    send(exchange, *(walk_up("dsl") for _ in range(12)))
    desk = seat("dsl")
    monkeypatch.setattr(FolderExchange, "put", watched)
    desk.take_in(exchange)
    by_envelope = desk.vault.database.rows("SELECT token FROM arrivals JOIN tokens USING (digest) ORDER BY name")
    assert put == sorted(put)
    assert [str(token) for (token,) in by_envelope] != put


def test_a_receipt_takes_the_place_of_noise_once_a_newer_candour_understands_it(
    seat: Seat, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(exchange, sealed(framed(plain_body(v=2)), "dsl"))
    desk = seat("dsl")
    (noise,) = left_by(desk, exchange, share)
    monkeypatch.setattr("storage.body.VERSION", 2)
    look_again(desk.vault)
    (real,) = left_by(desk, exchange, share)
    assert real == token_name(plain_body().ack, kid("dsl"))
    assert tokens(share) == {noise, real}
    assert left_by(desk, exchange, share) == set()
